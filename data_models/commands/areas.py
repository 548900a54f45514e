"""Areas that a source brings with it: the wijken of a gemeente that were not known yet."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models.access import Action, Actor, require
from data_models.commands import audit, topics
from data_models.facts import AreaDraft
from data_models.tables.areas import Area, AreaPart


def register_areas(session: Session, *, actor: Actor | None, areas: Iterable[AreaDraft]) -> int:
    """Add the areas of which no area with that code exists in those years, with what they are part of.

    An actor of None is the project itself. Known areas are left as they are, unless the draft starts anew: then
    an older area with that code ends the year before. Answers how many were added.
    """
    if actor:
        require(actor, Action.IMPORT_FIGURES)
    known: dict[str, list[Area]] = {}
    for area in session.scalars(select(Area)):
        known.setdefault(area.code, []).append(area)
    added = []
    for draft in areas:
        for area in known.get(draft.code, ()) if draft.starts_anew else ():
            if area.valid_from < draft.valid_from and _overlap(area, draft):
                area.valid_until = draft.valid_from - 1
        if any(_overlap(area, draft) for area in known.get(draft.code, ())):
            continue
        area = Area(
            code=draft.code,
            kind=draft.kind,
            name=draft.name,
            valid_from=draft.valid_from,
            valid_until=draft.valid_until,
        )
        session.add(area)
        known.setdefault(draft.code, []).append(area)
        added.append((area, draft))
    if not added:
        return 0
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
        action=Action.IMPORT_FIGURES,
        subject_kind="area",
        subject_id=added[0][0].id,
        from_version=0,
        to_version=1,
        detail=f"{len(added)} areas added: {', '.join(draft.code for _, draft in added[:20])}",
    )
    topics.bump(session, topic="areas")
    return len(added)


def _overlap(area: Area, draft: AreaDraft) -> bool:
    starts_in_time = draft.valid_until is None or area.valid_from <= draft.valid_until
    return starts_in_time and (area.valid_until is None or area.valid_until >= draft.valid_from)
