"""Services on this computer, for tests."""
