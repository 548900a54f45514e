"""What people do with what a norm says: set one as concept or proposal, and change it; every version is kept."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands.norm_keeping import CONTENT, NOTHING_SEEN, Keeping, NormRefusedError
from data_models.commands.permission import permit
from data_models.facts import NormProposal
from data_models.personal_data import refuse_personal_data
from data_models.tables import Area, Breakdown, Indicator, Norm
from data_models.tables.declaration import now

LONGEST = 25  # years: further away is a typing error
HIGHEST_PERCENTAGE = 100
FIRST_STATES = ("concept", "proposed")  # in which a norm can be set
ASKED = ("direction", "value", "lower", "upper", "year", "start_value", "start_year")  # what parties adopt


def faults(proposal: NormProposal, *, unit: str, desired_direction: str, this_year: int) -> list[str]:
    """What makes a proposal impossible, each by its name; an empty list when nothing does."""
    numbers = (proposal.lower, proposal.upper) if proposal.direction == "band" else (proposal.value,)
    given = [number for number in (*numbers, proposal.start_value) if number is not None]
    upside_down = proposal.lower is not None and proposal.upper is not None and proposal.lower >= proposal.upper
    against = proposal.direction not in (desired_direction, "band") and desired_direction != "none"
    found = {
        "value_missing": any(number is None for number in numbers),
        "value_negative": any(number < 0 for number in given),
        "value_above_100": unit == "percentage" and any(number > HIGHEST_PERCENTAGE for number in given),
        "band_upside_down": upside_down,
        "year_past": proposal.year <= this_year,
        "year_too_far": proposal.year > this_year + LONGEST,
        "start_after_norm": proposal.start_year >= proposal.year,
        "direction_against": against,
        "direction_reason_missing": desired_direction == "none" and not proposal.direction_reason.strip(),
        "reason_missing": not proposal.reason.strip(),
        "agreed_by_missing": not proposal.agreed_by.strip(),
    }
    return [fault for fault, is_there in found.items() if is_there]


def set_norm(
    session: Session,
    *,
    actor: Actor,
    indicator: str,
    area: str,
    proposal: NormProposal,
    breakdown: str = "",
    state: str = "proposed",
    seen: Mapping[int, int] = NOTHING_SEEN,
) -> int:
    """Set a norm as a concept or as a proposal, and answer its id.

    A proposal replaces the one that stood for the same figure, which stays in the history; what was agreed holds until
    this is agreed. `seen` are the norms that the person saw standing, by id, with their version: when another stands
    `NormOvertakenError` is raised.
    """
    permit(session, actor=actor, action=Action.SET_NORMS)
    if state not in FIRST_STATES:
        raise NormRefusedError("not_proposed")
    indicator_id = session.scalars(select(Indicator.id).where(Indicator.code == indicator)).one()
    area_id = session.scalars(select(Area.id).where(Area.code == area).order_by(Area.valid_from.desc()).limit(1)).one()
    breakdown_id = session.scalars(select(Breakdown.id).where(Breakdown.code == breakdown)).one()
    _refuse_impossible(session, proposal=proposal, indicator_id=indicator_id)
    norm = Norm(
        region_id=actor.region_id,
        indicator_id=indicator_id,
        area_id=area_id,
        breakdown_id=breakdown_id,
        state=state,
        created_by=actor.person_id,
    )
    keeping = Keeping(session, actor)
    former = keeping.make_room(norm, state=state, seen=seen)
    norm.replaces_id = former[0].id if former else None
    _fill(norm, proposal=proposal)
    session.add(norm)
    session.flush()
    keeping.keep_version(norm, change_reason="")
    for one in former:
        keeping.replace(one, change_reason=proposal.reason.strip())
    keeping.record(norm, action="set_norm", from_version=0)
    return norm.id


def change_norm(
    session: Session, *, actor: Actor, norm_id: int, seen_version: int, proposal: NormProposal, change_reason: str
) -> int:
    """Change a norm from the version the person saw, and answer its new version; the earlier one is kept.

    Parties that adopted it adopted what it asked then: when it asks something else, they are asked anew.
    """
    keeping = Keeping(session, actor)
    norm = keeping.standing(norm_id, seen_version=seen_version)
    _refuse_impossible(session, proposal=proposal, indicator_id=norm.indicator_id)
    if not change_reason.strip():
        raise NormRefusedError("change_reason_missing")
    refuse_personal_data(change_reason)
    before = [getattr(norm, name) for name in ASKED]
    _fill(norm, proposal=proposal)
    asks_another = before != [getattr(norm, name) for name in ASKED]
    state = "agreed" if norm.state == "adopted" and asks_another else norm.state
    keeping.move(norm, state=state, change_reason=change_reason.strip())
    keeping.record(norm, action="change_norm", from_version=seen_version)
    return norm.version


def _fill(norm: Norm, *, proposal: NormProposal) -> None:
    for name in CONTENT:
        said = getattr(proposal, name)
        setattr(norm, name, said.strip() if isinstance(said, str) else said)


def _refuse_impossible(session: Session, *, proposal: NormProposal, indicator_id: int) -> None:
    about = select(Indicator.unit, Indicator.desired_direction).where(Indicator.id == indicator_id)
    unit, desired_direction = session.execute(about).one()
    found = faults(proposal, unit=unit, desired_direction=desired_direction, this_year=now().year)
    if found:
        raise NormRefusedError(found[0])
    refuse_personal_data(proposal.reason, proposal.agreed_by, proposal.meeting, proposal.direction_reason)
