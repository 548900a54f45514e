"""What figures were before they were replaced, for a series on a screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, false, or_, select
from sqlalchemy.orm import Session, aliased

from data_models.access import Actor, region_read
from data_models.facts import AreaFacts
from data_models.tables import Area, Breakdown, Figure, FigureRevision, ImportBatch, Indicator, Period, Source


@dataclass(frozen=True, slots=True)
class RevisionFacts:
    """An earlier value of a figure and when another took its place; `value` is None when it was withheld."""

    indicator: str
    area: str
    period: str
    breakdown: str
    numerator: float | None
    denominator: float | None
    value: float | None
    status: str
    reason: str
    source: str
    replaced_at: datetime


def revisions(
    session: Session,
    *,
    asker: Actor | None,
    indicator: str | None = None,
    areas: Sequence[AreaFacts],
    breakdown: str = "",
) -> list[RevisionFacts]:
    """The earlier values of a series, or of those of all indicators, by area and period, the last replaced first.

    An import that was undone leaves nothing here: its values never took the place of others for good. Where the figure
    is withheld now its earlier values are not told either.
    """
    series = _series(session, indicator=indicator, areas=areas, breakdown=breakdown)
    public = FigureRevision.region_id.is_(None)
    batch, undoing = aliased(ImportBatch), aliased(ImportBatch)
    same_key = and_(
        *(
            getattr(Figure, name) == getattr(FigureRevision, name)
            for name in ("indicator_id", "breakdown_id", "area_id", "period_id")
        )
    )
    question = (
        select(FigureRevision, Indicator.code, Area.code, Period.code, Source.code)
        .join(Indicator, Indicator.id == FigureRevision.indicator_id)
        .join(Area, Area.id == FigureRevision.area_id)
        .join(Period, Period.id == FigureRevision.period_id)
        .join(Source, Source.id == FigureRevision.source_id)
        .join(batch, batch.id == FigureRevision.replaced_by_id)
        .outerjoin(undoing, undoing.undoes_id == batch.id)
        .outerjoin(Figure, same_key)
        .where(
            *series,
            or_(public, FigureRevision.region_id == region_read(asker)),
            batch.undoes_id.is_(None),
            undoing.id.is_(None),
            Figure.status.is_distinct_from("withheld"),
        )
        .order_by(Area.name, Period.position, FigureRevision.id.desc())
    )
    return [
        RevisionFacts(
            indicator=indicator_code,
            area=area,
            period=period,
            breakdown=breakdown,
            numerator=row.numerator,
            denominator=row.denominator,
            value=row.value,
            status=row.status,
            reason=row.reason,
            source=source,
            replaced_at=row.replaced_at,
        )
        for row, indicator_code, area, period, source in session.execute(question)
    ]


def _series(
    session: Session, *, indicator: str | None, areas: Sequence[AreaFacts], breakdown: str
) -> tuple[ColumnElement[bool], ...]:
    """Ids instead of codes: the index of the revisions begins with them."""
    chosen = or_(false(), *(and_(Area.code == area.code, Area.valid_from == area.valid_from) for area in areas))
    indicators = select(Indicator.id)
    if indicator is not None:
        indicators = indicators.where(Indicator.code == indicator)
    return (
        FigureRevision.indicator_id.in_(list(session.scalars(indicators))),
        FigureRevision.breakdown_id.in_(list(session.scalars(select(Breakdown.id).where(Breakdown.code == breakdown)))),
        FigureRevision.area_id.in_(list(session.scalars(select(Area.id).where(chosen)))),
    )
