"""Reading files, tested on what they look like in the world."""
