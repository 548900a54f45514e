"""The figures of the seed: published through the one command, older editions before newer ones."""

import hashlib
from pathlib import Path

import polars as pl
from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models.commands.publishing import publish
from data_models.protected import FIGURE_SCHEMA, ProtectedFigures
from data_models.queries import compositions
from data_models.tables import Area, Breakdown, Figure, ImportBatch, Indicator, Period
from seed_data.rows import EXAMPLE_REGION, ROOM

CONNECTOR = "seed"
KEY = ["indicator", "area", "period", "breakdown"]


def load(session: Session) -> None:
    """Publish every file in the order of its number, so that a provisional figure is kept as a revision of its final.

    In a database that has figures of an earlier seed only the last edition of each figure is published, and never
    over a figure that someone imported since, nor of an area in years after a beheerder said that it ended.
    """
    files = [*sorted((ROOM / "figures").glob("*.csv")), EXAMPLE_REGION / "figures.csv"]
    editions = [(path, read_figures(path)) for path in files]
    if session.scalar(select(ImportBatch.id).where(ImportBatch.connector == CONNECTOR).limit(1)) is not None:
        editions = _last_editions(editions)
    imported, ended = _imported_keys(session), _ended(session)
    editions = [(path, frame.filter(_is_there(ended))) for path, frame in editions] if ended else editions
    for path, frame in editions:
        publish(
            session,
            actor=None,
            figures=ProtectedFigures(frame.join(imported, on=KEY, how="anti") if imported.height else frame),
            connector=CONNECTOR,
            file_name=path.name,
            file_sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
            summary="Meegeleverd met het programma",
        )


def read_figures(path: Path) -> pl.DataFrame:
    """The figures of one file, in the tidy form."""
    return pl.read_csv(path, schema=FIGURE_SCHEMA).with_columns(pl.col("breakdown").fill_null(""))


def _last_editions(editions: list[tuple[Path, pl.DataFrame]]) -> list[tuple[Path, pl.DataFrame]]:
    """The same files without the figures that a later file replaces."""
    return [
        (path, frame.join(pl.concat([later for _, later in editions[place + 1 :]]), on=KEY, how="anti"))
        for place, (path, frame) in enumerate(editions[:-1])
    ] + editions[-1:]


def _ended(session: Session) -> dict[str, int]:
    """The last year of each area that a beheerder said has ended, by its code."""
    changed = compositions.changed(session)
    rows = session.execute(select(Area.code, Area.valid_from, Area.valid_until).where(Area.valid_until.is_not(None)))
    return {code: last for code, first, last in rows if last is not None and (code, first) in changed}


def _is_there(ended: dict[str, int]) -> pl.Expr:
    last = pl.col("area").replace_strict(ended, default=None, return_dtype=pl.Int64)
    return last.is_null() | (pl.col("period").str.head(4).cast(pl.Int64) <= last)


def _imported_keys(session: Session) -> pl.DataFrame:
    """The figures that did not come with a seed: people's own imports stay as they are."""
    found = session.execute(
        select(Indicator.code, Area.code, Period.code, Breakdown.code)
        .select_from(Figure)
        .join(ImportBatch, Figure.batch_id == ImportBatch.id)
        .join(Indicator, Figure.indicator_id == Indicator.id)
        .join(Area, Figure.area_id == Area.id)
        .join(Period, Figure.period_id == Period.id)
        .join(Breakdown, Figure.breakdown_id == Breakdown.id)
        .where(ImportBatch.connector != CONNECTOR)
    )
    return pl.DataFrame([tuple(row) for row in found], schema=dict.fromkeys(KEY, pl.String), orient="row")
