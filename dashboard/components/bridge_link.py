"""The way from a figure to where its area and its partnerships overlap."""

import streamlit as st

from dashboard import navigation, selection
from dashboard.texts import bridge as words
from data_models.facts import AreaFacts


def link_to_bridge(area: AreaFacts) -> None:
    """From a figure to "Wat valt samen?", for areas that are shown there."""
    if area.kind in ("municipality", "partnership"):
        st.page_link(navigation.BRIDGE, label=words.LINK, query_params=selection.address())
