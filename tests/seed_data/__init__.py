"""Tests of seed_data."""
