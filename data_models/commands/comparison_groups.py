"""Keeping a group of areas under a name, for everyone of the region to compare again, and taking it away."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import audit
from data_models.commands.permission import permit, row_of
from data_models.compositions import Place
from data_models.personal_data import refuse_personal_data
from data_models.queries.comparison_groups import written
from data_models.tables import Area, ComparisonGroup, Region

LONGEST = 60  # characters of a name: what fits on one line of a telephone's list
FEWEST, MOST = 2, 100  # areas; more are a province or the country, which have a group already


class GroupRefusedError(ValueError):
    """The group cannot be kept; `fault` names why, for the screen to put into words."""

    def __init__(self, fault: str, **about: str | int) -> None:
        super().__init__(f"{fault} {about}")
        self.fault = fault
        self.about = about


def save_comparison_group(session: Session, *, actor: Actor, name: str, areas: Sequence[Place]) -> int:
    """Keep these areas, in this order, under a name for the actor's region; answers the group's id.

    Saving the same group under the same name again changes nothing, so that a second click does no harm.
    """
    permit(session, actor=actor, action=Action.CONTRIBUTE)
    name = " ".join(name.split())
    if not name:
        raise GroupRefusedError("name_missing")
    if len(name) > LONGEST:
        raise GroupRefusedError("name_too_long", most=LONGEST)
    refuse_personal_data(name)
    region = session.scalars(select(Region).where(Region.id == actor.region_id).with_for_update()).one()
    kept = written(_places(session, areas=areas, region=region))
    known = session.scalars(select(ComparisonGroup).where(ComparisonGroup.region_id == region.id))
    same = next((one for one in known if one.name.casefold() == name.casefold()), None)
    if same is not None and same.areas == kept:
        return same.id
    if same is not None:
        raise GroupRefusedError("name_taken", name=same.name)
    group = ComparisonGroup(region_id=region.id, person_id=actor.person_id, name=name, areas=kept)
    session.add(group)
    session.flush()
    _tell(session, actor=actor, action="save_comparison_group", group=group, versions=(0, 1), areas=areas)
    return group.id


def remove_comparison_group(session: Session, *, actor: Actor, group_id: int) -> None:
    """Take a saved group away; who has its areas in an address keeps that comparison."""
    group = row_of(session, ComparisonGroup, number=group_id, actor=actor, action=Action.CONTRIBUTE, lock=True)
    permit(session, actor=actor, action=Action.CONTRIBUTE, region_id=group.region_id)
    _tell(session, actor=actor, action="remove_comparison_group", group=group, versions=(1, 1), areas=())
    session.delete(group)
    session.flush()


def _places(session: Session, *, areas: Sequence[Place], region: Region) -> tuple[Place, ...]:
    places = tuple(dict.fromkeys(areas))
    if len(places) < FEWEST:
        raise GroupRefusedError("too_few", fewest=FEWEST)
    if len(places) > MOST:
        raise GroupRefusedError("too_many", most=MOST)
    question = select(Area.code, Area.valid_from, Area.fictional).where(Area.code.in_([code for code, _ in places]))
    known = {(code, first): fictional for code, first, fictional in session.execute(question)}
    if any(known.get(place) is not region.fictional for place in places):
        raise GroupRefusedError("unknown_area")
    return places


def _tell(
    session: Session,
    *,
    actor: Actor,
    action: str,
    group: ComparisonGroup,
    versions: tuple[int, int],
    areas: Sequence[Place],
) -> None:
    first, last = versions
    audit.record(
        session,
        actor=actor,
        action=action,
        subject_kind="comparison_group",
        subject_id=group.id,
        from_version=first,
        to_version=last,
        detail=audit.shortened([code for code, _ in dict.fromkeys(areas)]),
    )
