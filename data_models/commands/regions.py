"""What a beheerder does with the region: its name, the areas it is about, its parties; and how a region begins."""

import re
from collections.abc import Collection

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import audit, topics
from data_models.commands.permission import permit
from data_models.compositions import Place
from data_models.personal_data import refuse_personal_data
from data_models.queries import region_areas
from data_models.tables import Area, Party, Region, RegionArea

LONGEST = 120  # characters of a name
PARTY_KINDS = ("municipality", "partnership", "other")
_CODE = re.compile(r"[a-z0-9][a-z0-9-]{1,39}")


class RegionRefusedError(ValueError):
    """The change cannot be; `fault` names why, for the screen to put into words."""

    def __init__(self, fault: str, **about: str | int) -> None:
        super().__init__(f"{fault} {about}")
        self.fault = fault
        self.about = about


class RegionConflictError(Exception):
    """The region was changed after the version that the person saw."""

    def __init__(self, seen_version: int, current_version: int) -> None:
        super().__init__(f"version {seen_version} was seen, version {current_version} is current")
        self.seen_version = seen_version
        self.current_version = current_version


def add_region(session: Session, *, code: str, name: str) -> int:
    """Begin a real region, and answer its id; only whoever owns the database does, on the command line."""
    if not _CODE.fullmatch(code):
        raise RegionRefusedError("code_wrong")
    name = _name(name)
    if session.scalar(select(Region.id).where(Region.code == code)) is not None:
        raise RegionRefusedError("code_taken", code=code)
    region = Region(code=code, name=name, fictional=False)
    session.add(region)
    session.flush()
    _tell(session, actor=None, action="add_region", region=region, detail=f"{code} {name}", version=0)
    return region.id


def rename_region(session: Session, *, actor: Actor, seen_version: int, name: str) -> None:
    """Give the region another name."""
    region = _seen(session, actor=actor, seen_version=seen_version)
    new, old = _name(name), region.name
    if new == old:
        raise RegionRefusedError("nothing_changes")
    region.name = new
    _tell(session, actor=actor, action="rename_region", region=region, detail=f"{old} -> {new}", version=seen_version)


def set_areas(session: Session, *, actor: Actor, seen_version: int, areas: Collection[Place]) -> None:
    """Say which areas the region is about; what was said and stored about an area that goes stays as it is."""
    region = _seen(session, actor=actor, seen_version=seen_version)
    wanted = {place: _area(session, region, place=place) for place in areas}
    before = dict.fromkeys(region_areas.areas(session, region_id=region.id))
    if set(wanted) == set(before):
        raise RegionRefusedError("nothing_changes")
    gone = [place for place in before if place not in wanted]
    come = [place for place in wanted if place not in before]
    for place in gone:
        number = _area(session, region, place=place)
        session.execute(delete(RegionArea).where(RegionArea.region_id == region.id, RegionArea.area_id == number))
    session.add_all(RegionArea(region_id=region.id, area_id=wanted[place]) for place in come)
    session.flush()
    changes = [f"- {code}" for code, _ in sorted(gone)] + [f"+ {code}" for code, _ in sorted(come)]
    _tell(
        session, actor=actor, action="set_region_areas", region=region, detail=", ".join(changes), version=seen_version
    )


def add_party(session: Session, *, actor: Actor, seen_version: int, name: str, kind: str, area: Place | None) -> int:
    """Add a party, whose agreement is asked from now on; answers its id."""
    region = _seen(session, actor=actor, seen_version=seen_version)
    party = Party(region_id=region.id)
    _fill(session, party, region=region, name=name, kind=kind, area=area)
    session.add(party)
    session.flush()
    _tell(session, actor=actor, action="add_party", region=region, detail=party.name, version=seen_version)
    return party.id


def change_party(
    session: Session, *, actor: Actor, seen_version: int, party_id: int, name: str, kind: str, area: Place | None
) -> None:
    """Give a party another name, kind or area; what it agreed to stays."""
    region = _seen(session, actor=actor, seen_version=seen_version)
    party = _party(session, region, party_id=party_id)
    old = party.name
    _fill(session, party, region=region, name=name, kind=kind, area=area)
    session.flush()
    detail = f"{old} -> {party.name}"
    _tell(session, actor=actor, action="change_party", region=region, detail=detail, version=seen_version)


def remove_party(session: Session, *, actor: Actor, seen_version: int, party_id: int) -> None:
    """Remove a party in whose name nobody has a role and nothing was adopted or confirmed."""
    region = _seen(session, actor=actor, seen_version=seen_version)
    party = _party(session, region, party_id=party_id)
    if region_areas.hanging_on(session, party_ids=[party.id]):
        raise RegionRefusedError("party_in_use", name=party.name)
    name = party.name
    session.delete(party)
    session.flush()
    _tell(session, actor=actor, action="remove_party", region=region, detail=name, version=seen_version)


def _seen(session: Session, *, actor: Actor, seen_version: int) -> Region:
    """The actor's region, locked, when nobody changed it since it was seen."""
    permit(session, actor=actor, action=Action.MANAGE_REGION)
    region = session.scalars(select(Region).where(Region.id == actor.region_id).with_for_update()).one()
    current = region_areas.version(session, region_id=region.id)
    if current != seen_version:
        raise RegionConflictError(seen_version, current)
    return region


def _area(session: Session, region: Region, *, place: Place) -> int:
    """The id of an area that is as real (or invented) as the region."""
    question = select(Area.id, Area.fictional, Area.name).where(Area.code == place[0], Area.valid_from == place[1])
    found = session.execute(question).one_or_none()
    if found is None:
        raise RegionRefusedError("unknown_area", code=place[0])
    if found.fictional != region.fictional:
        raise RegionRefusedError("other_world", name=found.name)
    number: int = found.id
    return number


def _party(session: Session, region: Region, *, party_id: int) -> Party:
    party = session.scalars(select(Party).where(Party.id == party_id, Party.region_id == region.id)).one_or_none()
    if party is None:
        raise RegionRefusedError("unknown_party")
    return party


def _fill(session: Session, party: Party, *, region: Region, name: str, kind: str, area: Place | None) -> None:
    name = _name(name)
    if kind not in PARTY_KINDS:
        raise RegionRefusedError("unknown_kind")
    same = select(Party.id).where(
        Party.region_id == region.id, func.lower(Party.name) == name.lower(), Party.id != (party.id or 0)
    )
    with session.no_autoflush:
        if session.scalars(same).first() is not None:
            raise RegionRefusedError("party_taken", name=name)
        area_id = _area(session, region, place=area) if area else None
    if (party.name, party.kind, party.area_id) == (name, kind, area_id):
        raise RegionRefusedError("nothing_changes")
    party.name, party.kind, party.area_id = name, kind, area_id


def _name(typed: str) -> str:
    name = " ".join(typed.split())
    if not name:
        raise RegionRefusedError("name_missing")
    if len(name) > LONGEST:
        raise RegionRefusedError("name_too_long", most=LONGEST)
    refuse_personal_data(name)
    return name


def _tell(session: Session, *, actor: Actor | None, action: str, region: Region, detail: str, version: int) -> None:
    session.flush()
    audit.record(
        session,
        actor=actor,
        action=action,
        subject_kind="region",
        subject_id=region.id,
        from_version=version,
        to_version=version + 1,
        detail=detail,
    )
    for topic in (region_areas.TOPIC, "norms", "stories"):  # screens keep the names of region and parties with these
        topics.bump(session, topic=topic, region_id=region.id)
