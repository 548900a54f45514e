"""Uitleg: the sections of the page, and the list of sources."""

from collections.abc import Sequence

import streamlit as st

from dashboard.components.figure import show_table
from dashboard.texts import explanation as words
from data_models.facts import SourceFacts


def show_explanation() -> None:
    """The sections, each under its own heading."""
    st.title(words.TITLE, anchor=False)
    st.text(words.INTRODUCTION)
    for heading, text in words.SECTIONS:
        st.header(heading, anchor=False)
        st.markdown(text)


def show_sources(sources: Sequence[SourceFacts]) -> None:
    """Every source with its publisher, licence and age."""
    st.header(words.SOURCES, anchor=False)
    rows = [
        {
            words.SOURCE: source.name,
            words.PUBLISHER: words.EXAMPLE if source.fictional else source.publisher,
            words.LICENCE: source.licence,
            words.RETRIEVED: source.retrieved_on or words.NOT_RECORDED,
        }
        for source in sources
    ]
    show_table(rows, key="tabel-bronnen")
