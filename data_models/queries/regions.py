"""Regions: which there are, and which areas each may bring figures of its own about."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models.tables import Area, AreaPart, Region, RegionArea


@dataclass(frozen=True, slots=True)
class RegionFacts:
    """Parties that monitor together."""

    id: int
    code: str
    name: str
    fictional: bool


def region(session: Session, *, region_id: int) -> RegionFacts | None:
    """The region with this id."""
    found = session.get(Region, region_id)
    return None if found is None else RegionFacts(found.id, found.code, found.name, found.fictional)


def region_of_code(session: Session, *, code: str) -> RegionFacts | None:
    """The region with this code."""
    number = session.scalar(select(Region.id).where(Region.code == code))
    return None if number is None else region(session, region_id=number)


def codes(session: Session) -> list[str]:
    """The code of every region, in alphabetical order."""
    return list(session.scalars(select(Region.code).order_by(Region.code)))


def own_areas(session: Session, *, region_id: int) -> frozenset[str]:
    """The codes of the areas that a region may bring its own figures about: its areas and what lies within them.

    A region that names no areas, as that of someone who works on their own computer, is about every area that is as
    real (or invented) as itself.
    """
    own = set(session.scalars(select(RegionArea.area_id).where(RegionArea.region_id == region_id)))
    if not own:
        fictional = select(Region.fictional).where(Region.id == region_id).scalar_subquery()
        return frozenset(session.scalars(select(Area.code).where(Area.fictional == fictional)))
    while within := set(session.scalars(select(AreaPart.part_id).where(AreaPart.whole_id.in_(own)))) - own:
        own |= within
    return frozenset(session.scalars(select(Area.code).where(Area.id.in_(own))))
