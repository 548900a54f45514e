"""Reading: short functions from a transaction and keywords to frames and plain records."""
