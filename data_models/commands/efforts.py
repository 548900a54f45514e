"""What people do with the activities of their region: add one, change it, take it away, put it back."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import chain
from data_models.commands.chain import LONGEST, LONGEST_NAME, ChainRefusedError, one_line
from data_models.commands.permission import permit
from data_models.personal_data import refuse_personal_data
from data_models.tables import Effort, Goal, GoalEffort


@dataclass(frozen=True, slots=True)
class EffortProposal:
    """What somebody wants to note: the activity, who does it, from when until when, and for which goals."""

    activity: str
    organisation: str
    starts_on: date | None
    ends_on: date | None
    goals: tuple[int, ...]


def faults(proposal: EffortProposal) -> list[str]:
    """What is wrong with an activity, each by its name; an empty list when nothing is."""
    found = []
    if not proposal.activity.strip():
        found.append("activity_missing")
    if not proposal.organisation.strip():
        found.append("organisation_missing")
    if len(one_line(proposal.activity)) > LONGEST or len(one_line(proposal.organisation)) > LONGEST_NAME:
        found.append("text_too_long")
    if proposal.starts_on and proposal.ends_on and proposal.ends_on < proposal.starts_on:
        found.append("ends_before_start")
    if not proposal.goals:
        found.append("goals_missing")
    return found


def add_effort(session: Session, *, actor: Actor, proposal: EffortProposal) -> int:
    """Add an activity to goals of the actor's region, and answer its id."""
    permit(session, actor=actor, action=Action.SET_NORMS)
    added = Effort(region_id=actor.region_id)
    _fill(session, added, proposal=proposal, actor=actor)
    session.add(added)
    session.flush()
    _link(session, added, goals=proposal.goals)
    _record(session, actor=actor, action="add_effort", effort=added, from_version=0)
    return added.id


def change_effort(
    session: Session, *, actor: Actor, effort_id: int, seen_version: int, proposal: EffortProposal
) -> int:
    """Change an activity and the goals it serves from the version the person saw, and answer its new version."""
    changed = chain.standing(session, Effort, actor=actor, number=effort_id, seen_version=seen_version)
    _fill(session, changed, proposal=proposal, actor=actor)
    chain.flush_seen(session, seen_version=seen_version)
    session.execute(delete(GoalEffort).where(GoalEffort.effort_id == effort_id))
    _link(session, changed, goals=proposal.goals)
    _record(session, actor=actor, action="change_effort", effort=changed, from_version=seen_version)
    return changed.version


def remove_effort(session: Session, *, actor: Actor, effort_id: int, seen_version: int) -> int:
    """Take an activity away with what it yields, and answer its new version; it can be put back."""
    gone = chain.set_removed(session, Effort, actor=actor, number=effort_id, seen_version=seen_version, removed=True)
    _record(session, actor=actor, action="remove_effort", effort=gone, from_version=seen_version)
    return gone.version


def put_back_effort(session: Session, *, actor: Actor, effort_id: int, seen_version: int) -> int:
    """Undo taking an activity away, and answer its new version."""
    back = chain.set_removed(session, Effort, actor=actor, number=effort_id, seen_version=seen_version, removed=False)
    _record(session, actor=actor, action="put_back_effort", effort=back, from_version=seen_version)
    return back.version


def _fill(session: Session, effort: Effort, *, proposal: EffortProposal, actor: Actor) -> None:
    found = faults(proposal)
    if found:
        raise ChainRefusedError(found[0])
    refuse_personal_data(proposal.activity, proposal.organisation)
    own = select(Goal.id).where(Goal.id.in_(proposal.goals), Goal.region_id == actor.region_id)
    with session.no_autoflush:
        if set(session.scalars(own)) != set(proposal.goals):
            raise ChainRefusedError("goal_unknown")
    effort.activity, effort.organisation = one_line(proposal.activity), one_line(proposal.organisation)
    effort.starts_on, effort.ends_on = proposal.starts_on, proposal.ends_on
    chain.touch(effort, actor=actor)


def _link(session: Session, effort: Effort, *, goals: tuple[int, ...]) -> None:
    session.add_all(
        GoalEffort(goal_id=goal, effort_id=effort.id, region_id=effort.region_id) for goal in dict.fromkeys(goals)
    )
    session.flush()


def _record(session: Session, *, actor: Actor, action: str, effort: Effort, from_version: int) -> None:
    chain.record(session, actor=actor, action=action, subject=effort, kind="effort", from_version=from_version)
