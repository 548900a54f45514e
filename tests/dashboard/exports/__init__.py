"""What people take along, tested by what is in the files."""
