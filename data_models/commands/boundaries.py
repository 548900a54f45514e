"""The outlines of areas, by which maps are drawn."""

from collections.abc import Iterable

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import audit, topics
from data_models.commands.permission import permit
from data_models.commands.resolving import UnknownCodesError
from data_models.facts import BoundaryDraft
from data_models.tables import Area, Boundary, Source
from data_models.tables.declaration import now


def register_boundaries(
    session: Session, *, actor: Actor | None, boundaries: Iterable[BoundaryDraft], source: str
) -> int:
    """Keep the outlines of areas in a year, in place of those that were there; answers how many are new or other.

    An actor of None is the project itself. Raises `UnknownCodesError` for areas that did not exist in that year, and
    for an unknown source.
    """
    if actor:
        permit(session, actor=actor, action=Action.IMPORT_FIGURES)
    origin = session.scalars(select(Source).where(Source.code == source)).one_or_none()
    if origin is None:
        raise UnknownCodesError("source", [source])
    given = _by_area(session, boundaries=boundaries)
    years = {year for _, year in given}
    standing = select(Boundary).where(Boundary.year.in_(years))
    known = {(row.area_id, row.year): row for row in session.scalars(standing)}
    changed = {key: geometry for key, geometry in given.items() if key not in known or known[key].geometry != geometry}
    origin.retrieved_on = now().date()
    if not changed:
        return 0
    replaced = [known[key].id for key in changed if key in known]
    session.execute(delete(Boundary).where(Boundary.id.in_(replaced)))
    session.execute(
        insert(Boundary),
        [
            {"area_id": area_id, "year": year, "geometry": geometry, "source_id": origin.id}
            for (area_id, year), geometry in changed.items()
        ],
    )
    audit.record(
        session,
        actor=actor,
        action="register_boundaries",
        subject_kind="boundary",
        subject_id=origin.id,
        from_version=0,
        to_version=1,
        detail=audit.shortened([source, *map(str, sorted({year for _, year in changed}))]),
    )
    topics.bump(session, topic="areas")
    return len(changed)


def _by_area(session: Session, *, boundaries: Iterable[BoundaryDraft]) -> dict[tuple[int, int], str]:
    places: dict[str, list[Area]] = {}
    for area in session.scalars(select(Area)):
        places.setdefault(area.code, []).append(area)
    found: dict[tuple[int, int], str] = {}
    unknown = []
    for draft in boundaries:
        there = [
            area
            for area in places.get(draft.area, ())
            if area.valid_from <= draft.year and (area.valid_until is None or draft.year <= area.valid_until)
        ]
        if there:
            found[there[0].id, draft.year] = draft.geometry
        else:
            unknown.append(f"{draft.area} ({draft.year})")
    if unknown:
        raise UnknownCodesError("area", unknown)
    return found
