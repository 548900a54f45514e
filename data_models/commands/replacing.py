"""The few statements, each over the whole set, by which the staged figures become the current ones."""

from typing import cast

from sqlalchemy import ColumnElement, FromClause, Integer, Table, delete, func, insert, literal, select, tuple_, update
from sqlalchemy.orm import Session, aliased

from data_models.access import Actor
from data_models.commands import audit, topics
from data_models.commands.staging import CHANGED, COLUMNS, COMPARED, GONE, KEY, STAND_INS
from data_models.tables import Figure, FigureRevision, ImportBatch
from data_models.tables.declaration import Moment, now

REVISED = (*KEY, *COMPARED, "batch_id", "region_id")


def replace_changed(session: Session, *, batch: ImportBatch) -> None:
    """Copy the figures that change to the revisions, then give them their new values."""
    _keep(session, batch=batch, of=CHANGED)
    figures = cast("Table", Figure.__table__)
    new = (*(CHANGED.columns[name] for name in COMPARED), func.coalesce(CHANGED.columns.batch_id, batch.id))
    values = select(*new).where(CHANGED.columns.figure_id == figures.columns.id).scalar_subquery()
    # Not UPDATE … FROM: SQLite copies that whole join before it changes the first figure, which takes twice as long.
    session.execute(
        update(figures)
        .where(figures.columns.id.in_(select(CHANGED.columns.figure_id)))
        .values({tuple_(*(figures.columns[name] for name in (*COMPARED, "batch_id"))): values})
    )


def take_out_gone(session: Session, *, batch: ImportBatch) -> None:
    """Copy the figures that go to the revisions, then delete them."""
    _keep(session, batch=batch, of=GONE)
    gone = select(GONE.columns.figure_id)
    session.execute(delete(Figure).where(Figure.id.in_(gone)).execution_options(synchronize_session=False))


def _keep(session: Session, *, batch: ImportBatch, of: FromClause) -> None:
    current = select(
        *(getattr(Figure, name) for name in REVISED), literal(batch.id), literal(now(), Moment())
    ).join_from(of, Figure, Figure.id == of.columns.figure_id)
    session.execute(insert(FigureRevision).from_select([*REVISED, "replaced_by_id", "replaced_at"], current))


def add_new(session: Session, *, batch: ImportBatch, table: FromClause, made: list[tuple[int, int]]) -> None:
    """Insert the figures whose key is new; `made` are the stand-ins among their ids with what they stand for."""
    columns: dict[str, ColumnElement[object]] = {name: table.columns[name] for name in COLUMNS}
    rows: FromClause = table
    if made:
        session.execute(insert(STAND_INS), [{"stand_in": stand_in, "id": number} for stand_in, number in made])
        for name in ("breakdown_id", "area_id", "period_id"):
            meant = aliased(STAND_INS)
            rows = rows.outerjoin(meant, meant.columns.stand_in == table.columns[name])
            columns[name] = func.coalesce(meant.columns.id, table.columns[name])
    new = select(*columns.values(), literal(batch.id), literal(batch.region_id, Integer)).select_from(rows)
    session.execute(
        insert(Figure).from_select(
            [*COLUMNS, "batch_id", "region_id"], new.order_by(*(table.columns[name] for name in KEY))
        )
    )


def record_batch(session: Session, *, actor: Actor | None, action: str, batch: ImportBatch) -> None:
    """The audit line of a batch, and the new version of the figures."""
    audit.record(
        session,
        actor=actor,
        action=action,
        subject_kind="import_batch",
        subject_id=batch.id,
        from_version=0,
        to_version=1,
        detail=batch.file_name or batch.connector,  # how many figures of what kind: the batch, which stays
        region_id=batch.region_id,
    )
    topics.bump(session, topic="figures", region_id=batch.region_id or topics.PUBLIC)
