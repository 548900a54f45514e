"""Beheer: who takes part, with which roles, until when."""

import streamlit as st

from dashboard.data.reader import Reader
from dashboard.texts import administration as words


def show_people(reader: Reader) -> None:
    """Show who takes part, with which roles, until when."""
    st.header(words.SECTIONS["mensen"], anchor=False)
