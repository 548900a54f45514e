"""What people do with norms: set, change, withdraw; every version is kept."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from data_models.access import Action, Actor
from data_models.commands import audit, topics
from data_models.commands.permission import permit, row_of
from data_models.facts import OVER, NormProposal
from data_models.personal_data import refuse_personal_data
from data_models.tables import Area, Breakdown, Indicator, Norm, NormVersion
from data_models.tables.declaration import now

LONGEST = 25  # years: further away is a typing error
HIGHEST_PERCENTAGE = 100


class NormRefusedError(ValueError):
    """The proposal cannot be a norm; `fault` names what is wrong, for the screen to put into words."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


class NormConflictError(Exception):
    """Someone else changed the norm after the version the person saw."""

    def __init__(self, seen_version: int, current_version: int) -> None:
        super().__init__(f"version {seen_version} was seen, version {current_version} is current")
        self.seen_version = seen_version
        self.current_version = current_version


def faults(proposal: NormProposal, *, unit: str, this_year: int) -> list[str]:
    """What makes a proposal impossible, each by its name; an empty list when nothing does."""
    found = []
    numbers = (proposal.lower, proposal.upper) if proposal.direction == "band" else (proposal.value,)
    given = [number for number in (*numbers, proposal.start_value) if number is not None]
    if any(number is None for number in numbers):
        found.append("value_missing")
    if any(number < 0 for number in given):
        found.append("value_negative")
    if unit == "percentage" and any(number > HIGHEST_PERCENTAGE for number in given):
        found.append("value_above_100")
    if proposal.lower is not None and proposal.upper is not None and proposal.lower >= proposal.upper:
        found.append("band_upside_down")
    if proposal.year <= this_year:
        found.append("year_past")
    if proposal.year > this_year + LONGEST:
        found.append("year_too_far")
    if proposal.start_year >= proposal.year:
        found.append("start_after_norm")
    if not proposal.reason.strip():
        found.append("reason_missing")
    if not proposal.agreed_by.strip():
        found.append("agreed_by_missing")
    return found


def _keep_version(session: Session, *, norm: Norm, actor: Actor, change_reason: str) -> None:
    session.add(
        NormVersion(
            norm_id=norm.id,
            version=norm.version,
            state=norm.state,
            direction=norm.direction,
            value=norm.value,
            lower=norm.lower,
            upper=norm.upper,
            year=norm.year,
            start_value=norm.start_value,
            start_year=norm.start_year,
            reason=norm.reason,
            origin=norm.origin,
            agreed_by=norm.agreed_by,
            change_reason=change_reason,
            changed_by=actor.person_id,
        )
    )


def _fill(norm: Norm, *, proposal: NormProposal) -> None:
    norm.direction = proposal.direction
    norm.value, norm.lower, norm.upper = proposal.value, proposal.lower, proposal.upper
    norm.year = proposal.year
    norm.start_value, norm.start_year = proposal.start_value, proposal.start_year
    norm.reason, norm.origin, norm.agreed_by = proposal.reason.strip(), proposal.origin, proposal.agreed_by.strip()


def _refuse_impossible(session: Session, *, proposal: NormProposal, indicator_id: int) -> None:
    unit = session.scalars(select(Indicator.unit).where(Indicator.id == indicator_id)).one()
    found = faults(proposal, unit=unit, this_year=now().year)
    if found:
        raise NormRefusedError(found[0])
    refuse_personal_data(proposal.reason, proposal.agreed_by)


def set_norm(
    session: Session, *, actor: Actor, indicator: str, area: str, proposal: NormProposal, breakdown: str = ""
) -> int:
    """Set a norm and answer its id; a norm that stood for the same figure is replaced and stays in the history."""
    permit(session, actor=actor, action=Action.SET_NORMS)
    indicator_id = session.scalars(select(Indicator.id).where(Indicator.code == indicator)).one()
    area_id = session.scalars(select(Area.id).where(Area.code == area).order_by(Area.valid_from.desc()).limit(1)).one()
    breakdown_id = session.scalars(select(Breakdown.id).where(Breakdown.code == breakdown)).one()
    _refuse_impossible(session, proposal=proposal, indicator_id=indicator_id)
    norm = Norm(
        region_id=actor.region_id,
        indicator_id=indicator_id,
        area_id=area_id,
        breakdown_id=breakdown_id,
        state="proposed",
        created_by=actor.person_id,
    )
    standing = _standing_beside(session, norm=norm)
    norm.replaces_id = standing[0].id if standing else None
    _fill(norm, proposal=proposal)
    session.add(norm)
    session.flush()
    _keep_version(session, norm=norm, actor=actor, change_reason="")
    for former in standing:
        _replace(session, norm=former, actor=actor, change_reason=proposal.reason.strip())
    _record(session, actor=actor, action="set_norm", norm=norm, from_version=0)
    return norm.id


def change_norm(
    session: Session, *, actor: Actor, norm_id: int, seen_version: int, proposal: NormProposal, change_reason: str
) -> int:
    """Change a norm from the version the person saw, and answer its new version; the earlier one is kept."""
    norm = _seen(session, actor=actor, norm_id=norm_id, seen_version=seen_version)
    _refuse_unless_standing(norm)
    _refuse_impossible(session, proposal=proposal, indicator_id=norm.indicator_id)
    if not change_reason.strip():
        raise NormRefusedError("change_reason_missing")
    refuse_personal_data(change_reason)
    _fill(norm, proposal=proposal)
    norm.updated_at = now()
    _flush_seen(session, seen_version=seen_version)
    _keep_version(session, norm=norm, actor=actor, change_reason=change_reason.strip())
    _record(session, actor=actor, action="change_norm", norm=norm, from_version=seen_version)
    return norm.version


def withdraw_norm(session: Session, *, actor: Actor, norm_id: int, seen_version: int, change_reason: str) -> int:
    """Withdraw a norm from the version the person saw, with the reason; it stays in the history."""
    norm = _seen(session, actor=actor, norm_id=norm_id, seen_version=seen_version)
    _refuse_unless_standing(norm)
    if not change_reason.strip():
        raise NormRefusedError("change_reason_missing")
    refuse_personal_data(change_reason)
    _change_state(session, norm=norm, actor=actor, state="withdrawn", change_reason=change_reason.strip())
    _record(session, actor=actor, action="withdraw_norm", norm=norm, from_version=seen_version)
    return norm.version


def restore_norm(session: Session, *, actor: Actor, norm_id: int, seen_version: int) -> int:
    """Undo a withdrawal: the norm is proposed again, and replaces the one that was set meanwhile."""
    norm = _seen(session, actor=actor, norm_id=norm_id, seen_version=seen_version)
    if norm.state != "withdrawn":
        raise NormRefusedError("not_withdrawn")
    for former in _standing_beside(session, norm=norm):
        _replace(session, norm=former, actor=actor, change_reason=norm.reason)
    _change_state(session, norm=norm, actor=actor, state="proposed", change_reason="")
    _record(session, actor=actor, action="restore_norm", norm=norm, from_version=seen_version)
    return norm.version


def _standing_beside(session: Session, *, norm: Norm) -> Sequence[Norm]:
    """The other norms that stand for the same figure; whoever sets one at the same moment waits until this is done."""
    session.execute(select(Indicator.id).where(Indicator.id == norm.indicator_id).with_for_update(key_share=True))
    return session.scalars(
        select(Norm).where(
            Norm.region_id == norm.region_id,
            Norm.indicator_id == norm.indicator_id,
            Norm.area_id == norm.area_id,
            Norm.breakdown_id == norm.breakdown_id,
            Norm.state.not_in(OVER),
            Norm.id != (norm.id or 0),
        )
    ).all()


def _seen(session: Session, *, actor: Actor, norm_id: int, seen_version: int) -> Norm:
    norm = row_of(session, Norm, number=norm_id, actor=actor, action=Action.SET_NORMS)
    permit(session, actor=actor, action=Action.SET_NORMS, region_id=norm.region_id)
    if norm.version != seen_version:
        raise NormConflictError(seen_version, norm.version)
    return norm


def _refuse_unless_standing(norm: Norm) -> None:
    if norm.state in OVER:
        raise NormRefusedError("not_standing")


def _flush_seen(session: Session, *, seen_version: int) -> None:
    try:
        session.flush()
    except StaleDataError as stale:
        raise NormConflictError(seen_version, seen_version + 1) from stale


def _replace(session: Session, *, norm: Norm, actor: Actor, change_reason: str) -> None:
    """The norm that stood until now makes room for another; that is done to it, so it has its own audit line."""
    from_version = norm.version
    _change_state(session, norm=norm, actor=actor, state="replaced", change_reason=change_reason)
    _record(session, actor=actor, action="replace_norm", norm=norm, from_version=from_version)


def _change_state(session: Session, *, norm: Norm, actor: Actor, state: str, change_reason: str) -> None:
    seen_version = norm.version
    norm.state = state
    norm.updated_at = now()
    _flush_seen(session, seen_version=seen_version)
    _keep_version(session, norm=norm, actor=actor, change_reason=change_reason)


def _record(session: Session, *, actor: Actor, action: str, norm: Norm, from_version: int) -> None:
    audit.record(
        session,
        actor=actor,
        action=action,
        subject_kind="norm",
        subject_id=norm.id,
        from_version=from_version,
        to_version=norm.version,
        detail="",
    )
    topics.bump(session, topic="norms", region_id=norm.region_id)
