"""Copies of everything: where they are kept, and the work of making and putting back, on the screen and typed."""
