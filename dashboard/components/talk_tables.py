"""Wie zit aan welke tafel: the overview of tables, by table and by organisation, and the form that changes one."""

from functools import partial

import streamlit as st

from dashboard import this_session
from dashboard.components import agreement_storing as storing
from dashboard.components.happened import say_what_happened
from dashboard.components.keeping import keep_typed
from dashboard.components.name_warning import warn_of_names
from dashboard.components.table import show_table
from dashboard.data.agreements import Agreed
from dashboard.data.reader import Reader
from dashboard.formatting import day, plain
from dashboard.texts import agreements as agreement_words
from dashboard.texts import escalations as level_words
from dashboard.texts import talk_tables as words
from data_models import access
from data_models.access import Action, Actor
from data_models.commands import talk_tables as commands
from data_models.commands.chain import LONGEST_NAME
from data_models.commands.talk_tables import LONGEST, TableProposal
from data_models.facts import AreaFacts
from data_models.queries.agreements import TableFacts
from data_models.tables.agreements import LEVELS

_PLACE = "overzicht-van-tafels"  # above the list, where is said what happened
_NEW = "tafel-nieuw"


def show_tables(found: Agreed, *, reader: Reader, area: AreaFacts) -> None:
    """The tables from near to far, where each organisation sits, and the form that adds a table."""
    st.text(words.INTRODUCTION)
    say_what_happened(_PLACE)
    if not found.tables:
        st.info(words.NONE if reader.hears(fictional=area.fictional) else agreement_words.FOR_WHO_TAKES_PART)
    for table in found.tables:
        with st.container(border=True, key=f"kader-tafel-{table.id}", gap="xsmall"):
            _show(table, reader=reader)
    if found.seats:
        st.header(words.SEATS, anchor=False)
        rows = [
            {words.ORGANISATION: name, words.SITS_AT: words.AND.join(one.name for one in tables)}
            for name, tables in found.seats.items()
        ]
        show_table(rows, key="tabel-wie-zit-waar")
    with st.container(key="smal-nieuw-tafel"):
        st.header(words.ADD_TITLE, anchor=False)
        if reader.actor is None:
            st.text(words.SIGN_IN_FIRST)
        elif access.may(reader.actor, Action.MAKE_AGREEMENTS):
            _add(reader=reader, actor=reader.actor)
        else:
            st.info(words.MAY_NOT)


def _show(table: TableFacts, *, reader: Reader) -> None:
    subject = f"tafel-{table.id}"
    actor = reader.actor
    may_change = actor is not None and access.may(actor, Action.MAKE_AGREEMENTS, region_id=table.region_id)
    st.markdown(f"**{plain(table.name)}**")
    level = level_words.LEVELS[table.level]
    st.caption(plain(words.RHYTHM_LINE.format(level=level, rhythm=table.rhythm) if table.rhythm else level))
    st.text(words.TASK_LINE.format(task=table.task))
    members = words.AND.join(table.members)
    st.text(words.MEMBERS_LINE.format(members=members) if members else words.NO_MEMBERS)
    if table.changed_by:
        on = day(table.updated_at)
        st.caption(plain(words.BY.format(organisation=table.changed_by, day=on)))
    say_what_happened(subject)
    if actor is None or not may_change:
        return
    if this_session.is_open(subject):
        with st.container(key=f"smal-{subject}"):
            _change(table, subject=subject, reader=reader, actor=actor)
        return
    with st.container(horizontal=True, key=f"{subject}-knoppen"):
        st.button(
            words.CHANGE,
            key=f"{subject}-wijzigen",
            on_click=this_session.open_version,
            args=(subject,),
            kwargs={"version": table.version},
        )
        st.button(
            words.REMOVE,
            key=f"{subject}-weg",
            on_click=storing.remove,
            args=(partial(commands.remove_table, table_id=table.id, seen_version=table.version),),
            kwargs={
                "put_back": partial(commands.put_back_table, table_id=table.id),
                "actor": actor,
                "place": _PLACE,
                "good": words.REMOVED,
                "again": words.PUT_BACK,
            },
        )


def _add(*, reader: Reader, actor: Actor) -> None:
    keep_typed(_NEW, actor=actor)
    proposal = _type(None, reader=reader, key=f"{_NEW}-{this_session.generation(_NEW)}")

    def save() -> bool:
        return storing.done(
            partial(commands.add_table, actor=actor, proposal=proposal),
            actor=actor,
            subject=_NEW,
            place=_PLACE,
            good=words.ADDED,
            back=lambda number: partial(commands.remove_table, actor=actor, table_id=number, seen_version=1),
            undone=words.REMOVED,
            typed=_texts(proposal),
        )

    faults = commands.faults(proposal)
    storing.offer_to_save(words.ADD, subject=_NEW, faults=faults, save=save, texts=_texts(proposal), reader=reader)


def _change(table: TableFacts, *, subject: str, reader: Reader, actor: Actor) -> None:
    keep_typed(subject, actor=actor)
    standing = TableProposal(table.name, table.level, table.task, "\n".join(table.members), table.rhythm)
    proposal = _type(standing, reader=reader, key=f"{subject}-{this_session.generation(subject)}")

    def save() -> bool:
        seen = this_session.opened_version(subject, current=table.version)
        write = partial(commands.change_table, actor=actor, table_id=table.id)
        return storing.done(
            partial(write, seen_version=seen, proposal=proposal),
            actor=actor,
            subject=subject,
            place=_PLACE,
            good=words.CHANGED,
            back=lambda version: partial(write, seen_version=version, proposal=standing),
            typed=_texts(proposal),
        )

    faults = commands.faults(proposal)
    storing.offer_to_save(words.SAVE, subject=subject, faults=faults, save=save, texts=_texts(proposal), reader=reader)
    st.button(words.CLOSE, key=f"{subject}-sluiten", on_click=this_session.close, args=(subject,))


def _type(standing: TableProposal | None, *, reader: Reader, key: str) -> TableProposal:
    """The fields of a table, filled with what stands."""
    name = st.text_input(
        words.NAME,
        standing.name if standing else "",
        max_chars=LONGEST_NAME,
        placeholder=words.NAME_PLACEHOLDER,
        key=f"{key}-naam",
    )
    level = st.selectbox(
        words.LEVEL,
        LEVELS,
        index=LEVELS.index(standing.level) if standing else 1,
        format_func=level_words.LEVELS.__getitem__,
        key=f"{key}-niveau",
    )
    task = st.text_area(
        words.TASK, standing.task if standing else "", max_chars=LONGEST, height=80, key=f"{key}-opdracht"
    )
    members = st.text_area(
        words.MEMBERS,
        standing.members if standing else "",
        max_chars=LONGEST,
        placeholder=words.MEMBERS_PLACEHOLDER,
        height=120,
        key=f"{key}-leden",
    )
    rhythm = st.text_input(
        words.RHYTHM,
        standing.rhythm if standing else "",
        max_chars=LONGEST_NAME,
        placeholder=words.RHYTHM_PLACEHOLDER,
        key=f"{key}-ritme",
    )
    proposal = TableProposal(name, level, task, members, rhythm)
    for text in _texts(proposal):
        warn_of_names(text, reader=reader)
    return proposal


def _texts(proposal: TableProposal) -> tuple[str, ...]:
    return proposal.name, proposal.task, proposal.members, proposal.rhythm
