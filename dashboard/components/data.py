"""Gegevens: its title, and the part of it that is chosen."""

import streamlit as st

from dashboard import selection
from dashboard.components.choosing import choose_optional
from dashboard.components.data_agenda import show_agenda
from dashboard.components.data_batches import show_batches
from dashboard.components.data_importing import show_importing
from dashboard.components.data_sources import show_sources
from dashboard.components.data_withheld import show_withheld
from dashboard.data import sources
from dashboard.data.reader import Reader
from dashboard.texts import data as words

FIRST = "inlezen"
_SECTIONS = {
    FIRST: show_importing,
    "ingelezen": show_batches,
    "niet-getoond": show_withheld,
    "bronnen": show_sources,
    "agenda": show_agenda,
}


def show_title(reader: Reader) -> None:
    """What the page is for, and for which region one reads in."""
    st.title(words.TITLE, anchor=False)
    st.text(words.INTRODUCTION)
    if reader.actor is not None and (region := sources.region(reader)) is not None:
        form = words.FOR_EXAMPLE if region.fictional else words.FOR_REGION
        st.caption(form.format(region=region.name))


def choose_section() -> str:
    """Choose a part of the page."""
    return choose_optional(selection.SECTION, label=words.SECTION, options=words.SECTIONS, default=FIRST)


def show_section(name: str, *, reader: Reader) -> None:
    """Show that part."""
    _SECTIONS[name](reader)
