"""The groups of areas that people of a region saved to compare again."""

import json
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from data_models.access import Actor, region_read
from data_models.compositions import Place
from data_models.tables import ComparisonGroup, Region


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """A saved group: its areas by code and first year, in the order of who saved it."""

    id: int
    region_id: int
    name: str
    areas: tuple[Place, ...]


def groups(session: Session, *, asker: Actor | None) -> list[GroupFacts]:
    """The groups of the asker's region, and those of the fictional region for everyone; by name."""
    fictional = ComparisonGroup.region_id.in_(select(Region.id).where(Region.fictional))
    visible = or_(ComparisonGroup.region_id == region_read(asker), fictional)
    found = session.scalars(select(ComparisonGroup).where(visible))
    facts = [GroupFacts(one.id, one.region_id, one.name, read(one.areas)) for one in found]
    return sorted(facts, key=lambda one: (one.name.casefold(), one.id))


def written(areas: tuple[Place, ...]) -> str:
    """Areas as the table keeps them."""
    return json.dumps(areas)


def read(areas: str) -> tuple[Place, ...]:
    """Areas as the table kept them."""
    return tuple((code, first) for code, first in json.loads(areas))
