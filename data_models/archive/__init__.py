"""One portable file with everything a database keeps, for SQLite and PostgreSQL alike: docs/adr/0015."""
