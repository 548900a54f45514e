"""One script per screen; Streamlit runs them, nobody imports them."""
