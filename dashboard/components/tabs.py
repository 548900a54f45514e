"""Tabs of which the open one stands in the address, so that a link opens what one was looking at."""

from collections.abc import Sequence

import streamlit as st
from streamlit.elements.lib.mutable_tab_container import TabContainer

from dashboard import selection
from dashboard.exports.names import spelled


def choose_tab(names: Sequence[str]) -> Sequence[TabContainer]:
    """The tabs with these names; the first is open unless another is chosen, and stays out of the URL."""
    labels = {spelled(name): name for name in names}
    first = next(iter(labels))
    opened = selection.optional(selection.TAB, options=labels, default=first)
    meanings = {label: {selection.TAB: "" if code == first else code} for code, label in labels.items()}
    return st.tabs(
        list(labels.values()),
        key=selection.widget_key(selection.TAB, value=labels[opened]),
        on_change=selection.write_meaning_to_url,
        args=(selection.TAB, meanings),
    )
