"""Figures on their way in: in slices to temporary tables, where they are compared with what is current."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import polars as pl
from sqlalchemy import Column, Float, Integer, MetaData, String, Table, insert
from sqlalchemy.orm import Session

from data_models.commands.resolving import Resolver
from data_models.facts import AreaDraft
from data_models.protected import ProtectedFigures
from data_models.tables.figures import STATUSES

SLICE = 100_000  # rows handed to the driver at once: keeps an import of a million rows far under 1 GB
KEY = ("indicator_id", "breakdown_id", "area_id", "period_id")
COMPARED = ("numerator", "denominator", "value", "status", "reason", "source_id")
COLUMNS = (*KEY, *COMPARED)
GROUP = ("source_id", "indicator_id", "period_id", "breakdown_id")

_TEMPORARY = MetaData()


def _values() -> list[Column[object]]:
    return [
        Column("numerator", Float),
        Column("denominator", Float),
        Column("value", Float),
        Column("status", String, nullable=False),
        Column("reason", String, nullable=False),
        Column("source_id", Integer, nullable=False),
    ]


def _keyed(name: str) -> Table:
    key: list[Column[int]] = [Column(part, Integer, primary_key=True, autoincrement=False) for part in KEY]
    return Table(name, _TEMPORARY, *key, *_values(), prefixes=["TEMPORARY"], sqlite_with_rowid=False)


STAGED = _keyed("figure_staging")  # all of them
NEW = _keyed("figure_new")  # those whose key is not there yet, when that is not all of them
CHANGED = Table(  # new values of figures that are there
    "figure_changed",
    _TEMPORARY,
    Column("figure_id", Integer, primary_key=True),
    *_values(),
    Column("batch_id", Integer),  # empty: the batch that is being stored
    prefixes=["TEMPORARY"],
)
GONE = Table(  # figures of the same series that the file no longer has
    "figure_gone", _TEMPORARY, Column("figure_id", Integer, primary_key=True), prefixes=["TEMPORARY"]
)
GROUPS = Table(  # which series the file is about; without a key, so that SQLite begins with it
    "figure_groups", _TEMPORARY, *(Column(name, Integer, nullable=False) for name in GROUP), prefixes=["TEMPORARY"]
)
STAND_INS = Table(  # what was made: the number it had before, and its id
    "figure_stand_ins",
    _TEMPORARY,
    Column("stand_in", Integer, primary_key=True, autoincrement=False),
    Column("id", Integer, nullable=False),
    prefixes=["TEMPORARY"],
)
TOTALS = Table(  # by how much the totals of a source change
    "figure_total_changes",
    _TEMPORARY,
    *(Column(name, Integer, nullable=False) for name in (*GROUP[:3], "figures")),
    prefixes=["TEMPORARY"],
)
_TO_STAGED = "INSERT INTO figure_staging VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # one per column above


class SameKeyError(Exception):
    """A figure occurs twice among what is published."""


class ImpossibleFigureError(Exception):
    """A figure that is neither a number nor withheld for a reason, or of a status nobody knows.

    NaN and infinity are no numbers: SQLite keeps NaN as nothing, and a copy of everything cannot hold either.
    """


@dataclass(slots=True)
class Staged:
    """What is in the temporary tables: how many figures there are, and every id they use."""

    resolver: Resolver
    total: int = 0
    totals: Counter[tuple[int, ...]] = field(default_factory=Counter)  # figures per source, indicator and period
    used: dict[str, set[int]] = field(default_factory=lambda: {name: set() for name in (*KEY, "source_id")})


@contextmanager
def temporary_tables(session: Session) -> Iterator[None]:
    """The tables of this file, in this connection only, for as long as the block lasts."""
    session.flush()
    _TEMPORARY.create_all(session.connection(), checkfirst=False)
    yield
    _TEMPORARY.drop_all(session.connection(), checkfirst=False)


@contextmanager
def staged(
    session: Session, *, figures: ProtectedFigures | Iterable[ProtectedFigures], areas: Sequence[AreaDraft] = ()
) -> Iterator[Staged]:
    """The figures in temporary tables of this connection, for as long as the block lasts.

    Raises `resolving.UnknownCodesError` for codes that are not known, `SameKeyError` when a key occurs twice,
    `ImpossibleFigureError` for what no figure can be.
    """
    with temporary_tables(session):
        into = Staged(Resolver(session, areas=areas))
        groups: set[tuple[int, ...]] = set()
        for part in (figures,) if isinstance(figures, ProtectedFigures) else figures:
            for piece in part.frame.iter_slices(SLICE):
                rows = into.resolver.with_ids(piece).select(COLUMNS)
                _refuse_impossible(rows)
                _hand_over(session, rows.sort(KEY) if not _is_sorted(rows) else rows)
                into.total += rows.height
                groups.update(rows.select(GROUP).unique().iter_rows())
                for *series, figures_of_it in rows.group_by(GROUP[:3]).len().iter_rows():
                    into.totals[tuple(series)] += figures_of_it
                for name, ids in into.used.items():
                    ids.update(rows[name].unique())
        if groups:
            session.execute(insert(GROUPS), [dict(zip(GROUP, group, strict=True)) for group in groups])
        if session.get_bind().dialect.name == "postgresql":
            session.connection().exec_driver_sql("ANALYZE figure_staging")
        yield into


def _is_sorted(rows: pl.DataFrame) -> bool:
    return rows.select(pl.struct(KEY)).to_series().is_sorted()


def _refuse_impossible(rows: pl.DataFrame) -> None:
    """What the checks of `figures` would refuse row by row, tested here because the checks are off in the lock."""
    withheld = pl.col("status") == "withheld"
    is_possible = (
        pl.col("status").is_in(STATUSES)
        & (withheld == (pl.col("reason") != ""))
        & (withheld == pl.col("value").is_null())
        & pl.all_horizontal(pl.col(name).is_finite().fill_null(True) for name in ("numerator", "denominator", "value"))
    )
    impossible = rows.filter(~is_possible.fill_null(False))
    if impossible.height:
        raise ImpossibleFigureError(f"{impossible.height} figures, of which the first is {impossible.row(0)}")


def _hand_over(session: Session, rows: pl.DataFrame) -> None:
    """Hand one slice to the driver: measured twice (SQLite) and six times (PostgreSQL) as fast as SQLAlchemy."""
    cursor = session.connection().connection.cursor()
    driver = session.get_bind().dialect.loaded_dbapi
    try:
        if session.get_bind().dialect.name == "sqlite":
            cursor.executemany(_TO_STAGED, rows.rows())
        else:
            with cursor.copy("COPY figure_staging FROM STDIN (FORMAT CSV)") as copy:
                copy.write(rows.write_csv(include_header=False))
    except driver.IntegrityError as error:
        raise SameKeyError(str(error)) from error
    finally:
        cursor.close()
