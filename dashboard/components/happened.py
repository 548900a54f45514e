"""What the last thing done led to, said once at the place where it was done."""

import streamlit as st

from dashboard import selection


def say_what_happened() -> None:
    """All that stood in the way, in one box; or that it is done."""
    told = selection.told()
    if told.problems:
        st.error("\n\n".join(told.problems))
    if told.good:
        st.success(told.good)
