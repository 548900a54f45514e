"""Beginning with an example of goals, activities and what these yield, or taking some of it over later."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands.chain import ChainRefusedError
from data_models.commands.efforts import EffortProposal, add_effort
from data_models.commands.goals import GoalProposal, add_goal
from data_models.commands.permission import permit
from data_models.commands.yields import YieldProposal, add_yield
from data_models.tables import Goal


@dataclass(frozen=True, slots=True)
class ExampleEffort:
    """An activity of an example, for which of its goals (by their place, from 0), and what it yields."""

    activity: str
    organisation: str
    goals: tuple[int, ...]
    yields: tuple[YieldProposal, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """Goals to begin with, and activities for them."""

    goals: tuple[str, ...]
    efforts: tuple[ExampleEffort, ...]


@dataclass(frozen=True, slots=True)
class Begun:
    """What came of an example, by its ids: all of it can be taken away again."""

    goals: tuple[int, ...]
    efforts: tuple[int, ...]


def begin_with_example(session: Session, *, actor: Actor, example: Example) -> Begun:
    """Begin with this example; raises `ChainRefusedError` when the region has goals already."""
    permit(session, actor=actor, action=Action.SET_NORMS)
    stands = Goal.region_id == actor.region_id, Goal.removed_at.is_(None)
    if session.scalar(select(Goal.id).where(*stands).limit(1)) is not None:
        raise ChainRefusedError("goals_already")
    return _add(session, actor=actor, example=example, places=range(len(example.goals)))


def take_over(session: Session, *, actor: Actor, example: Example, places: Sequence[int]) -> Begun:
    """Add the goals of an example at these places, from 0, below those that there are, with the activities for them."""
    permit(session, actor=actor, action=Action.SET_NORMS)
    if not places:
        raise ChainRefusedError("goals_missing")
    return _add(session, actor=actor, example=example, places=places)


def _add(session: Session, *, actor: Actor, example: Example, places: Sequence[int]) -> Begun:
    goals = {at: add_goal(session, actor=actor, proposal=GoalProposal(example.goals[at])) for at in places}
    efforts = []
    for one in example.efforts:
        served = tuple(goals[at] for at in one.goals if at in goals)
        if not served:
            continue
        proposal = EffortProposal(one.activity, one.organisation, None, None, served)
        efforts.append(add_effort(session, actor=actor, proposal=proposal))
        for told in one.yields:
            add_yield(session, actor=actor, effort_id=efforts[-1], proposal=told)
    return Begun(tuple(goals.values()), tuple(efforts))
