"""Mensen en rollen: everybody of a region with their roles, asked afresh; and until which day a role counts."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dashboard.data.reader import Reader
from data_models import database
from data_models.queries import members
from data_models.queries.members import Member

CLOCK = ZoneInfo("Europe/Amsterdam")  # whose days people mean


@dataclass(frozen=True, slots=True)
class People:
    """Who has or had a role in the region, who signed in and has none anywhere, and for which parties one can sign."""

    members: tuple[Member, ...]
    waiting: tuple[Member, ...]
    parties: dict[int, str]


def people(reader: Reader) -> People:
    """The people of the reader's region, as one moment saw them; nobody for who may not manage people."""
    if reader.actor is None:
        return People((), (), {})
    with database.reading(asker=reader.actor) as session:
        return People(
            members=tuple(members.members(session, asker=reader.actor)),
            waiting=tuple(members.with_no_role(session, asker=reader.actor)),
            parties=members.parties(session, asker=reader.actor),
        )


def last_day(until: datetime) -> date:
    """The last day on which something counts that counts until this moment."""
    return (until.astimezone(CLOCK) - timedelta(microseconds=1)).date()


def end_of(day: date) -> datetime:
    """The moment at which a day is over in the Netherlands."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=CLOCK)


def today() -> date:
    """Which day it is in the Netherlands."""
    return datetime.now(CLOCK).date()
