"""Beheer, Regio en gebieden: storing a change once the person saw what it means, or saying why that cannot be."""

from collections.abc import Callable, Sequence
from zlib import crc32

import streamlit as st

from dashboard import this_session
from dashboard.components.calm import telling_outages
from dashboard.formatting import number, percentage
from dashboard.texts import regions as words
from data_models import database
from data_models.access import Actor, NotAllowedError
from data_models.commands.compositions import CompositionConflictError, undo_last_change
from data_models.commands.regions import RegionConflictError, RegionRefusedError
from data_models.composing import CompositionRefusedError
from data_models.personal_data import PersonalDataError

PLACE = "regio"
undo = undo_last_change


def fault(refused: CompositionRefusedError | RegionRefusedError) -> str:
    """Why it cannot be, in words."""
    about = dict(refused.about)
    if "share" in about:
        about["share"] = percentage(float(about["share"]) * 100, decimals=0)
    if "sector" in about:
        about["sector"] = words.SECTORS[str(about["sector"])]
    return words.FAULTS[refused.fault].format(**about)


def confirmed(means: Sequence[str], *, proposal: object) -> bool:
    """Say what the change means, with the button that stores it; what was typed since is never stored unseen.

    The button belongs to one proposal: a click that comes together with another one finds its button gone.
    """
    with st.container(border=True, key="regio-betekent"):
        st.markdown(f"**{words.MEANS}**")
        for sentence in means:
            st.text(sentence)
        key = f"regio-vastleggen-{crc32(repr(proposal).encode())}"
        return st.button(words.CONFIRM, type="primary", key=key)


@telling_outages(PLACE)
def store(command: Callable[..., object], *, actor: Actor, done: str, form: str = "", **asked: object) -> None:
    """Store it, and say so or why not at the form; `form` is the one in which something was typed for it."""
    try:
        with database.writing(actor=actor) as session:
            command(session, actor=actor, **asked)
    except (CompositionConflictError, RegionConflictError):
        this_session.tell(problems=[words.CONFLICT], place=PLACE)
    except (CompositionRefusedError, RegionRefusedError) as refused:
        this_session.tell(problems=[fault(refused)], place=PLACE)
    except PersonalDataError:
        this_session.tell(problems=[words.PERSONAL_DATA], place=PLACE)
    except NotAllowedError:
        this_session.tell(problems=[words.MAY_NOT], place=PLACE)
    else:
        this_session.end_typing(form)
        this_session.tell(good=done, place=PLACE)


class NotReadableError(ValueError):
    """What was typed is no year or percentage; its text says so in Dutch."""


def type_year(label: str, *, key: str, value: int | None, optional: bool = False) -> int | None:
    """Type a year; with `optional` an empty field is None. Raises `NotReadableError`."""
    typed = st.text_input(
        label,
        "" if value is None else str(value),
        key=key,
        placeholder=words.STAYS if optional else None,
        max_chars=10,
    ).strip()
    if optional and not typed:
        return None
    if not (typed.isascii() and typed.isdigit() and len(typed) == len("2025")):
        raise NotReadableError(words.NOT_A_YEAR.format(typed=typed))
    return int(typed)


def type_share(label: str, *, key: str, value: float) -> float:
    """Type a percentage with a decimal comma, and answer it as a share (0 to 1). Raises `NotReadableError`."""
    shown = number(value * 100, decimals=2).rstrip("0").rstrip(",")
    typed = st.text_input(label, shown, key=key, max_chars=10)
    written = typed.strip().removesuffix("%").strip().replace(",", ".")
    if not written.replace(".", "", 1).isdigit() or not written.isascii():
        raise NotReadableError(words.NOT_A_SHARE.format(typed=typed.strip()))
    share = float(written) / 100
    if share > 1:
        raise NotReadableError(words.NOT_A_SHARE.format(typed=typed.strip()))
    return round(share, 6)
