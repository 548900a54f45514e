"""A second look at where a file begins: beside what is stored of the period before it."""

import polars as pl
from sqlalchemy.orm import Session

from dashboard.sources.columns.second_looks import tenfold_jumps
from dashboard.sources.reader import Known
from data_models import periods
from data_models.periods import PeriodFacts
from data_models.queries import earlier_figures


def jumps_from_stored(
    session: Session, *, figures: pl.DataFrame, region_id: int | None, known: Known, own: bool
) -> list[str]:
    """Sentences on values ten times as high or as low as what stands of the period before the file's first.

    `figures` are protected and of `region_id`; per indicator only the first period is looked at, for the reader of the
    file told of jumps within it.
    """
    firsts = _firsts(figures)
    if not firsts:
        return []
    stored = [
        earlier_figures.just_before(session, indicator=indicator, period=period, region_id=region_id)
        for indicator, period in firsts
    ]
    begins = pl.DataFrame(
        [(indicator, period.code) for indicator, period in firsts], schema=["indicator", "period"], orient="row"
    )
    first_rows = figures.join(begins, on=["indicator", "period"], how="semi", maintain_order="left")
    return tenfold_jumps(first_rows, known=known, before=pl.concat(stored), own=own)


def _firsts(figures: pl.DataFrame) -> list[tuple[str, PeriodFacts]]:
    """The first period of each indicator, per kind of period: years do not follow school years."""
    first: dict[tuple[str, str], PeriodFacts] = {}
    for indicator, code in figures.select("indicator", "period").unique().sort("indicator", "period").iter_rows():
        period = periods.parse(code)
        if period is None:
            continue
        known = first.setdefault((indicator, period.kind), period)
        if period.position < known.position:
            first[indicator, period.kind] = period
    return [(indicator, period) for (indicator, _), period in first.items()]
