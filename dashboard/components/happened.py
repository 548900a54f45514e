"""What the last thing done led to, said once at the place where it was done, with the way back."""

import streamlit as st

from dashboard import selection
from dashboard.texts import choosing as words


def say_what_happened(place: str = "") -> None:
    """All that stood in the way of what was done at this place, in one box; or that it is done."""
    told = selection.told(place)
    if told.problems:
        st.error("\n\n".join(told.problems))
    if told.good:
        st.success(told.good)
    if told.undo:
        st.button(words.UNDO, key=f"{place}-ongedaan", on_click=told.undo)
