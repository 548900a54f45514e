"""What the measured server serves."""
