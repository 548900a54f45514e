"""Publishing figures: in slices to a temporary table, then to `figures` in a few statements over the whole set."""

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl
from sqlalchemy import Column as StagingColumn
from sqlalchemy import Float, Integer, MetaData, String, and_, func, insert, literal, or_, select, update
from sqlalchemy import Table as StagingTable
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import ColumnElement

from data_models.access import Action, Actor, require
from data_models.commands import audit, topics
from data_models.commands.resolving import Resolver
from data_models.protected import ProtectedFigures
from data_models.tables.declaration import Moment, now
from data_models.tables.figures import Figure, FigureRevision
from data_models.tables.sources import ImportBatch

SLICE = 100_000  # rows handed to the driver at once: keeps an import of a million rows far under 1 GB
PUBLISHING_LOCK = 7_405_001  # PostgreSQL advisory lock: two imports at once would insert the same keys

_STAGING = StagingTable(
    "figure_staging",
    MetaData(),
    StagingColumn("indicator_id", Integer, primary_key=True, autoincrement=False),
    StagingColumn("breakdown_id", Integer, primary_key=True),
    StagingColumn("area_id", Integer, primary_key=True),
    StagingColumn("period_id", Integer, primary_key=True),
    StagingColumn("numerator", Float),
    StagingColumn("denominator", Float),
    StagingColumn("value", Float),
    StagingColumn("status", String, nullable=False),
    StagingColumn("reason", String, nullable=False),
    StagingColumn("source_id", Integer, nullable=False),
    prefixes=["TEMPORARY"],
    sqlite_with_rowid=False,
)
_TO_STAGING = "INSERT INTO figure_staging VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # one per column above
_COLUMNS = tuple(_STAGING.columns.keys())
_KEY = ("indicator_id", "breakdown_id", "area_id", "period_id")
_COMPARED = ("numerator", "denominator", "value", "status", "reason", "source_id")
_REPLACED = (*_KEY, *_COMPARED, "batch_id", "region_id")


class OwnedElsewhereError(Exception):
    """Figures that are public, or another region's, would be replaced; `count` of them."""

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} figures belong to another region or are public")
        self.count = count


class SameKeyError(Exception):
    """A figure occurs twice among what is published."""


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did; `batch_id` is None when nothing changed."""

    new: int
    changed: int
    unchanged: int
    batch_id: int | None


def publish(
    session: Session,
    *,
    actor: Actor | None,
    figures: ProtectedFigures | Iterable[ProtectedFigures],
    connector: str,
    file_name: str,
    file_sha256: str,
    region_id: int | None = None,
    summary: str = "",
) -> Published:
    """Store figures in the caller's transaction: new ones added, changed ones kept as revisions and replaced.

    An actor of None is the project itself (its seed, its command line); anybody else needs the right to import.
    `region_id` None makes the figures public. Periods and breakdowns that are new are made. Raises
    `resolving.UnknownCodesError` for codes that are not known, `OwnedElsewhereError` for figures of someone else,
    `SameKeyError` when a key occurs twice. A second run with the same figures changes nothing.
    """
    if actor:
        require(actor, Action.IMPORT_FIGURES, region_id=region_id)
    _start_staging(session)
    resolver = Resolver(session)
    for part in (figures,) if isinstance(figures, ProtectedFigures) else figures:
        for piece in part.frame.iter_slices(SLICE):
            _stage(session, resolver.with_ids(piece).select(_COLUMNS))
    published = _publish_staged(
        session,
        batch=ImportBatch(
            connector=connector,
            file_name=file_name,
            file_sha256=file_sha256,
            imported_by=actor.person_id if actor else None,
            region_id=region_id,
            summary=summary,
        ),
    )
    _STAGING.drop(session.connection())
    if published.batch_id is not None:
        audit.record(
            session,
            actor=actor,
            action=Action.IMPORT_FIGURES,
            subject_kind="import_batch",
            subject_id=published.batch_id,
            from_version=0,
            to_version=1,
            detail=f"{connector}: {published.new} new, {published.changed} changed, {published.unchanged} unchanged",
        )
        topics.bump(session, topic="figures", region_id=region_id or topics.PUBLIC)
    return published


def _start_staging(session: Session) -> None:
    session.flush()
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(PUBLISHING_LOCK)))
    _STAGING.create(session.connection())


def _stage(session: Session, piece: pl.DataFrame) -> None:
    """Hand one slice to the driver: measured twice (SQLite) and six times (PostgreSQL) as fast as SQLAlchemy."""
    cursor = session.connection().connection.cursor()
    driver = session.get_bind().dialect.loaded_dbapi
    try:
        if session.get_bind().dialect.name == "sqlite":
            cursor.executemany(_TO_STAGING, piece.rows())
        else:
            with cursor.copy("COPY figure_staging FROM STDIN (FORMAT CSV)") as copy:
                copy.write(piece.write_csv(include_header=False))
    except driver.IntegrityError as error:
        raise SameKeyError(str(error)) from error
    finally:
        cursor.close()


def _publish_staged(session: Session, *, batch: ImportBatch) -> Published:
    """Compare the staged figures with the current ones and store what differs."""
    staged = _STAGING.columns
    same_key = and_(*(staged[name] == getattr(Figure, name) for name in _KEY))
    differs = or_(*(staged[name].is_distinct_from(getattr(Figure, name)) for name in _COMPARED))
    known = Figure.id.is_not(None)
    total, new, changed, foreign = session.execute(
        select(
            func.count(),
            func.count().filter(~known),
            func.count().filter(known, differs),
            func.count().filter(known, differs, Figure.region_id.is_distinct_from(batch.region_id)),
        ).select_from(_STAGING.outerjoin(Figure, same_key))
    ).one()
    if foreign:
        raise OwnedElsewhereError(foreign)
    if not new + changed:
        return Published(new=0, changed=0, unchanged=total, batch_id=None)
    batch.rows_new, batch.rows_changed, batch.rows_unchanged = new, changed, total - new - changed
    session.add(batch)
    session.flush()
    if changed:
        _replace(session, batch=batch, same_key=same_key, differs=differs)
    if new:
        _add(session, batch=batch, same_key=same_key)
    return Published(new=new, changed=changed, unchanged=total - new - changed, batch_id=batch.id)


def _replace(
    session: Session, *, batch: ImportBatch, same_key: ColumnElement[bool], differs: ColumnElement[bool]
) -> None:
    """Copy the figures that change to the revisions, then give them their new values."""
    old = (
        select(*(getattr(Figure, name) for name in _REPLACED), literal(batch.id), literal(now(), Moment()))
        .select_from(Figure)
        .join(_STAGING, same_key)
        .where(differs)
    )
    session.execute(insert(FigureRevision).from_select([*_REPLACED, "replaced_by_id", "replaced_at"], old))
    session.execute(
        update(Figure)
        .where(same_key, differs)
        .values({**{name: _STAGING.columns[name] for name in _COMPARED}, "batch_id": batch.id})
        .execution_options(synchronize_session=False)
    )


def _add(session: Session, *, batch: ImportBatch, same_key: ColumnElement[bool]) -> None:
    """Insert the figures whose key is new."""
    session.execute(
        insert(Figure).from_select(
            [*_COLUMNS, "batch_id", "region_id"],
            select(_STAGING)
            .add_columns(literal(batch.id), literal(batch.region_id, Integer))
            .select_from(_STAGING.outerjoin(Figure, same_key))
            .where(Figure.id.is_(None))
            .order_by(*(_STAGING.columns[name] for name in _KEY)),
        )
    )
