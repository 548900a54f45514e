"""Goals, efforts and monitoringsafspraken in the matrix: what each region has, and how each command is asked."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

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
from data_models.tables import (
    Effort,
    EffortYield,
    ExpectedFigure,
    Goal,
    GoalEffort,
    MonitoredIndicator,
    MonitoringAgreement,
    MonitoringPlan,
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
    kept(MonitoringAgreement(purpose=mark, definitions=mark, sees=mark, rhythm=mark, **said))
    kept(MonitoredIndicator(region_id=region_id, indicator_id=indicator_id, collector=mark))
    kept(MonitoringPlan(region_id=region_id, plan="youth_plan", rhythm=mark))
    return ChainRows(**{name: (standing, gone) for name, (standing, gone) in pairs.items()})


def _effort(there: There) -> EffortProposal:
    return EffortProposal("Spreekuur op school", "Gemeente", None, None, (there.chain.goals[0],))


def _begin(session: Session, actor: Actor, there: There) -> None:
    try:
        examples.begin_with_example(session, actor=actor, example=example())
    except ChainRefusedError:  # there is a goal already
        goals.remove_goal(session, actor=actor, goal_id=there.chain.goals[0], seen_version=1)
        examples.begin_with_example(session, actor=actor, example=example())


COMMANDS: dict[str, tuple[Does, bool]] = {  # whether it is given something of a region by its id
    "goals.add_goal": (lambda session, actor, _: goals.add_goal(session, actor=actor, proposal=GOAL), False),
    "goals.change_goal": (
        lambda session, actor, there: goals.change_goal(
            session, actor=actor, goal_id=there.chain.goals[0], seen_version=1, proposal=GOAL
        ),
        True,
    ),
    "goals.remove_goal": (
        lambda session, actor, there: goals.remove_goal(
            session, actor=actor, goal_id=there.chain.goals[0], seen_version=1
        ),
        True,
    ),
    "goals.put_back_goal": (
        lambda session, actor, there: goals.put_back_goal(
            session, actor=actor, goal_id=there.chain.goals[1], seen_version=1
        ),
        True,
    ),
    "efforts.add_effort": (
        lambda session, actor, there: efforts.add_effort(session, actor=actor, proposal=_effort(there)),
        True,
    ),
    "efforts.change_effort": (
        lambda session, actor, there: efforts.change_effort(
            session, actor=actor, effort_id=there.chain.efforts[0], seen_version=1, proposal=_effort(there)
        ),
        True,
    ),
    "efforts.remove_effort": (
        lambda session, actor, there: efforts.remove_effort(
            session, actor=actor, effort_id=there.chain.efforts[0], seen_version=1
        ),
        True,
    ),
    "efforts.put_back_effort": (
        lambda session, actor, there: efforts.put_back_effort(
            session, actor=actor, effort_id=there.chain.efforts[1], seen_version=1
        ),
        True,
    ),
    "yields.add_yield": (
        lambda session, actor, there: yields.add_yield(
            session, actor=actor, effort_id=there.chain.efforts[0], proposal=YIELD
        ),
        True,
    ),
    "yields.change_yield": (
        lambda session, actor, there: yields.change_yield(
            session, actor=actor, yield_id=there.chain.yields[0], seen_version=1, proposal=YIELD
        ),
        True,
    ),
    "yields.remove_yield": (
        lambda session, actor, there: yields.remove_yield(
            session, actor=actor, yield_id=there.chain.yields[0], seen_version=1
        ),
        True,
    ),
    "yields.put_back_yield": (
        lambda session, actor, there: yields.put_back_yield(
            session, actor=actor, yield_id=there.chain.yields[1], seen_version=1
        ),
        True,
    ),
    "measuring.enter_measurement": (
        lambda session, actor, there: measuring.enter_measurement(
            session, actor=actor, yield_id=there.chain.yields[0], seen_version=1, figures=FIGURE, source="Registratie"
        ),
        True,
    ),
    "measuring.withdraw_measurement": (
        lambda session, actor, there: measuring.withdraw_measurement(
            session, actor=actor, yield_id=there.chain.yields[0], year=2024, seen_version=1
        ),
        True,
    ),
    "measuring.undo_measurement": (
        lambda session, actor, there: measuring.undo_measurement(
            session, actor=actor, yield_id=there.chain.yields[0], year=2024, seen_version=1
        ),
        True,
    ),
    "examples.begin_with_example": (_begin, False),
    "monitoring.save_agreement": (
        lambda session, actor, _: monitoring.save_agreement(session, actor=actor, seen_version=1, proposal=AGREED),
        False,
    ),
    "monitoring.clear_agreement": (
        lambda session, actor, _: monitoring.clear_agreement(session, actor=actor, seen_version=1),
        False,
    ),
    "monitoring.expect_figure": (
        lambda session, actor, _: monitoring.expect_figure(
            session, actor=actor, indicator="jeugdzorg", year=2025, due_on=date(2027, 1, 1)
        ),
        False,
    ),
    "monitoring.drop_expected_figure": (
        lambda session, actor, there: monitoring.drop_expected_figure(
            session, actor=actor, expected_id=there.chain.expected[0], seen_version=1
        ),
        True,
    ),
    "monitoring.put_back_expected_figure": (
        lambda session, actor, there: monitoring.put_back_expected_figure(
            session, actor=actor, expected_id=there.chain.expected[1], seen_version=1
        ),
        True,
    ),
}

BOTH = (False, True)  # the asker's region, and the example's
QUERIES: dict[str, Asks] = {
    "efforts.chain": lambda session, asker, _: [
        effort_queries.chain(session, asker=asker, fictional=fictional) for fictional in BOTH
    ],
    "monitoring.agreement": lambda session, asker, _: [
        monitoring_queries.agreement(session, asker=asker, fictional=fictional) for fictional in BOTH
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
