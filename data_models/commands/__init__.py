"""Writing: one function per thing people do, with its audit line inside."""
