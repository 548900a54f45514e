"""Tests of the calculations, on published and hand-worked numbers."""
