"""Importing, tested from a file to what is stored."""
