"""Beheer, Bewaren: how long the region keeps what was told and decided, what is older, and taking that away."""

import streamlit as st

from dashboard import this_session
from dashboard.components.calm import telling_outages
from dashboard.components.happened import say_what_happened
from dashboard.data import retention as data
from dashboard.data.reader import Reader
from dashboard.data.retention import RetentionView
from dashboard.formatting import counted, day
from dashboard.texts import administration
from dashboard.texts import retention as words
from data_models import database
from data_models.access import Actor
from data_models.commands import retention as commands
from data_models.tables.retention import LONGEST_KEPT

PLACE = "bewaren"


def show_retention(reader: Reader) -> None:
    """What was agreed, the way to change it, and what may go by it."""
    st.header(administration.SECTIONS["bewaren"], anchor=False)
    if reader.actor is None:
        return
    found = data.view(reader.actor)
    with st.container(key="smal-bewaren"):
        st.text(words.INTRODUCTION)
        say_what_happened(PLACE)
        _choose(found, actor=reader.actor)
        st.subheader(words.GOES, anchor=False)
        _show_what_goes(found, actor=reader.actor)


def _choose(found: RetentionView, *, actor: Actor) -> None:
    agreed = found.agreed
    years = _choose_years(words.YEARS, agreed.years, key=f"bewaren-jaren-{agreed.version}")
    st.caption(words.YEARS_ABOUT)
    decided = _choose_years(words.DECISION_YEARS, agreed.decision_years, key=f"bewaren-besluiten-{agreed.version}")
    st.caption(words.DECISION_YEARS_ABOUT)
    if st.button(words.SAVE, key="bewaren-jaren-bewaren", type="primary"):  # with what is chosen now, not before
        _save(years, decided, agreed.version, actor=actor)
        st.rerun()


def _choose_years(label: str, agreed: int | None, *, key: str) -> int | None:
    years = [0, *range(1, LONGEST_KEPT + 1)]
    chosen = st.selectbox(
        label,
        years,
        index=years.index(agreed or 0),
        format_func=lambda one: counted(one, forms=words.YEARS_FORMS) if one else words.NO_YEARS,
        key=key,
    )
    return chosen or None


def _save(years: int | None, decided: int | None, seen: int, *, actor: Actor) -> None:
    with telling_outages(PLACE):
        try:
            with database.writing(actor=actor) as session:
                commands.set_retention(session, actor=actor, seen_version=seen, years=years, decision_years=decided)
        except commands.RetentionConflictError:
            this_session.tell(problems=[words.CONFLICT], place=PLACE)
        else:
            this_session.tell(good=words.SAVED, place=PLACE)


def _show_what_goes(found: RetentionView, *, actor: Actor) -> None:
    if not found.agreed.is_agreed:
        st.text(words.NOTHING_AGREED)
        return
    if not found.goes:
        st.text(words.NOTHING_GOES.format(since=data.since(found.before)))
        return
    told, decided = data.told(found.goes), data.decided(found.goes)
    if found.before.told is not None and told:
        st.text(words.OLDER["told"].format(day=day(found.before.told)))
        st.markdown("\n".join(f"- {line}" for line in told))
    if found.before.decided is not None and decided:
        st.text(words.OLDER["decided"].format(day=day(found.before.decided)))
        st.markdown("\n".join(f"- {line}" for line in decided))
    with st.popover(words.REMOVE, key="bewaren-weg"):
        st.text(words.CERTAIN)
        st.button(words.REMOVE_CERTAIN, key="bewaren-weg-zeker", on_click=_remove, args=(found, actor))


def _remove(found: RetentionView, actor: Actor) -> None:
    with telling_outages(PLACE):
        try:
            with database.writing(actor=actor) as session:
                gone = commands.remove_expired(session, actor=actor, before=found.before, seen=found.goes)
        except (commands.RetentionConflictError, commands.NothingAgreedError):
            this_session.tell(problems=[words.CONFLICT], place=PLACE)
        else:
            this_session.tell(good=words.REMOVED.format(what=data.in_short(gone)), place=PLACE)
