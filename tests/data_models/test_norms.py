"""Norms on both databases: set, change, withdraw, restore, and who may; every version is kept."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, timedelta
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from data_models import database
from data_models.access import Actor, NotAllowedError, Role
from data_models.commands import adopting
from data_models.commands import norm_steps as steps
from data_models.commands import norms as commands
from data_models.commands.norm_keeping import NormConflictError, NormOvertakenError, NormRefusedError
from data_models.facts import NormFacts, NormProposal
from data_models.queries import norms as queries
from tests.data_models.people_rows import add_actor, add_figures_to_speak_of, add_region, audit_lines, topic_version

THIS_YEAR = 2026
PROPOSAL = NormProposal(
    direction="down",
    value=9.5,
    lower=None,
    upper=None,
    year=2040,
    start_value=11.7,
    start_year=2024,
    reason="eerder en lichter helpen",
    origin="eigen",
    agreed_by="gemeente en samenwerkingsverband",
    direction_reason="minder is hier beter",
)
LOWER = replace(PROPOSAL, value=8.0, reason="het lukt elders ook")
BAND = replace(PROPOSAL, direction="band", value=None, lower=8.0, upper=10.0)
THREADS = 12


@dataclass(frozen=True)
class House:
    """A database with people in two regions."""

    engine: Engine
    anna: Actor
    bert: Actor
    elsewhere: Actor
    ambassador: Actor
    guest: Actor


@pytest.fixture
def house(engine: Engine) -> House:
    with database.writing(engine) as session:
        add_figures_to_speak_of(session)
        here, there = add_region(session, "flevoland"), add_region(session, "drenthe")
        return House(
            engine=engine,
            anna=add_actor(session, "Anna", region_id=here),
            bert=add_actor(session, "Bert", region_id=here),
            elsewhere=add_actor(session, "Cor", region_id=there),
            ambassador=add_actor(session, "Dina", region_id=here, role=Role.AMBASSADOR),
            guest=add_actor(session, "Evi", region_id=here, role=Role.GUEST),
        )


def _set(
    house: House,
    proposal: NormProposal = PROPOSAL,
    *,
    actor: Actor | None = None,
    state: str = "proposed",
    seen: Mapping[int, int] | None = None,
) -> int:
    with database.writing(house.engine) as session:
        return commands.set_norm(
            session,
            actor=actor or house.anna,
            indicator="jeugdzorg",
            area="GM0034",
            proposal=proposal,
            state=state,
            seen=seen or {},
        )


def _change(
    house: House, norm_id: int, *, seen: int, proposal: NormProposal = LOWER, actor: Actor | None = None
) -> int:
    with database.writing(house.engine) as session:
        return commands.change_norm(
            session,
            actor=actor or house.anna,
            norm_id=norm_id,
            seen_version=seen,
            proposal=proposal,
            change_reason="nieuw akkoord",
        )


def _withdraw(house: House, norm_id: int, *, seen: int, actor: Actor | None = None) -> int:
    with database.writing(house.engine) as session:
        return steps.withdraw_norm(
            session, actor=actor or house.anna, norm_id=norm_id, seen_version=seen, change_reason="afspraak vervalt"
        )


def _restore(
    house: House, norm_id: int, *, seen: int, actor: Actor | None = None, beside: Mapping[int, int] | None = None
) -> int:
    with database.writing(house.engine) as session:
        return steps.restore_norm(
            session, actor=actor or house.anna, norm_id=norm_id, seen_version=seen, seen=beside or {}
        )


def _agree(
    house: House,
    norm_id: int,
    *,
    seen: int,
    actor: Actor | None = None,
    meeting: str = "OOGO",
    met_on: date | None = date(2026, 3, 12),
    seen_norms: Mapping[int, int] | None = None,
) -> int:
    with database.writing(house.engine) as session:
        return steps.agree_norm(
            session,
            actor=actor or house.anna,
            norm_id=norm_id,
            seen_version=seen,
            meeting=meeting,
            met_on=met_on,
            seen=seen_norms or {},
        )


def _propose(house: House, norm_id: int, *, seen: int, actor: Actor | None = None) -> int:
    with database.writing(house.engine) as session:
        return steps.propose_norm(session, actor=actor or house.anna, norm_id=norm_id, seen_version=seen)


def _take_back(house: House, norm_id: int, *, seen: int, actor: Actor | None = None) -> int:
    with database.writing(house.engine) as session:
        return steps.take_back(session, actor=actor or house.anna, norm_id=norm_id, seen_version=seen)


def _norms(house: House, *, asker: Actor | None = None) -> list[NormFacts]:
    with database.reading(house.engine) as session:
        return queries.norms(session, asker=asker or house.anna, area="GM0034", indicator="jeugdzorg")


def _history(house: House, norm_id: int) -> list[queries.NormVersionFacts]:
    with database.reading(house.engine) as session:
        return queries.history(session, asker=house.anna, norm_id=norm_id)


def test_a_norm_that_is_set_stands_as_proposed_with_all_that_was_filled_in(house: House) -> None:
    number = _set(house)
    (norm,) = _norms(house)
    assert (norm.id, norm.state, norm.version, norm.replaces_id) == (number, "proposed", 1, None)
    assert (norm.direction, norm.value, norm.lower, norm.upper) == ("down", 9.5, None, None)
    assert (norm.year, norm.start_value, norm.start_year) == (2040, 11.7, 2024)
    assert (norm.reason, norm.agreed_by) == ("eerder en lichter helpen", "gemeente en samenwerkingsverband")


def test_a_new_norm_replaces_the_standing_one_which_stays_with_its_history(house: House) -> None:
    first = _set(house)
    second = _set(house, LOWER, actor=house.bert, seen={first: 1})
    newest, former = _norms(house)
    assert (newest.id, newest.state, newest.value, newest.replaces_id) == (second, "proposed", 8.0, first)
    assert (former.id, former.state, former.value, former.version) == (first, "replaced", 9.5, 2)
    assert [
        (one.version, one.state, one.value, one.changed_by, one.change_reason) for one in _history(house, first)
    ] == [
        (2, "replaced", 9.5, "Bert", "het lukt elders ook"),
        (1, "proposed", 9.5, "Anna", ""),
    ]


def test_a_changed_norm_keeps_what_it_was_and_why_it_changed(house: House) -> None:
    number = _set(house)
    assert _change(house, number, seen=1, actor=house.bert) == 2
    (norm,) = _norms(house)
    assert (norm.value, norm.reason, norm.version) == (8.0, "het lukt elders ook", 2)
    assert [(one.version, one.value, one.changed_by, one.change_reason) for one in _history(house, number)] == [
        (2, 8.0, "Bert", "nieuw akkoord"),
        (1, 9.5, "Anna", ""),
    ]


def test_a_norm_can_become_a_band(house: House) -> None:
    _change(house, _set(house), seen=1, proposal=BAND)
    (norm,) = _norms(house)
    assert (norm.direction, norm.value, norm.lower, norm.upper) == ("band", None, 8.0, 10.0)


def test_a_withdrawn_norm_stays_and_can_be_restored(house: House) -> None:
    number = _set(house)
    assert _withdraw(house, number, seen=1) == 2
    assert [norm.state for norm in _norms(house)] == ["withdrawn"]
    assert _restore(house, number, seen=2) == 3
    assert [(norm.state, norm.value) for norm in _norms(house)] == [("proposed", 9.5)]
    assert [(one.version, one.state) for one in _history(house, number)] == [
        (3, "proposed"),
        (2, "withdrawn"),
        (1, "proposed"),
    ]


def test_a_norm_set_after_a_withdrawal_replaces_nothing(house: House) -> None:
    _withdraw(house, _set(house), seen=1)
    _set(house, LOWER)
    assert [(norm.state, norm.replaces_id) for norm in _norms(house)] == [("proposed", None), ("withdrawn", None)]


def test_a_norm_restored_after_another_was_set_replaces_that_one(house: House) -> None:
    first = _set(house)
    _withdraw(house, first, seen=1)
    second = _set(house, LOWER)
    with pytest.raises(NormOvertakenError):
        _restore(house, first, seen=2)
    _restore(house, first, seen=2, beside={second: 1})
    assert {norm.id: norm.state for norm in _norms(house)} == {first: "proposed", second: "replaced"}


@pytest.mark.parametrize("command", [_change, _withdraw, _restore, _agree, _propose, _take_back])
def test_a_version_that_is_no_longer_current_is_refused_and_nothing_changes(
    house: House, command: Callable[..., int]
) -> None:
    number = _set(house)
    _change(house, number, seen=1, actor=house.bert)
    before = _norms(house)
    with pytest.raises(NormConflictError) as conflict:
        command(house, number, seen=1)
    assert (conflict.value.seen_version, conflict.value.current_version) == (1, 2)
    assert _norms(house) == before


def test_a_change_and_a_withdrawal_need_a_reason(house: House) -> None:
    number = _set(house)

    def change(session: Session) -> int:
        return commands.change_norm(
            session, actor=house.anna, norm_id=number, seen_version=1, proposal=LOWER, change_reason="  "
        )

    def withdraw(session: Session) -> int:
        return steps.withdraw_norm(session, actor=house.anna, norm_id=number, seen_version=1, change_reason="")

    for command in (change, withdraw):
        with pytest.raises(NormRefusedError) as refused, database.writing(house.engine) as session:
            command(session)
        assert refused.value.fault == "change_reason_missing"
    assert [(norm.version, norm.state) for norm in _norms(house)] == [(1, "proposed")]


@pytest.mark.parametrize(
    ("proposal", "fault"),
    [
        (replace(PROPOSAL, value=None), "value_missing"),
        (replace(BAND, upper=None), "value_missing"),
        (replace(PROPOSAL, value=-0.1), "value_negative"),
        (replace(PROPOSAL, start_value=-1.0), "value_negative"),
        (replace(PROPOSAL, value=100.1), "value_above_100"),
        (replace(PROPOSAL, start_value=140.0), "value_above_100"),
        (replace(BAND, lower=10.0, upper=10.0), "band_upside_down"),
        (replace(PROPOSAL, year=THIS_YEAR), "year_past"),
        (replace(PROPOSAL, year=THIS_YEAR + 26), "year_too_far"),
        (replace(PROPOSAL, start_year=2040), "start_after_norm"),
        (replace(PROPOSAL, reason=" \n"), "reason_missing"),
        (replace(PROPOSAL, agreed_by=""), "agreed_by_missing"),
        (replace(PROPOSAL, direction_reason=" "), "direction_reason_missing"),
    ],
)
def test_an_impossible_norm_is_named_by_its_one_fault(proposal: NormProposal, fault: str) -> None:
    assert commands.faults(proposal, unit="percentage", desired_direction="none", this_year=THIS_YEAR) == [fault]


@pytest.mark.parametrize(
    "proposal",
    [
        PROPOSAL,
        BAND,
        replace(PROPOSAL, value=0.0),
        replace(PROPOSAL, value=100.0),
        replace(PROPOSAL, start_value=None),
        replace(PROPOSAL, year=THIS_YEAR + 1),
        replace(PROPOSAL, year=THIS_YEAR + 25),
    ],
)
def test_a_norm_on_the_edge_of_what_is_possible_has_no_fault(proposal: NormProposal) -> None:
    assert commands.faults(proposal, unit="percentage", desired_direction="none", this_year=THIS_YEAR) == []


def test_only_a_percentage_ends_at_100() -> None:
    assert (
        commands.faults(replace(PROPOSAL, value=140.0), unit="per_1000", desired_direction="none", this_year=THIS_YEAR)
        == []
    )


def test_all_faults_are_told_at_once() -> None:
    proposal = replace(PROPOSAL, value=140.0, year=2020, reason="")
    assert commands.faults(proposal, unit="percentage", desired_direction="none", this_year=THIS_YEAR) == [
        "value_above_100",
        "year_past",
        "start_after_norm",
        "reason_missing",
    ]


def test_a_norm_that_no_longer_stands_is_neither_changed_nor_withdrawn_and_one_that_stands_is_not_restored(
    house: House,
) -> None:
    number = _set(house)
    with pytest.raises(NormRefusedError, match="not_withdrawn"):
        _restore(house, number, seen=1)
    _withdraw(house, number, seen=1)
    with pytest.raises(NormRefusedError, match="not_standing"):
        _change(house, number, seen=2)
    with pytest.raises(NormRefusedError, match="not_standing"):
        _withdraw(house, number, seen=2)
    assert [(norm.state, norm.version) for norm in _norms(house)] == [("withdrawn", 2)]


def test_an_impossible_norm_is_not_stored(house: House) -> None:
    with pytest.raises(NormRefusedError) as refused:
        _set(house, replace(PROPOSAL, value=140.0))
    assert refused.value.fault == "value_above_100"
    assert _norms(house) == []
    assert audit_lines(house.engine) == []


@pytest.mark.parametrize("who", ["ambassador", "guest"])
def test_a_role_that_only_reads_sets_no_norm(house: House, who: str) -> None:
    with pytest.raises(NotAllowedError):
        _set(house, actor=getattr(house, who))
    assert _norms(house) == []


@pytest.mark.parametrize("who", ["ambassador", "guest", "elsewhere"])
@pytest.mark.parametrize("command", [_change, _withdraw, _restore, _agree, _propose, _take_back])
def test_a_norm_is_left_alone_by_roles_that_may_not_and_by_other_regions(
    house: House, command: Callable[..., int], who: str
) -> None:
    number = _set(house)
    before = _norms(house)
    with pytest.raises(NotAllowedError):
        command(house, number, seen=1, actor=getattr(house, who))
    assert _norms(house) == before
    assert len(audit_lines(house.engine)) == 1


def test_another_region_sees_neither_the_norm_nor_its_history(house: House) -> None:
    number = _set(house)
    assert _norms(house, asker=house.elsewhere) == []
    with database.reading(house.engine) as session:
        assert queries.norms(session, asker=None) == []
        assert queries.history(session, asker=house.elsewhere, norm_id=number) == []
        assert queries.history(session, asker=None, norm_id=number) == []


def test_regions_set_norms_for_the_same_area_without_touching_each_other(house: House) -> None:
    _set(house)
    _set(house, LOWER, actor=house.elsewhere)
    assert [(norm.value, norm.state) for norm in _norms(house)] == [(9.5, "proposed")]
    assert [(norm.value, norm.state) for norm in _norms(house, asker=house.elsewhere)] == [(8.0, "proposed")]


def test_every_command_leaves_an_audit_line_and_raises_the_version_of_its_region(house: House) -> None:
    number = _set(house)
    _change(house, number, seen=1, actor=house.bert)
    _withdraw(house, number, seen=2)
    _restore(house, number, seen=3)
    assert audit_lines(house.engine) == [
        ("Anna", "policy_officer", "set_norm", number, 0, 1),
        ("Bert", "policy_officer", "change_norm", number, 1, 2),
        ("Anna", "policy_officer", "withdraw_norm", number, 2, 3),
        ("Anna", "policy_officer", "restore_norm", number, 3, 4),
    ]
    assert topic_version(house.engine, "norms", region_id=house.anna.region_id) == 4
    assert topic_version(house.engine, "norms", region_id=house.elsewhere.region_id) == 0


def test_of_twelve_who_change_the_same_version_at_once_exactly_one_wins(house: House) -> None:
    number = _set(house)
    for seen in (1, 2, 3):
        together = Barrier(THREADS)

        def change(place: int, seen: int = seen, together: Barrier = together) -> float | None:
            together.wait()
            value = float(seen * 20 + place)
            try:
                _change(house, number, seen=seen, proposal=replace(PROPOSAL, value=value))
            except NormConflictError as conflict:
                assert conflict.current_version == seen + 1
                return None
            return value

        with ThreadPoolExecutor(THREADS) as threads:
            won = [value for value in threads.map(change, range(THREADS)) if value is not None]
        assert len(won) == 1
        (norm,) = _norms(house)
        assert (norm.version, norm.value) == (seen + 1, won[0])
    assert [one.version for one in _history(house, number)] == [4, 3, 2, 1]


def test_of_twelve_norms_set_at_once_one_stands_and_the_others_are_told(house: House) -> None:
    together = Barrier(THREADS)

    def propose(place: int) -> bool:
        together.wait()
        try:
            _set(house, replace(PROPOSAL, value=float(place + 1)))
        except NormOvertakenError:
            return False
        return True

    with ThreadPoolExecutor(THREADS) as threads:
        told = list(threads.map(propose, range(THREADS)))
    assert told.count(True) == 1
    assert [(norm.state, norm.value) for norm in _norms(house)] == [("proposed", float(told.index(True) + 1))]


def test_a_norm_that_a_colleague_set_meanwhile_is_not_replaced_unseen(house: House) -> None:
    first = _set(house)
    with pytest.raises(NormOvertakenError):
        _set(house, LOWER, actor=house.bert)
    _change(house, first, seen=1)
    with pytest.raises(NormOvertakenError):
        _set(house, LOWER, actor=house.bert, seen={first: 1})
    assert [(norm.id, norm.state, norm.version) for norm in _norms(house)] == [(first, "proposed", 2)]


def test_a_norm_is_agreed_in_an_overleg_on_a_day(house: House) -> None:
    number = _set(house)
    assert _agree(house, number, seen=1) == 2
    (norm,) = _norms(house)
    assert (norm.state, norm.meeting, norm.met_on) == ("agreed", "OOGO", date(2026, 3, 12))
    assert [(one.state, one.meeting) for one in _history(house, number)] == [("agreed", "OOGO"), ("proposed", "")]


@pytest.mark.parametrize(
    ("other", "fault"),
    [
        ({"meeting": " "}, "meeting_missing"),
        ({"met_on": None}, "met_on_missing"),
        ({"met_on": adopting.today() + timedelta(days=1)}, "met_on_later"),
    ],
)
def test_agreeing_needs_an_overleg_that_was(house: House, other: dict[str, Any], fault: str) -> None:
    number = _set(house)
    with pytest.raises(NormRefusedError, match=fault):
        _agree(house, number, seen=1, **other)
    assert [norm.state for norm in _norms(house)] == ["proposed"]


def test_what_was_agreed_holds_until_another_is_agreed(house: House) -> None:
    first = _set(house)
    _agree(house, first, seen=1)
    second = _set(house, LOWER, seen={first: 2})
    assert [(norm.id, norm.state) for norm in _norms(house)] == [(first, "agreed"), (second, "proposed")]
    with pytest.raises(NormOvertakenError):
        _agree(house, second, seen=1)
    _agree(house, second, seen=1, seen_norms={first: 2})
    assert [(norm.id, norm.state, norm.replaces_id) for norm in _norms(house)] == [
        (second, "agreed", first),
        (first, "replaced", None),
    ]


def test_a_concept_is_seen_by_who_sets_norms_in_the_region_and_replaces_nothing(house: House) -> None:
    first = _set(house)
    concept = _set(house, LOWER, state="concept")
    assert [(norm.id, norm.state) for norm in _norms(house)] == [(first, "proposed"), (concept, "concept")]
    for other in (house.ambassador, house.guest, house.elsewhere):
        assert concept not in [norm.id for norm in _norms(house, asker=other)]
        with database.reading(house.engine) as session:
            assert queries.history(session, asker=other, norm_id=concept) == []
            assert queries.adoptions(session, asker=other, norm_id=concept) == []
    with database.reading(house.engine) as session:
        assert queries.standing_by_indicator(session, asker=house.anna) == {"jeugdzorg": 1}


def test_what_a_norm_was_as_a_concept_stays_with_who_sets_norms(house: House) -> None:
    number = _set(house, state="concept")
    _change(house, number, seen=1)
    assert _propose(house, number, seen=2) == 3
    assert [one.state for one in _history(house, number)] == ["proposed", "concept", "concept"]
    with database.reading(house.engine) as session:
        others = queries.history(session, asker=house.ambassador, norm_id=number)
    assert [(one.version, one.value) for one in others] == [(3, 8.0)]


def test_a_concept_that_is_proposed_replaces_another_proposal_only_when_that_was_seen(house: House) -> None:
    concept = _set(house, LOWER, state="concept")
    standing = _set(house)
    with pytest.raises(NormOvertakenError):
        _propose(house, concept, seen=1)
    with database.writing(house.engine) as session:
        steps.propose_norm(session, actor=house.anna, norm_id=concept, seen_version=1, seen={standing: 1})
    assert {norm.id: norm.state for norm in _norms(house)} == {concept: "proposed", standing: "replaced"}


@pytest.mark.parametrize(("command", "fault"), [(_propose, "not_concept"), (_agree, "not_proposed")])
def test_a_step_is_taken_from_the_step_before_only(house: House, command: Callable[..., int], fault: str) -> None:
    number = _set(house)
    _agree(house, number, seen=1)
    with pytest.raises(NormRefusedError, match=fault):
        command(house, number, seen=2)


def test_the_last_step_is_taken_back_with_what_it_replaced(house: House) -> None:
    first = _set(house)
    _agree(house, first, seen=1)
    second = _set(house, LOWER, seen={first: 2})
    _agree(house, second, seen=1, seen_norms={first: 2})
    assert _take_back(house, second, seen=2) == 3
    assert {norm.id: (norm.state, norm.meeting) for norm in _norms(house)} == {
        first: ("agreed", "OOGO"),
        second: ("proposed", ""),
    }


def test_a_change_that_is_taken_back_leaves_the_norm_as_it_was(house: House) -> None:
    number = _set(house)
    _change(house, number, seen=1)
    _take_back(house, number, seen=2)
    assert [(norm.value, norm.reason, norm.state, norm.version) for norm in _norms(house)] == [
        (9.5, "eerder en lichter helpen", "proposed", 3)
    ]


def test_a_proposal_that_is_taken_back_leaves_what_stood_before_it(house: House) -> None:
    first = _set(house)
    second = _set(house, LOWER, seen={first: 1})
    _take_back(house, second, seen=1)
    assert {norm.id: norm.state for norm in _norms(house)} == {first: "proposed", second: "withdrawn"}


def test_a_withdrawn_norm_that_was_agreed_is_agreed_again_when_restored(house: House) -> None:
    number = _set(house)
    _agree(house, number, seen=1)
    _withdraw(house, number, seen=2)
    _restore(house, number, seen=3)
    assert [norm.state for norm in _norms(house)] == ["agreed"]


def test_what_was_agreed_once_and_no_longer_asked_stays_known(house: House) -> None:
    number = _set(house)
    _change(house, number, seen=1, proposal=replace(PROPOSAL, value=9.0))
    _agree(house, number, seen=2)
    _change(house, number, seen=3)
    with database.reading(house.engine) as session:
        found = queries.norms(session, asker=house.anna, area="GM0034")
        earlier = queries.once_agreed(session, asker=house.anna, norms=found)
    assert [(norm.value, norm.year, norm.state) for norm in earlier] == [(9.0, 2040, "replaced")]


def test_a_direction_against_that_of_the_indicator_is_no_norm() -> None:
    for direction, fault in (("up", ["direction_against"]), ("down", []), ("band", ["value_missing"])):
        proposal = replace(PROPOSAL, direction=direction, direction_reason="")
        found = commands.faults(proposal, unit="percentage", desired_direction="down", this_year=THIS_YEAR)
        assert found == fault
