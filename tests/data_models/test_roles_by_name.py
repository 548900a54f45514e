"""A role for somebody of another region, who is named exactly: on PostgreSQL by a plain role, held by the wall."""

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from data_models import database
from data_models.access import Actor, Role
from data_models.commands import roles
from data_models.database import Scope
from data_models.queries import members, people
from data_models.tables import AuditLine, Party, Person, PersonRole
from tests.data_models.matrix_world import EXAMPLE, HERE, THERE, World
from tests.data_models.people_rows import add_actor, add_region

NAME, ORGANISATION = "Wiek van Elders", "Gemeente Emmen"
NUMBER = "auth0|17"


@pytest.fixture
def beheerder(engine: Engine) -> Actor:
    """The beheerder of Flevoland; in Drenthe somebody signed in with a number that has a bar of its own."""
    with database.writing(engine) as session:
        here, there = add_region(session, "flevoland"), add_region(session, "drenthe")
        session.add(Party(region_id=here, name="Gemeente Almere", kind="municipality"))
        elsewhere = add_actor(session, NAME, region_id=there, role=Role.CHAIR, organisation=ORGANISATION)
        session.get_one(Person, elsewhere.person_id).subject = f"https://in.nl/|{NUMBER}"
        return add_actor(session, "Bea", region_id=here, role=Role.ADMINISTRATOR)


def _person(session: Session, name: str) -> int:
    return session.scalars(select(Person.id).where(Person.name == name)).one()


def _refused(engine: Engine, beheerder: Actor, *, name: str, organisation: str = "") -> str:
    """Why nobody gets a role; nothing is written."""
    with pytest.raises(roles.RoleRefusedError) as refused, database.writing(engine, actor=beheerder) as session:
        roles.grant_role_by_name(session, actor=beheerder, name=name, organisation=organisation, role=Role.PARTICIPANT)
    with database.reading(engine) as session:
        assert session.scalars(select(AuditLine)).all() == []
        assert session.scalar(select(func.count()).select_from(PersonRole)) == 2
    return refused.value.fault


@pytest.mark.parametrize("elsewhere", [THERE, EXAMPLE])
def test_somebody_of_another_region_gets_a_role_here_and_is_in_the_list_then(world: World, elsewhere: str) -> None:
    admin = world.regions[HERE].actors[Role.ADMINISTRATOR]
    chair = world.regions[elsewhere].actors[Role.CHAIR]
    with world.trying(admin) as session:
        called = roles.grant_role_by_name(
            session, actor=admin, name=chair.name, organisation=elsewhere, role=Role.AMBASSADOR
        )
        assert called == chair.name
        found = people.actor(session, person_id=chair.person_id, region_id=admin.region_id)
        assert found is not None
        assert found.roles == {Role.AMBASSADOR}  # and nothing of what they are there
        shown = [one for one in members.members(session, asker=admin) if one.person_id == chair.person_id]
        assert [[role.role for role in one.roles] for one in shown] == [[Role.AMBASSADOR]]
        line = session.scalars(select(AuditLine).order_by(AuditLine.id.desc())).first()
        assert line is not None
        assert (line.action, line.subject_id, line.region_id) == ("grant_role", chair.person_id, admin.region_id)


@pytest.mark.parametrize("named", [NAME, f"  {NAME.replace(' ', '  ')} "])
def test_spaces_around_a_name_do_not_matter(engine: Engine, beheerder: Actor, named: str) -> None:
    with database.writing(engine, actor=beheerder) as session:
        roles.grant_role_by_name(
            session, actor=beheerder, name=named, organisation=f" {ORGANISATION} ", role=Role.PARTICIPANT
        )
        found = people.actor(session, person_id=_person(session, NAME), region_id=beheerder.region_id)
    assert found is not None
    assert found.roles == {Role.PARTICIPANT}


@pytest.mark.parametrize("number", [NUMBER, f"https://in.nl/|{NUMBER}"])
def test_the_number_at_the_identity_provider_is_enough(engine: Engine, beheerder: Actor, number: str) -> None:
    with database.writing(engine, actor=beheerder) as session:
        called = roles.grant_role_by_name(session, actor=beheerder, name=number, role=Role.PARTICIPANT)
    assert called == NAME


@pytest.mark.parametrize(
    ("name", "organisation"),
    [
        (NAME, ""),
        (NAME, "Gemeente Almere"),
        (NAME, "Gemeente"),
        (NAME.lower(), ORGANISATION),
        ("Wiek", ORGANISATION),
        ("%", ORGANISATION),
        ("Wiek van Elder_", ORGANISATION),
        (NAME, "%"),
        ("17", ""),  # the number is what stands after the first bar, whole
        ("https://in.nl/", ""),
        ("test:Be", ""),
        ("|", ""),
        ("' OR 1=1 --", ""),
    ],
)
def test_who_is_nearly_named_is_not_found(engine: Engine, beheerder: Actor, name: str, organisation: str) -> None:
    assert _refused(engine, beheerder, name=name, organisation=organisation) == "nobody_named"


def test_of_two_who_are_called_the_same_nobody_gets_a_role_until_one_is_named_by_number(
    engine: Engine, beheerder: Actor
) -> None:
    with database.writing(engine) as session:
        session.add(Person(subject="https://in.nl/|9", name=NAME, organisation=ORGANISATION, perspective="overig"))
    assert _refused(engine, beheerder, name=NAME, organisation=ORGANISATION) == "several_named"
    with database.writing(engine, actor=beheerder) as session:
        roles.grant_role_by_name(session, actor=beheerder, name="9", role=Role.PARTICIPANT)
        given = session.scalars(select(PersonRole.person_id).order_by(PersonRole.id.desc())).first()
        assert session.get_one(Person, given).subject == "https://in.nl/|9"


def test_nobody_is_named_by_nothing(engine: Engine, beheerder: Actor) -> None:
    assert _refused(engine, beheerder, name="  ", organisation=ORGANISATION) == "name_missing"


def test_the_rules_of_a_role_hold_for_who_is_named(engine: Engine, beheerder: Actor) -> None:
    with pytest.raises(roles.RoleRefusedError) as refused, database.writing(engine, actor=beheerder) as session:
        roles.grant_role_by_name(session, actor=beheerder, name=NAME, organisation=ORGANISATION, role=Role.SIGNATORY)
    assert refused.value.fault == "party_missing"


@pytest.mark.parametrize("world", ["postgresql"], indirect=True)
def test_the_function_that_sees_past_the_wall_answers_a_beheerder_only(world: World) -> None:
    """Whatever a forgotten question would let through: who asks is looked at by the function itself."""
    here, there = world.regions[HERE], world.regions[THERE]
    chair = there.actors[Role.CHAIR]
    admin = here.actors[Role.ADMINISTRATOR]
    others: list[Scope | None] = [None, database.Someone(admin.person_id), database.Someone(admin.person_id, there.id)]
    others += [actor for role, actor in here.actors.items() if role != Role.ADMINISTRATOR]

    def answered(asker: Scope | None, called: str) -> list[int]:
        with database.reading(world.engine, asker=asker) as session:
            return list(session.scalars(select(func.people_named(called, THERE))))

    assert answered(admin, chair.name) == [chair.person_id]
    assert answered(admin, "") == []
    assert [answered(one, chair.name) for one in others] == [[] for _ in others]


@pytest.mark.parametrize("world", ["postgresql"], indirect=True)
def test_naming_somebody_shows_nothing_more_of_them(world: World) -> None:
    admin = world.regions[HERE].actors[Role.ADMINISTRATOR]
    chair = world.regions[THERE].actors[Role.CHAIR]
    with database.reading(world.engine, asker=admin) as session:
        assert members.named_exactly(session, asker=admin, name=chair.name, organisation=THERE) == [chair.person_id]
        assert session.scalars(select(Person).where(Person.id == chair.person_id)).all() == []
