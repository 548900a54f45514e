"""The form of a norm: what is typed is kept, also when it cannot be saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

import streamlit as st

from dashboard.components.name_warning import warn_of_names
from dashboard.data.reader import Reader
from dashboard.formatting import as_typed, day_in_digits, typed_day
from dashboard.sources.columns import dutch_numbers
from dashboard.statements import latest
from dashboard.texts import norms as words
from data_models.commands.norms import faults
from data_models.facts import FigureFacts, IndicatorFacts, NormFacts, NormProposal

FIRST_GUESS_YEARS = 4  # a norm is usually agreed for a council's term
YEAR_DIGITS = 4
ONLY_WORDS = {  # faults with which a norm can be drawn already
    "reason_missing",
    "agreed_by_missing",
    "direction_reason_missing",
}


@dataclass(frozen=True, slots=True)
class Typed:
    """What the form says: a proposal when it can be read, and the sentences about what cannot."""

    proposal: NormProposal | None
    problems: tuple[str, ...]
    faults: frozenset[str] = frozenset()


def type_norm(
    indicator: IndicatorFacts,
    *,
    reader: Reader,
    figures: tuple[FigureFacts, ...],
    standing: NormFacts | None,
    key: str,
) -> Typed:
    """The fields of a norm, filled with the one that stands or with the latest figure as its start."""
    reading = Reading()
    unit = words.UNITS[indicator.unit]
    start = latest(figures)
    this_year = datetime.now(UTC).year
    direction = _type_direction(indicator, standing=standing, key=key)
    direction_reason = _type_direction_reason(indicator, standing=standing, reader=reader, key=key)
    first, second = st.columns(2)
    if direction == "band":
        lower = first.text_input(
            words.LOWER.format(unit=unit), as_typed(standing.lower if standing else None), key=f"{key}-onder"
        )
        upper = second.text_input(
            words.UPPER.format(unit=unit), as_typed(standing.upper if standing else None), key=f"{key}-boven"
        )
        value = ""
    else:
        value = first.text_input(
            words.VALUE.format(unit=unit), as_typed(standing.value if standing else None), key=f"{key}-waarde"
        )
        lower = upper = ""
    year_place = first if direction == "band" else second
    guess = standing.year if standing else this_year + FIRST_GUESS_YEARS
    year = year_place.text_input(words.YEAR, str(guess), key=f"{key}-jaar")
    start_value = first.text_input(
        words.START_VALUE.format(unit=unit),
        as_typed(standing.start_value if standing else start.value if start else None),
        key=f"{key}-begin",
    )
    start_year = second.text_input(
        words.START_YEAR,
        str(standing.start_year if standing else start.year if start else this_year),
        key=f"{key}-beginjaar",
    )
    reason = st.text_area(
        words.REASON, standing.reason if standing else "", placeholder=words.REASON_PLACEHOLDER, key=f"{key}-waarom"
    )
    warn_of_names(reason, reader=reader)
    agreed_by = st.text_input(
        words.AGREED_BY,
        standing.agreed_by if standing else "",
        placeholder=words.AGREED_BY_PLACEHOLDER,
        key=f"{key}-door",
    )
    warn_of_names(agreed_by, reader=reader)
    origins = list(words.ORIGINS)
    origin = st.selectbox(
        words.ORIGIN,
        origins,
        index=origins.index(standing.origin) if standing and standing.origin in origins else 0,
        format_func=words.ORIGINS.__getitem__,
        key=f"{key}-herkomst",
    )
    agreed_in = f"{key}-{standing.met_on if standing else None}"  # agreeing fills these in: then they begin anew
    where, when = st.columns(2)
    meeting = where.text_input(words.MEETING, standing.meeting if standing else "", key=f"{agreed_in}-overleg")
    warn_of_names(meeting, reader=reader)
    met_on = when.text_input(
        words.MET_ON,
        day_in_digits(standing.met_on) if standing and standing.met_on else "",
        placeholder=words.DAY_PLACEHOLDER,
        key=f"{agreed_in}-dag",
    )
    proposal = NormProposal(
        direction=direction,
        value=reading.number(value),
        lower=reading.number(lower),
        upper=reading.number(upper),
        year=reading.year(year),
        start_value=reading.number(start_value),
        start_year=reading.year(start_year),
        reason=reason,
        origin=origin or origins[0],
        agreed_by=agreed_by,
        meeting=meeting,
        met_on=reading.day(met_on),
        direction_reason=direction_reason,
    )
    return checked(proposal, indicator=indicator, unreadable=reading.problems)


def checked(proposal: NormProposal, *, indicator: IndicatorFacts, unreadable: Sequence[str]) -> Typed:
    """The proposal with what is wrong with it in sentences; none when something that was typed cannot be read."""
    if unreadable:
        return Typed(proposal=None, problems=tuple(unreadable))
    this_year = datetime.now(UTC).year
    found = faults(proposal, unit=indicator.unit, desired_direction=indicator.desired_direction, this_year=this_year)
    problems = tuple(words.FAULTS[fault].format(year=this_year + 1) for fault in found)
    return Typed(proposal=proposal, problems=problems, faults=frozenset(found))


def drawable(typed: Typed) -> NormProposal | None:
    """The proposal as far as it can be drawn already: the reason may still be missing, the value and year not."""
    proposal = typed.proposal
    return None if proposal is None or typed.faults - ONLY_WORDS else proposal


def _type_direction(indicator: IndicatorFacts, *, standing: NormFacts | None, key: str) -> str:
    has_none = indicator.desired_direction == "none"
    options = list(words.DIRECTIONS) if has_none else [indicator.desired_direction, "band"]
    chosen = st.radio(
        words.DIRECTION,
        options,
        index=options.index(standing.direction) if standing and standing.direction in options else 0,
        format_func=words.DIRECTIONS.__getitem__,
        horizontal=True,
        help=words.DIRECTION_HELP if has_none else None,
        key=f"{key}-richting",
    )
    return chosen or options[0]


def _type_direction_reason(indicator: IndicatorFacts, *, standing: NormFacts | None, reader: Reader, key: str) -> str:
    if indicator.desired_direction != "none":
        return ""
    typed = st.text_input(
        words.DIRECTION_REASON,
        standing.direction_reason if standing else "",
        placeholder=words.DIRECTION_REASON_PLACEHOLDER,
        key=f"{key}-richtingreden",
    )
    warn_of_names(typed, reader=reader)
    return typed


class Reading:
    """Reads what is typed, and keeps the sentence about each thing that cannot be read."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def number(self, typed: str) -> float | None:
        """The number, or None when nothing is typed or it cannot be read."""
        if not typed.strip():
            return None
        try:
            return dutch_numbers.decimal(typed)
        except dutch_numbers.NotANumberError:
            negative = typed.strip().startswith(("-", "−"))
            fault = "value_negative" if negative else "not_a_number"
            self.problems.append(words.FAULTS[fault])
            return None

    def year(self, typed: str) -> int:
        """The year, or 0 when it cannot be read."""
        if typed.strip().isdecimal() and len(typed.strip()) == YEAR_DIGITS:
            return int(typed.strip())
        self.problems.append(words.FAULTS["year_missing"].format(year=datetime.now(UTC).year + FIRST_GUESS_YEARS))
        return 0

    def day(self, typed: str) -> date | None:
        """The day, or None when nothing is typed or it is no day."""
        read = typed_day(typed)
        if typed.strip() and read is None:
            self.problems.append(words.FAULTS["not_a_day"])
        return read
