"""Beheer: the region's areas and parties, and what a samenwerkingsverband consists of."""

import streamlit as st

from dashboard.data.reader import Reader
from dashboard.texts import administration as words


def show_region(reader: Reader) -> None:
    """Show the region's areas and parties, and what a samenwerkingsverband consists of."""
    st.header(words.SECTIONS["regio"], anchor=False)
