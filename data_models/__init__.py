"""What is kept, and who may see and change it."""
