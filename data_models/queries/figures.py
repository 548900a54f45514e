"""Figures as screens ask them: of a few areas, whole series at a time, or of all areas in one period."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from data_models.access import Actor
from data_models.facts import AreaFacts, FigureFacts
from data_models.tables import Area, Breakdown, Figure, Indicator, Period, Source


def _question(asker: Actor | None) -> Select[*tuple[Any, ...]]:
    public = Figure.region_id.is_(None)
    return (
        select(
            Indicator.code,
            Area.code,
            Period.code,
            Period.year,
            Breakdown.code,
            Figure.numerator,
            Figure.denominator,
            Figure.value,
            Figure.status,
            Figure.reason,
            Source.code,
        )
        .select_from(Figure)
        .join(Indicator, Indicator.id == Figure.indicator_id)
        .join(Area, Area.id == Figure.area_id)
        .join(Period, Period.id == Figure.period_id)
        .join(Breakdown, Breakdown.id == Figure.breakdown_id)
        .join(Source, Source.id == Figure.source_id)
        .where(public if asker is None else or_(public, Figure.region_id == asker.region_id))
    )


def _facts(session: Session, question: Select[*tuple[Any, ...]]) -> list[FigureFacts]:
    return [FigureFacts(*row) for row in session.execute(question)]


def series(
    session: Session,
    *,
    asker: Actor | None,
    areas: Sequence[AreaFacts],
    indicator: str | None = None,
    breakdown: str | None = "",
) -> list[FigureFacts]:
    """The figures of these areas in time order: of one indicator or all, of one breakdown or (None) all of them."""
    chosen = or_(*(and_(Area.code == area.code, Area.valid_from == area.valid_from) for area in areas))
    area_ids = list(session.scalars(select(Area.id).where(chosen))) if areas else []
    indicators, breakdowns = select(Indicator.id), select(Breakdown.id)
    if indicator is not None:
        indicators = indicators.where(Indicator.code == indicator)
    if breakdown is not None:
        breakdowns = breakdowns.where(Breakdown.code == breakdown)
    question = (
        _question(asker)
        .where(
            Figure.indicator_id.in_(list(session.scalars(indicators))),
            Figure.breakdown_id.in_(list(session.scalars(breakdowns))),
            Figure.area_id.in_(area_ids),
        )
        .order_by(Indicator.id, Area.name, Breakdown.position, Period.position)
    )
    return _facts(session, question)


def of_period(session: Session, *, asker: Actor | None, indicator: str, period: str) -> list[tuple[str, FigureFacts]]:
    """The figures of all gemeenten and the country in one period, with each area's name, alphabetically."""
    question = (
        _question(asker)
        .add_columns(Area.name)
        .where(
            Indicator.code == indicator,
            Period.code == period,
            Breakdown.code == "",
            Area.kind.in_(("municipality", "country")),
            Area.fictional.is_(False),
        )
        .order_by(Area.kind, Area.name)
    )
    return [(row[-1], FigureFacts(*row[:-1])) for row in session.execute(question)]
