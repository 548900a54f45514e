"""Figures as screens ask them: of a few areas, whole series at a time."""

from collections.abc import Sequence

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from data_models.access import Actor
from data_models.facts import AreaFacts, FigureFacts
from data_models.tables import Area, Breakdown, Figure, Indicator, Period, Source


def _question(asker: Actor | None) -> Select[tuple[Figure, str, str, str, int, str, str]]:
    visible = Figure.region_id.is_(None)
    return (
        select(Figure, Indicator.code, Area.code, Period.code, Period.year, Breakdown.code, Source.code)
        .join(Indicator, Indicator.id == Figure.indicator_id)
        .join(Area, Area.id == Figure.area_id)
        .join(Period, Period.id == Figure.period_id)
        .join(Breakdown, Breakdown.id == Figure.breakdown_id)
        .join(Source, Source.id == Figure.source_id)
        .where(visible if asker is None else visible | (Figure.region_id == asker.region_id))
        .order_by(Indicator.id, Area.name, Breakdown.position, Period.position)
    )


def _facts(session: Session, question: Select[tuple[Figure, str, str, str, int, str, str]]) -> list[FigureFacts]:
    return [
        FigureFacts(
            indicator=indicator,
            area=area,
            period=period,
            year=year,
            breakdown=breakdown,
            numerator=row.numerator,
            denominator=row.denominator,
            value=row.value,
            status=row.status,
            reason=row.reason,
            source=source,
        )
        for row, indicator, area, period, year, breakdown, source in session.execute(question)
    ]


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
    question = _question(asker).where(Figure.area_id.in_(area_ids))
    if indicator is not None:
        question = question.where(Indicator.code == indicator)
    if breakdown is not None:
        question = question.where(Breakdown.code == breakdown)
    return _facts(session, question)
