"""What people count of an output or outcome, by hand: entered, corrected, taken away, and each of these undone."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import chain
from data_models.commands.chain import LONGEST_NAME, ChainConflictError, ChainRefusedError, one_line
from data_models.commands.permission import permit, row_of
from data_models.personal_data import refuse_personal_data
from data_models.protected import WITHHELD, ProtectedFigures
from data_models.tables import EffortYield, YieldMeasurement
from data_models.tables.declaration import now

FIRST_YEAR = 1990  # before any of our series
LEAST_PEOPLE = (
    10  # METHODS of small counts; what protects is dashboard.calculations.yields, this only checks that it did
)
LEAST_GROUP = 50


@dataclass(frozen=True, slots=True)
class Counted:
    """What somebody typed, before it is protected: this never reaches the database."""

    year: int
    count: float | None
    denominator: float | None  # of how many; None where that does not apply
    source: str


def faults(counted: Counted, *, this_year: int) -> list[str]:
    """What is wrong with what was typed, each by its name; an empty list when nothing is."""
    found = []
    if not FIRST_YEAR <= counted.year <= this_year:
        found.append("year_impossible")
    if counted.count is None:
        found.append("count_missing")
    numbers = [one for one in (counted.count, counted.denominator) if one is not None]
    if any(one < 0 or one != int(one) for one in numbers):
        found.append("not_whole")
    if counted.denominator is not None and counted.count is not None and counted.count > counted.denominator:
        found.append("more_than_all")
    if not counted.source.strip():
        found.append("source_missing")
    if len(one_line(counted.source)) > LONGEST_NAME:
        found.append("text_too_long")
    return found


def enter_measurement(
    session: Session, *, actor: Actor, yield_id: int, seen_version: int, figures: ProtectedFigures, source: str
) -> int:
    """Note how much was counted in a year, over the version of it that was seen (0: none); answers the new version.

    `figures` holds this one figure, in which small counts have been dealt with; its period is the year.
    """
    found = _yield(session, actor=actor, yield_id=yield_id)
    row = figures.frame.row(0, named=True)
    year = int(row["period"])
    withheld = row["status"].startswith(WITHHELD)
    counted = Counted(year, 0.0 if withheld else row["numerator"], row["denominator"], source)
    wrong = faults(counted, this_year=now().year)
    if wrong:
        raise ChainRefusedError(wrong[0])
    if found.counts_people and not withheld and _is_small(counted):
        raise ChainRefusedError("unprotected")
    refuse_personal_data(source)
    added = _next(session, found, actor=actor, year=year, seen_version=seen_version)
    added.count, added.denominator = row["numerator"], row["denominator"]
    added.status, added.reason = ("withheld", row["status"].removeprefix(WITHHELD)) if withheld else ("shown", "")
    added.source = one_line(source)
    return _kept_and_recorded(session, added, actor=actor, action="enter_measurement")


def withdraw_measurement(session: Session, *, actor: Actor, yield_id: int, year: int, seen_version: int) -> int:
    """Take the figure of a year away, and answer the new version; what stood stays in its history."""
    found = _yield(session, actor=actor, yield_id=yield_id)
    before = _last(session, yield_id=yield_id, year=year)
    if before is None or before.status == "withdrawn":
        raise ChainRefusedError("removed_already")
    added = _next(session, found, actor=actor, year=year, seen_version=seen_version)
    added.count, added.denominator, added.status, added.reason = None, None, "withdrawn", ""
    added.source = before.source
    return _kept_and_recorded(session, added, actor=actor, action="withdraw_measurement")


def undo_measurement(session: Session, *, actor: Actor, yield_id: int, year: int, seen_version: int) -> int:
    """Put back what stood before the last change of a year's figure, if anything did; answers the new version."""
    found = _yield(session, actor=actor, yield_id=yield_id)
    added = _next(session, found, actor=actor, year=year, seen_version=seen_version)
    of_year = YieldMeasurement.yield_id == yield_id, YieldMeasurement.year == year
    last = session.scalars(select(YieldMeasurement).where(*of_year).order_by(YieldMeasurement.version.desc())).all()
    before = last[1] if len(last) > 1 else None
    added.source = last[0].source
    added.count, added.denominator, added.status, added.reason = None, None, "withdrawn", ""
    if before is not None:
        added.count, added.denominator, added.status = before.count, before.denominator, before.status
        added.reason, added.source = before.reason, before.source
    return _kept_and_recorded(session, added, actor=actor, action="undo_measurement")


def _yield(session: Session, *, actor: Actor, yield_id: int) -> EffortYield:
    """The output or outcome of the actor's own region; held, so that two figures of one year cannot both be next."""
    found = row_of(session, EffortYield, number=yield_id, actor=actor, action=Action.SET_NORMS, lock=True)
    permit(session, actor=actor, action=Action.SET_NORMS, region_id=found.region_id)
    if found.removed_at is not None:
        raise ChainRefusedError("removed_already")
    return found


def _last(session: Session, *, yield_id: int, year: int) -> YieldMeasurement | None:
    of_year = YieldMeasurement.yield_id == yield_id, YieldMeasurement.year == year
    return session.scalar(select(YieldMeasurement).where(*of_year).order_by(YieldMeasurement.version.desc()).limit(1))


def _next(session: Session, found: EffortYield, *, actor: Actor, year: int, seen_version: int) -> YieldMeasurement:
    last = _last(session, yield_id=found.id, year=year)
    current = last.version if last else 0
    if current != seen_version:
        raise ChainConflictError(seen_version, current)
    return YieldMeasurement(
        region_id=found.region_id, yield_id=found.id, year=year, version=current + 1, entered_by=actor.person_id
    )


def _is_small(counted: Counted) -> bool:
    rest = None if counted.denominator is None or counted.count is None else counted.denominator - counted.count
    return (
        (counted.count or 0) < LEAST_PEOPLE
        or (counted.denominator is not None and counted.denominator < LEAST_GROUP)
        or (rest is not None and rest < LEAST_PEOPLE)
    )


def _kept_and_recorded(session: Session, added: YieldMeasurement, *, actor: Actor, action: str) -> int:
    session.add(added)
    session.flush()
    chain.record(session, actor=actor, action=action, subject=added, kind="measurement", from_version=added.version - 1)
    return added.version
