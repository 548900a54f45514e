"""Every screen by Streamlit's own AppTest, on a seeded database."""
