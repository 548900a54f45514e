"""Tests of data_models."""
