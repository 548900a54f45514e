"""Bringing figures in: a source read, checked, protected, compared with what is stored, and stored as one."""
