"""Goals, activities and what these yield on both databases: nothing is overwritten unseen, all can be undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import polars as pl
import pytest
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from data_models import database
from data_models.access import Actor, NotAllowedError, Role
from data_models.commands import ambitions, measuring, results, yields
from data_models.commands import efforts as effort_commands
from data_models.commands import goals as goal_commands
from data_models.commands.ambitions import IssueProposal
from data_models.commands.chain import ChainConflictError, ChainRefusedError
from data_models.commands.efforts import EffortProposal
from data_models.commands.examples import begin_with_example, take_over
from data_models.commands.goals import GoalProposal
from data_models.commands.measuring import Counted
from data_models.commands.results import ResultProposal
from data_models.commands.yields import YieldProposal
from data_models.protected import FIGURE_SCHEMA, ProtectedFigures
from data_models.queries import efforts
from data_models.queries.efforts import Chain
from data_models.tables import YieldMeasurement
from data_models.tables.declaration import now
from seed_data.example_chain import example
from tests.data_models.people_rows import add_actor, add_region, audit_lines

EARLY = GoalProposal("Kinderen krijgen vroeg steun")
SPEAKING = EffortProposal("Spreekuur op school", "Gemeente Almere", date(2025, 8, 1), None, ())
HELPED = YieldProposal("outcome", "Kinderen die geholpen zijn", "kinderen")


@pytest.fixture
def anna(engine: Engine) -> Actor:
    with database.writing(engine) as session:
        return add_actor(session, "Anna", region_id=add_region(session, "flevoland"))


def _write(engine: Engine, does: Callable[[Session], int]) -> int:
    with database.writing(engine) as session:
        return does(session)


def _chain(engine: Engine, anna: Actor | None, *, fictional: bool = False) -> Chain:
    with database.reading(engine, asker=anna) as session:
        return efforts.chain(session, asker=anna, fictional=fictional)


def _goal(engine: Engine, anna: Actor) -> int:
    return _write(engine, lambda session: goal_commands.add_goal(session, actor=anna, proposal=EARLY))


def _effort(engine: Engine, anna: Actor, *goals: int) -> int:
    proposal = replace(SPEAKING, goals=goals)
    return _write(engine, lambda session: effort_commands.add_effort(session, actor=anna, proposal=proposal))


def _yield(engine: Engine, anna: Actor, proposal: YieldProposal = HELPED) -> int:
    effort = _effort(engine, anna, _goal(engine, anna))
    return _write(engine, lambda session: yields.add_yield(session, actor=anna, effort_id=effort, proposal=proposal))


def _figure(count: float | None, *, year: int = 2025, denominator: float | None = None) -> ProtectedFigures:
    status = "withheld:small-count" if count is None else "final"
    row = ("opbrengst", "", str(year), "", count, denominator, count, "", status, "")
    return ProtectedFigures(pl.DataFrame([row], schema=FIGURE_SCHEMA, orient="row"))


def _enter(engine: Engine, anna: Actor, number: int, figures: ProtectedFigures, *, seen: int = 0) -> int:
    return _write(
        engine,
        lambda session: measuring.enter_measurement(
            session, actor=anna, yield_id=number, seen_version=seen, figures=figures, source="Eigen registratie"
        ),
    )


def test_a_goal_with_its_activity_and_outcome_is_a_chain(engine: Engine, anna: Actor) -> None:
    number = _yield(engine, anna)
    found = _chain(engine, anna)
    (goal,), (effort,) = found.goals, found.efforts
    assert (goal.text, goal.result, goal.version) == ("Kinderen krijgen vroeg steun", "", 1)
    assert (effort.activity, effort.organisation, effort.starts_on) == (
        "Spreekuur op school",
        "Gemeente Almere",
        date(2025, 8, 1),
    )
    assert [one.id for one in effort.yields_of("outcome")] == [number]
    assert found.efforts_of(goal) == (effort,)
    assert found.has_outcome(goal)
    assert [line[2] for line in audit_lines(engine)] == ["add_goal", "add_effort", "add_yield"]


def test_an_activity_may_serve_several_goals_and_one_goal_may_have_no_outcome(engine: Engine, anna: Actor) -> None:
    first, second, third = (_goal(engine, anna) for _ in range(3))
    effort = _effort(engine, anna, first, second)
    _write(engine, lambda session: yields.add_yield(session, actor=anna, effort_id=effort, proposal=HELPED))
    found = _chain(engine, anna)
    assert [found.has_outcome(goal) for goal in found.goals] == [True, True, False]
    assert [goal.id for goal in found.goals] == [first, second, third]


def test_a_goal_is_not_joined_to_a_result_that_was_taken_away_and_keeps_the_one_that_it_had(
    engine: Engine, anna: Actor
) -> None:
    school = ResultProposal("substantive", "Elk kind gaat naar school.", "leerplichtige kinderen")
    with database.writing(engine) as session:
        issue = ambitions.add_issue(session, actor=anna, proposal=IssueProposal("Leerlingen zitten thuis."))
        ambition = ambitions.add_ambition(session, actor=anna, issue_id=issue, text="Elk kind hoort erbij.")
        result = results.add_result(session, actor=anna, ambition_id=ambition, proposal=school)
        joined = goal_commands.add_goal(session, actor=anna, proposal=replace(EARLY, result_id=result))
    assert _chain(engine, anna).goals[0].result == "Elk kind gaat naar school."
    with database.writing(engine) as session:
        ambitions.remove_ambition(session, actor=anna, ambition_id=ambition, seen_version=1)
    found = _chain(engine, anna)
    assert (found.results, found.goals[0].result) == ({}, "")
    with pytest.raises(ChainRefusedError, match="result_unknown"), database.writing(engine) as session:
        goal_commands.add_goal(session, actor=anna, proposal=replace(EARLY, result_id=result))
    kept = GoalProposal("Kinderen krijgen eerder steun", result)
    _write(
        engine,
        lambda session: goal_commands.change_goal(session, actor=anna, goal_id=joined, seen_version=1, proposal=kept),
    )
    with database.writing(engine) as session:
        ambitions.put_back_ambition(session, actor=anna, ambition_id=ambition, seen_version=2)
    assert _chain(engine, anna).goals[0].result == "Elk kind gaat naar school."


def test_an_output_alone_is_no_outcome(engine: Engine, anna: Actor) -> None:
    _yield(engine, anna, replace(HELPED, kind="output"))
    found = _chain(engine, anna)
    assert not found.has_outcome(found.goals[0])


def test_a_change_from_an_older_version_is_a_conflict_and_changes_nothing(engine: Engine, anna: Actor) -> None:
    goal = _goal(engine, anna)
    changed = GoalProposal("Iets anders")

    def change(session: Session) -> int:
        return goal_commands.change_goal(session, actor=anna, goal_id=goal, seen_version=1, proposal=changed)

    assert _write(engine, change) == 2
    with pytest.raises(ChainConflictError) as conflict:
        _write(engine, change)
    assert (conflict.value.seen_version, conflict.value.current_version) == (1, 2)
    assert _chain(engine, anna).goals[0].text == "Iets anders"


def test_a_goal_that_is_taken_away_leaves_its_activity_loose_and_can_be_put_back(engine: Engine, anna: Actor) -> None:
    goal = _goal(engine, anna)
    effort = _effort(engine, anna, goal)
    _write(engine, lambda session: goal_commands.remove_goal(session, actor=anna, goal_id=goal, seen_version=1))
    found = _chain(engine, anna)
    assert found.goals == ()
    assert [one.id for one in found.loose] == [effort]
    with pytest.raises(ChainRefusedError, match="removed_already"):
        _write(engine, lambda session: goal_commands.remove_goal(session, actor=anna, goal_id=goal, seen_version=2))
    _write(engine, lambda session: goal_commands.put_back_goal(session, actor=anna, goal_id=goal, seen_version=2))
    assert [(one.id, one.version) for one in _chain(engine, anna).goals] == [(goal, 3)]
    assert _chain(engine, anna).loose == ()


def test_an_activity_is_moved_to_another_goal_and_taken_away_with_what_it_yields(engine: Engine, anna: Actor) -> None:
    first, second = _goal(engine, anna), _goal(engine, anna)
    effort = _effort(engine, anna, first)
    moved = replace(SPEAKING, goals=(second,), ends_on=date(2026, 7, 31))
    _write(
        engine,
        lambda session: effort_commands.change_effort(
            session, actor=anna, effort_id=effort, seen_version=1, proposal=moved
        ),
    )
    (found,) = _chain(engine, anna).efforts
    assert (found.goals, found.ends_on, found.version) == ((second,), date(2026, 7, 31), 2)
    _write(
        engine,
        lambda session: effort_commands.remove_effort(session, actor=anna, effort_id=effort, seen_version=2),
    )
    assert _chain(engine, anna).efforts == ()
    _write(
        engine,
        lambda session: effort_commands.put_back_effort(session, actor=anna, effort_id=effort, seen_version=3),
    )
    assert len(_chain(engine, anna).efforts) == 1


@pytest.mark.parametrize(
    ("proposal", "fault"),
    [
        (replace(SPEAKING, activity=" "), "activity_missing"),
        (replace(SPEAKING, organisation=""), "organisation_missing"),
        (replace(SPEAKING, activity="x" * 301), "text_too_long"),
        (replace(SPEAKING, ends_on=date(2025, 7, 31)), "ends_before_start"),
    ],
)
def test_what_cannot_be_an_activity_is_refused_by_its_fault(
    engine: Engine, anna: Actor, proposal: EffortProposal, fault: str
) -> None:
    goal = _goal(engine, anna)
    with pytest.raises(ChainRefusedError) as refused:
        _write(
            engine,
            lambda session: effort_commands.add_effort(session, actor=anna, proposal=replace(proposal, goals=(goal,))),
        )
    assert refused.value.fault == fault


def test_an_activity_without_a_goal_or_for_one_elsewhere_is_refused(engine: Engine, anna: Actor) -> None:
    with database.writing(engine) as session:
        elsewhere = add_actor(session, "Bo", region_id=add_region(session, "gooi"))
    theirs = _goal(engine, elsewhere)
    for goals, fault in (((), "goals_missing"), ((theirs,), "goal_unknown")):
        with pytest.raises(ChainRefusedError, match=fault):
            _effort(engine, anna, *goals)


def test_a_figure_is_corrected_taken_away_and_each_undone_with_its_history(engine: Engine, anna: Actor) -> None:
    number = _yield(engine, anna)
    assert _enter(engine, anna, number, _figure(40, denominator=80)) == 1
    assert _enter(engine, anna, number, _figure(44, denominator=80), seen=1) == 2

    def at(version: int, does: Callable[..., int]) -> int:
        return _write(
            engine, lambda session: does(session, actor=anna, yield_id=number, year=2025, seen_version=version)
        )

    assert at(2, measuring.undo_measurement) == 3
    (standing,) = _chain(engine, anna).efforts[0].yields[0].measurements
    assert (standing.count, standing.denominator, standing.version) == (40, 80, 3)
    assert [one.count for one in standing.earlier] == [44, 40]
    assert (standing.source, standing.organisation) == ("Eigen registratie", "Gemeente Almere")
    assert at(3, measuring.withdraw_measurement) == 4
    assert _chain(engine, anna).efforts[0].yields[0].measurements == ()
    assert _chain(engine, anna).efforts[0].yields[0].versions == {2025: 4}
    assert at(4, measuring.undo_measurement) == 5
    assert _chain(engine, anna).efforts[0].yields[0].measurements[0].count == 40
    assert [line[2] for line in audit_lines(engine)][3:] == [
        *["enter_measurement"] * 2,
        "undo_measurement",
        "withdraw_measurement",
        "undo_measurement",
    ]


def test_undoing_the_first_figure_leaves_none(engine: Engine, anna: Actor) -> None:
    number = _yield(engine, anna)
    _enter(engine, anna, number, _figure(40))
    _write(
        engine,
        lambda session: measuring.undo_measurement(session, actor=anna, yield_id=number, year=2025, seen_version=1),
    )
    assert _chain(engine, anna).efforts[0].yields[0].measurements == ()


def test_a_figure_over_one_that_was_not_seen_is_a_conflict(engine: Engine, anna: Actor) -> None:
    number = _yield(engine, anna)
    _enter(engine, anna, number, _figure(40))
    with pytest.raises(ChainConflictError):
        _enter(engine, anna, number, _figure(60))
    assert _chain(engine, anna).efforts[0].yields[0].measurements[0].count == 40


def test_a_withheld_figure_keeps_no_number_anywhere(engine: Engine, anna: Actor) -> None:
    number = _yield(engine, anna)
    _enter(engine, anna, number, _figure(None))
    (standing,) = _chain(engine, anna).efforts[0].yields[0].measurements
    assert (standing.count, standing.denominator, standing.status, standing.reason) == (
        None,
        None,
        "withheld",
        "small-count",
    )
    with database.reading(engine) as session:
        (row,) = session.query(YieldMeasurement).all()
        assert (row.count, row.denominator) == (None, None)


@pytest.mark.parametrize(("count", "denominator"), [(9, None), (20, 49), (41, 50)])
def test_what_should_have_been_withheld_is_refused_by_the_command_itself(
    engine: Engine, anna: Actor, count: float, denominator: float | None
) -> None:
    number = _yield(engine, anna)
    with pytest.raises(ChainRefusedError, match="unprotected"):
        _enter(engine, anna, number, _figure(count, denominator=denominator))


def test_small_numbers_of_what_are_no_people_are_kept(engine: Engine, anna: Actor) -> None:
    number = _yield(engine, anna, replace(HELPED, unit="bijeenkomsten", counts_people=False))
    _enter(engine, anna, number, _figure(3))
    assert _chain(engine, anna).efforts[0].yields[0].measurements[0].count == 3


def test_once_figures_were_entered_people_stay_people(engine: Engine, anna: Actor) -> None:
    number = _yield(engine, anna, replace(HELPED, counts_people=False))
    _enter(engine, anna, number, _figure(3))
    with pytest.raises(ChainRefusedError, match="people_fixed"):
        _write(
            engine,
            lambda session: yields.change_yield(session, actor=anna, yield_id=number, seen_version=1, proposal=HELPED),
        )


@pytest.mark.parametrize(
    ("counted", "fault"),
    [
        (Counted(2025, None, None, "bron"), "count_missing"),
        (Counted(1989, 10, None, "bron"), "year_impossible"),
        (Counted(now().year + 1, 10, None, "bron"), "year_impossible"),
        (Counted(2025, 10.5, None, "bron"), "not_whole"),
        (Counted(2025, -1, None, "bron"), "not_whole"),
        (Counted(2025, 11, 10, "bron"), "more_than_all"),
        (Counted(2025, 10, None, " "), "source_missing"),
    ],
)
def test_what_cannot_be_counted_is_named(counted: Counted, fault: str) -> None:
    assert measuring.faults(counted, this_year=now().year) == [fault]


def test_the_example_is_begun_with_once_and_can_be_taken_away(engine: Engine, anna: Actor) -> None:
    with database.writing(engine) as session:
        begun = begin_with_example(session, actor=anna, example=example())
    found = _chain(engine, anna)
    assert (len(found.goals), len(found.efforts)) == (len(begun.goals), len(begun.efforts)) == (10, 6)
    assert [found.has_outcome(goal) for goal in found.goals].count(False) == 6
    with pytest.raises(ChainRefusedError, match="goals_already"), database.writing(engine) as session:
        begin_with_example(session, actor=anna, example=example())


def test_of_the_example_some_goals_are_taken_over_beside_those_that_there_are(engine: Engine, anna: Actor) -> None:
    _goal(engine, anna)
    with database.writing(engine) as session:
        begun = take_over(session, actor=anna, example=example(), places=(2, 6))
    found = _chain(engine, anna)
    assert [goal.text for goal in found.goals] == [EARLY.text, example().goals[2], example().goals[6]]
    assert len(begun.efforts) == 2  # one that serves the third among others, and the one of the seventh
    assert [one.goals for one in found.efforts] == [(begun.goals[0],), (begun.goals[1],)]
    with pytest.raises(ChainRefusedError, match="goals_missing"), database.writing(engine) as session:
        take_over(session, actor=anna, example=example(), places=())


def test_everyone_in_the_region_reads_it_and_nobody_outside(engine: Engine, anna: Actor) -> None:
    _yield(engine, anna)
    with database.writing(engine) as session:
        ambassador = add_actor(session, "Bo", region_id=anna.region_id, role=Role.AMBASSADOR)
        elsewhere = add_actor(session, "Cas", region_id=add_region(session, "gooi"))
    assert len(_chain(engine, ambassador).goals) == 1
    for asker in (elsewhere, None):
        assert _chain(engine, asker) == Chain((), (), {})
        assert _chain(engine, asker, fictional=True) == Chain((), (), {})


def test_only_who_prepares_may_change_it_and_only_at_home(engine: Engine, anna: Actor) -> None:
    goal = _goal(engine, anna)
    with database.writing(engine) as session:
        reader = add_actor(session, "Bo", region_id=anna.region_id, role=Role.PARTICIPANT)
        elsewhere = add_actor(session, "Cas", region_id=add_region(session, "gooi"))
    for asker in (reader, elsewhere):
        with pytest.raises(NotAllowedError), database.writing(engine) as session:
            goal_commands.change_goal(session, actor=asker, goal_id=goal, seen_version=1, proposal=EARLY)


def test_the_number_of_statements_does_not_grow_with_the_chain(engine: Engine, anna: Actor) -> None:
    asked: list[str] = []

    @event.listens_for(engine, "before_cursor_execute")
    def _note(_c: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.lstrip().startswith("SELECT") and "set_config" not in statement:
            asked.append(statement)

    counts = []
    for _ in range(2):
        _yield(engine, anna)
        asked.clear()
        _chain(engine, anna)
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert counts[0] <= 8
