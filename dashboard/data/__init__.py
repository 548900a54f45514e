"""What a screen asks, cached."""
