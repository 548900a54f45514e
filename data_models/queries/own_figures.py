"""Figures of a region's own registrations: what is not shown and why, and all that was ever shown of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl
from sqlalchemy import Select, case, false, literal, null, select, true
from sqlalchemy.orm import Session

from data_models.access import Actor, region_read
from data_models.protected import STANDING_SCHEMA, WITHHELD
from data_models.tables import Area, Breakdown, Figure, FigureRevision, FigureTotal, Indicator, Period, Source

DATED_SCHEMA: dict[str, pl.DataType] = {**STANDING_SCHEMA, "replaced_at": pl.Datetime(time_zone="UTC")}


@dataclass(frozen=True, slots=True)
class WithheldFacts:
    """A figure that is not shown, by its codes, with the name of its area and why; its number is nowhere."""

    indicator: str
    area: str
    area_name: str
    period: str
    breakdown: str
    reason: str
    source: str


def withheld(
    session: Session,
    *,
    asker: Actor | None,
    indicator: str | None = None,
    areas: Collection[str] | None = None,
    limit: int = 1_000,
) -> list[WithheldFacts]:
    """The withheld figures of local indicators and of the asker's own registrations, by indicator and area.

    Only those about `areas`, when these codes are given.
    """
    local = _local(session, indicators=None)
    public = Figure.region_id.is_(None) & Figure.indicator_id.in_(local)
    region_id = region_read(asker)
    asked = local if region_id is None else [*local, *_registered(session, region_id=region_id)]
    if indicator is not None:
        asked = list(set(asked) & set(_local(session, indicators=[indicator])))
    question = (
        select(Indicator.code, Area.code, Area.name, Period.code, Breakdown.code, Figure.reason, Source.code)
        .select_from(Figure)
        .join(Indicator, Indicator.id == Figure.indicator_id)
        .join(Area, Area.id == Figure.area_id)
        .join(Period, Period.id == Figure.period_id)
        .join(Breakdown, Breakdown.id == Figure.breakdown_id)
        .join(Source, Source.id == Figure.source_id)
        .where(
            Figure.indicator_id.in_(asked),
            Figure.status == "withheld",
            public if region_id is None else public | (Figure.region_id == region_id),
            true() if areas is None else Figure.area_id.in_(_area_ids(session, codes=areas)),
        )
        .order_by(Indicator.position, Indicator.code, Area.name, Period.position.desc(), Breakdown.position)
        .limit(limit)
    )
    return [WithheldFacts(*row) for row in session.execute(question)]


def standing(session: Session, *, indicators: Sequence[str] | None, region_id: int | None) -> pl.DataFrame:
    """Every figure of these indicators that is shown, or ever was: the tidy form with `replaced` and `replaced_at`.

    Public figures, and with a region those of that region; what was replaced oldest first. `indicators` are codes;
    None: all local ones. For the audit that asks what someone who saw all of it can work out.
    """
    numbers = _local(session, indicators=indicators)
    questions = (
        _tidy(Figure, indicator_ids=numbers, region_id=region_id, replaced=False),
        _tidy(FigureRevision, indicator_ids=numbers, region_id=region_id, replaced=True),
    )
    rows = [tuple(row) for question in questions for row in session.execute(question)]
    return pl.DataFrame(rows, schema=DATED_SCHEMA, orient="row").sort(
        "indicator", "area", "period", "breakdown", "replaced", "replaced_at", maintain_order=True
    )


def _local(session: Session, *, indicators: Sequence[str] | None) -> list[int]:
    """The ids of these indicators, or of all local ones, read first: the index of figures begins with them."""
    question = select(Indicator.id).where(Indicator.local if indicators is None else Indicator.code.in_(indicators))
    return list(session.scalars(question))


def _area_ids(session: Session, *, codes: Collection[str]) -> list[int]:
    """The ids of all areas that ever had one of these codes; found here, for a region may have many codes."""
    return [number for number, code in session.execute(select(Area.id, Area.code)) if code in codes]


def _registered(session: Session, *, region_id: int) -> list[int]:
    """The ids of indicators of which this region has figures of its own."""
    question = select(FigureTotal.indicator_id).where(FigureTotal.region_id == region_id).distinct()
    return list(session.scalars(question))


def _tidy(
    table: type[Figure] | type[FigureRevision],
    *,
    indicator_ids: list[int],
    region_id: int | None,
    replaced: bool,
) -> Select[*tuple[Any, ...]]:
    public = table.region_id.is_(None)
    return (
        select(
            Indicator.code,
            Area.code,
            Period.code,
            Breakdown.code,
            table.numerator,
            table.denominator,
            table.value,
            Indicator.unit,
            case((table.status == "withheld", literal(WITHHELD) + table.reason), else_=table.status),
            Source.code,
            true() if replaced else false(),
            FigureRevision.replaced_at if replaced else null(),
        )
        .select_from(table)
        .join(Indicator, Indicator.id == table.indicator_id)
        .join(Area, Area.id == table.area_id)
        .join(Period, Period.id == table.period_id)
        .join(Breakdown, Breakdown.id == table.breakdown_id)
        .join(Source, Source.id == table.source_id)
        .where(
            table.indicator_id.in_(indicator_ids),
            public if region_id is None else public | (table.region_id == region_id),
        )
    )
