"""What people do with the goals of their region: add one, change it, take it away, put it back."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import chain
from data_models.commands.chain import LONGEST, ChainRefusedError, one_line
from data_models.commands.permission import permit
from data_models.personal_data import refuse_personal_data
from data_models.queries.ambitions import results_that_stand
from data_models.tables import Goal, SocietalResult


@dataclass(frozen=True, slots=True)
class GoalProposal:
    """What somebody wants to reach, and the societal result it adds to; None: to none yet."""

    text: str
    result_id: int | None = None


def faults(proposal: GoalProposal) -> list[str]:
    """What is wrong with a goal, each by its name; an empty list when nothing is."""
    found = []
    if not proposal.text.strip():
        found.append("goal_missing")
    if len(one_line(proposal.text)) > LONGEST:
        found.append("text_too_long")
    return found


def add_goal(session: Session, *, actor: Actor, proposal: GoalProposal) -> int:
    """Add a goal below those of the actor's region, and answer its id."""
    permit(session, actor=actor, action=Action.SET_NORMS)
    last = session.scalar(select(func.max(Goal.position)).where(Goal.region_id == actor.region_id))
    added = Goal(region_id=actor.region_id, position=(last or 0) + 1)
    _fill(session, added, proposal=proposal, actor=actor)
    session.add(added)
    session.flush()
    _record(session, actor=actor, action="add_goal", goal=added, from_version=0)
    return added.id


def change_goal(session: Session, *, actor: Actor, goal_id: int, seen_version: int, proposal: GoalProposal) -> int:
    """Change a goal from the version the person saw, and answer its new version."""
    changed = chain.standing(session, Goal, actor=actor, number=goal_id, seen_version=seen_version)
    _fill(session, changed, proposal=proposal, actor=actor)
    chain.flush_seen(session, seen_version=seen_version)
    _record(session, actor=actor, action="change_goal", goal=changed, from_version=seen_version)
    return changed.version


def remove_goal(session: Session, *, actor: Actor, goal_id: int, seen_version: int) -> int:
    """Take a goal away, and answer its new version; its activities stay, and it can be put back."""
    gone = chain.set_removed(session, Goal, actor=actor, number=goal_id, seen_version=seen_version, removed=True)
    _record(session, actor=actor, action="remove_goal", goal=gone, from_version=seen_version)
    return gone.version


def put_back_goal(session: Session, *, actor: Actor, goal_id: int, seen_version: int) -> int:
    """Undo taking a goal away, and answer its new version."""
    back = chain.set_removed(session, Goal, actor=actor, number=goal_id, seen_version=seen_version, removed=False)
    _record(session, actor=actor, action="put_back_goal", goal=back, from_version=seen_version)
    return back.version


def _fill(session: Session, goal: Goal, *, proposal: GoalProposal, actor: Actor) -> None:
    found = faults(proposal)
    if found:
        raise ChainRefusedError(found[0])
    refuse_personal_data(proposal.text)
    if proposal.result_id not in (None, goal.result_id):  # the result that it had may have been taken away since
        own = results_that_stand().where(
            SocietalResult.id == proposal.result_id, SocietalResult.region_id == actor.region_id
        )
        with session.no_autoflush:
            if session.scalar(own) is None:
                raise ChainRefusedError("result_unknown")
    goal.text, goal.result_id = one_line(proposal.text), proposal.result_id
    chain.touch(goal, actor=actor)


def _record(session: Session, *, actor: Actor, action: str, goal: Goal, from_version: int) -> None:
    chain.record(session, actor=actor, action=action, subject=goal, kind="goal", from_version=from_version)
