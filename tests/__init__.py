"""The tests: the same tree as what they test."""
