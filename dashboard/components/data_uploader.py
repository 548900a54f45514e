"""The Dutch names of the buttons of Streamlit's own field for a file, for who hears the page instead of seeing it."""

import json
from pathlib import Path

import streamlit as st

from dashboard.texts import data as words

_HERE = Path(__file__)
_name = st.components.v2.component(
    "uploader",
    html="<span hidden></span>",
    js=f"const WORDS = {json.dumps(words.UPLOADER)};\n{_HERE.with_suffix('.js').read_text(encoding='utf-8')}",
)


def say_in_dutch() -> None:
    """Name the buttons of the field for a file in this container; what one sees of them is in `screen.css`."""
    _name(key="bestand-namen")
