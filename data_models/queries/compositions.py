"""What every area consists of in which years, and what beheerders changed in that."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models.compositions import Known, PartRow, Place, Row, Span, Step, SuccessionRow
from data_models.facts import AreaFacts
from data_models.tables import Area, AreaPart, AreaSuccession, CompositionChange, Person

_ROWS: dict[str, type[AreaFacts] | type[PartRow] | type[SuccessionRow]] = {
    "area": AreaFacts,
    "part": PartRow,
    "succession": SuccessionRow,
}


@dataclass(frozen=True, slots=True)
class ChangeFacts:
    """A change of compositions by a beheerder of a region."""

    id: int
    region_id: int
    kind: str
    steps: tuple[Step, ...]
    by: str  # name; empty when that may not be seen
    changed_at: datetime
    undone: bool


def known(session: Session) -> Known:
    """Every area with its parts and successions."""
    places: dict[int, Place] = {}
    areas: dict[Place, AreaFacts] = {}
    for one in session.scalars(
        select(Area).order_by(Area.name, Area.valid_from).execution_options(populate_existing=True)
    ):
        places[one.id] = (one.code, one.valid_from)
        areas[places[one.id]] = AreaFacts(
            one.code, one.kind, one.name, one.valid_from, one.valid_until, one.fictional, one.sector
        )
    columns = (AreaPart.whole_id, AreaPart.part_id, AreaPart.valid_from, AreaPart.valid_until, AreaPart.share)
    shares: dict[tuple[Place, Place], list[Span]] = {}
    for whole, part, first, last, share in session.execute(select(*columns).order_by(AreaPart.valid_from)):
        shares.setdefault((places[whole], places[part]), []).append((first, last, share))
    successions = {
        (places[one.former_id], places[one.successor_id]): SuccessionRow(
            places[one.former_id], places[one.successor_id], one.year, one.share
        )
        for one in session.scalars(select(AreaSuccession).execution_options(populate_existing=True))
    }
    return Known(areas, {key: tuple(spans) for key, spans in shares.items()}, successions)


def changes(session: Session, *, region_id: int, limit: int) -> list[ChangeFacts]:
    """The last changes by beheerders of a region, the newest first; with those that were undone."""
    question = (
        select(CompositionChange, Person.name)
        .outerjoin(Person, Person.id == CompositionChange.person_id)
        .where(CompositionChange.region_id == region_id)
        .order_by(CompositionChange.id.desc())
        .limit(limit)
    )
    return [_facts(one, by=name or "") for one, name in session.execute(question)]


def last_standing(session: Session, *, region_id: int) -> ChangeFacts | None:
    """The last change of a region that was not undone."""
    question = (
        select(CompositionChange)
        .where(CompositionChange.region_id == region_id, CompositionChange.undone_at.is_(None))
        .order_by(CompositionChange.id.desc())
        .limit(1)
    )
    found = session.scalars(question).first()
    return None if found is None else _facts(found, by="")


def changed(session: Session) -> set[object]:
    """What beheerders changed: areas by their place, parts by whole and part, successions by both ends."""
    standing = session.scalars(select(CompositionChange.steps).where(CompositionChange.undone_at.is_(None)))
    rows = [row for steps in standing for step in read(steps) for row in (step.before, step.after)]
    return {key for row in rows if row is not None for key in [_key(row)]}


def written(steps: Iterable[Step]) -> str:
    """The steps as they are kept."""
    return json.dumps([{"before": _entry(one.before), "after": _entry(one.after)} for one in steps])


def read(steps: str) -> tuple[Step, ...]:
    """The steps as they were kept."""
    return tuple(Step(_row(one["before"]), _row(one["after"])) for one in json.loads(steps))


def _facts(one: CompositionChange, *, by: str) -> ChangeFacts:
    return ChangeFacts(one.id, one.region_id, one.kind, read(one.steps), by, one.changed_at, one.undone_at is not None)


def _entry(row: Row | None) -> dict[str, Any] | None:
    if row is None:
        return None
    kind = next(name for name, made in _ROWS.items() if isinstance(row, made))
    return {"row": kind, **asdict(row)}


def _row(entry: dict[str, Any] | None) -> Row | None:
    if entry is None:
        return None
    fields: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()}
    return _ROWS[fields.pop("row")](**fields)


def _key(row: Row) -> object:
    if isinstance(row, AreaFacts):
        return (row.code, row.valid_from)
    if isinstance(row, PartRow):
        return (row.whole, row.part)
    return ("succession", row.former, row.successor)
