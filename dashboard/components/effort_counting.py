"""Entering how much was counted of an output or outcome: protected before it is stored, corrected, taken away."""

from datetime import UTC, datetime
from functools import partial

import streamlit as st

from dashboard import this_session
from dashboard.calculations.yields import protected
from dashboard.components import effort_storing as storing
from dashboard.components.happened import say_what_happened
from dashboard.components.keeping import keep_typed
from dashboard.components.name_warning import save_button, warn_of_names
from dashboard.data import efforts as data
from dashboard.data.reader import Reader
from dashboard.sources.columns import dutch_numbers
from dashboard.texts import efforts as words
from data_models.access import Actor
from data_models.commands import measuring as commands
from data_models.commands.chain import LONGEST_NAME
from data_models.commands.measuring import Counted
from data_models.protected import WITHHELD
from data_models.queries.efforts import YieldFacts


def enter_figure(one: YieldFacts, *, reader: Reader, actor: Actor, close: str) -> None:
    """The form for the count of a year, and the way to take what stands for that year away."""
    subject = f"aantal-{one.id}"
    key = f"{subject}-{this_session.generation(subject)}"
    if not this_session.is_open(subject):
        this_session.open_version(subject, version=one.version)
        this_session.keep(subject, value=dict(one.versions))
    keep_typed(_typing(one), actor=actor)
    if one.counts_people:
        st.caption(words.SMALL_HELP)
    counted, problems = _type(one, reader=reader, key=key)
    standing = next((figure for figure in one.measurements if figure.year == counted.year), None)
    if standing is not None:
        st.caption(words.STANDS.format(figure=data.figure(standing, unit=one.unit)))
    say_what_happened(subject)
    if save_button(words.ENTER_SAVE, texts=(counted.source,), reader=reader, key=f"{subject}-bewaren"):
        if problems:
            this_session.tell(problems=problems, place=subject)
        elif _enter(one, counted=counted, actor=actor, subject=subject):
            this_session.next_generation(subject)
            this_session.close(subject)
            this_session.end_typing(_typing(one))
            this_session.close(close)
        st.rerun()
    if standing is not None:
        st.button(
            words.ENTER_REMOVE.format(year=standing.year),
            key=f"{subject}-weg-{standing.year}",
            on_click=_withdraw,
            args=(one,),
            kwargs={"year": standing.year, "version": standing.version, "actor": actor},
        )


def _typing(one: YieldFacts) -> str:
    """The form by itself: what stood when it was opened is also let go of when somebody else was before."""
    return f"aantal-typen-{one.id}"


def _type(one: YieldFacts, *, reader: Reader, key: str) -> tuple[Counted, list[str]]:
    """The fields: what they say, and the sentences about what is wrong with it."""
    this_year = datetime.now(UTC).year
    first, second, third = st.columns(3)
    year = first.text_input(words.YEAR, str(this_year - 1), key=f"{key}-jaar")
    number = second.text_input(words.COUNT, key=f"{key}-aantal")
    whole = third.text_input(words.DENOMINATOR, key=f"{key}-van")
    source = st.text_input(
        words.SOURCE,
        one.measurements[0].source if one.measurements else "",
        max_chars=LONGEST_NAME,
        placeholder=words.SOURCE_PLACEHOLDER,
        key=f"{key}-bron",
    )
    warn_of_names(source, reader=reader)
    faults: list[str] = []
    read = [_number(text, faults=faults) for text in (number, whole)]
    counted = Counted(int(year) if year.strip().isdecimal() else 0, read[0], read[1], source)
    known = [] if faults else commands.faults(counted, this_year=this_year)
    return counted, [storing.said(fault) for fault in dict.fromkeys([*faults, *known])]


def _number(typed: str, *, faults: list[str]) -> float | None:
    """The number that is typed, or None; what cannot be read is a fault."""
    if not typed.strip():
        return None
    try:
        return dutch_numbers.decimal(typed)
    except dutch_numbers.NotANumberError:
        faults.append("not_a_number")
        return None


def _enter(one: YieldFacts, *, counted: Counted, actor: Actor, subject: str) -> bool:
    """Store it, protected; whether that was done."""
    seen = this_session.kept(subject)
    version = seen.get(counted.year, 0) if isinstance(seen, dict) else 0
    figures = protected(
        counted.count or 0.0, denominator=counted.denominator, year=counted.year, counts_people=one.counts_people
    )
    write = partial(
        commands.enter_measurement,
        actor=actor,
        yield_id=one.id,
        seen_version=version,
        figures=figures,
        source=counted.source,
    )
    after = storing.stored(write, actor=actor, place=subject, typed=(counted.source,))
    if after is None:
        this_session.close(subject)  # what stands now is seen at the next run
        return False
    withheld = figures.frame["status"].item().startswith(WITHHELD)
    undo = partial(_undo, one, year=counted.year, version=after, actor=actor)
    this_session.tell(good=words.ENTERED_WITHHELD if withheld else words.ENTERED, place=storing.PLACE, undo=undo)
    return True


def _withdraw(one: YieldFacts, *, year: int, version: int, actor: Actor) -> None:
    write = partial(commands.withdraw_measurement, actor=actor, yield_id=one.id, year=year, seen_version=version)
    after = storing.stored(write, actor=actor, place=storing.PLACE)
    if after is not None:
        undo = partial(_undo, one, year=year, version=after, actor=actor)
        this_session.tell(good=words.REMOVED, place=storing.PLACE, undo=undo)


def _undo(one: YieldFacts, *, year: int, version: int, actor: Actor) -> None:
    write = partial(commands.undo_measurement, actor=actor, yield_id=one.id, year=year, seen_version=version)
    if storing.stored(write, actor=actor, place=storing.PLACE) is not None:
        this_session.tell(good=words.ENTERED_BACK, place=storing.PLACE)
