"""Norms of an area, and how each came to be what it is."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from data_models.access import Actor, region_read
from data_models.facts import OVER, NormFacts
from data_models.tables import Area, Breakdown, Indicator, Norm, NormAdoption, NormVersion, Party, Person, Region


@dataclass(frozen=True, slots=True)
class NormVersionFacts:
    """What a norm was at a version, who changed it and why."""

    version: int
    state: str
    direction: str
    value: float | None
    lower: float | None
    upper: float | None
    year: int
    start_value: float | None
    start_year: int
    reason: str
    agreed_by: str
    change_reason: str
    changed_by: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class AdoptionFacts:
    """A party of the norm's region, and on which day it adopted the norm; None: not yet."""

    party_id: int
    party: str
    adopted_on: date | None


def _visible(asker: Actor | None) -> ColumnElement[bool]:
    """Norms are a region's own; those of the fictional region are there for everyone to look at."""
    fictional = Norm.region_id.in_(select(Region.id).where(Region.fictional))
    return or_(Norm.region_id == region_read(asker), fictional)


def norms(
    session: Session, *, asker: Actor | None, area: str | None = None, indicator: str | None = None
) -> list[NormFacts]:
    """Norms in every state, the newest first within an indicator."""
    question = (
        select(Norm, Indicator.code, Area.code, Breakdown.code)
        .join(Indicator, Indicator.id == Norm.indicator_id)
        .join(Area, Area.id == Norm.area_id)
        .join(Breakdown, Breakdown.id == Norm.breakdown_id)
        .where(_visible(asker))
        .order_by(Indicator.position, Norm.id.desc())
    )
    if area is not None:
        question = question.where(Area.code == area)
    if indicator is not None:
        question = question.where(Indicator.code == indicator)
    return [
        NormFacts(
            id=row.id,
            region_id=row.region_id,
            indicator=indicator_code,
            area=area_code,
            breakdown=breakdown,
            state=row.state,
            direction=row.direction,
            value=row.value,
            lower=row.lower,
            upper=row.upper,
            year=row.year,
            start_value=row.start_value,
            start_year=row.start_year,
            reason=row.reason,
            origin=row.origin,
            agreed_by=row.agreed_by,
            version=row.version,
            replaces_id=row.replaces_id,
            updated_at=row.updated_at,
        )
        for row, indicator_code, area_code, breakdown in session.execute(question)
    ]


def standing_by_indicator(session: Session, *, asker: Actor | None) -> dict[str, int]:
    """How many norms stand for each indicator, by its code."""
    question = (
        select(Indicator.code, func.count())
        .join(Norm, Norm.indicator_id == Indicator.id)
        .where(_visible(asker), Norm.state.not_in(OVER))
        .group_by(Indicator.code)
    )
    return dict(session.execute(question).all())


def history(session: Session, *, asker: Actor | None, norm_id: int) -> list[NormVersionFacts]:
    """Every version of a norm, the newest first."""
    question = (
        select(NormVersion, Person.name)
        .join(Norm, Norm.id == NormVersion.norm_id)
        .outerjoin(Person, Person.id == NormVersion.changed_by)
        .where(NormVersion.norm_id == norm_id, _visible(asker))
        .order_by(NormVersion.version.desc())
    )
    return [
        NormVersionFacts(
            version=row.version,
            state=row.state,
            direction=row.direction,
            value=row.value,
            lower=row.lower,
            upper=row.upper,
            year=row.year,
            start_value=row.start_value,
            start_year=row.start_year,
            reason=row.reason,
            agreed_by=row.agreed_by,
            change_reason=row.change_reason,
            changed_by=name or "",
            changed_at=row.changed_at,
        )
        for row, name in session.execute(question)
    ]


def adoptions(session: Session, *, asker: Actor | None, norm_id: int) -> list[AdoptionFacts]:
    """Each party of the norm's region, in alphabetical order, with the day on which it adopted the norm."""
    question = (
        select(Party.id, Party.name, NormAdoption.adopted_on)
        .join(Norm, Norm.region_id == Party.region_id)
        .outerjoin(NormAdoption, (NormAdoption.party_id == Party.id) & (NormAdoption.norm_id == Norm.id))
        .where(Norm.id == norm_id, _visible(asker))
        .order_by(Party.name)
    )
    return [AdoptionFacts(*row) for row in session.execute(question)]
