"""What a region is about: its areas and parties, and what its samenwerkingsverbanden consist of in which years."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select, union_all
from sqlalchemy.orm import Session

from data_models.access import Actor
from data_models.compositions import Place
from data_models.queries.topics import versions
from data_models.tables import (
    Area,
    Confirmation,
    DissentingView,
    Norm,
    NormAdoption,
    Party,
    PersonRole,
    Picture,
    PictureFigure,
    RegionArea,
)

TOPIC = "regions"  # its version goes up with every change of a region's name, areas or parties


@dataclass(frozen=True, slots=True)
class PartyFacts:
    """An organisation of a region; `hangs` counts the roles, adoptions, confirmations and dissents in its name."""

    id: int
    name: str
    kind: str
    area: Place | None
    hangs: int


def version(session: Session, *, region_id: int) -> int:
    """A number that goes up with every change of the region's name, areas or parties."""
    return versions(session).of(TOPIC, region_id=region_id)


def areas(session: Session, *, region_id: int) -> list[Place]:
    """The areas that a region names, by their code and first year; by name."""
    question = (
        select(Area.code, Area.valid_from)
        .join(RegionArea, RegionArea.area_id == Area.id)
        .where(RegionArea.region_id == region_id)
        .order_by(Area.name, Area.valid_from)
    )
    return [(code, first) for code, first in session.execute(question)]


def parties(session: Session, *, region_id: int) -> list[PartyFacts]:
    """The parties of a region, by name."""
    question = (
        select(Party, Area.code, Area.valid_from)
        .outerjoin(Area, Area.id == Party.area_id)
        .where(Party.region_id == region_id)
        .order_by(Party.name)
    )
    found = session.execute(question).all()
    hanging = hanging_on(session, party_ids=[party.id for party, _, _ in found])
    return [
        PartyFacts(party.id, party.name, party.kind, None if code is None else (code, first), hanging.get(party.id, 0))
        for party, code, first in found
    ]


def hanging_on(session: Session, *, party_ids: Sequence[int]) -> dict[int, int]:
    """How many roles, adoptions, confirmations and dissenting views are in the name of each party."""
    named = union_all(
        *(
            select(column).where(column.in_(party_ids))
            for column in (PersonRole.party_id, NormAdoption.party_id, Confirmation.party_id, DissentingView.party_id)
        )
    ).subquery()
    (party_id,) = named.c
    return dict(session.execute(select(party_id, func.count()).group_by(party_id)).all())


def what_stays(session: Session, *, asker: Actor, place: Place) -> tuple[int, int]:
    """How many norms of the asker's region, and how many of its pictures with a story, are about an area."""
    number = select(Area.id).where(Area.code == place[0], Area.valid_from == place[1]).scalar_subquery()
    norms = select(func.count()).select_from(Norm).where(Norm.region_id == asker.region_id, Norm.area_id == number)
    pictures = (
        select(func.count(func.distinct(Picture.id)))
        .join(PictureFigure, PictureFigure.picture_id == Picture.id)
        .where(Picture.region_id == asker.region_id, PictureFigure.area_id == number)
    )
    return session.scalar(norms) or 0, session.scalar(pictures) or 0
