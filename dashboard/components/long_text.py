"""Words as they were typed: of many, the beginning, with the whole folded below it."""

import streamlit as st

LONG, BEGINNING = 700, 450  # characters of a text that stand open, and of a longer one


def show_text(text: str, *, whole: str, key: str, beginning: int = BEGINNING) -> None:
    """The text; of a long one its `beginning`, up to a word's end, above a fold that is called `whole`."""
    if len(text) <= LONG:
        st.text(text)
        return
    words, _, _ = text[:beginning].rpartition(" ")
    st.text(f"{words or text[:beginning]} …")
    with st.expander(whole, key=f"heel-{key}"):
        st.text(text)
