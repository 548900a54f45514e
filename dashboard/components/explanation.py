"""Uitleg: the sections of the page, how is calculated, and the list of sources."""

from collections.abc import Sequence

import streamlit as st

from dashboard.components.table import show_table
from dashboard.data.examples import Method
from dashboard.texts import explanation as words
from dashboard.texts import methods as method_words
from data_models.facts import SourceFacts


def show_explanation() -> None:
    """What it is for, open; then the other sections, each folded under its own name."""
    st.title(words.TITLE, anchor=False)
    st.text(words.INTRODUCTION)
    (heading, text), *others = words.SECTIONS
    st.header(heading, anchor=False)
    st.markdown(text)
    st.header(words.SCREENS, anchor=False)
    for name, explanation in others:
        with st.expander(name):
            st.markdown(explanation)


def show_methods(methods: Sequence[Method]) -> None:
    """How is calculated: each method folded under its name, with a worked example from the data."""
    st.header(method_words.TITLE, anchor=False)
    st.text(method_words.INTRODUCTION)
    for number, method in enumerate(methods):
        with st.expander(method.name):
            st.markdown(method.text)
            with st.container(border=True, key=f"rekenvoorbeeld-{number}", gap="xsmall"):
                st.subheader(method_words.EXAMPLE, anchor=False)
                for step in method.steps:
                    st.text(step)


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
