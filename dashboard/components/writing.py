"""The field in which people answer: what they type is kept while they type, and shared when they say so."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import streamlit as st

from dashboard import drafts, writing_route
from dashboard.texts import writing as words
from data_models.access import Actor
from data_models.commands.drafts import LONGEST
from data_models.facts import DraftFacts

ADDRESS = "/concept"  # of dashboard/draft_route.py
_HERE = Path(__file__)
_OPTIONS = {
    "visibility": list(words.VISIBILITIES.items()),
    "recognition": list(words.RECOGNITIONS.items()),
    "valuation": list(words.VALUATIONS.items()),
}
_HTML = '<div class="room"></div>'
_CSS = _HERE.with_suffix(".css").read_text(encoding="utf-8")
_SCRIPT = f"""const field = await import(new URL("{writing_route.ADDRESS}", location.origin).href);
export default field.default;"""
_field = st.components.v2.component("writing", html=_HTML, css=_CSS, js=_SCRIPT)


@dataclass(frozen=True, slots=True)
class Shared:
    """What someone shared: the version of the draft that holds the words, and what was chosen with it."""

    version: int
    recognition: str = ""  # ja, deels, nee; empty when not asked or not chosen
    valuation: int | None = None  # 1 zorgelijk … 5 goed
    visibility: str = "region"
    shows_name: bool = False
    anyway: bool = False  # although the words look as if they name somebody


NOTHING_CHOSEN = Shared(version=0)
CHOICES: dict[int, Literal["none", "recognition", "valuation"]] = {1: "recognition", 3: "valuation"}  # by question


def write_answer(
    *,
    actor: Actor,
    subject: str,
    label: str,
    placeholder: str,
    draft: DraftFacts | None,
    initial: str = "",
    base_version: int = 0,
    choice: Literal["none", "recognition", "valuation"] = "none",
    speaks_for: Mapping[str, str] | None = None,
    alone: bool = False,
    added: tuple[str, str] | None = None,
    chosen: Shared = NOTHING_CHOSEN,
    generation: str,
    refusals: int = 0,
    warning: str = "",
    key: str,
) -> Shared | None:
    """A field for one answer; what was shared, in the run in which someone shares, else None.

    The field starts with the draft, else with `initial`; `base_version` is the version of the contribution that
    `initial` comes from. It is emptied only by another `generation`, after what it shows was shared; one more of
    `refusals` says that what was shared was not taken. A `warning` about the text of the draft stands beside it until
    that text changes or is shared anyway. Who `speaks_for` somebody else chooses among these visibilities, and shows
    no name. Words that stand `alone` are everybody's: nothing is chosen with them. What is `added` (its name, and
    words) is put below what stands in the field, once.
    """
    data = {
        "address": ADDRESS,
        "token": drafts.sign(actor.person_id, region_id=actor.region_id, subject=subject, sign_in_id=actor.sign_in_id),
        "person": actor.person_id,
        "region": actor.region_id,
        "subject": subject,
        "label": label,
        "placeholder": placeholder,
        "draft": draft and {"text": draft.text, "version": draft.version, "base_version": draft.base_version},
        "initial": initial,
        "base_version": base_version,
        "choice": choice,
        "chosen": asdict(chosen),
        "options": _OPTIONS if speaks_for is None else _OPTIONS | {"visibility": list(speaks_for.items())},
        "named": speaks_for is None,
        "alone": alone,
        "added": added and {"id": added[0], "text": added[1]},
        "generation": generation,
        "refusals": refusals,
        "warning": {"text": draft.text, "words": warning} if draft and warning else None,
        "most": LONGEST,
    }
    result = _field(data=data, key=key, on_share_change=_nothing, on_renew_change=_nothing)
    return _shared(result.get("share"))


def write_words(
    *,
    address: str,
    token: str,
    writer: str,
    subject: str,
    label: str,
    placeholder: str,
    draft: DraftFacts,
    key: str,
    most: int,
) -> None:
    """A field that keeps what is typed by `writer` through another route, and shares nothing itself."""
    data = {
        "address": address,
        "token": token,
        "person": writer,
        "region": 0,
        "subject": subject,
        "label": label,
        "placeholder": placeholder,
        "draft": {"text": draft.text, "version": draft.version, "base_version": 0} if draft.version else None,
        "initial": "",
        "base_version": 0,
        "choice": "none",
        "chosen": asdict(NOTHING_CHOSEN),
        "options": _OPTIONS,
        "named": False,
        "shares": False,
        "generation": "0",
        "refusals": 0,
        "warning": None,
        "most": most,
    }
    _field(data=data, key=key, on_share_change=_nothing, on_renew_change=_nothing)


def _nothing() -> None:
    """A trigger must have a callback; the run that follows does the work."""


def _shared(sent: Any) -> Shared | None:  # noqa: ANN401  # whatever a browser sends
    if not isinstance(sent, dict):
        return None
    valuation, visibility, recognition = sent.get("valuation"), sent.get("visibility"), sent.get("recognition")
    return Shared(
        version=int(sent.get("version", 0)),
        recognition=recognition if recognition in words.RECOGNITIONS else "",
        valuation=valuation if str(valuation) in words.VALUATIONS else None,
        visibility=visibility if visibility in words.VISIBILITIES else NOTHING_CHOSEN.visibility,
        shows_name=sent.get("shows_name") is True,
        anyway=sent.get("anyway") is True,
    )
