"""Goals, efforts and monitoringsafspraken in the matrix: what each region has, and how each command is asked."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypeVar

import polars as pl
from sqlalchemy.orm import Session

from data_models.access import Actor
from data_models.commands import efforts, examples, goals, measuring, monitoring, yields
from data_models.commands.chain import ChainRefusedError
from data_models.commands.efforts import EffortProposal
from data_models.commands.goals import GoalProposal
from data_models.commands.monitoring import MonitoringProposal
from data_models.commands.yields import YieldProposal
from data_models.protected import FIGURE_SCHEMA, ProtectedFigures
from data_models.queries import efforts as effort_queries
from data_models.queries import monitoring as monitoring_queries
from data_models.queries import said_together
from data_models.tables import (
    Effort,
    EffortYield,
    ExpectedFigure,
    Goal,
    GoalEffort,
    MonitoredIndicator,
    MonitoringAgreement,
    MonitoringPlan,
    MonitoringVersion,
    Table,
    YieldMeasurement,
)
from data_models.tables.declaration import now
from seed_data.example_chain import example

GOAL = GoalProposal("Kinderen krijgen vroeg steun")
YIELD = YieldProposal("outcome", "Kinderen die geholpen zijn", "kinderen")
AGREED = MonitoringProposal("Samen leren.", "", "", "", ("jeugdzorg",), ("Gemeente",), ())
ROW = ("opbrengst", "", "2024", "", 40.0, None, 40.0, "", "final", "")
FIGURE = ProtectedFigures(pl.DataFrame([ROW], schema=FIGURE_SCHEMA, orient="row"))


Row = TypeVar("Row", bound=Table)


@dataclass(frozen=True, slots=True)
class ChainRows:
    """What there is of one region, by its ids: of each thing one that stands and one that was taken away."""

    goals: tuple[int, int]
    efforts: tuple[int, int]
    yields: tuple[int, int]
    expected: tuple[int, int]


class There(Protocol):
    """What there is of a region."""

    @property
    def chain(self) -> ChainRows: ...


Does = Callable[[Session, Actor, There], object]
Asks = Callable[[Session, Actor | None, object], object]


def fill(session: Session, *, region_id: int, mark: str, officer: int, indicator_id: int, year: int) -> ChainRows:
    """Write the chain and the agreement of a region, with its mark in every text."""

    def kept(row: Row) -> Row:
        session.add(row)
        session.flush()
        return row

    said = {"region_id": region_id, "updated_by": officer}
    pairs: dict[str, list[int]] = {"goals": [], "efforts": [], "yields": [], "expected": []}
    for gone in (None, now()):
        goal = kept(Goal(text=mark, position=1, removed_at=gone, **said))
        effort = kept(Effort(activity=mark, organisation=mark, removed_at=gone, **said))
        kept(GoalEffort(goal_id=goal.id, effort_id=effort.id, region_id=region_id))
        told = {"kind": "outcome", "text": mark, "unit": mark, "counts_people": True, "removed_at": gone}
        made = kept(EffortYield(effort_id=effort.id, **told, **said))
        counted = {"count": 40.0, "status": "shown", "source": mark, "entered_by": officer}
        kept(YieldMeasurement(region_id=region_id, yield_id=made.id, year=2024, version=1, **counted))
        due = kept(
            ExpectedFigure(indicator_id=indicator_id, year=year, due_on=date(2030, 1, 1), removed_at=gone, **said)
        )
        for name, number in zip(pairs, (goal.id, effort.id, made.id, due.id), strict=True):
            pairs[name].append(number)
    agreed = {"purpose": mark, "definitions": mark, "sees": mark, "rhythm": mark}
    agreement = kept(MonitoringAgreement(**agreed, **said))
    version = {"agreement_id": agreement.id, "version": 1, "indicators": "[]", "plans": "[]", "changed_by": officer}
    kept(MonitoringVersion(region_id=region_id, **version, **agreed))
    kept(MonitoredIndicator(region_id=region_id, indicator_id=indicator_id, collector=mark))
    kept(MonitoringPlan(region_id=region_id, plan="youth_plan", rhythm=mark))
    return ChainRows(**{name: (standing, gone) for name, (standing, gone) in pairs.items()})


def _begin(session: Session, actor: Actor, there: There) -> None:
    try:
        examples.begin_with_example(session, actor=actor, example=example())
    except ChainRefusedError:  # there is a goal already
        goals.remove_goal(session, actor=actor, goal_id=there.chain.goals[0], seen_version=1)
        examples.begin_with_example(session, actor=actor, example=example())


def _about(command: Callable[..., object], name: str, *, gone: bool = False, **given: object) -> Does:
    """The command asked about the goal, effort, yield or expectation that stands, or that was taken away."""
    pair = {"goal_id": "goals", "effort_id": "efforts", "yield_id": "yields", "expected_id": "expected"}[name]

    def does(session: Session, actor: Actor, there: There) -> object:
        return command(session, actor=actor, **{name: getattr(there.chain, pair)[gone]}, **given)

    return does


def _with_effort(command: Callable[..., object], *, of_one: bool) -> Does:
    """The command given an activity for the goal that stands; `of_one`: it changes the activity that stands."""

    def does(session: Session, actor: Actor, there: There) -> object:
        proposal = EffortProposal("Spreekuur op school", "Gemeente", None, None, (there.chain.goals[0],))
        about = {"effort_id": there.chain.efforts[0], **SEEN} if of_one else {}
        return command(session, actor=actor, proposal=proposal, **about)

    return does


def _of_region(command: Callable[..., object], **given: object) -> Does:
    """The command asked of the actor's region as a whole."""

    def does(session: Session, actor: Actor, _: There) -> object:
        return command(session, actor=actor, **given)

    return does


SEEN: dict[str, Any] = {"seen_version": 1}
_COUNTED: dict[str, Any] = {"figures": FIGURE, "source": "Registratie", **SEEN}
_DUE: dict[str, Any] = {"indicator": "jeugdzorg", "year": 2025, "due_on": date(2027, 1, 1)}
_ABOUT_ONE: dict[str, Does] = {  # given something of a region by its id
    "goals.change_goal": _about(goals.change_goal, "goal_id", proposal=GOAL, **SEEN),
    "goals.remove_goal": _about(goals.remove_goal, "goal_id", **SEEN),
    "goals.put_back_goal": _about(goals.put_back_goal, "goal_id", gone=True, **SEEN),
    "efforts.add_effort": _with_effort(efforts.add_effort, of_one=False),
    "efforts.change_effort": _with_effort(efforts.change_effort, of_one=True),
    "efforts.remove_effort": _about(efforts.remove_effort, "effort_id", **SEEN),
    "efforts.put_back_effort": _about(efforts.put_back_effort, "effort_id", gone=True, **SEEN),
    "yields.add_yield": _about(yields.add_yield, "effort_id", proposal=YIELD),
    "yields.change_yield": _about(yields.change_yield, "yield_id", proposal=YIELD, **SEEN),
    "yields.remove_yield": _about(yields.remove_yield, "yield_id", **SEEN),
    "yields.put_back_yield": _about(yields.put_back_yield, "yield_id", gone=True, **SEEN),
    "measuring.enter_measurement": _about(measuring.enter_measurement, "yield_id", **_COUNTED),
    "measuring.withdraw_measurement": _about(measuring.withdraw_measurement, "yield_id", year=2024, **SEEN),
    "measuring.undo_measurement": _about(measuring.undo_measurement, "yield_id", year=2024, **SEEN),
    "monitoring.drop_expected_figure": _about(monitoring.drop_expected_figure, "expected_id", **SEEN),
    "monitoring.put_back_expected_figure": _about(
        monitoring.put_back_expected_figure, "expected_id", gone=True, **SEEN
    ),
}
_ABOUT_ALL: dict[str, Does] = {
    "goals.add_goal": _of_region(goals.add_goal, proposal=GOAL),
    "examples.begin_with_example": _begin,
    "examples.take_over": _of_region(examples.take_over, example=example(), places=(0,)),
    "monitoring.save_agreement": _of_region(monitoring.save_agreement, proposal=AGREED, **SEEN),
    "monitoring.clear_agreement": _of_region(monitoring.clear_agreement, **SEEN),
    "monitoring.expect_figure": _of_region(monitoring.expect_figure, **_DUE),
}
COMMANDS: dict[str, tuple[Does, bool]] = {  # whether it is given something of a region by its id
    **{name: (does, True) for name, does in _ABOUT_ONE.items()},
    **{name: (does, False) for name, does in _ABOUT_ALL.items()},
}

BOTH = (False, True)  # the asker's region, and the example's
QUERIES: dict[str, Asks] = {
    "said_together.said_together": lambda session, asker, _: said_together.said_together(
        session, asker=asker, area="GM0034", indicators=["jeugdzorg"]
    ),
    "efforts.chain": lambda session, asker, _: [
        effort_queries.chain(session, asker=asker, fictional=fictional) for fictional in BOTH
    ],
    "monitoring.agreement": lambda session, asker, _: [
        monitoring_queries.agreement(session, asker=asker, fictional=fictional) for fictional in BOTH
    ],
    "monitoring.history": lambda session, asker, _: [
        monitoring_queries.history(session, asker=asker, fictional=fictional) for fictional in BOTH
    ],
    "monitoring.agreed_indicators": lambda session, asker, _: [
        monitoring_queries.agreed_indicators(session, asker=asker, fictional=fictional) for fictional in BOTH
    ],
}
BY_YEAR: dict[str, Asks] = {  # their answers hold a year of the region's own
    "monitoring.expected": lambda session, asker, _: [
        monitoring_queries.expected(session, asker=asker, fictional=fictional) for fictional in BOTH
    ],
}
