"""What is stored of the period before the first one that a file is about: what that file is held against."""

import polars as pl
from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models.periods import PeriodFacts
from data_models.tables import Area, Breakdown, Figure, FigureTotal, Indicator, Period

_SCHEMA = {"indicator": pl.String(), "breakdown": pl.String(), "area": pl.String(), "value": pl.Float64()}


def just_before(session: Session, *, indicator: str, period: PeriodFacts, region_id: int | None) -> pl.DataFrame:
    """The values of an indicator in the last period before this one, public and of the region: one period only.

    Columns indicator, breakdown, area, value and period, without what is not shown. Only of areas that are there in
    the year of `period` too: a code can be given to another area.
    """
    owners = {0} if region_id is None else {0, region_id}  # 0: public
    before = session.execute(
        select(Period.id, Period.code, Indicator.id)
        .join(FigureTotal, FigureTotal.period_id == Period.id)
        .join(Indicator, Indicator.id == FigureTotal.indicator_id)
        .where(
            Indicator.code == indicator,
            Period.kind == period.kind,
            Period.position < period.position,
            FigureTotal.region_id.in_(owners),
            FigureTotal.figures > 0,
        )
        .order_by(Period.position.desc())
        .limit(1)
    ).first()
    if before is None:
        return pl.DataFrame(schema={**_SCHEMA, "period": pl.String()})
    period_id, code, indicator_id = before
    public = Figure.region_id.is_(None)
    rows = session.execute(
        select(Breakdown.code, Area.code, Figure.value)
        .select_from(Figure)
        .join(Area, Area.id == Figure.area_id)
        .join(Breakdown, Breakdown.id == Figure.breakdown_id)
        .where(
            Figure.indicator_id == indicator_id,
            Figure.period_id == period_id,
            Figure.value.is_not(None),
            public if region_id is None else public | (Figure.region_id == region_id),
            Area.valid_from <= period.year,
            Area.valid_until.is_(None) | (Area.valid_until >= period.year),
        )
    )
    values = [(indicator, *row) for row in rows]
    return pl.DataFrame(values, schema=_SCHEMA, orient="row").with_columns(period=pl.lit(code))
