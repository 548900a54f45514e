"""Publishing a few figures in tests, and looking at what then stands."""

import polars as pl
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from data_models import database
from data_models.access import Actor
from data_models.commands.publishing import Published, publish
from data_models.protected import FIGURE_SCHEMA, ProtectedFigures
from data_models.queries import tidy_figures
from data_models.tables import Figure, FigureTotal, Indicator, Period, Source, Table

Row = tuple[object, ...]
ALMERE: Row = ("jeugdzorg", "GM0034", "2024", "", 7400.0, None, 11.7, "percentage", "final", "cbs-kwb")
ALMERE_BEFORE: Row = ("jeugdzorg", "GM0034", "2023", "", 7160.0, None, 11.4, "percentage", "final", "cbs-kwb")
ALMERE_STAD: Row = ("jeugdzorg", "WK003402", "2024", "", 700.0, None, 12.1, "percentage", "final", "cbs-kwb")


def with_value(row: Row, value: float | None, *, status: str = "final", source: str = "cbs-kwb") -> Row:
    """The same figure with another value."""
    return (*row[:6], value, row[7], status, source)


def figures(*rows: Row) -> ProtectedFigures:
    """Figures that may be published."""
    return ProtectedFigures(pl.DataFrame(rows, schema=FIGURE_SCHEMA, orient="row"))


def put(
    session: Session,
    *rows: Row,
    actor: Actor | None = None,
    region_id: int | None = None,
    remove_gone: bool = False,
    expected_version: int | None = None,
    connector: str = "tidy",
) -> Published:
    """Publish these figures."""
    return publish(
        session,
        actor=actor,
        figures=figures(*rows),
        connector=connector,
        file_name="cijfers.csv",
        file_sha256="0" * 64,
        region_id=region_id,
        remove_gone=remove_gone,
        expected_version=expected_version,
    )


def standing(engine: Engine, *, asker: Actor | None = None) -> list[Row]:
    """Every current figure, in the tidy form."""
    with database.reading(engine) as session:
        return [row for part in tidy_figures.tidy(session, asker=asker) for row in part.rows()]


def count(engine: Engine, table: type[Table]) -> int:
    """How many rows a table has."""
    with database.reading(engine) as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def kept_totals(engine: Engine) -> set[Row]:
    """The totals as they are kept: source, indicator, period, region, figures."""
    question = (
        select(Source.code, Indicator.code, Period.code, FigureTotal.region_id, FigureTotal.figures)
        .join(Source, Source.id == FigureTotal.source_id)
        .join(Indicator, Indicator.id == FigureTotal.indicator_id)
        .join(Period, Period.id == FigureTotal.period_id)
        .where(FigureTotal.figures != 0)
    )
    with database.reading(engine) as session:
        return {tuple(row) for row in session.execute(question)}


def counted_totals(engine: Engine) -> set[Row]:
    """The same totals, counted where the figures stand."""
    region = func.coalesce(Figure.region_id, 0)
    question = (
        select(Source.code, Indicator.code, Period.code, region, func.count())
        .select_from(Figure)
        .join(Source, Source.id == Figure.source_id)
        .join(Indicator, Indicator.id == Figure.indicator_id)
        .join(Period, Period.id == Figure.period_id)
        .group_by(Source.code, Indicator.code, Period.code, region)
    )
    with database.reading(engine) as session:
        return {tuple(row) for row in session.execute(question)}
