"""Monitoringsafspraken: what the region agreed, and its calendar, asked afresh; and which figures it chose, kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from dashboard.data.people import today
from dashboard.data.reader import HASHED, MOST_ENTRIES, Reader
from dashboard.formatting import counted
from dashboard.texts import monitoring as words
from data_models import database
from data_models.facts import AreaFacts
from data_models.queries import monitoring as queries
from data_models.queries.monitoring import AgreementFacts, ExpectedFacts

SOON = 60  # days before a figure is due in which the calendar counts them


@dataclass(frozen=True, slots=True)
class Monitoring:
    """What is agreed (None: nothing), and which figures are to come."""

    agreement: AgreementFacts | None
    expected: tuple[ExpectedFacts, ...]

    @property
    def version(self) -> int:
        """The version of the agreement; 0 when there is none."""
        return self.agreement.version if self.agreement else 0

    @property
    def is_agreed(self) -> bool:
        """Whether something is agreed; an agreement that was undone says nothing."""
        return self.agreement is not None and bool(self.agreement.purpose)

    def late(self) -> list[ExpectedFacts]:
        """The figures that should have been there."""
        return _late(self.expected, on=today())


def monitoring(reader: Reader, *, area: AreaFacts) -> Monitoring:
    """The agreement of the reader's region, or of the example region when the area is invented."""
    with database.reading(asker=reader.actor) as session:
        agreement = queries.agreement(session, asker=reader.actor, fictional=area.fictional)
        expected = queries.expected(session, asker=reader.actor, fictional=area.fictional)
    return Monitoring(agreement, tuple(expected))


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def agreed(reader: Reader, *, fictional: bool) -> tuple[str, ...]:
    """The codes of the figures that the region chose to follow; none when nothing is agreed."""
    with database.reading(asker=reader.actor) as session:
        return tuple(queries.agreed_indicators(session, asker=reader.actor, fictional=fictional))


def late_of(reader: Reader, *, fictional: bool) -> tuple[ExpectedFacts, ...]:
    """The figures that should have been there by today, kept until the calendar or a figure changes."""
    return _late_on(reader, fictional=fictional, plans=reader.plans, on=today())


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def _late_on(reader: Reader, *, fictional: bool, plans: int, on: date) -> tuple[ExpectedFacts, ...]:
    """`plans` is the version of the calendar, which is not in the reader's key."""
    with database.reading(asker=reader.actor) as session:
        return tuple(_late(queries.expected(session, asker=reader.actor, fictional=fictional), on=on))


def _late(expected: Sequence[ExpectedFacts], *, on: date) -> list[ExpectedFacts]:
    return [one for one in expected if not one.arrived and one.due_on < on]


def state(one: ExpectedFacts, *, on: date) -> str:
    """How it is with a figure that is expected, in words."""
    if one.arrived:
        return words.ARRIVED
    days = (one.due_on - on).days
    if days < 0:
        return words.LATE
    if days > SOON:
        return words.TO_COME
    return words.TODAY if days == 0 else counted(days, forms=words.SOON)
