"""Beheer: what each role may do."""

import streamlit as st

from dashboard.data.reader import Reader
from dashboard.texts import administration as words


def show_rights(reader: Reader) -> None:
    """Show what each role may do."""
    st.header(words.SECTIONS["rechten"], anchor=False)
