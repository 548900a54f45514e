"""Storing the steps of a change of compositions: rows that go, that come, and areas that end."""

from collections.abc import Sequence

from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from data_models.composing import CompositionRefusedError
from data_models.compositions import PartRow, Place, Step, SuccessionRow
from data_models.facts import AreaFacts
from data_models.tables import Area, AreaPart, AreaSuccession, RegionArea


def store(session: Session, *, region_id: int, steps: Sequence[Step]) -> None:
    """Bring the rows to what the steps say; new areas join those of the region, when it names any."""
    _add_areas(session, region_id=region_id, steps=steps)
    ids: dict[Place, int] = {
        (code, first): number for number, code, first in session.execute(select(Area.id, Area.code, Area.valid_from))
    }
    for step in steps:
        if isinstance(step.before, PartRow):
            one = step.before
            same = (AreaPart.whole_id == ids[one.whole], AreaPart.part_id == ids[one.part])
            session.execute(delete(AreaPart).where(*same, AreaPart.valid_from == one.valid_from))
        elif isinstance(step.before, SuccessionRow):
            pair = (ids[step.before.former], ids[step.before.successor])
            of_pair = (AreaSuccession.former_id == pair[0], AreaSuccession.successor_id == pair[1])
            session.execute(delete(AreaSuccession).where(*of_pair))
    for step in steps:
        if isinstance(step.after, PartRow):
            row = {"whole_id": ids[step.after.whole], "part_id": ids[step.after.part], "share": step.after.share}
            years = {"valid_from": step.after.valid_from, "valid_until": step.after.valid_until}
            session.execute(insert(AreaPart).values(**row, **years))
        elif isinstance(step.after, SuccessionRow):
            places = {"former_id": ids[step.after.former], "successor_id": ids[step.after.successor]}
            session.execute(insert(AreaSuccession).values(**places, year=step.after.year, share=step.after.share))
    _remove_areas(session, region_id=region_id, steps=steps)
    session.expire_all()


def _add_areas(session: Session, *, region_id: int, steps: Sequence[Step]) -> None:
    """New areas, and the ends of those that stay."""
    names_areas = session.scalar(select(RegionArea.area_id).where(RegionArea.region_id == region_id).limit(1))
    for step in steps:
        one = step.after
        if not isinstance(one, AreaFacts):
            continue
        same = (Area.code == one.code, Area.valid_from == one.valid_from)
        if step.before is not None:
            session.execute(update(Area).where(*same).values(valid_until=one.valid_until))
            continue
        made = Area(
            code=one.code,
            kind=one.kind,
            name=one.name,
            sector=one.sector,
            valid_from=one.valid_from,
            valid_until=one.valid_until,
            fictional=one.fictional,
        )
        session.add(made)
        session.flush()
        if names_areas is not None:
            session.add(RegionArea(region_id=region_id, area_id=made.id))
            session.flush()


def _remove_areas(session: Session, *, region_id: int, steps: Sequence[Step]) -> None:
    """Areas that were never there; refused when figures, norms or stories are about them."""
    for step in steps:
        if not isinstance(step.before, AreaFacts) or step.after is not None:
            continue
        one = step.before
        number = session.scalars(select(Area.id).where(Area.code == one.code, Area.valid_from == one.valid_from)).one()
        session.execute(delete(RegionArea).where(RegionArea.region_id == region_id, RegionArea.area_id == number))
        try:
            session.execute(delete(Area).where(Area.id == number))
        except IntegrityError as held:
            raise CompositionRefusedError("in_use", name=one.name) from held
