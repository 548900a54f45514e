"""Undoing the last import: a batch of its own that puts back what the import changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Select, Table, and_, func, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import totals
from data_models.commands.locking import figures_version, locked
from data_models.commands.permission import permit
from data_models.commands.publishing import Published
from data_models.commands.replacing import REVISED, record_batch, replace_changed, take_out_gone
from data_models.commands.staging import CHANGED, COMPARED, GONE, KEY, temporary_tables
from data_models.queries import imports
from data_models.queries.imports import BatchFacts
from data_models.tables import Figure, FigureRevision, ImportBatch


class NothingToUndoError(Exception):
    """There is no import of this region, or of public figures, that was not undone."""


class ChangedSinceError(Exception):
    """Another import came after the one that was seen, or touched its figures: it cannot be undone any more."""


@dataclass(frozen=True, slots=True)
class _Steps:
    """The batch that is undone, with its figures in temporary tables."""

    batch: BatchFacts
    version: int


_SAME_KEY = and_(*(getattr(Figure, name) == getattr(FigureRevision, name) for name in KEY))


def undo_last(
    session: Session, *, actor: Actor | None, region_id: int | None, batch_id: int | None = None
) -> Published:
    """Put back what the last import that the actor may undo changed (`imports.last_undoable`), as a new batch.

    What it added goes, what it changed is as it was, what it took out is back; its own values stay as revisions.
    Areas, outlines, periods and groups that came with it stay. `batch_id` is the import that the person saw. Sessions
    are as for `publish`. Raises `NothingToUndoError`, or `ChangedSinceError` when another batch touched these figures
    or a later import is the last now. What came with the program is never undone.
    """
    if actor:
        permit(session, actor=actor, action=Action.IMPORT_FIGURES, region_id=region_id)
    person_id = actor.person_id if actor else None
    prepare = partial(_steps, session, region_id=region_id, person_id=person_id, batch_id=batch_id)
    with locked(session, prepare=prepare) as steps:
        if actor:  # a role may have ended while this waited
            permit(session, actor=actor, action=Action.IMPORT_FIGURES, region_id=region_id)
        undone = steps.batch
        batch = ImportBatch(
            connector=undone.connector,
            file_name=undone.file_name,
            file_sha256="",
            imported_by=person_id,
            organisation=actor.organisation if actor else "",
            region_id=undone.region_id,
            summary="",
            rows_new=undone.gone,
            rows_changed=undone.changed,
            rows_unchanged=0,
            rows_gone=undone.new,
            undoes_id=undone.id,
        )
        session.add(batch)
        session.flush()
        replace_changed(session, batch=batch)
        take_out_gone(session, batch=batch)
        if undone.gone:  # to find out that there are none takes half a second of the lock
            back = _taken_out(undone.id).subquery()
            _put_back(session, rows=select(*(back.columns[name] for name in REVISED)), batch_id=undone.id)
        totals.settle(session, region_id=undone.region_id)
        record_batch(session, actor=actor, action="undo_import", batch=batch)
        return Published(undone.gone, undone.changed, 0, batch.id, gone=undone.new)


@contextmanager
def _steps(session: Session, *, region_id: int | None, person_id: int | None, batch_id: int | None) -> Iterator[_Steps]:
    version = figures_version(session)
    batch = imports.last_undoable(session, region_id=region_id, person_id=person_id)
    if batch is None:
        raise NothingToUndoError
    if batch_id not in (None, batch.id):
        raise ChangedSinceError(batch.id)
    with temporary_tables(session):
        _stage_changed(session, batch_id=batch.id)
        _stage_added(session, batch_id=batch.id)
        found = (
            _count(session, GONE),
            _count(session, CHANGED),
            session.scalar(select(func.count()).select_from(_taken_out(batch.id).subquery())),
        )
        if found != (batch.new, batch.changed, batch.gone):
            raise ChangedSinceError(batch.id)
        _note_totals(session, batch_id=batch.id)
        yield _Steps(batch, version)


def _count(session: Session, table: Table) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0


def _stage_changed(session: Session, *, batch_id: int) -> None:
    """The figures that the batch changed and that are still as it left them, with what they were."""
    former = (getattr(FigureRevision, name) for name in (*COMPARED, "batch_id"))
    rows = (
        select(Figure.id, *former)
        .select_from(FigureRevision)
        .outerjoin(Figure, _SAME_KEY)
        .where(FigureRevision.replaced_by_id == batch_id, Figure.batch_id == batch_id)
    )
    session.execute(insert(CHANGED).from_select(["figure_id", *COMPARED, "batch_id"], rows))


def _stage_added(session: Session, *, batch_id: int) -> None:
    """The figures that are there by this batch and were not there before."""
    changed = select(CHANGED.columns.figure_id)
    rows = select(Figure.id).where(Figure.batch_id == batch_id, Figure.id.not_in(changed))
    session.execute(insert(GONE).from_select(["figure_id"], rows))


def _taken_out(batch_id: int) -> Select[*tuple[Any, ...]]:
    """The figures that the batch took out and that are still not there."""
    return (
        select(*(getattr(FigureRevision, name) for name in REVISED))
        .outerjoin(Figure, _SAME_KEY)
        .where(FigureRevision.replaced_by_id == batch_id, Figure.id.is_(None))
    )


def _put_back(session: Session, *, rows: Select[*tuple[Any, ...]], batch_id: int) -> None:
    try:
        session.execute(insert(Figure).from_select(REVISED, rows))
    except IntegrityError as taken:  # by another region, whose figures this one does not see
        raise ChangedSinceError(batch_id) from taken


def _note_totals(session: Session, *, batch_id: int) -> None:
    back = _taken_out(batch_id).subquery().columns
    totals.note(session, figures=select(back.source_id, back.indicator_id, back.period_id), sign=1)
    totals.note_gone(session)
    totals.note_moved(session)
