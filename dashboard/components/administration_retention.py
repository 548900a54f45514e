"""Beheer, Bewaren: how long the region keeps what people told it, what is older, and taking that away."""

import streamlit as st

from dashboard import this_session
from dashboard.components.calm import telling_outages
from dashboard.components.happened import say_what_happened
from dashboard.components.table import show_table
from dashboard.data import retention as data
from dashboard.data.reader import Reader
from dashboard.data.retention import RetentionView
from dashboard.formatting import count, counted, day
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
    years = [0, *range(1, LONGEST_KEPT + 1)]
    chosen = st.selectbox(
        words.YEARS,
        years,
        index=years.index(found.agreed.years or 0),
        format_func=lambda one: counted(one, forms=words.YEARS_FORMS) if one else words.NO_YEARS,
        key=f"bewaren-jaren-{found.agreed.version}",
    )
    if st.button(words.SAVE, key="bewaren-jaren-bewaren", type="primary"):  # with what is chosen now, not before
        _save(chosen or None, found.agreed.version, actor)
        st.rerun()


def _save(years: int | None, seen: int, actor: Actor) -> None:
    with telling_outages(PLACE):
        try:
            with database.writing(actor=actor) as session:
                commands.set_retention(session, actor=actor, seen_version=seen, years=years)
        except commands.RetentionConflictError:
            this_session.tell(problems=[words.CONFLICT], place=PLACE)
        else:
            this_session.tell(good=words.SAVED, place=PLACE)


def _show_what_goes(found: RetentionView, *, actor: Actor) -> None:
    if found.before is None or found.agreed.years is None:
        st.text(words.NOTHING_AGREED)
        return
    said = {"years": found.agreed.years, "day": day(found.before.date())}
    if not found.goes:
        st.text(words.NOTHING_GOES.format(**said))
        return
    st.text(words.OLDER.format(**said))
    rows = [
        {words.YEAR: str(year), words.CONTRIBUTIONS: count(number)} for year, number in found.goes.contributions.items()
    ]
    if rows:
        show_table(rows, key="tabel-bewaren")
    if found.goes.invited:
        st.text(counted(found.goes.invited, forms=words.INVITED))
    if found.goes.practice:
        st.text(counted(found.goes.practice, forms=words.PRACTICE))
    with st.popover(words.REMOVE, key="bewaren-weg"):
        st.text(words.CERTAIN)
        st.button(words.REMOVE_CERTAIN, key="bewaren-weg-zeker", on_click=_remove, args=(found, actor))


def _remove(found: RetentionView, actor: Actor) -> None:
    if found.before is None:
        return
    with telling_outages(PLACE):
        try:
            with database.writing(actor=actor) as session:
                gone = commands.remove_expired(session, actor=actor, before=found.before, seen=found.goes)
        except (commands.RetentionConflictError, commands.NothingAgreedError):
            this_session.tell(problems=[words.CONFLICT], place=PLACE)
        else:
            removed = [counted(sum(gone.contributions.values()), forms=words.REMOVED)]
            removed += [counted(gone.practice, forms=words.REMOVED_PRACTICE)] if gone.practice else []
            this_session.tell(good=" ".join(removed), place=PLACE)
