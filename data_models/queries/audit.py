"""The audit trail as a beheerder reads it: filtered, a page at a time, and what each line was about in words."""

import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal, or_, select, true, tuple_
from sqlalchemy.orm import Session

from data_models import access
from data_models.access import Action, Actor
from data_models.tables import (
    AgendaItem,
    Area,
    AuditLine,
    Contribution,
    ImportBatch,
    Indicator,
    Norm,
    Person,
    PictureFigure,
    Region,
)
from data_models.tables.declaration import Moment

PAGE = 50  # lines on a screen


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which lines: all of it must hold; what is None or empty asks nothing."""

    person_id: int | None = None
    role: str = ""
    action: str = ""
    kind: str = ""
    since: datetime | None = None
    before: datetime | None = None
    words: str = ""  # anywhere in the person's name or the detail


@dataclass(frozen=True, slots=True)
class AuditFacts:
    """One line: who did what to which version of which thing."""

    id: int
    at: datetime
    person_id: int | None
    person_name: str  # as it was then; empty: the project itself
    roles: tuple[str, ...]
    region_id: int | None
    action: str
    kind: str
    subject_id: int
    from_version: int
    to_version: int
    detail: str
    about: tuple[str, ...]  # indicator and area, a person's name, a file with its counts: by kind, empty when unknown


def lines(
    session: Session, *, asker: Actor, chosen: AuditFilter, after_id: int | None = None, limit: int = PAGE
) -> list[AuditFacts]:
    """The newest lines of the asker's region, or those that come after (are older than) the line with this id.

    Who asks from a real region also gets the lines of no region: public figures, the project itself. None at all for
    whoever may not read the audit trail.
    """
    return _with_subjects(session, rows=_rows(session, asker=asker, chosen=chosen, after_id=after_id, limit=limit))


def people(session: Session, *, asker: Actor) -> dict[int, str]:
    """Who left a line in the asker's region, by id: their present names, in alphabetical order."""
    left_one = select(AuditLine.id).where(AuditLine.region_id == asker.region_id, AuditLine.person_id == Person.id)
    question = select(Person.id, Person.name).where(left_one.exists()).order_by(func.lower(Person.name), Person.id)
    return dict(session.execute(question).all()) if access.may(asker, Action.READ_AUDIT) else {}


def _rows(session: Session, *, asker: Actor, chosen: AuditFilter, after_id: int | None, limit: int) -> list[AuditLine]:
    """Asked per region, for each of which an index gives the lines in order: the two together would all be sorted."""
    if not access.may(asker, Action.READ_AUDIT):
        return []
    is_real = select(Region.id).where(Region.id == asker.region_id, Region.fictional.is_(False))
    rooms = [AuditLine.region_id == asker.region_id]
    if session.scalar(is_real) is not None:
        rooms.append(AuditLine.region_id.is_(None))
    asked = [*_conditions(chosen), _older_than(session, line_id=after_id)]
    order = (AuditLine.region_id.desc(), AuditLine.at.desc(), AuditLine.id.desc())
    found = [
        session.scalars(select(AuditLine).where(room, *asked).order_by(*order).limit(limit)).all() for room in rooms
    ]
    newest_first = heapq.merge(*found, key=lambda line: (line.at, line.id), reverse=True)
    return [line for line, _ in zip(newest_first, range(limit), strict=False)]


def _conditions(chosen: AuditFilter) -> Iterator[ColumnElement[bool]]:
    if chosen.person_id is not None:
        yield AuditLine.person_id == chosen.person_id
    if chosen.role:  # one of the roles that somebody had
        yield (literal(" ") + AuditLine.role + " ").contains(f" {chosen.role} ", autoescape=True)
    if chosen.action:
        yield AuditLine.action == chosen.action
    if chosen.kind:
        yield AuditLine.subject_kind == chosen.kind
    if chosen.since is not None:
        yield AuditLine.at >= chosen.since
    if chosen.before is not None:
        yield AuditLine.at < chosen.before
    if chosen.words:
        said = (AuditLine.person_name, AuditLine.detail)
        yield or_(*(column.icontains(chosen.words, autoescape=True) for column in said))


def _older_than(session: Session, *, line_id: int | None) -> ColumnElement[bool]:
    at = None if line_id is None else session.scalar(select(AuditLine.at).where(AuditLine.id == line_id))
    if at is None:
        return true()
    return tuple_(AuditLine.at, AuditLine.id) < tuple_(literal(at, Moment()), literal(line_id))


def _with_subjects(session: Session, *, rows: Sequence[AuditLine]) -> list[AuditFacts]:
    ids: dict[str, set[int]] = {}
    for row in rows:
        ids.setdefault(row.subject_kind, set()).add(row.subject_id)
    about = {
        (kind, number): tuple(str(word) for word in words if word is not None)
        for kind, question in _ABOUT.items()
        if kind in ids
        for number, *words in session.execute(question(ids[kind]))
    }
    return [
        AuditFacts(
            id=row.id,
            at=row.at,
            person_id=row.person_id,
            person_name=row.person_name,
            roles=tuple(row.role.split()),
            region_id=row.region_id,
            action=row.action,
            kind=row.subject_kind,
            subject_id=row.subject_id,
            from_version=row.from_version,
            to_version=row.to_version,
            detail=row.detail,
            about=about.get((row.subject_kind, row.subject_id), ()),
        )
        for row in rows
    ]


def _norms(ids: set[int]) -> Select[*tuple[Any, ...]]:
    return (
        select(Norm.id, Indicator.short_name, Area.name)
        .join(Indicator, Indicator.id == Norm.indicator_id)
        .join(Area, Area.id == Norm.area_id)
        .where(Norm.id.in_(ids))
    )


def _contributions(ids: set[int]) -> Select[*tuple[Any, ...]]:
    return (
        select(Contribution.id, Indicator.short_name, Area.name)
        .join(PictureFigure, PictureFigure.picture_id == Contribution.picture_id)
        .join(Indicator, Indicator.id == PictureFigure.indicator_id)
        .join(Area, Area.id == PictureFigure.area_id)
        .where(Contribution.id.in_(ids), PictureFigure.position == 1)
    )


def _batches(ids: set[int]) -> Select[*tuple[Any, ...]]:
    counts = (ImportBatch.rows_new, ImportBatch.rows_changed, ImportBatch.rows_gone)
    return select(ImportBatch.id, *counts).where(ImportBatch.id.in_(ids))


def _agenda_items(ids: set[int]) -> Select[*tuple[Any, ...]]:
    return (
        select(AgendaItem.id, Indicator.short_name)
        .join(Indicator, Indicator.id == AgendaItem.indicator_id)
        .where(AgendaItem.id.in_(ids))
    )


# What a line was about, per kind of thing: its id and the words; never what somebody wrote.
_ABOUT: dict[str, Callable[[set[int]], Select[*tuple[Any, ...]]]] = {
    "agenda_item": _agenda_items,
    "contribution": _contributions,
    "import_batch": _batches,
    "norm": _norms,
    "person": lambda ids: select(Person.id, Person.name).where(Person.id.in_(ids)),
}
