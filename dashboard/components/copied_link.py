"""A button that copies an address: that of the view on the screen, or one that stands for something else."""

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from dashboard.texts import taking_along as words

_HERE = Path(__file__).with_name("taking_along.py")
_HTML = '<div class="row"><button type="button"></button><input readonly hidden><span role="status"></span></div>'
_link = st.components.v2.component(
    "copied-link",
    html=_HTML,
    css=_HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=_HERE.with_suffix(".js").read_text(encoding="utf-8"),
)


def offer_link_to_view(chosen: Mapping[str, str], *, key: str) -> None:
    """The address that shows this screen again, with what is chosen."""
    _link(data={"chosen": dict(chosen), "words": words.COPY}, key=key)


def offer_text_to_copy(text: str, *, address: str, labels: Mapping[str, str], key: str) -> None:
    """A text with an address in it; where a browser refuses to copy, the address is there to select."""
    _link(data={"text": text, "address": address, "words": dict(labels)}, key=key)
