"""What the project promises about speed and size, measured as ratios to something bare on the same machine."""
