"""Beheer: how people sign in, and what their identity provider says of them."""

import streamlit as st

from dashboard.data.reader import Reader
from dashboard.texts import administration as words


def show_sign_in(reader: Reader) -> None:
    """Show how people sign in, and what their identity provider says of them."""
    st.header(words.SECTIONS["aanmelden"], anchor=False)
