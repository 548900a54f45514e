"""Areas that a source brings with it: the wijken of a gemeente that were not known yet."""

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import audit, topics
from data_models.commands.permission import permit
from data_models.facts import AreaDraft
from data_models.tables.areas import Area, AreaPart


class Dated(Protocol):
    """Something that exists in some years."""

    valid_from: int
    valid_until: int | None


Place = TypeVar("Place", bound=Dated)


def register_areas(session: Session, *, actor: Actor | None, areas: Iterable[AreaDraft]) -> int:
    """Add the areas of which no area with that code exists in those years, with what they are part of.

    An actor of None is the project itself. Known areas are left as they are, unless the draft starts anew: then
    an older area with that code ends the year before. Answers how many were added.
    """
    if actor:
        permit(session, actor=actor, action=Action.IMPORT_FIGURES)
    known: dict[str, list[Area]] = {}
    for area in session.scalars(select(Area)):
        known.setdefault(area.code, []).append(area)
    added = added_to(known, areas=areas, make=_area)
    if not added:
        return 0
    session.add_all(area for area, _ in added)
    session.flush()
    for area, draft in added:
        session.add_all(
            AreaPart(
                whole_id=whole.id,
                part_id=area.id,
                share=1.0,
                valid_from=max(whole.valid_from, area.valid_from),
                valid_until=min(
                    (end for end in (whole.valid_until, area.valid_until) if end is not None), default=None
                ),
            )
            for whole in known.get(draft.part_of, ())
            if _overlap(whole, draft)
        )
    audit.record(
        session,
        actor=actor,
        action="register_areas",
        subject_kind="area",
        subject_id=added[0][0].id,
        from_version=0,
        to_version=1,
        detail=audit.shortened([draft.code for _, draft in added]),
    )
    topics.bump(session, topic="areas")
    return len(added)


def added_to(
    known: dict[str, list[Place]], *, areas: Iterable[AreaDraft], make: Callable[[AreaDraft], Place]
) -> list[tuple[Place, AreaDraft]]:
    """The drafts that are new beside what is known by code, made into places and put there too."""
    added = []
    for draft in areas:
        for place in known.get(draft.code, ()) if draft.starts_anew else ():
            if place.valid_from < draft.valid_from and _overlap(place, draft):
                place.valid_until = draft.valid_from - 1
        if any(_overlap(place, draft) for place in known.get(draft.code, ())):
            continue
        place = make(draft)
        known.setdefault(draft.code, []).append(place)
        added.append((place, draft))
    return added


def _area(draft: AreaDraft) -> Area:
    return Area(
        code=draft.code, kind=draft.kind, name=draft.name, valid_from=draft.valid_from, valid_until=draft.valid_until
    )


def _overlap(place: Dated, draft: AreaDraft) -> bool:
    starts_in_time = draft.valid_until is None or place.valid_from <= draft.valid_until
    return starts_in_time and (place.valid_until is None or place.valid_until >= draft.valid_from)
