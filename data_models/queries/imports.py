"""Which imports there were, by whom, and which of them can be undone."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import Session, aliased

from data_models.access import Actor, region_read
from data_models.tables import BatchSource, ImportBatch, Region, Source
from data_models.tables.sources import SEED

_Undoing = aliased(ImportBatch)


@dataclass(frozen=True, slots=True)
class BatchFacts:
    """One import (or the undoing of one) that changed something; counts are figures."""

    id: int
    connector: str
    file_name: str
    imported_at: datetime
    organisation: str  # of who brought it in, at that time; empty: the project itself
    region_id: int | None  # None: public figures
    new: int
    changed: int
    unchanged: int
    gone: int
    summary: str  # Dutch
    sources: tuple[str, ...]  # codes
    undoes_id: int | None  # the import that this one undid
    undone_by_id: int | None
    undone_at: datetime | None

    @property
    def came_with_the_program(self) -> bool:
        """Whether it is part of the seed, which nobody can undo."""
        return self.connector == SEED


def _visible(region_id: int | None) -> ColumnElement[bool]:
    public = ImportBatch.region_id.is_(None)
    return public if region_id is None else or_(public, ImportBatch.region_id == region_id)


def _own(session: Session, *, region_id: int | None, person_id: int) -> ColumnElement[bool]:
    of_region = ImportBatch.region_id == region_id
    if session.scalar(select(Region.fictional).where(Region.id == region_id)):
        return of_region
    return or_(of_region, and_(ImportBatch.region_id.is_(None), ImportBatch.imported_by == person_id))


def _question() -> Select[*tuple[Any, ...]]:
    return (
        select(ImportBatch, _Undoing.id, _Undoing.imported_at)
        .outerjoin(_Undoing, _Undoing.undoes_id == ImportBatch.id)
        .order_by(ImportBatch.id.desc())
    )


def batches(session: Session, *, asker: Actor | None, limit: int = 50) -> list[BatchFacts]:
    """The imports of public figures, and those of the asker's region; the last first."""
    return _facts(session, _question().where(_visible(region_read(asker))).limit(limit))


def last_undoable(session: Session, *, region_id: int | None, person_id: int | None = None) -> BatchFacts | None:
    """The last import that was not undone and that this person may undo; never what came with the program.

    That is one of the region's own figures by whoever of the region brought them in, or one of public figures that they
    brought in themselves, which is not the work of the example region. Without a person, for the project itself: any
    of public figures or of this region.
    """
    question = (
        _question()
        .where(
            _visible(region_id) if person_id is None else _own(session, region_id=region_id, person_id=person_id),
            ImportBatch.undoes_id.is_(None),
            _Undoing.id.is_(None),
            ImportBatch.connector != SEED,
        )
        .limit(1)
    )
    return next(iter(_facts(session, question)), None)


def _facts(session: Session, question: Select[*tuple[Any, ...]]) -> list[BatchFacts]:
    rows = session.execute(question).all()
    sources: dict[int, list[str]] = {}
    for number, code in session.execute(
        select(BatchSource.batch_id, Source.code)
        .join(Source, Source.id == BatchSource.source_id)
        .where(BatchSource.batch_id.in_([batch.id for batch, *_ in rows]))
        .order_by(Source.code)
    ):
        sources.setdefault(number, []).append(code)
    return [
        BatchFacts(
            id=batch.id,
            connector=batch.connector,
            file_name=batch.file_name,
            imported_at=batch.imported_at,
            organisation=batch.organisation,
            region_id=batch.region_id,
            new=batch.rows_new,
            changed=batch.rows_changed,
            unchanged=batch.rows_unchanged,
            gone=batch.rows_gone,
            summary=batch.summary,
            sources=tuple(sources.get(batch.id, ())),
            undoes_id=batch.undoes_id,
            undone_by_id=undone_by_id,
            undone_at=undone_at,
        )
        for batch, undone_by_id, undone_at in rows
    ]
