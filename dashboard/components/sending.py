"""The button that sends what an invited person wrote, in the versions that their browser knows to be saved."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from dashboard.texts import invited as words

_HERE = Path(__file__)
_HTML = '<div class="row"><button type="button"></button><span role="status"></span></div>'
_SCRIPT = f"const WORDS = {json.dumps(words.SENDING)};\n{_HERE.with_suffix('.js').read_text(encoding='utf-8')}"
_button = st.components.v2.component(
    "sending", html=_HTML, css=_HERE.with_suffix(".css").read_text(encoding="utf-8"), js=_SCRIPT
)


@dataclass(frozen=True, slots=True)
class Sent:
    """What somebody sends: the version of each answer by question, and of which words they know that they name."""

    versions: Mapping[int, int]
    anyway: str


def offer_to_send(*, writer: str, anyway: str, round_: str, key: str) -> Sent | None:
    """The button; what is sent, in the run in which somebody sends, else None.

    `anyway` stands for the words of which was said that they seem to name somebody; another `round_` says that what
    was sent before was answered.
    """
    result = _button(data={"writer": writer, "anyway": anyway, "round": round_}, key=key, on_send_change=_nothing)
    sent = result.get("send")
    if not isinstance(sent, dict) or not isinstance(sent.get("versions"), dict):
        return None
    versions = sent["versions"].items()
    known = {
        int(name): int(version) for name, version in versions if str(name).isdecimal() and str(version).isdecimal()
    }
    return Sent(known, anyway=str(sent.get("anyway") or ""))


def _nothing() -> None:
    """A trigger must have a callback; the run that follows does the work."""
