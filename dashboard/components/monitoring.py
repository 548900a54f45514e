"""Monitoringsafspraken: what is agreed, and the form in which the officer writes it down."""

from functools import partial

import streamlit as st

from dashboard import this_session
from dashboard.components.happened import say_what_happened
from dashboard.components.identity import ask_who
from dashboard.components.keeping import keep_typed
from dashboard.components.monitoring_form import agreed_before, said, type_agreement
from dashboard.components.monitoring_storing import stored
from dashboard.components.name_warning import save_button
from dashboard.components.table import show_table
from dashboard.data import catalogue, monitoring_history
from dashboard.data.monitoring import Monitoring
from dashboard.data.reader import Reader
from dashboard.formatting import counted, day, plain
from dashboard.texts import monitoring as words
from data_models import access
from data_models.access import Action, Actor
from data_models.commands import monitoring as commands
from data_models.commands.monitoring import MonitoringProposal
from data_models.facts import AreaFacts
from data_models.queries.monitoring import AgreementFacts

_PLACE = "afspraken"


def show_title(area: AreaFacts) -> None:
    """The area's name as the title, and what there is to see."""
    st.title(words.TITLE.format(area=area.name), anchor=False)
    st.text(words.INTRODUCTION)
    if area.fictional:
        st.caption(words.EXAMPLE_REGION)


def show_agreement(found: Monitoring, *, reader: Reader, area: AreaFacts) -> None:
    """What is agreed, or the form while it is being written down."""
    st.header(words.AGREED, anchor=False)
    if not this_session.is_open(_PLACE):
        say_what_happened(_PLACE)
        if found.agreement and found.is_agreed:
            _show(found.agreement, reader=reader)
        else:
            st.info(words.NONE if reader.hears(fictional=area.fictional) else words.FOR_WHO_TAKES_PART)
        _show_before(reader, area=area)
    actor = reader.actor
    if actor is None:
        st.text(words.SIGN_IN_FIRST)
        ask_who()
    elif not access.may(actor, Action.SET_NORMS):
        st.info(words.MAY_NOT)
    elif not this_session.is_open(_PLACE):
        st.button(
            words.CHANGE if found.is_agreed else words.WRITE,
            key="afspraken-wijzigen",
            on_click=this_session.open_version,
            args=(_PLACE,),
            kwargs={"version": found.version},
        )
    else:
        _offer_form(found, reader=reader, actor=actor)


def _show_before(reader: Reader, *, area: AreaFacts) -> None:
    """What stood there first, under how often it changed."""
    changes = monitoring_history.changes(reader, area=area)
    if not changes:
        return
    with st.expander(counted(len(changes), forms=words.BEFORE), key="afspraken-eerder"):
        for change in changes:
            st.caption(plain(change.title))
            for line in change.lines:
                st.text(line)


def _offer_form(found: Monitoring, *, reader: Reader, actor: Actor) -> None:
    key = f"{_PLACE}-{this_session.generation(_PLACE)}"
    with st.container(key="smal-afspraken"):
        keep_typed(_PLACE, actor=actor)
        proposal, problems, texts = type_agreement(found, reader=reader, key=key)
        say_what_happened(_PLACE)
        with st.container(horizontal=True, key="afspraken-knoppen"):
            if save_button(words.SAVE, texts=texts, reader=reader, key="afspraken-bewaren"):
                if problems:
                    this_session.tell(problems=problems, place=_PLACE)
                else:
                    _save(found, proposal=proposal, actor=actor)
                st.rerun()
            st.button(words.KEEP, key="afspraken-sluiten", on_click=_close)


def _close() -> None:
    this_session.close(_PLACE)
    this_session.next_generation(_PLACE)


def _save(found: Monitoring, *, proposal: MonitoringProposal, actor: Actor) -> None:
    seen = this_session.opened_version(_PLACE, current=found.version)
    write = partial(commands.save_agreement, actor=actor, seen_version=seen, proposal=proposal)
    version = stored(write, actor=actor, place=_PLACE, subject=_PLACE, conflict=words.CONFLICT)
    if version is not None:
        _close()
        before = agreed_before(found)
        this_session.tell(good=words.SAVED, place=_PLACE, undo=partial(_undo, before, version=version, actor=actor))


def _undo(before: MonitoringProposal | None, *, version: int, actor: Actor) -> None:
    write = partial(commands.clear_agreement, actor=actor, seen_version=version)
    if before is not None:
        write = partial(commands.save_agreement, actor=actor, seen_version=version, proposal=before)
    if stored(write, actor=actor, place=_PLACE, conflict=words.CALENDAR_CONFLICT) is not None:
        this_session.tell(good=words.SAVED_BACK, place=_PLACE)


def _show(agreement: AgreementFacts, *, reader: Reader) -> None:
    for question, answer in (
        (words.PURPOSE, agreement.purpose),
        (words.RHYTHM, agreement.rhythm),
        (words.SEES, agreement.sees),
        (words.DEFINITIONS, agreement.definitions),
    ):
        st.subheader(question, anchor=False)
        st.text(answer or words.NOT_FILLED)
    st.subheader(words.CHOSEN, anchor=False)
    known = {one.code: one for one in catalogue.indicators(reader)}
    rows = [
        {
            words.INDICATOR: known[code].short_name,
            words.DEFINITION: said(known[code]),
            words.COLLECTED_BY: collector or words.COLLECTOR_FALLBACK,
        }
        for code, collector in agreement.indicators.items()
        if code in known
    ]
    if rows:
        show_table(rows, key="tabel-gekozen-cijfers")
    else:
        st.text(words.NO_INDICATORS)
    st.subheader(words.PLANS_TITLE, anchor=False)
    plans = {one.plan: one for one in agreement.plans}
    if plans:
        show_table(
            [
                {
                    words.PLAN: name,
                    words.PLAN_RHYTHM_COLUMN: plans[code].rhythm,
                    words.PLAN_NEXT_COLUMN: day(on) if (on := plans[code].next_on) else "",
                }
                for code, name in words.PLANS.items()
                if code in plans
            ],
            key="tabel-plannen",
        )
    else:
        st.text(words.NO_PLANS)
    who = agreement.changed_by or words.SOMEBODY
    st.caption(plain(words.BY.format(organisation=who, day=day(agreement.updated_at))))
