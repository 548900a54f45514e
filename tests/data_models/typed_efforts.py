"""What people type about goals, efforts and the monitoring, and where each is refused when it leads to a person."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, Protocol

from sqlalchemy.orm import Session

from data_models.access import Actor
from data_models.commands import efforts, examples, goals, measuring, monitoring, yields
from data_models.commands.efforts import EffortProposal
from data_models.commands.examples import Example
from data_models.commands.goals import GoalProposal
from data_models.commands.monitoring import MonitoringProposal, PlanProposal
from data_models.commands.yields import YieldProposal
from tests.data_models.matrix_efforts import FIGURE


class Room(Protocol):
    """Where a command is tried, and by whom."""

    @property
    def session(self) -> Session: ...

    @property
    def anna(self) -> Actor: ...


NUMBER = "Bel 06-12345678"
GOAL = GoalProposal("Kinderen krijgen vroeg steun")
YIELD = YieldProposal("outcome", "Kinderen die geholpen zijn", "kinderen")
AGREED = MonitoringProposal("Samen leren.", "", "", "", ("jeugdzorg",), ("Gemeente",), ())

TYPED = {  # columns that people fill with words of their own, and the argument that is refused
    "goals.text": "goals.proposal.text",
    "efforts.activity": "efforts.proposal.activity",
    "efforts.organisation": "efforts.proposal.organisation",
    "effort_yields.text": "yields.proposal.text",
    "effort_yields.unit": "yields.proposal.unit",
    "yield_measurements.source": "measuring.source",
    "monitoring_agreements.purpose": "monitoring.proposal.purpose",
    "monitoring_agreements.definitions": "monitoring.proposal.definitions",
    "monitoring_agreements.sees": "monitoring.proposal.sees",
    "monitoring_agreements.rhythm": "monitoring.proposal.rhythm",
    **{
        f"monitoring_versions.{name}": f"monitoring.proposal.{name}"
        for name in ("purpose", "definitions", "sees", "rhythm", "plans")
    },
    "monitoring_versions.indicators": "monitoring.proposal.collectors",
    "monitored_indicators.collector": "monitoring.proposal.collectors",
    "monitoring_plans.rhythm": "monitoring.proposal.plans",
}
NOT_TYPED = {
    "effort_yields.kind": "chosen from a list",
    "yield_measurements.status": "a code",
    "yield_measurements.reason": "a code",
    "monitoring_plans.plan": "chosen from a list",
}


def _goal(room: Room) -> int:
    return goals.add_goal(room.session, actor=room.anna, proposal=GOAL)


def _proposed(room: Room, *, activity: str = "Spreekuur", organisation: str = "Gemeente") -> EffortProposal:
    return EffortProposal(activity, organisation, None, None, (_goal(room),))


def _effort(room: Room) -> int:
    return efforts.add_effort(room.session, actor=room.anna, proposal=_proposed(room))


def _yield(room: Room) -> int:
    return yields.add_yield(room.session, actor=room.anna, effort_id=_effort(room), proposal=YIELD)


def _change_goal(room: Room) -> object:
    told = replace(GOAL, text=NUMBER)
    return goals.change_goal(room.session, actor=room.anna, goal_id=_goal(room), seen_version=1, proposal=told)


def _add_effort(changed: dict[str, str], room: Room) -> object:
    return efforts.add_effort(room.session, actor=room.anna, proposal=_proposed(room, **changed))


def _change_effort(changed: dict[str, str], room: Room) -> object:
    proposal = _proposed(room, **changed)
    return efforts.change_effort(
        room.session, actor=room.anna, effort_id=_effort(room), seen_version=1, proposal=proposal
    )


def _told(*, text: str = "Kinderen die geholpen zijn", unit: str = "kinderen") -> YieldProposal:
    return YieldProposal("outcome", text, unit)


def _add_yield(changed: dict[str, str], room: Room) -> object:
    proposal = _told(**changed)
    return yields.add_yield(room.session, actor=room.anna, effort_id=_effort(room), proposal=proposal)


def _change_yield(changed: dict[str, str], room: Room) -> object:
    proposal = _told(**changed)
    return yields.change_yield(room.session, actor=room.anna, yield_id=_yield(room), seen_version=1, proposal=proposal)


def _agree(changed: dict[str, Any], room: Room) -> object:
    proposal = replace(AGREED, **changed)
    return monitoring.save_agreement(room.session, actor=room.anna, seen_version=0, proposal=proposal)


_AGREED: dict[str, dict[str, Any]] = {
    **{name: {name: NUMBER} for name in ("purpose", "definitions", "sees", "rhythm")},
    "collectors": {"collectors": (NUMBER,)},
    "plans": {"plans": (PlanProposal("youth_plan", NUMBER, None),)},
}
TRIED: dict[str, Callable[[Room], object]] = {
    "goals.add_goal.proposal.text": lambda room: goals.add_goal(
        room.session, actor=room.anna, proposal=replace(GOAL, text=NUMBER)
    ),
    "goals.change_goal.proposal.text": _change_goal,
    **{
        f"efforts.add_effort.proposal.{one}": partial(_add_effort, {one: NUMBER})
        for one in ("activity", "organisation")
    },
    **{
        f"efforts.change_effort.proposal.{one}": partial(_change_effort, {one: NUMBER})
        for one in ("activity", "organisation")
    },
    **{f"yields.add_yield.proposal.{one}": partial(_add_yield, {one: NUMBER}) for one in ("text", "unit")},
    **{f"yields.change_yield.proposal.{one}": partial(_change_yield, {one: NUMBER}) for one in ("text", "unit")},
    "measuring.enter_measurement.source": lambda room: measuring.enter_measurement(
        room.session, actor=room.anna, yield_id=_yield(room), seen_version=0, figures=FIGURE, source=NUMBER
    ),
    "examples.begin_with_example.example.goals": lambda room: examples.begin_with_example(
        room.session, actor=room.anna, example=Example((NUMBER,), ())
    ),
    "examples.take_over.example.goals": lambda room: examples.take_over(
        room.session, actor=room.anna, example=Example((NUMBER,), ()), places=(0,)
    ),
    **{f"monitoring.save_agreement.proposal.{name}": partial(_agree, changed) for name, changed in _AGREED.items()},
}
