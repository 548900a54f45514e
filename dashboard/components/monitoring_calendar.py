"""The calendar of figures to come: what is due, what is late, and for who prepares putting figures on it."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import streamlit as st

from dashboard import navigation, selection, this_session
from dashboard.components.happened import say_what_happened
from dashboard.components.keeping import keep_typed
from dashboard.components.monitoring_form import fault
from dashboard.components.monitoring_storing import stored
from dashboard.components.table import show_table
from dashboard.data import catalogue, people
from dashboard.data import monitoring as data
from dashboard.data.monitoring import Monitoring
from dashboard.data.reader import Reader
from dashboard.formatting import counted, day, typed_day
from dashboard.texts import monitoring as words
from data_models import access
from data_models.access import Action, Actor
from data_models.commands import monitoring as commands
from data_models.facts import AreaFacts, IndicatorFacts
from data_models.queries.monitoring import ExpectedFacts

_PLACE = "kalender"


def show_calendar(found: Monitoring, *, reader: Reader) -> None:
    """The figures that are expected, the first day first, and how it is with each."""
    st.header(words.CALENDAR, anchor=False)
    st.text(words.CALENDAR_INTRODUCTION)
    known = {one.code: one for one in catalogue.indicators(reader)}
    say_what_happened(_PLACE)
    late = found.late()
    if late:
        st.info(said_late(late, known=known))
    today = people.today()
    if found.expected:
        show_table(
            [
                {
                    words.DUE_ON: day(one.due_on),
                    words.INDICATOR: known[one.indicator].short_name,
                    words.OVER_YEAR: str(one.year),
                    words.STATE: data.state(one, on=today),
                }
                for one in found.expected
            ],
            key="tabel-kalender",
        )
    else:
        st.text(words.NO_CALENDAR)
    actor = reader.actor
    if actor is not None and access.may(actor, Action.SET_NORMS):
        with st.container(key="smal-kalender"):
            keep_typed(_PLACE, actor=actor)
            _offer_expecting(found, known=known, actor=actor, this_year=today.year)
            if found.expected:
                _offer_dropping(found, known=known, actor=actor)


def show_late(reader: Reader, *, area: AreaFacts) -> None:
    """On another screen: which figures should have been there, with the way to the calendar; nothing when none is."""
    late = data.late_of(reader, fictional=area.fictional)
    if not late:
        return
    known = {one.code: one for one in catalogue.indicators(reader)}
    with st.container(key="te-laat", gap="xsmall"):
        st.text(said_late(late, known=known))
        address = selection.address(**{selection.AREA: area.code})
        st.page_link(navigation.MONITORING, label=words.TO_CALENDAR, width="stretch", query_params=address)


def said_late(late: Sequence[ExpectedFacts], *, known: dict[str, IndicatorFacts]) -> str:
    """How many figures are late, and which."""
    which = ", ".join(_called(one, known=known) for one in late)
    return counted(len(late), forms=words.LATE_NOTICE, which=which)


def _called(one: ExpectedFacts, *, known: dict[str, IndicatorFacts]) -> str:
    return words.DROP_OPTION.format(indicator=known[one.indicator].short_name, year=one.year)


def _offer_expecting(found: Monitoring, *, known: dict[str, IndicatorFacts], actor: Actor, this_year: int) -> None:
    """The form: the figures that were chosen together come first."""
    st.subheader(words.EXPECT_TITLE, anchor=False)
    chosen = list(found.agreement.indicators) if found.agreement else []
    key = f"{_PLACE}-{this_session.generation(_PLACE)}"
    indicator = st.selectbox(
        words.EXPECT_INDICATOR,
        [*chosen, *(code for code in known if code not in chosen)],
        index=None,
        format_func=lambda code: known[code].short_name,
        placeholder=words.EXPECT_INDICATOR_PLACEHOLDER,
        filter_mode="contains",
        key=f"{key}-cijfer",
    )
    first, second = st.columns(2)
    year = first.text_input(words.EXPECT_YEAR, str(this_year - 1), key=f"{key}-jaar")
    due = second.text_input(words.EXPECT_DUE, key=f"{key}-dag")
    say_what_happened(f"{_PLACE}-formulier")
    if st.button(words.EXPECT, type="primary", key="kalender-toevoegen"):
        _expect(indicator or "", year=year, due_on=typed_day(due), actor=actor)
        st.rerun()


def _expect(indicator: str, *, year: str, due_on: date | None, actor: Actor) -> None:
    place = f"{_PLACE}-formulier"
    number = int(year) if year.strip().isdecimal() else 0
    wrong = [] if indicator else ["indicator_missing"]
    if due_on is None:
        wrong.append("date_missing")
    elif not commands.FIRST_YEAR <= number <= due_on.year:
        wrong.append("year_impossible")
    if wrong or due_on is None:
        this_session.tell(problems=[fault(name) for name in wrong], place=place)
        return
    write = partial(commands.expect_figure, actor=actor, indicator=indicator, year=number, due_on=due_on)
    added = stored(write, actor=actor, place=place, conflict=words.CALENDAR_CONFLICT)
    if added is not None:
        this_session.next_generation(_PLACE)
        undo = partial(_drop, added, version=1, actor=actor)
        this_session.tell(good=words.EXPECTED, place=_PLACE, undo=undo)


def _offer_dropping(found: Monitoring, *, known: dict[str, IndicatorFacts], actor: Actor) -> None:
    with st.popover(words.DROP, key=f"{_PLACE}-weg-vraag"):
        options = {one.id: one for one in found.expected}
        number = st.selectbox(
            words.DROP_WHICH,
            list(options),
            format_func=lambda number: _called(options[number], known=known),
            key=f"{_PLACE}-weg-keuze",
        )
        if number in options:
            st.button(
                words.DROP,
                key=f"{_PLACE}-weg",
                on_click=_drop,
                args=(number,),
                kwargs={"version": options[number].version, "actor": actor},
            )


def _drop(number: int, *, version: int, actor: Actor) -> None:
    write = partial(commands.drop_expected_figure, actor=actor, expected_id=number, seen_version=version)
    after = stored(write, actor=actor, place=_PLACE, conflict=words.CALENDAR_CONFLICT)
    if after is not None:
        undo = partial(_put_back, number, version=after, actor=actor)
        this_session.tell(good=words.DROPPED, place=_PLACE, undo=undo)


def _put_back(number: int, *, version: int, actor: Actor) -> None:
    write = partial(commands.put_back_expected_figure, actor=actor, expected_id=number, seen_version=version)
    if stored(write, actor=actor, place=_PLACE, conflict=words.CALENDAR_CONFLICT) is not None:
        this_session.tell(good=words.PUT_BACK, place=_PLACE)
