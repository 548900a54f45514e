"""Publishing figures: compared before the lock, stored within it in a few statements over the whole set."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from sqlalchemy import or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import topics, totals
from data_models.commands.areas import register_areas
from data_models.commands.comparing import (
    Comparison,
    FigureChange,
    OwnedElsewhereError,
    classify,
    compare,
    new_figures,
)
from data_models.commands.locking import locked
from data_models.commands.permission import permit
from data_models.commands.replacing import add_new, record_batch, replace_changed, take_out_gone
from data_models.commands.resolving import UnknownCodesError
from data_models.commands.staging import ImpossibleFigureError, SameKeyError, Staged, staged
from data_models.facts import AreaDraft
from data_models.personal_data import refuse_personal_data
from data_models.protected import ProtectedFigures
from data_models.tables import Area, BatchSource, Breakdown, ImportBatch, Indicator, Period, Source
from data_models.tables.declaration import now
from data_models.tables.sources import SEED

__all__ = [
    "Comparison",
    "FigureChange",
    "ImpossibleFigureError",
    "LostReferenceError",
    "OwnedElsewhereError",
    "Published",
    "SameKeyError",
    "StaleComparisonError",
    "UnknownCodesError",
    "compare",
    "publish",
]

SAME_FIGURE = "uq_figures_indicator_id"  # the constraint that an indicator has one figure per group, area and period
_REFERRED: dict[str, type[Indicator] | type[Breakdown] | type[Area] | type[Period] | type[Source]] = {
    "indicator_id": Indicator,
    "breakdown_id": Breakdown,
    "area_id": Area,
    "period_id": Period,
    "source_id": Source,
}


class StaleComparisonError(Exception):
    """Figures were changed after the comparison that the person saw: it must be made again."""


class LostReferenceError(Exception):
    """Something that the figures refer to was taken away while they were on their way in."""


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did; `batch_id` is None when nothing changed."""

    new: int
    changed: int
    unchanged: int
    batch_id: int | None
    gone: int = 0
    areas_added: int = 0


def publish(
    session: Session,
    *,
    actor: Actor | None,
    figures: ProtectedFigures | Sequence[ProtectedFigures],
    connector: str,
    file_name: str,
    file_sha256: str,
    region_id: int | None = None,
    summary: str = "",
    areas: Sequence[AreaDraft] = (),
    remove_gone: bool = False,
    expected_version: int | None = None,
) -> Published:
    """Store figures: new ones added, changed ones kept as revisions and replaced, and with `remove_gone` lost ones out.

    In a session of `database.staging` the lock is taken only when all has been compared, in that of
    `database.writing` it is there already; either is kept when its block ends. An actor of None is the project
    itself (its seed, its command line); anybody else needs the right to import. `region_id` None makes the figures
    public. `areas` are registered with them; periods and breakdowns that are new are made. A provisional figure never
    takes the place of a final or revised one. A second run with the same figures changes nothing but the day on which
    the source was last retrieved.

    Raises `StaleComparisonError` when figures were changed after the comparison with this version,
    `OwnedElsewhereError` for figures of someone else, `UnknownCodesError`, `SameKeyError`, `ImpossibleFigureError`,
    or `PersonalDataError` for what the file is called.
    """
    if actor:
        permit(session, actor=actor, action=Action.IMPORT_FIGURES, region_id=region_id)
    refuse_personal_data(file_name)
    prepare = partial(_compared, session, figures=figures, areas=areas, region_id=region_id, remove_gone=remove_gone)
    with locked(session, prepare=prepare) as compared:
        into, counted = compared.into, compared.counted
        if actor:  # a role may have ended while this waited
            permit(session, actor=actor, action=Action.IMPORT_FIGURES, region_id=region_id)
        if expected_version is not None and counted.version != expected_version:
            raise StaleComparisonError(counted.version)
        _refuse_lost_references(session, into=into)
        added = register_areas(session, actor=actor, areas=areas) if areas else 0
        if connector != SEED:
            _retrieved_today(session, source_ids=into.used["source_id"])
        gone = counted.gone if remove_gone else 0
        if not counted.new + counted.changed + gone:
            return Published(new=0, changed=0, unchanged=counted.unchanged, batch_id=None, areas_added=added)
        batch = ImportBatch(
            connector=connector,
            file_name=file_name,
            file_sha256=file_sha256,
            imported_by=actor.person_id if actor else None,
            organisation=actor.organisation if actor else "",
            region_id=region_id,
            summary=summary,
            rows_new=counted.new,
            rows_changed=counted.changed,
            rows_unchanged=counted.unchanged,
            rows_gone=gone,
        )
        session.add(batch)
        session.flush()
        _store(session, into=into, counted=counted, batch=batch, actor=actor)
        return Published(counted.new, counted.changed, counted.unchanged, batch.id, gone=gone, areas_added=added)


@dataclass(frozen=True, slots=True)
class _Compared:
    """Figures in temporary tables, and what they would change."""

    into: Staged
    counted: Comparison

    @property
    def version(self) -> int:
        """Of the figures that they were compared with."""
        return self.counted.version


@contextmanager
def _compared(
    session: Session,
    *,
    figures: ProtectedFigures | Sequence[ProtectedFigures],
    areas: Sequence[AreaDraft],
    region_id: int | None,
    remove_gone: bool,
) -> Iterator[_Compared]:
    with staged(session, figures=figures, areas=areas) as into:
        counted = classify(session, into=into, region_id=region_id)
        _note_totals(session, into=into, counted=counted, remove_gone=remove_gone)
        yield _Compared(into, counted)


def _note_totals(session: Session, *, into: Staged, counted: Comparison, remove_gone: bool) -> None:
    if counted.new == into.total > 0:
        totals.note_counted(session, counted=into.totals)
    elif counted.new:
        new = new_figures(counted, into=into).columns
        totals.note(session, figures=select(new.source_id, new.indicator_id, new.period_id), sign=1)
    if counted.changed:
        totals.note_moved(session)
    if counted.gone and remove_gone:
        totals.note_gone(session)


def _refuse_lost_references(session: Session, *, into: Staged) -> None:
    """Everything that the figures refer to must still be there: one look per table instead of five per figure."""
    for name, table in _REFERRED.items():
        used = {number for number in into.used[name] if number > 0}
        if used and used - set(session.scalars(select(table.id))):
            raise LostReferenceError(name)


def _retrieved_today(session: Session, *, source_ids: set[int]) -> None:
    today = now().date()
    older = or_(Source.retrieved_on.is_(None), Source.retrieved_on != today)
    renewed = update(Source).where(Source.id.in_(source_ids), older).values(retrieved_on=today)
    if session.execute(renewed.returning(Source.id)).all():
        topics.bump(session, topic="sources")


def _add_new(
    session: Session, *, into: Staged, counted: Comparison, batch: ImportBatch, made: list[tuple[int, int]]
) -> None:
    """Nobody else stores figures now: a key that is there already is of a region that this one does not see."""
    try:
        add_new(session, batch=batch, table=new_figures(counted, into=into), made=made)
    except IntegrityError as error:
        if SAME_FIGURE not in str(error.orig):
            raise
        raise OwnedElsewhereError(None) from error


def _store(session: Session, *, into: Staged, counted: Comparison, batch: ImportBatch, actor: Actor | None) -> None:
    made = into.resolver.make(session)
    if counted.changed:
        replace_changed(session, batch=batch)
    if batch.rows_gone:
        take_out_gone(session, batch=batch)
    if counted.new:
        _add_new(session, into=into, counted=counted, batch=batch, made=made)
    totals.settle(session, region_id=batch.region_id)
    session.add_all(BatchSource(batch_id=batch.id, source_id=number) for number in sorted(into.used["source_id"]))
    record_batch(session, actor=actor, action=Action.IMPORT_FIGURES, batch=batch)
