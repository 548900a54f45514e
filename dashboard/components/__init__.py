"""Streamlit pieces: what people choose with, and what is shown to them."""
