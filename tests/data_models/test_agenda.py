"""The data-ontwikkelagenda on both databases: one's own region's, never overwritten unseen."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from data_models import database
from data_models.access import Actor, NotAllowedError, Role
from data_models.commands import agenda as commands
from data_models.commands.agenda import AgendaConflictError, AgendaRefusedError
from data_models.facts import AgendaProposal
from data_models.queries import agenda
from tests.data_models.catalogue_rows import add_catalogue
from tests.data_models.people_rows import add_actor, add_region, audit_lines, topic_version

WAITING = AgendaProposal(
    question="Hoe lang wachten jongeren op hulp?",
    reason="Wachten maakt het erger.",
    for_whom="Jongeren van 12 tot 18 jaar",
    theme="opgroeien",
    indicator="jeugdzorg",
    organisation="De jeugdhulpaanbieders",
)


@pytest.fixture
def anna(engine: Engine) -> Actor:
    with database.writing(engine) as session:
        add_catalogue(session)
        return add_actor(session, "Anna", region_id=add_region(session, "flevoland"))


def _added(engine: Engine, anna: Actor) -> int:
    with database.writing(engine) as session:
        return commands.add(session, actor=anna, item=WAITING)


def test_an_item_says_what_why_for_whom_and_who_could_measure_it(engine: Engine, anna: Actor) -> None:
    number = _added(engine, anna)
    with database.reading(engine) as session:
        (item,) = agenda.items(session, asker=anna)
    assert (item.question, item.reason, item.for_whom) == (WAITING.question, WAITING.reason, WAITING.for_whom)
    assert (item.theme, item.indicator, item.organisation) == ("opgroeien", "jeugdzorg", "De jeugdhulpaanbieders")
    assert (item.state, item.version, item.changed_by) == ("open", 1, "Gemeente Almere")
    assert audit_lines(engine)[-1] == ("Anna", "policy_officer", "add_agenda_item", number, 0, 1)
    assert topic_version(engine, "agenda", region_id=anna.region_id) == 1


def test_a_change_goes_from_the_version_that_was_seen_to_the_next(engine: Engine, anna: Actor) -> None:
    number = _added(engine, anna)
    with database.writing(engine) as session:
        changed = replace(WAITING, state="in_progress", theme="", indicator="")
        assert commands.change(session, actor=anna, item_id=number, seen_version=1, item=changed) == 2
    with database.reading(engine) as session:
        (item,) = agenda.items(session, asker=anna)
    assert (item.state, item.theme, item.indicator, item.version) == ("in_progress", "", "", 2)
    assert audit_lines(engine)[-1] == ("Anna", "policy_officer", "change_agenda_item", number, 1, 2)


def test_a_change_from_an_older_version_is_a_conflict_and_changes_nothing(engine: Engine, anna: Actor) -> None:
    number = _added(engine, anna)
    with database.writing(engine) as session:
        commands.withdraw(session, actor=anna, item_id=number, seen_version=1)
    with pytest.raises(AgendaConflictError) as conflict, database.writing(engine) as session:
        commands.change(session, actor=anna, item_id=number, seen_version=1, item=WAITING)
    assert (conflict.value.seen_version, conflict.value.current_version) == (1, 2)
    with database.reading(engine) as session:
        assert [item.state for item in agenda.items(session, asker=anna)] == ["dropped"]


def test_a_dropped_item_is_not_dropped_twice_but_can_be_opened_again(engine: Engine, anna: Actor) -> None:
    number = _added(engine, anna)
    with database.writing(engine) as session:
        commands.withdraw(session, actor=anna, item_id=number, seen_version=1)
    with pytest.raises(AgendaRefusedError, match="dropped_already"), database.writing(engine) as session:
        commands.withdraw(session, actor=anna, item_id=number, seen_version=2)
    with database.writing(engine) as session:
        assert commands.change(session, actor=anna, item_id=number, seen_version=2, item=WAITING) == 3


@pytest.mark.parametrize(
    ("item", "fault"),
    [
        (replace(WAITING, question=" "), "question_missing"),
        (replace(WAITING, reason=""), "reason_missing"),
        (replace(WAITING, for_whom="x" * 1001), "too_long"),
        (replace(WAITING, state="klaar"), "state_unknown"),
    ],
)
def test_what_cannot_be_on_the_agenda_is_refused_by_its_fault(
    engine: Engine, anna: Actor, item: AgendaProposal, fault: str
) -> None:
    with pytest.raises(AgendaRefusedError) as refused, database.writing(engine) as session:
        commands.add(session, actor=anna, item=item)
    assert refused.value.fault == fault


def test_everyone_in_the_region_reads_it_and_nobody_outside(engine: Engine, anna: Actor) -> None:
    _added(engine, anna)
    with database.writing(engine) as session:
        ambassador = add_actor(session, "Bo", region_id=anna.region_id, role=Role.AMBASSADOR)
        elsewhere = add_actor(session, "Cas", region_id=add_region(session, "gooi"))
    with database.reading(engine) as session:
        assert len(agenda.items(session, asker=ambassador)) == 1
        assert agenda.items(session, asker=elsewhere) == []
        assert agenda.items(session, asker=None) == []


def test_the_fictional_regions_agenda_is_there_for_everyone(engine: Engine) -> None:
    with database.writing(engine) as session:
        add_catalogue(session)
        bo = add_actor(session, "Bo", region_id=add_region(session, "rivierenrijk", fictional=True))
        commands.add(session, actor=bo, item=WAITING)
    with database.reading(engine) as session:
        assert len(agenda.items(session, asker=None)) == 1


def test_only_who_prepares_may_change_it_and_only_at_home(engine: Engine, anna: Actor) -> None:
    number = _added(engine, anna)
    with database.writing(engine) as session:
        participant = add_actor(session, "Bo", region_id=anna.region_id, role=Role.PARTICIPANT)
        elsewhere = add_actor(session, "Cas", region_id=add_region(session, "gooi"))
    for actor in (participant, elsewhere):
        with pytest.raises(NotAllowedError), database.writing(engine) as session:
            commands.change(session, actor=actor, item_id=number, seen_version=1, item=WAITING)
