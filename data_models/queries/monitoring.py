"""What a region agreed about the monitoring itself, and which figures it expects when."""

import json
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from data_models.access import Actor, region_read
from data_models.tables import (
    Area,
    Breakdown,
    ExpectedFigure,
    Figure,
    Indicator,
    MonitoredIndicator,
    MonitoringAgreement,
    MonitoringPlan,
    MonitoringVersion,
    Period,
    Person,
    Region,
    RegionArea,
)


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """A plan that the monitoring feeds."""

    plan: str
    rhythm: str
    next_on: date | None


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    """What a region agreed; `indicators` says for each code who collects, in the order of the catalogue."""

    region_id: int
    purpose: str
    definitions: str
    sees: str
    rhythm: str
    indicators: dict[str, str]
    plans: tuple[PlanFacts, ...]
    version: int
    changed_by: str  # organisation
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class AgreementVersionFacts:
    """What was agreed at a version; nothing when the first agreement was undone then."""

    version: int
    purpose: str
    definitions: str
    sees: str
    rhythm: str
    indicators: dict[str, str]  # who collects, by code
    plans: tuple[PlanFacts, ...]
    changed_by: str  # organisation
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class ExpectedFacts:
    """A figure that is to come, and whether figures of that indicator and year have come in."""

    id: int
    indicator: str
    year: int
    due_on: date
    version: int
    arrived: bool


def _shown(column: InstrumentedAttribute[int], *, asker: Actor | None, fictional: bool) -> ColumnElement[bool]:
    """Of the asker's region, or of the fictional region, which is there for everyone."""
    invented = select(Region.id).where(Region.fictional)
    return column.in_(invented) if fictional else (column == region_read(asker)) & column.not_in(invented)


def agreement(session: Session, *, asker: Actor | None, fictional: bool) -> AgreementFacts | None:
    """What the region agreed, in three statements; None when nothing was ever written down."""
    question = (
        select(MonitoringAgreement, Person.organisation)
        .outerjoin(Person, Person.id == MonitoringAgreement.updated_by)
        .where(_shown(MonitoringAgreement.region_id, asker=asker, fictional=fictional))
    )
    found = session.execute(question).first()
    if found is None:
        return None
    row, organisation = found
    plans = select(MonitoringPlan).where(MonitoringPlan.region_id == row.region_id)
    return AgreementFacts(
        region_id=row.region_id,
        purpose=row.purpose,
        definitions=row.definitions,
        sees=row.sees,
        rhythm=row.rhythm,
        indicators=agreed_indicators(session, asker=asker, fictional=fictional),
        plans=tuple(PlanFacts(one.plan, one.rhythm, one.next_on) for one in session.scalars(plans)),
        version=row.version,
        changed_by=organisation or "",
        updated_at=row.updated_at,
    )


def history(session: Session, *, asker: Actor | None, fictional: bool) -> list[AgreementVersionFacts]:
    """Every version of what the region agreed that is kept, the newest first."""
    question = (
        select(MonitoringVersion, Person.organisation)
        .outerjoin(Person, Person.id == MonitoringVersion.changed_by)
        .where(_shown(MonitoringVersion.region_id, asker=asker, fictional=fictional))
        .order_by(MonitoringVersion.version.desc())
    )
    return [
        AgreementVersionFacts(
            version=row.version,
            purpose=row.purpose,
            definitions=row.definitions,
            sees=row.sees,
            rhythm=row.rhythm,
            indicators=dict(json.loads(row.indicators)),
            plans=tuple(
                PlanFacts(plan, rhythm, date.fromisoformat(on) if on else None)
                for plan, rhythm, on in json.loads(row.plans)
            ),
            changed_by=organisation or "",
            changed_at=row.changed_at,
        )
        for row, organisation in session.execute(question)
    ]


def agreed_indicators(session: Session, *, asker: Actor | None, fictional: bool) -> dict[str, str]:
    """Who collects, by the code of each indicator that the region chose; in the order of the catalogue."""
    question = (
        select(Indicator.code, MonitoredIndicator.collector)
        .join(Indicator, Indicator.id == MonitoredIndicator.indicator_id)
        .where(_shown(MonitoredIndicator.region_id, asker=asker, fictional=fictional))
        .order_by(Indicator.position)
    )
    return dict(session.execute(question).all())


def expected(session: Session, *, asker: Actor | None, fictional: bool) -> list[ExpectedFacts]:
    """The calendar: what is to come, the first day first; in one statement.

    A figure has arrived when there is one, withheld or not, of an area of the region; a region that names no areas is
    about them all.
    """
    own = select(RegionArea.area_id).where(RegionArea.region_id == ExpectedFigure.region_id).correlate(ExpectedFigure)
    is_about = or_(Figure.area_id.in_(own), and_(~own.exists(), Area.fictional == fictional))
    arrived = exists().where(
        Figure.indicator_id == ExpectedFigure.indicator_id,
        or_(Figure.region_id.is_(None), Figure.region_id == ExpectedFigure.region_id),
        Period.id == Figure.period_id,
        Period.year == ExpectedFigure.year,
        Breakdown.id == Figure.breakdown_id,
        Breakdown.code == "",
        Area.id == Figure.area_id,
        is_about,
    )
    question = (
        select(ExpectedFigure, Indicator.code, arrived)
        .join(Indicator, Indicator.id == ExpectedFigure.indicator_id)
        .where(_shown(ExpectedFigure.region_id, asker=asker, fictional=fictional), ExpectedFigure.removed_at.is_(None))
        .order_by(ExpectedFigure.due_on, Indicator.position)
    )
    return [
        ExpectedFacts(row.id, code, row.year, row.due_on, row.version, bool(came))
        for row, code, came in session.execute(question)
    ]
