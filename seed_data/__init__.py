"""What the project ships: the catalogue, areas, real figures, and a fictional region."""
