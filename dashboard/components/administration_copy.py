"""Beheer: a copy of everything, and putting it back."""

import streamlit as st

from dashboard.data.reader import Reader
from dashboard.texts import administration as words


def show_copy(reader: Reader) -> None:
    """Show a copy of everything, and putting it back."""
    st.header(words.SECTIONS["kopie"], anchor=False)
