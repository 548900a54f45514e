"""People on both databases: who someone is in a region, registering in local mode, correcting oneself."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, select, update

from data_models import database
from data_models.access import Actor, Role
from data_models.commands import people as commands
from data_models.queries import people as queries
from data_models.tables import Person, PersonRole, Region
from data_models.tables.declaration import now
from tests.data_models.people_rows import add_actor, add_region, audit_lines


def _register(engine: Engine, name: str = " Anna ") -> int:
    with database.writing(engine) as session:
        return commands.register_person(session, name=name, organisation=" Gemeente Almere ", perspective="gemeente")


def _actor(engine: Engine, *, person_id: int, region_id: int) -> Actor | None:
    with database.reading(engine) as session:
        return queries.actor(session, person_id=person_id, region_id=region_id)


def _region(engine: Engine, *, fictional: bool) -> int | None:
    with database.reading(engine) as session:
        return queries.region_of_kind(session, fictional=fictional)


def test_who_registers_is_policy_officer_and_beheerder_in_the_own_and_in_the_example_region(engine: Engine) -> None:
    with database.writing(engine) as session:
        example = add_region(session, "voorbeeld", fictional=True)
    person_id = _register(engine)
    own = _region(engine, fictional=False)
    assert own is not None
    assert _region(engine, fictional=True) == example
    for region_id in (own, example):
        assert _actor(engine, person_id=person_id, region_id=region_id) == Actor(
            person_id=person_id,
            name="Anna",
            organisation="Gemeente Almere",
            perspective="gemeente",
            roles=frozenset({Role.POLICY_OFFICER, Role.ADMINISTRATOR}),
            region_id=region_id,
        )


def test_two_who_register_share_one_own_region_and_stay_two_people(engine: Engine) -> None:
    first, second = _register(engine), _register(engine)
    assert first != second
    with database.reading(engine) as session:
        assert session.scalars(select(Region.code)).all() == ["eigen"]
    assert audit_lines(engine) == [
        ("Anna", "policy_officer administrator", "register_person", first, 0, 1),
        ("Anna", "policy_officer administrator", "register_person", second, 0, 1),
    ]


def test_a_correction_shows_from_then_on_and_leaves_an_audit_line(engine: Engine) -> None:
    person_id = _register(engine)
    own = _region(engine, fictional=False)
    assert own is not None
    before = _actor(engine, person_id=person_id, region_id=own)
    assert before is not None
    with database.writing(engine) as session:
        commands.change_person(session, actor=before, name="Annabel ", organisation="School", perspective="onderwijs")
    after = _actor(engine, person_id=person_id, region_id=own)
    assert after is not None
    assert (after.name, after.organisation, after.perspective) == ("Annabel", "School", "onderwijs")
    assert audit_lines(engine)[-1] == ("Anna", "policy_officer administrator", "change_person", person_id, 1, 2)


def test_a_correction_touches_nobody_else(engine: Engine) -> None:
    person_id, other = _register(engine), _register(engine, "Bert")
    own = _region(engine, fictional=False)
    assert own is not None
    anna = _actor(engine, person_id=person_id, region_id=own)
    assert anna is not None
    with database.writing(engine) as session:
        commands.change_person(session, actor=anna, name="Annabel", organisation="School", perspective="onderwijs")
        assert session.get_one(Person, other).name == "Bert"


@pytest.mark.parametrize(("minutes", "known"), [(-1, False), (60, True)])
def test_a_role_counts_until_its_last_moment(engine: Engine, minutes: int, known: bool) -> None:
    with database.writing(engine) as session:
        region_id = add_region(session, "flevoland")
        guest = add_actor(session, "Gast", region_id=region_id, role=Role.PARTICIPANT)
        session.execute(update(PersonRole).values(valid_until=now() + timedelta(minutes=minutes)))
    assert (_actor(engine, person_id=guest.person_id, region_id=region_id) == guest) is known


def test_nobody_is_known_in_a_region_where_they_have_no_role(engine: Engine) -> None:
    with database.writing(engine) as session:
        here, there = add_region(session, "flevoland"), add_region(session, "drenthe")
        actor = add_actor(session, "Anna", region_id=here)
    assert _actor(engine, person_id=actor.person_id, region_id=there) is None
    assert _actor(engine, person_id=999, region_id=here) is None


def test_a_database_without_regions_has_no_own_region(engine: Engine) -> None:
    assert _region(engine, fictional=False) is None
