"""Events and breaks on both databases: a region's own, never overwritten unseen, and put back when taken away."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine

from data_models import database
from data_models.access import Actor, NotAllowedError, Role
from data_models.commands import annotations as commands
from data_models.commands.annotations import AnnotationConflictError, AnnotationProposal, AnnotationRefusedError
from data_models.queries import annotations
from data_models.tables import Annotation
from tests.data_models.catalogue_rows import add_catalogue
from tests.data_models.people_rows import add_actor, add_region, audit_lines, topic_version

CORONA = AnnotationProposal(indicator="jeugdzorg", area="GM0034", kind="event", year=2020, text="  corona ")


@pytest.fixture
def anna(engine: Engine) -> Actor:
    with database.writing(engine) as session:
        add_catalogue(session)
        return add_actor(session, "Anna", region_id=add_region(session, "flevoland"))


def _added(engine: Engine, anna: Actor, proposal: AnnotationProposal = CORONA) -> int:
    with database.writing(engine) as session:
        return commands.add_annotation(session, actor=anna, proposal=proposal)


def _seen(engine: Engine, asker: Actor | None) -> list[tuple[str, int, int]]:
    with database.reading(engine) as session:
        return [(one.text, one.year, one.version) for one in annotations.annotations(session, asker=asker)]


def test_what_is_noted_is_seen_by_the_region_and_by_nobody_else(engine: Engine, anna: Actor) -> None:
    number = _added(engine, anna)
    with database.writing(engine) as session:
        piet = add_actor(session, "Piet", region_id=add_region(session, "drenthe"))
    assert _seen(engine, anna) == [("corona", 2020, 1)]
    assert _seen(engine, piet) == []
    assert _seen(engine, None) == []
    assert audit_lines(engine)[-1] == ("Anna", "policy_officer", "add_annotation", number, 0, 1)
    assert topic_version(engine, "norms", region_id=anna.region_id) == 1


def test_it_says_who_noted_it_and_about_what(engine: Engine, anna: Actor) -> None:
    _added(engine, anna)
    _added(engine, anna, replace(CORONA, area=""))
    with database.reading(engine) as session:
        one, everywhere = annotations.annotations(session, asker=anna)
    assert (one.indicator, one.area, one.kind, one.author) == ("jeugdzorg", "GM0034", "event", "Gemeente Almere")
    assert one.within is None
    assert everywhere.area is None
    assert everywhere.within is not None and "GM0034" in everywhere.within


def test_a_change_goes_from_the_version_that_was_seen_to_the_next(engine: Engine, anna: Actor) -> None:
    number = _added(engine, anna)
    later = replace(CORONA, year=2021, kind="break")
    with database.writing(engine) as session:
        version = commands.change_annotation(session, actor=anna, annotation_id=number, seen_version=1, proposal=later)
    assert version == 2
    assert _seen(engine, anna) == [("corona", 2021, 2)]
    with pytest.raises(AnnotationConflictError), database.writing(engine) as session:
        commands.change_annotation(session, actor=anna, annotation_id=number, seen_version=1, proposal=CORONA)
    assert _seen(engine, anna) == [("corona", 2021, 2)]


def test_what_was_taken_away_is_gone_and_can_be_put_back(engine: Engine, anna: Actor) -> None:
    number = _added(engine, anna)
    with database.writing(engine) as session:
        commands.withdraw_annotation(session, actor=anna, annotation_id=number, seen_version=1)
    assert _seen(engine, anna) == []
    with pytest.raises(AnnotationRefusedError), database.writing(engine) as session:
        commands.withdraw_annotation(session, actor=anna, annotation_id=number, seen_version=2)
    with database.writing(engine) as session:
        commands.restore_annotation(session, actor=anna, annotation_id=number, seen_version=2)
    assert _seen(engine, anna) == [("corona", 2020, 3)]
    assert [line[2] for line in audit_lines(engine)] == ["add_annotation", "withdraw_annotation", "restore_annotation"]


def test_what_is_everybodys_cannot_be_changed(engine: Engine, anna: Actor) -> None:
    with database.writing(engine) as session:
        public = Annotation(kind="break", year=2022, text="anders geteld")
        session.add(public)
        session.flush()
        number = public.id
    with pytest.raises(NotAllowedError), database.writing(engine) as session:
        commands.withdraw_annotation(session, actor=anna, annotation_id=number, seen_version=1)
    assert _seen(engine, None) == [("anders geteld", 2022, 1)]


def test_an_ambassador_reads_and_does_not_note(engine: Engine, anna: Actor) -> None:
    _added(engine, anna)
    with database.writing(engine) as session:
        noor = add_actor(session, "Noor", region_id=anna.region_id, role=Role.AMBASSADOR)
    assert _seen(engine, noor) == [("corona", 2020, 1)]
    with pytest.raises(NotAllowedError), database.writing(engine) as session:
        commands.add_annotation(session, actor=noor, proposal=CORONA)


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"text": "  "}, "text_missing"),
        ({"text": "a" * 121}, "text_too_long"),
        ({"year": 1989}, "year_impossible"),
        ({"year": 2100}, "year_impossible"),
        ({"kind": "feest"}, "kind_unknown"),
        ({"indicator": "", "area": ""}, "about_nothing"),
        ({"area": "VG0001"}, "area_unknown"),
    ],
)
def test_what_cannot_be_is_refused_by_name(
    changed: dict[str, str | int], fault: str, engine: Engine, anna: Actor
) -> None:
    with pytest.raises(AnnotationRefusedError) as refused:
        _added(engine, anna, replace(CORONA, **changed))  # type: ignore[arg-type]
    assert refused.value.fault == fault
    assert _seen(engine, anna) == []
