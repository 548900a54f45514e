"""Figures as screens ask them: of a few areas, whole series at a time, or of all areas in one period."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from data_models.access import Actor, region_read
from data_models.facts import AreaFacts, FigureFacts
from data_models.tables import Area, Breakdown, Figure, Indicator, Period, Source

LAST_YEAR = 2100  # beyond every period; an area without an end is valid until then


def _visible(asker: Actor | None) -> ColumnElement[bool]:
    """Public figures are for everybody, a region's own for who may read them there."""
    return or_(Figure.region_id.is_(None), Figure.region_id == region_read(asker))


def _question(asker: Actor | None) -> Select[*tuple[Any, ...]]:
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
        .where(_visible(asker))
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
    chosen = {(area.code, area.valid_from) for area in areas}
    of_code = select(Area.id, Area.code, Area.valid_from).where(Area.code.in_({code for code, _ in chosen}))
    area_ids = [number for number, *key in session.execute(of_code) if tuple(key) in chosen]
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


def breakdowns(session: Session, *, asker: Actor | None, area: AreaFacts, indicator: str) -> dict[str, str]:
    """The groups of which a figure of this area is known, by code: "leeftijd: 12 tot 18 jaar"."""
    area_id = select(Area.id).where(Area.code == area.code, Area.valid_from == area.valid_from).scalar_subquery()
    indicator_id = select(Indicator.id).where(Indicator.code == indicator).scalar_subquery()
    known = (
        select(Figure.id)
        .where(
            Figure.indicator_id == indicator_id,
            Figure.breakdown_id == Breakdown.id,
            Figure.area_id == area_id,
            _visible(asker),
        )
        .exists()
    )
    question = (
        select(Breakdown.code, Breakdown.dimension, Breakdown.name)
        .where(Breakdown.code != "", known)
        .order_by(Breakdown.dimension, Breakdown.position)
    )
    return {code: f"{dimension}: {name}" for code, dimension, name in session.execute(question)}


def breakdowns_of_any(
    session: Session, *, asker: Actor | None, areas: Sequence[AreaFacts], indicator: str
) -> dict[str, str]:
    """The groups of which a figure of any of these areas is known, by code, as `breakdowns` says it of one."""
    indicator_id = select(Indicator.id).where(Indicator.code == indicator).scalar_subquery()
    codes = {area.code for area in areas}
    area_ids = list(session.scalars(select(Area.id).where(Area.code.in_(codes))))
    known = (
        select(Figure.id)
        .where(
            Figure.indicator_id == indicator_id,
            Figure.breakdown_id == Breakdown.id,
            Figure.area_id.in_(area_ids),
            _visible(asker),
        )
        .exists()
    )
    question = (
        select(Breakdown.code, Breakdown.dimension, Breakdown.name)
        .where(Breakdown.code != "", known)
        .order_by(Breakdown.dimension, Breakdown.position)
    )
    return {code: f"{dimension}: {name}" for code, dimension, name in session.execute(question)}


def series_by_area(
    session: Session, *, asker: Actor | None, areas: Sequence[AreaFacts], indicator: str
) -> list[tuple[AreaFacts, FigureFacts]]:
    """The figures of these areas, each beside its area: codes alone do not tell reused wijken apart."""
    by_validity = {(area.code, year): area for area in areas for year in _years(area)}
    found = series(session, asker=asker, areas=areas, indicator=indicator)
    return [(by_validity[figure.area, figure.year], figure) for figure in found]


def _years(area: AreaFacts) -> range:
    return range(area.valid_from, (area.valid_until or LAST_YEAR) + 1)


def periods(session: Session, *, asker: Actor | None, indicator: str) -> list[str]:
    """The periods in which real gemeenten can be compared, at least two having the figure; the last first."""
    question = (
        select(Period.code)
        .join(Figure, Figure.period_id == Period.id)
        .join(Area, Area.id == Figure.area_id)
        .join(Indicator, Indicator.id == Figure.indicator_id)
        .join(Breakdown, Breakdown.id == Figure.breakdown_id)
        .where(
            Indicator.code == indicator,
            Breakdown.code == "",
            Area.kind == "municipality",
            Area.fictional.is_(False),
            _visible(asker),
        )
        .group_by(Period.id, Period.code, Period.position)
        .having(func.count() > 1)
        .order_by(Period.position.desc())
    )
    return list(session.scalars(question))
