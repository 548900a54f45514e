"""From issue to result on both databases: a region's own, never overwritten unseen, and put back when taken away."""

from dataclasses import replace

import pytest
from sqlalchemy import Connection, Engine, event

from data_models import database
from data_models.access import Actor, NotAllowedError, Role
from data_models.commands import ambitions, norms, observations, results
from data_models.commands.ambitions import IssueProposal
from data_models.commands.chain import ChainConflictError, ChainRefusedError
from data_models.commands.observations import ObservationProposal
from data_models.commands.results import ResultProposal
from data_models.facts import NormProposal
from data_models.queries import ambitions as queries
from data_models.queries import norms as norm_queries
from data_models.queries.ambitions import Tree
from data_models.queries.topics import versions
from tests.data_models.people_rows import add_actor, add_figures_to_speak_of, add_region, audit_lines

HOME = IssueProposal("Leerlingen zitten thuis.", "leerplichtige kinderen", "Het plan wordt herzien.")
SCHOOL = ResultProposal("substantive", "Elk kind gaat naar school.", "leerplichtige  kinderen")
QUOTE = ObservationProposal("quote", "„Nu hoor ik er weer bij.”")


@pytest.fixture
def anna(engine: Engine) -> Actor:
    with database.writing(engine) as session:
        add_figures_to_speak_of(session)
        return add_actor(session, "Anna", region_id=add_region(session, "flevoland"))


@pytest.fixture
def grown(engine: Engine, anna: Actor) -> dict[str, int]:
    """An issue, an ambition and a result, by their ids."""
    with database.writing(engine) as session:
        issue = ambitions.add_issue(session, actor=anna, proposal=HOME)
        ambition = ambitions.add_ambition(session, actor=anna, issue_id=issue, text="Elk kind hoort erbij.")
        result = results.add_result(session, actor=anna, ambition_id=ambition, proposal=SCHOOL)
    return {"issue": issue, "ambition": ambition, "result": result}


def _tree(engine: Engine, asker: Actor | None, *, fictional: bool = False) -> Tree:
    with database.reading(engine) as session:
        return queries.tree(session, asker=asker, fictional=fictional)


def _matters(engine: Engine, asker: Actor | None) -> list[str]:
    return [issue.matter for issue in _tree(engine, asker).issues]


def test_what_is_written_stands_in_the_tree_of_the_region_and_of_nobody_else(
    engine: Engine, anna: Actor, grown: dict[str, int]
) -> None:
    with database.writing(engine) as session:
        piet = add_actor(session, "Piet", region_id=add_region(session, "drenthe"))
    (issue,) = _tree(engine, anna).issues
    (ambition,) = issue.ambitions
    (result,) = ambition.results
    assert (issue.matter, issue.for_whom, issue.why_now) == (HOME.matter, HOME.for_whom, HOME.why_now)
    assert ambition.text == "Elk kind hoort erbij."
    assert (result.kind, result.text, result.target_group) == (
        "substantive",
        "Elk kind gaat naar school.",
        "leerplichtige kinderen",
    )
    assert _tree(engine, piet) == Tree()
    assert _tree(engine, None) == Tree()
    assert audit_lines(engine)[-1] == ("Anna", "policy_officer", "add_result", grown["result"], 0, 1)


def test_the_whole_tree_takes_six_statements_however_large_it_is(
    engine: Engine, anna: Actor, grown: dict[str, int]
) -> None:
    with database.writing(engine) as session:
        for _ in range(3):
            ambition = ambitions.add_ambition(session, actor=anna, issue_id=grown["issue"], text="Nog een.")
            for _ in range(3):
                number = results.add_result(session, actor=anna, ambition_id=ambition, proposal=SCHOOL)
                observations.add_observation(session, actor=anna, result_id=number, proposal=QUOTE)
    asked: list[str] = []

    def note(_connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            asked.append(statement)

    with database.reading(engine) as session:
        event.listen(engine, "before_cursor_execute", note)
        try:
            found = queries.tree(session, asker=anna, fictional=False)
        finally:
            event.remove(engine, "before_cursor_execute", note)
    assert len(found.results) == 10
    assert len(asked) == 6


def test_of_two_people_who_change_the_same_the_second_overwrites_nothing(
    engine: Engine, anna: Actor, grown: dict[str, int]
) -> None:
    first = replace(HOME, matter="Steeds meer leerlingen zitten thuis.")
    with database.writing(engine) as session:
        assert ambitions.change_issue(session, actor=anna, issue_id=grown["issue"], seen_version=1, proposal=first) == 2
    with pytest.raises(ChainConflictError) as conflict, database.writing(engine) as session:
        ambitions.change_issue(session, actor=anna, issue_id=grown["issue"], seen_version=1, proposal=HOME)
    assert conflict.value.current_version == 2
    assert _matters(engine, anna) == ["Steeds meer leerlingen zitten thuis."]
    with database.writing(engine) as session:
        assert (
            ambitions.change_ambition(
                session, actor=anna, ambition_id=grown["ambition"], seen_version=1, text="Ieder kind."
            )
            == 2
        )
        assert (
            results.change_result(
                session, actor=anna, result_id=grown["result"], seen_version=1, proposal=replace(SCHOOL, kind="process")
            )
            == 2
        )
    assert _tree(engine, anna).results[0].kind == "process"


def test_what_is_taken_away_takes_along_what_is_below_it_and_comes_back_whole(
    engine: Engine, anna: Actor, grown: dict[str, int]
) -> None:
    with database.writing(engine) as session:
        version = ambitions.remove_issue(session, actor=anna, issue_id=grown["issue"], seen_version=1)
    assert _tree(engine, anna) == Tree()
    with pytest.raises(ChainRefusedError, match="removed_already"), database.writing(engine) as session:
        ambitions.change_issue(session, actor=anna, issue_id=grown["issue"], seen_version=version, proposal=HOME)
    with database.writing(engine) as session:
        ambitions.put_back_issue(session, actor=anna, issue_id=grown["issue"], seen_version=version)
    assert len(_tree(engine, anna).results) == 1
    with database.writing(engine) as session:
        ambitions.remove_ambition(session, actor=anna, ambition_id=grown["ambition"], seen_version=1)
    assert _tree(engine, anna).issues[0].ambitions == ()
    with database.writing(engine) as session:
        ambitions.put_back_ambition(session, actor=anna, ambition_id=grown["ambition"], seen_version=2)
        results.remove_result(session, actor=anna, result_id=grown["result"], seen_version=1)
    assert _tree(engine, anna).results == ()
    with database.writing(engine) as session:
        results.put_back_result(session, actor=anna, result_id=grown["result"], seen_version=2)
    assert len(_tree(engine, anna).results) == 1


def test_moving_changes_the_order_and_not_the_version_of_who_is_writing(
    engine: Engine, anna: Actor, grown: dict[str, int]
) -> None:
    with database.writing(engine) as session:
        second = ambitions.add_issue(session, actor=anna, proposal=IssueProposal("Wachten duurt lang."))
        ambitions.move_issue(session, actor=anna, issue_id=second, direction="up")
    assert _matters(engine, anna) == ["Wachten duurt lang.", "Leerlingen zitten thuis."]
    with database.writing(engine) as session:
        ambitions.move_issue(session, actor=anna, issue_id=second, direction="up")  # it is the first already
        ambitions.change_issue(session, actor=anna, issue_id=grown["issue"], seen_version=1, proposal=HOME)
    assert _matters(engine, anna) == ["Wachten duurt lang.", "Leerlingen zitten thuis."]
    with database.writing(engine) as session:
        other = results.add_result(session, actor=anna, ambition_id=grown["ambition"], proposal=SCHOOL)
        results.move_result(session, actor=anna, result_id=grown["result"], direction="down")
        lower = ambitions.add_ambition(session, actor=anna, issue_id=grown["issue"], text="Ook dit.")
        ambitions.move_ambition(session, actor=anna, ambition_id=lower, direction="up")
    tree = _tree(engine, anna)
    assert [one.id for one in tree.issues[1].ambitions] == [lower, grown["ambition"]]
    assert [one.id for one in tree.results] == [other, grown["result"]]


def test_a_result_moves_to_another_ambition_keeps_its_version_and_goes_back_to_its_place(
    engine: Engine, anna: Actor, grown: dict[str, int]
) -> None:
    result, home = grown["result"], grown["ambition"]
    with database.writing(engine) as session:
        below = results.add_result(session, actor=anna, ambition_id=home, proposal=SCHOOL)
        issue = ambitions.add_issue(session, actor=anna, proposal=IssueProposal("Wachten duurt lang."))
        other = ambitions.add_ambition(session, actor=anna, issue_id=issue, text="Snel hulp.")
        there = results.add_result(session, actor=anna, ambition_id=other, proposal=SCHOOL)
        seen = {"result_id": result, "ambition_id": other, "seen_ambition": home}
        place = results.put_result_below(session, actor=anna, **seen)
    ambitions_now = [one for issue in _tree(engine, anna).issues for one in issue.ambitions]
    assert [[one.id for one in ambition.results] for ambition in ambitions_now] == [[below], [there, result]]
    with pytest.raises(ChainRefusedError, match="moved_already"), database.writing(engine) as session:
        results.put_result_below(session, actor=anna, **seen)  # as somebody saw it before
    with database.writing(engine) as session:
        back = {"result_id": result, "ambition_id": home, "seen_ambition": other, "at": place}
        results.put_result_below(session, actor=anna, **back)
        assert results.change_result(session, actor=anna, result_id=result, seen_version=1, proposal=SCHOOL) == 2
    assert [one.id for one in _tree(engine, anna).results] == [result, below, there]


def test_an_ambition_moves_to_another_issue_with_its_results_and_nothing_moves_below_what_is_gone(
    engine: Engine, anna: Actor, grown: dict[str, int]
) -> None:
    with database.writing(engine) as session:
        other = ambitions.add_issue(session, actor=anna, proposal=IssueProposal("Wachten duurt lang."))
        about = {"ambition_id": grown["ambition"], "issue_id": other, "seen_issue": grown["issue"]}
        ambitions.put_ambition_below(session, actor=anna, **about)
    home, elsewhere = _tree(engine, anna).issues
    assert home.ambitions == ()
    assert [len(one.results) for one in elsewhere.ambitions] == [1]
    with database.writing(engine) as session:
        ambitions.remove_issue(session, actor=anna, issue_id=grown["issue"], seen_version=1)
    back = {"ambition_id": grown["ambition"], "issue_id": grown["issue"], "seen_issue": other}
    with pytest.raises(ChainRefusedError, match="issue_unknown"), database.writing(engine) as session:
        ambitions.put_ambition_below(session, actor=anna, **back)


def test_every_change_of_the_tree_tells_the_screens_of_it(engine: Engine, anna: Actor, grown: dict[str, int]) -> None:
    def version() -> int:
        with database.reading(engine) as session:
            return versions(session).summed("plans")

    before = version()
    with database.writing(engine) as session:
        ambitions.move_issue(session, actor=anna, issue_id=grown["issue"], direction="up")
    assert version() == before  # the only one: it stays where it is
    with database.writing(engine) as session:
        observations.add_observation(session, actor=anna, result_id=grown["result"], proposal=QUOTE)
    assert version() == before + 1


def test_indicators_are_kept_in_the_order_of_choosing_and_of_the_version_that_was_seen(
    engine: Engine, anna: Actor, grown: dict[str, int]
) -> None:
    def choose(*indicators: str, seen: int) -> int:
        with database.writing(engine) as session:
            return results.choose_result_indicators(
                session, actor=anna, result_id=grown["result"], seen_version=seen, indicators=indicators
            )

    assert choose("jeugdzorg", seen=1) == 2
    assert _tree(engine, anna).results[0].indicators == ("jeugdzorg",)
    with pytest.raises(ChainConflictError):
        choose(seen=1)
    with pytest.raises(ChainRefusedError, match="indicator_unknown"):
        choose("gelukkig", seen=2)
    assert _tree(engine, anna).results[0].indicators == ("jeugdzorg",)
    choose(seen=2)
    assert _tree(engine, anna).results[0].indicators == ()


def test_a_norm_belongs_to_a_result_and_is_not_adopted_anew_for_it(
    engine: Engine, anna: Actor, grown: dict[str, int]
) -> None:
    aim = NormProposal(
        direction="down",
        value=9.5,
        lower=None,
        upper=None,
        year=2040,
        start_value=11.7,
        start_year=2024,
        reason="Eerder helpen.",
        origin="eigen",
        agreed_by="OOGO",
        direction_reason="Minder is hier beter.",
    )
    with database.writing(engine) as session:
        norm = norms.set_norm(session, actor=anna, indicator="jeugdzorg", area="GM0034", proposal=aim)
        results.link_norm(session, actor=anna, norm_id=norm, result_id=grown["result"], seen_result=None)
    (result,) = _tree(engine, anna).results
    assert [(one.id, one.indicator, one.area) for one in result.norms] == [(norm, "jeugdzorg", "GM0034")]
    assert result.followed == ("jeugdzorg",)
    with database.reading(engine) as session:
        (found,) = norm_queries.norms(session, asker=anna, area="GM0034")
    assert (found.version, found.result_id) == (1, grown["result"])
    with pytest.raises(ChainRefusedError, match="link_changed"), database.writing(engine) as session:
        results.link_norm(session, actor=anna, norm_id=norm, result_id=None, seen_result=None)
    with database.writing(engine) as session:
        results.link_norm(session, actor=anna, norm_id=norm, result_id=None, seen_result=grown["result"])
    assert _tree(engine, anna).results[0].norms == ()


def test_what_is_noticed_stands_beside_the_result_and_is_changed_by_its_own_organisation_only(
    engine: Engine, anna: Actor, grown: dict[str, int]
) -> None:
    with database.writing(engine) as session:
        number = observations.add_observation(session, actor=anna, result_id=grown["result"], proposal=QUOTE)
        piet = add_actor(session, "Piet", region_id=anna.region_id, role=Role.PARTICIPANT)
    (noticed,) = _tree(engine, anna).results[0].observations
    assert (noticed.kind, noticed.text, noticed.organisation) == ("quote", QUOTE.text, anna.organisation)
    assert noticed.editable
    stranger = replace(piet, organisation="Een andere organisatie")
    assert not _tree(engine, stranger).results[0].observations[0].editable
    changed = ObservationProposal("story", "Het begon met één ochtend.")
    with pytest.raises(NotAllowedError), database.writing(engine) as session:
        observations.change_observation(
            session, actor=stranger, observation_id=number, seen_version=1, proposal=changed
        )
    with database.writing(engine) as session:
        observations.change_observation(session, actor=anna, observation_id=number, seen_version=1, proposal=changed)
    with pytest.raises(ChainConflictError), database.writing(engine) as session:
        observations.change_observation(session, actor=anna, observation_id=number, seen_version=1, proposal=QUOTE)
    assert _tree(engine, anna).results[0].observations[0].text == "Het begon met één ochtend."
    with database.writing(engine) as session:
        observations.remove_observation(session, actor=anna, observation_id=number, seen_version=2)
    assert _tree(engine, anna).results[0].observations == ()
    with database.writing(engine) as session:
        observations.put_back_observation(session, actor=anna, observation_id=number, seen_version=3)
    assert len(_tree(engine, anna).results[0].observations) == 1


def test_a_participant_writes_what_they_notice_and_does_not_touch_the_tree(
    engine: Engine, anna: Actor, grown: dict[str, int]
) -> None:
    with database.writing(engine) as session:
        piet = add_actor(session, "Piet", region_id=anna.region_id, role=Role.PARTICIPANT)
    with database.writing(engine) as session:
        observations.add_observation(session, actor=piet, result_id=grown["result"], proposal=QUOTE)
    with pytest.raises(NotAllowedError), database.writing(engine) as session:
        ambitions.add_issue(session, actor=piet, proposal=HOME)
    with pytest.raises(NotAllowedError), database.writing(engine) as session:
        ambitions.move_issue(session, actor=piet, issue_id=grown["issue"], direction="up")


@pytest.mark.parametrize(
    ("proposal", "fault"),
    [
        (replace(SCHOOL, text=" "), "result_missing"),
        (replace(SCHOOL, target_group=""), "target_group_missing"),
        (replace(SCHOOL, kind="mooi"), "kind_unknown"),
        (replace(SCHOOL, text="a" * 601), "text_too_long"),
    ],
)
def test_a_result_that_says_too_little_is_refused_by_name(proposal: ResultProposal, fault: str) -> None:
    assert results.result_faults(proposal) == [fault]


def test_below_what_was_taken_away_nothing_is_added(engine: Engine, anna: Actor, grown: dict[str, int]) -> None:
    with database.writing(engine) as session:
        ambitions.remove_issue(session, actor=anna, issue_id=grown["issue"], seen_version=1)
    with pytest.raises(ChainRefusedError, match="issue_unknown"), database.writing(engine) as session:
        ambitions.add_ambition(session, actor=anna, issue_id=grown["issue"], text="Toch nog.")
    with pytest.raises(ChainRefusedError, match="ambition_unknown"), database.writing(engine) as session:
        results.add_result(session, actor=anna, ambition_id=grown["ambition"], proposal=SCHOOL)
    with pytest.raises(ChainRefusedError, match="result_unknown"), database.writing(engine) as session:
        observations.add_observation(session, actor=anna, result_id=grown["result"], proposal=QUOTE)


def test_a_region_with_results_of_which_none_is_about_children_lacks_substance(
    engine: Engine, anna: Actor, grown: dict[str, int]
) -> None:
    assert not _tree(engine, anna).lacks_substance
    with database.writing(engine) as session:
        process = replace(SCHOOL, kind="process")
        results.change_result(session, actor=anna, result_id=grown["result"], seen_version=1, proposal=process)
    assert _tree(engine, anna).lacks_substance
    assert not Tree().lacks_substance
