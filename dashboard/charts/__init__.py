"""What is drawn, and the ways of drawing it."""
