"""The command line, tested as people use it."""
