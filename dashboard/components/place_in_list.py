"""Coming back to a list of links: one stands on the link that one followed, as when the list had stayed."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

_SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
_keep = st.components.v2.component("place-in-list", html="<span></span>", js=_SCRIPT)


def keep_place(list_key: str, *, parameters: Sequence[str]) -> None:
    """In the container with this key; the list is the same as before when the address has the same parameters."""
    _keep(data={"list": list_key, "names": list(parameters)}, key=f"plek-{list_key}")
