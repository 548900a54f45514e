"""Charts, tested by the numbers and words in them."""
