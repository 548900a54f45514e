"""Beheer: who did what, when."""

import streamlit as st

from dashboard.data.reader import Reader
from dashboard.texts import administration as words


def show_audit(reader: Reader) -> None:
    """Show who did what, when."""
    st.header(words.SECTIONS["logboek"], anchor=False)
