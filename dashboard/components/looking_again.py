"""Screens with norms are drawn anew as soon as somebody sets, changes or adopts one."""

import streamlit as st

from dashboard.components.calm import looking_on
from dashboard.data.norms import changed_since
from dashboard.data.reader import Reader

LOOK_AGAIN = 3  # seconds: what somebody else set must be seen within that time


@st.fragment(run_every=LOOK_AGAIN)
def look_again_for_norms(reader: Reader) -> None:
    """Draw the screen anew when a norm changed since it was drawn; what is being typed is not touched by it."""
    with looking_on():
        if changed_since(reader):
            st.rerun()
