"""Which lines of the logboek one wants to see: chosen on the screen, kept in the URL."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import streamlit as st

from dashboard import selection
from dashboard.data import audit
from dashboard.data.reader import Reader
from dashboard.formatting import typed_day
from dashboard.texts import audit as words
from dashboard.texts.people import ROLES
from data_models.queries.audit import AuditFilter

_CLOCK = ZoneInfo("Europe/Amsterdam")
_MOST_LETTERS = 100  # of what is sought
_MOST_DIGITS = 9  # of a line's number: more does not fit the database

WHO = "wie"
ROLE = "rol"
DONE = "gedaan"
KIND = "soort"
SINCE = "van"
UNTIL = "tot"
SOUGHT = "zoek"
_FILTERS = (WHO, ROLE, DONE, KIND, SINCE, UNTIL, SOUGHT)
_AFTER = "na"


def page_after() -> int | None:
    """The line after which the page begins that one has turned to; None: the first page."""
    after = _written(_AFTER)
    return int(after) if after.isdecimal() and len(after) <= _MOST_DIGITS else None


def turn_to(line_id: int | None = None) -> None:
    """Go to the page that begins after this line, or to the first."""
    st.query_params.pop(_AFTER, None)
    if line_id is not None:
        st.query_params[_AFTER] = str(line_id)


def choose_lines(reader: Reader) -> tuple[AuditFilter, list[str]]:
    """Choose which lines; answers what was chosen, and what cannot be understood of it."""
    is_part = any(_written(name) for name in _FILTERS)
    with (
        st.expander(words.FILTER_ON if is_part else words.FILTER, expanded=is_part),
        st.container(horizontal=True, vertical_alignment="bottom", key="logboek-keuzes"),
    ):
        people = {str(number): name for number, name in audit.people(reader).items()}
        who = _choose_from(WHO, label=words.WHO, options={"": words.EVERYBODY, **people})
        roles = {str(role): name for role, name in ROLES.items()}
        role = _choose_from(ROLE, label=words.ROLE, options={"": words.EVERY_ROLE, **roles})
        action = _choose_from(DONE, label=words.ACTION, options={"": words.EVERYTHING, **_by_name(words.ACTIONS)})
        kind = _choose_from(KIND, label=words.KIND, options={"": words.EVERYTHING, **_by_name(words.KINDS)})
        since = _type(SINCE, label=words.SINCE, placeholder=words.DAY_PLACEHOLDER)
        until = _type(UNTIL, label=words.UNTIL, placeholder=words.DAY_PLACEHOLDER)
        sought = _type(SOUGHT, label=words.SOUGHT)
        if is_part:
            st.button(words.CLEAR, key="logboek-alles", on_click=_forget)
    begin, end = (_midnight(since, days=0), _midnight(until, days=1))
    problems = [
        words.DAY_UNREADABLE.format(typed=typed)
        for typed, read in ((since, begin), (until, end))
        if typed and read is None
    ]
    if begin and end and begin >= end:
        problems.append(words.PERIOD_EMPTY)
    return AuditFilter(int(who) if who else None, role, action, kind, begin, end, sought), problems


def _by_name(names: dict[str, str]) -> dict[str, str]:
    return dict(sorted(names.items(), key=lambda item: item[1]))


def _choose_from(parameter: str, *, label: str, options: dict[str, str]) -> str:
    value = selection.optional(parameter, options=list(options), default="")
    st.selectbox(
        label,
        list(options),
        format_func=options.__getitem__,
        key=selection.widget_key(parameter, value=value),
        filter_mode="contains",
        on_change=_write_to_url,
        args=(parameter,),
        width=260,
    )
    return value


def _type(parameter: str, *, label: str, placeholder: str = "") -> str:
    value = _written(parameter).strip()
    st.text_input(
        label,
        key=selection.widget_key(parameter, value=value),
        placeholder=placeholder,
        max_chars=_MOST_LETTERS,
        on_change=_write_to_url,
        args=(parameter,),
        width=260,
    )
    return value


def _midnight(typed: str, *, days: int) -> datetime | None:
    """The moment at which the day that was typed begins, or so many days later; None when it is no day."""
    day = typed_day(typed)
    if day is None:
        return None
    try:
        return datetime.combine(day + timedelta(days=days), time(), tzinfo=_CLOCK)
    except OverflowError:
        return None


def _written(parameter: str) -> str:
    said = str(st.query_params.get(parameter, ""))[:_MOST_LETTERS]
    return said.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")  # what no database takes


def _write_to_url(parameter: str) -> None:
    """What was chosen; other lines begin at their first page."""
    selection.write_to_url(parameter)
    st.query_params.pop(_AFTER, None)


def _forget() -> None:
    for parameter in (*_FILTERS, _AFTER):
        st.query_params.pop(parameter, None)
