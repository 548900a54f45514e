"""What looks like a person's name in what someone typed; names of areas are none."""

import streamlit as st

from dashboard.data import catalogue
from dashboard.data.reader import HASHED, Reader
from data_models import personal_names


def looks_like_names(reader: Reader, *, text: str) -> tuple[str, ...]:
    """The words in the text that look like a person's name, each once."""
    return personal_names.looks_like_names(text, places=_places(reader))


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=HASHED)
def _places(reader: Reader) -> frozenset[str]:
    """What areas are called, in small letters."""
    return frozenset(area.name.casefold() for area in catalogue.areas(reader))
