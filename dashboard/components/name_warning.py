"""A text that looks as if it names somebody: said beside the field, and saved only by whoever says so."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Literal

import streamlit as st

from dashboard.data.names import looks_like_names
from dashboard.data.reader import Reader
from dashboard.formatting import plain
from dashboard.texts import personal_data as words


def warn_of_names(text: str, *, reader: Reader) -> None:
    """Below a field: which words in it look like a name, if any."""
    names = looks_like_names(reader, text=text)
    if names:
        st.warning(words.names_in_form(tuple(map(plain, names))))


def save_button(
    label: str,
    *,
    texts: Sequence[str],
    reader: Reader,
    key: str,
    anyway: str = words.SAVE_ANYWAY,
    kind: Literal["primary", "secondary"] = "primary",
) -> bool:
    """The button that saves; while a text looks as if it names somebody it is another one, that saves anyway.

    Another text is another button: a click that was meant for what stood before saves nothing.
    """
    if not any(looks_like_names(reader, text=text) for text in texts):
        return st.button(label, type=kind, key=key)
    of_these = sha256("\0".join(texts).encode("utf-8", "replace")).hexdigest()[:12]
    return st.button(anyway, type=kind, key=f"{key}-toch-{of_these}")
