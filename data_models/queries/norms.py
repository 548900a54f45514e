"""Norms of an area, and how each came to be what it is."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from data_models.access import Action, Actor, may, region_read
from data_models.facts import AGREED, OVER, NormFacts
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
    meeting: str = ""
    met_on: date | None = None
    direction_reason: str = ""

    @property
    def asks(self) -> tuple[object, ...]:
        """What parties adopt: the value or band, by when and from which start; the words beside it may change."""
        target = (self.direction, self.value, self.lower, self.upper)
        return (*target, self.year, self.start_value, self.start_year)


@dataclass(frozen=True, slots=True)
class AdoptionFacts:
    """A party of the norm's region, and on which day it adopted which version of the norm; None: none yet.

    `holds`: what it adopted is what the norm asks now.
    """

    party_id: int
    party: str
    adopted_on: date | None
    version: int | None
    holds: bool


def visible(asker: Actor | None) -> ColumnElement[bool]:
    """Norms are a region's own; those of the fictional region are there for everyone to look at.

    A concept is seen only by who sets norms in its region.
    """
    fictional = Norm.region_id.in_(select(Region.id).where(Region.fictional))
    return and_(or_(Norm.region_id == region_read(asker), fictional), _for_officers(asker, state=Norm.state))


def _for_officers(asker: Actor | None, *, state: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    own = Norm.region_id == (asker.region_id if asker is not None and may(asker, Action.SET_NORMS) else None)
    return or_(state != "concept", own)


def norms(
    session: Session, *, asker: Actor | None, area: str | None = None, indicator: str | None = None
) -> list[NormFacts]:
    """Norms in every state, within an indicator what was agreed first, then what was proposed, the newest first."""
    strength = case((Norm.state.in_(AGREED), 0), (Norm.state == "proposed", 1), (Norm.state == "concept", 2), else_=3)
    question = (
        select(Norm, Indicator.code, Area.code, Breakdown.code)
        .join(Indicator, Indicator.id == Norm.indicator_id)
        .join(Area, Area.id == Norm.area_id)
        .join(Breakdown, Breakdown.id == Norm.breakdown_id)
        .where(visible(asker))
        .order_by(Indicator.position, strength, Norm.id.desc())
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
            meeting=row.meeting,
            met_on=row.met_on,
            direction_reason=row.direction_reason,
            result_id=row.result_id,
        )
        for row, indicator_code, area_code, breakdown in session.execute(question)
    ]


def standing_by_indicator(session: Session, *, asker: Actor | None) -> dict[str, int]:
    """How many norms stand for each indicator, by its code."""
    question = (
        select(Indicator.code, func.count())
        .join(Norm, Norm.indicator_id == Indicator.id)
        .where(visible(asker), Norm.state.not_in((*OVER, "concept")))
        .group_by(Indicator.code)
    )
    return dict(session.execute(question).all())


def history(session: Session, *, asker: Actor | None, norm_id: int) -> list[NormVersionFacts]:
    """Every version of a norm, the newest first."""
    question = (
        _versions().where(NormVersion.norm_id == norm_id, *_seen_versions(asker)).order_by(NormVersion.version.desc())
    )
    return [_version(row, name=name) for row, name in session.execute(question)]


def histories(session: Session, *, asker: Actor | None, norm_ids: Collection[int]) -> dict[int, list[NormVersionFacts]]:
    """Every version of these norms, by the norm's id, the newest first."""
    found: dict[int, list[NormVersionFacts]] = {}
    if not norm_ids:
        return found
    question = (
        _versions()
        .where(NormVersion.norm_id.in_(norm_ids), *_seen_versions(asker))
        .order_by(NormVersion.norm_id, NormVersion.version.desc())
    )
    for row, name in session.execute(question):
        found.setdefault(row.norm_id, []).append(_version(row, name=name))
    return found


def once_agreed(session: Session, *, asker: Actor | None, norms: Sequence[NormFacts]) -> list[NormFacts]:
    """What these norms asked when they were agreed and ask no longer, as replaced norms, the newest first."""
    versions = histories(session, asker=asker, norm_ids=[norm.id for norm in norms])
    found: list[NormFacts] = []
    for norm in norms:
        passed = {_target(norm)} if norm.stands else set()
        for one in versions.get(norm.id, ()):
            if one.state in AGREED and _target(one) not in passed:
                passed.add(_target(one))
                found.append(
                    replace(
                        norm,
                        state="replaced",
                        direction=one.direction,
                        value=one.value,
                        lower=one.lower,
                        upper=one.upper,
                        year=one.year,
                        start_value=one.start_value,
                        start_year=one.start_year,
                    )
                )
    return found


def _target(norm: NormFacts | NormVersionFacts) -> tuple[object, ...]:
    return (norm.direction, norm.value, norm.lower, norm.upper, norm.year)


def _versions() -> Select[NormVersion, str]:
    return (
        select(NormVersion, Person.name)
        .join(Norm, Norm.id == NormVersion.norm_id)
        .outerjoin(Person, Person.id == NormVersion.changed_by)
    )


def _seen_versions(asker: Actor | None) -> tuple[ColumnElement[bool], ...]:
    return (visible(asker), _for_officers(asker, state=NormVersion.state))


def _version(row: NormVersion, *, name: str | None) -> NormVersionFacts:
    return NormVersionFacts(
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
        meeting=row.meeting,
        met_on=row.met_on,
        direction_reason=row.direction_reason,
    )


def adoptions(session: Session, *, asker: Actor | None, norm_id: int) -> list[AdoptionFacts]:
    """Each party of the norm's region, in alphabetical order, with what it adopted of the norm last."""
    question = (
        select(Party.id, Party.name, NormAdoption.adopted_on, NormAdoption.version)
        .join(Norm, Norm.region_id == Party.region_id)
        .outerjoin(NormAdoption, (NormAdoption.party_id == Party.id) & (NormAdoption.norm_id == Norm.id))
        .where(Norm.id == norm_id, visible(asker))
        .order_by(Party.name, NormAdoption.version)
    )
    rows = session.execute(question).all()
    versions = {one.version: one.asks for one in history(session, asker=asker, norm_id=norm_id)} if rows else {}
    asks = versions.get(max(versions, default=0))
    last = {party_id: (party, on, version) for party_id, party, on, version in rows}
    return [
        AdoptionFacts(party_id, party, on, version, holds=version is not None and versions.get(version) == asks)
        for party_id, (party, on, version) in last.items()
    ]
