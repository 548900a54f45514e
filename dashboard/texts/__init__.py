"""Dutch words, a file per screen."""
