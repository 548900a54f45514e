"""What a beheerder changes in samenwerkingsverbanden and gemeenten; all of it can be undone, the last first."""

from collections.abc import Callable, Collection, Sequence

from sqlalchemy.orm import Session

from data_models import composing
from data_models.access import Action, Actor
from data_models.commands import audit, topics
from data_models.commands.composition_rows import store
from data_models.commands.locking import wait_for_other_imports
from data_models.commands.permission import permit
from data_models.composing import CompositionRefusedError, NewArea
from data_models.compositions import Known, PartRow, Place, Row, Step
from data_models.facts import AreaFacts
from data_models.personal_data import refuse_personal_data
from data_models.queries import compositions as queries
from data_models.queries import regions
from data_models.queries.topics import versions
from data_models.tables import CompositionChange, Region
from data_models.tables.declaration import now


class CompositionConflictError(Exception):
    """Areas were changed after the version that the person saw."""

    def __init__(self, seen_version: int, current_version: int) -> None:
        super().__init__(f"version {seen_version} was seen, version {current_version} is current")
        self.seen_version = seen_version
        self.current_version = current_version


def set_share(
    session: Session,
    *,
    actor: Actor,
    seen_version: int,
    whole: Place,
    part: Place,
    share: float,
    first: int,
    last: int | None,
) -> int:
    """Say which share (0 to 1) of a gemeente belongs to a samenwerkingsverband, from a year until another."""

    def steps(known: Known) -> tuple[Step, ...]:
        _check_kind(known, [whole], kind=composing.PARTNERSHIP)
        _check_kind(known, [part], kind=composing.MUNICIPALITY)
        return composing.share_set(known, whole=whole, part=part, share=share, first=first, last=last)

    return _change(session, actor=actor, seen_version=seen_version, kind="share", own=[whole], steps=steps)


def add_partnership(session: Session, *, actor: Actor, seen_version: int, new: NewArea, year: int) -> int:
    """Make a samenwerkingsverband that is there from this year on; nothing is part of it yet."""

    def steps(known: Known) -> tuple[Step, ...]:
        refuse_personal_data(new.name)
        region = session.get_one(Region, actor.region_id)
        return composing.partnership_added(known, new=new, year=year, fictional=region.fictional)

    return _change(session, actor=actor, seen_version=seen_version, kind="partnership", own=[], steps=steps)


def merge_partnerships(
    session: Session,
    *,
    actor: Actor,
    seen_version: int,
    formers: Collection[Place],
    successor: Place | NewArea,
    year: int,
) -> int:
    """Let samenwerkingsverbanden go up in another, which may be new, from this year on."""
    own = [*formers, *([] if isinstance(successor, NewArea) else [successor])]

    def steps(known: Known) -> tuple[Step, ...]:
        if isinstance(successor, NewArea):
            refuse_personal_data(successor.name)
        _check_kind(known, own, kind=composing.PARTNERSHIP)
        return composing.merged(known, formers=formers, successor=successor, year=year)

    return _change(session, actor=actor, seen_version=seen_version, kind="merger", own=own, steps=steps)


def abolish_municipality(
    session: Session,
    *,
    actor: Actor,
    seen_version: int,
    former: Place,
    heirs: Sequence[tuple[Place | NewArea, float]],
    year: int,
) -> int:
    """Let a gemeente go over into others from this year on, each for a share of it; one of them may be new."""

    def steps(known: Known) -> tuple[Step, ...]:
        refuse_personal_data(*(one.name for one, _ in heirs if isinstance(one, NewArea)))
        places = [one for one, _ in heirs if not isinstance(one, NewArea)]
        _check_kind(known, [former, *places], kind=composing.MUNICIPALITY)
        if len({known.areas[one].fictional for one in (former, *places)}) > 1:
            raise CompositionRefusedError("other_world")
        return composing.abolished(known, former=former, heirs=heirs, year=year)

    return _change(session, actor=actor, seen_version=seen_version, kind="abolition", own=[former], steps=steps)


def undo_last_change(session: Session, *, actor: Actor, change_id: int) -> None:
    """Put back what stood before the last change by the region, as long as nobody changed that since."""
    permit(session, actor=actor, action=Action.MANAGE_REGION)
    wait_for_other_imports(session)
    last = queries.last_standing(session, region_id=actor.region_id)
    if last is None or last.id != change_id:
        raise CompositionRefusedError("not_the_last")
    rows = set(queries.known(session).rows().values())
    if any(step.after is not None and step.after not in rows for step in last.steps):
        raise CompositionRefusedError("changed_since")
    store(session, region_id=actor.region_id, steps=[step.back() for step in last.steps])
    session.get_one(CompositionChange, change_id).undone_at = now()
    _tell(
        session, actor=actor, action="undo_composition", change_id=change_id, steps=[one.back() for one in last.steps]
    )


def _change(
    session: Session,
    *,
    actor: Actor,
    seen_version: int,
    kind: str,
    own: Collection[Place],
    steps: Callable[[Known], tuple[Step, ...]],
) -> int:
    """Store the steps when these areas are the region's, and answer the number of the change."""
    permit(session, actor=actor, action=Action.MANAGE_REGION)
    wait_for_other_imports(session)
    current = versions(session).of("areas")
    if current != seen_version:
        raise CompositionConflictError(seen_version, current)
    known = queries.known(session)
    allowed = regions.own_areas(session, region_id=actor.region_id)
    for place in own:
        if place not in known.areas:
            raise CompositionRefusedError("unknown_area", code=place[0])
        if place[0] not in allowed:
            raise CompositionRefusedError("not_own_area", name=known.areas[place].name)
    found = steps(known)
    worlds = {step.after.fictional for step in found if isinstance(step.after, AreaFacts)}
    parts = {
        place for step in found if isinstance(step.after, PartRow) for place in (step.after.whole, step.after.part)
    }
    worlds |= {known.areas[place].fictional for place in parts if place in known.areas}
    if worlds != {session.get_one(Region, actor.region_id).fictional}:
        raise CompositionRefusedError("other_world")
    store(session, region_id=actor.region_id, steps=found)
    change = CompositionChange(
        region_id=actor.region_id, person_id=actor.person_id, kind=kind, steps=queries.written(found)
    )
    session.add(change)
    session.flush()
    _tell(session, actor=actor, action=f"change_{kind}", change_id=change.id, steps=found)
    return change.id


def _check_kind(known: Known, places: Collection[Place], *, kind: str) -> None:
    for place in places:
        if place not in known.areas:
            raise CompositionRefusedError("unknown_area", code=place[0])
        if known.areas[place].kind != kind:
            raise CompositionRefusedError(f"no_{kind}", name=known.areas[place].name)


def _tell(session: Session, *, actor: Actor, action: str, change_id: int, steps: Sequence[Step]) -> None:
    audit.record(
        session,
        actor=actor,
        action=action,
        subject_kind="composition",
        subject_id=change_id,
        from_version=0,
        to_version=1 if action != "undo_composition" else 2,
        detail="; ".join(f"{_said(one.before)} -> {_said(one.after)}" for one in steps),
    )
    for topic in ("areas", "figures"):
        topics.bump(session, topic=topic)


def _said(row: Row | None) -> str:
    if row is None:
        return "-"
    if isinstance(row, AreaFacts):
        return f"{row.code} {row.name} {row.valid_from}-{row.valid_until or ''}"
    if isinstance(row, PartRow):
        return f"{row.whole[0]} {row.part[0]} {row.share:.4g} {row.valid_from}-{row.valid_until or ''}"
    return f"{row.former[0]} to {row.successor[0]} {row.share:.4g} {row.year}"
