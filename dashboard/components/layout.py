"""How a screen is laid out: title, choices, and two sides that stack on a phone."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.texts import choosing as words


def title() -> DeltaGenerator:
    """The place of the title, to be filled once the choices under it are known."""
    return st.container(key="titel", gap="xsmall")


def choices() -> DeltaGenerator:
    """A row of choices."""
    return st.container(key="keuzes", horizontal=True, vertical_alignment="bottom", gap="small")


def more_choices() -> DeltaGenerator:
    """Choices that fold into one line on a phone."""
    with st.container(key="meer-keuzes"):
        folded = st.expander(words.MORE)
    return folded.container(key="meer-keuzes-rij", horizontal=True, vertical_alignment="bottom", gap="small")


def beside_each_other() -> tuple[DeltaGenerator, DeltaGenerator]:
    """A wide side for the chart and a narrow one for the story; a tablet has both alike, a phone the chart first."""
    with st.container(key="twee-kanten"):
        wide, narrow = st.columns([3, 2], gap="large")
    return wide, narrow


def cards() -> DeltaGenerator:
    """The place of the cards."""
    return st.container(key="kaarten")


def reading_width() -> DeltaGenerator:
    """A column as wide as text is read well."""
    return st.container(key="leesbreedte")
