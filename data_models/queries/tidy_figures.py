"""Figures in the tidy form, in one fixed order: what the command line prints and a download holds."""

from collections.abc import Iterator

import polars as pl
from sqlalchemy import case, select
from sqlalchemy.orm import Session

from data_models.access import Actor, region_read
from data_models.protected import FIGURE_SCHEMA, WITHHELD
from data_models.tables import Area, Breakdown, Figure, Indicator, Period, Source

SLICE = 50_000  # rows held in memory at once


def tidy(
    session: Session, *, asker: Actor | None, indicator: str | None = None, area: str | None = None
) -> Iterator[pl.DataFrame]:
    """Slices with the columns of `FIGURE_SCHEMA`, by indicator, area, breakdown and period.

    The public figures, and to who may read them those of the asker's region. `area` is a code: all areas that
    ever had it.
    """
    visible = Figure.region_id.is_(None) | (Figure.region_id == region_read(asker))
    status = case((Figure.status == "withheld", WITHHELD + Figure.reason), else_=Figure.status)
    question = (
        select(
            Indicator.code,
            Area.code,
            Period.code,
            Breakdown.code,
            Figure.numerator,
            Figure.denominator,
            Figure.value,
            Indicator.unit,
            status,
            Source.code,
        )
        .join(Indicator, Indicator.id == Figure.indicator_id)
        .join(Area, Area.id == Figure.area_id)
        .join(Period, Period.id == Figure.period_id)
        .join(Breakdown, Breakdown.id == Figure.breakdown_id)
        .join(Source, Source.id == Figure.source_id)
        .where(visible)
        .order_by(Indicator.code, Area.code, Breakdown.code, Period.position, Period.code)
    )
    if indicator is not None:
        question = question.where(Indicator.code == indicator)
    if area is not None:
        question = question.where(Area.code == area)
    for rows in session.execute(question.execution_options(yield_per=SLICE)).partitions():
        yield pl.DataFrame([tuple(row) for row in rows], schema=FIGURE_SCHEMA, orient="row")
