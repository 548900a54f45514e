"""Roles on both databases: given, changed, ended and brought back by a beheerder, and what is refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from threading import Thread

import pytest
from sqlalchemy import Engine, select, update

from data_models import database
from data_models.access import Actor, NotAllowedError, Role
from data_models.commands import roles
from data_models.queries import members, people
from data_models.tables import AuditLine, Party, Person, PersonRole, SignIn
from data_models.tables.declaration import now
from tests.data_models.people_rows import add_actor, add_region

MONTH = timedelta(days=30)


@pytest.fixture
def beheerder(engine: Engine) -> Actor:
    """The only beheerder of Flevoland, where Gemeente Almere is a party; Drenthe has a party of its own."""
    with database.writing(engine) as session:
        here, there = add_region(session, "flevoland"), add_region(session, "drenthe")
        session.add_all([Party(region_id=here, name="Gemeente Almere", kind="municipality")])
        session.add_all([Party(region_id=there, name="Gemeente Emmen", kind="municipality")])
        return add_actor(session, "Bea", region_id=here, role=Role.ADMINISTRATOR)


@pytest.fixture
def newcomer(engine: Engine, beheerder: Actor) -> int:
    """Somebody who signed in and has no role anywhere."""
    assert beheerder
    with database.writing(engine) as session:
        person = Person(subject="https://inloggen|42", name="Évi", organisation="swv", perspective="onderwijs")
        session.add(person)
        session.flush()
        return person.id


def _party(engine: Engine, name: str) -> int:
    with database.reading(engine) as session:
        return session.scalars(select(Party.id).where(Party.name == name)).one()


def _give(engine: Engine, actor: Actor, person_id: int, role: Role, **more: object) -> int:
    with database.writing(engine, actor=actor) as session:
        return roles.grant_role(session, actor=actor, person_id=person_id, role=role, **more)  # type: ignore[arg-type]


def _end(engine: Engine, actor: Actor, role_id: int, seen: datetime | None = None) -> datetime:
    with database.writing(engine, actor=actor) as session:
        return roles.end_role(session, actor=actor, role_id=role_id, seen_until=seen)


def _change(engine: Engine, actor: Actor, role_id: int, seen: datetime | None, until: datetime | None) -> None:
    with database.writing(engine, actor=actor) as session:
        roles.change_validity(session, actor=actor, role_id=role_id, seen_until=seen, valid_until=until)


def _roles(engine: Engine, person_id: int, region_id: int) -> frozenset[Role]:
    """The roles that count now."""
    with database.reading(engine) as session:
        found = people.actor(session, person_id=person_id, region_id=region_id)
        return found.roles if found else frozenset()


def _own_role(engine: Engine, actor: Actor) -> int:
    with database.reading(engine) as session:
        return session.scalars(select(PersonRole.id).where(PersonRole.person_id == actor.person_id)).one()


def _details(engine: Engine) -> list[tuple[str, int, str]]:
    with database.reading(engine) as session:
        lines = session.scalars(select(AuditLine).order_by(AuditLine.id))
        return [(line.action, line.subject_id, line.detail) for line in lines]


def _refused(fault: str, do: Callable[[], object]) -> None:
    with pytest.raises(roles.RoleRefusedError) as refused:
        do()
    assert refused.value.fault == fault


def test_a_role_that_is_given_counts_and_says_from_whom(engine: Engine, beheerder: Actor, newcomer: int) -> None:
    with database.reading(engine, asker=beheerder) as session:
        assert [one.name for one in members.with_no_role(session, asker=beheerder)] == ["Évi"]
    _give(engine, beheerder, newcomer, Role.PARTICIPANT)
    assert _roles(engine, newcomer, beheerder.region_id) == {Role.PARTICIPANT}
    with database.reading(engine, asker=beheerder) as session:
        assert members.with_no_role(session, asker=beheerder) == []
        bea, evi = members.members(session, asker=beheerder)
    assert (bea.name, evi.name) == ("Bea", "Évi")
    (role,) = evi.roles
    assert (role.role, role.counts, role.valid_until, role.granted_by) == (Role.PARTICIPANT, True, None, "Bea")
    assert (role.party, role.from_claims) == ("", False)
    assert _details(engine) == [("grant_role", newcomer, "participant: → ∞")]


def test_a_signatory_signs_for_a_party_of_the_region_and_for_no_other(
    engine: Engine, beheerder: Actor, newcomer: int
) -> None:
    emmen, almere = _party(engine, "Gemeente Emmen"), _party(engine, "Gemeente Almere")
    give = partial(_give, engine, beheerder, newcomer, Role.SIGNATORY)
    _refused("party_missing", give)
    _refused("party_unknown", lambda: give(party_id=emmen))
    _refused("party_of_nobody", lambda: _give(engine, beheerder, newcomer, Role.CHAIR, party_id=almere))
    give(party_id=almere)
    signatory = replace(beheerder, person_id=newcomer)
    with database.reading(engine, asker=signatory) as session:
        assert members.signs_for(session, asker=signatory) == {almere: "Gemeente Almere"}
        assert members.signs_for(session, asker=beheerder) == {}
    assert _details(engine) == [("grant_role", newcomer, "signatory Gemeente Almere: → ∞")]


def test_a_role_that_somebody_has_is_not_given_twice(engine: Engine, beheerder: Actor, newcomer: int) -> None:
    almere = _party(engine, "Gemeente Almere")
    _give(engine, beheerder, newcomer, Role.CHAIR, valid_until=now() + MONTH)
    _give(engine, beheerder, newcomer, Role.SIGNATORY, party_id=almere)
    _refused("granted_already", lambda: _give(engine, beheerder, newcomer, Role.CHAIR))
    _refused("granted_already", lambda: _give(engine, beheerder, newcomer, Role.SIGNATORY, party_id=almere))
    assert len(_details(engine)) == 2


def test_two_who_give_the_same_role_at_once_give_it_once(engine: Engine, beheerder: Actor, newcomer: int) -> None:
    done: list[str] = []

    def give() -> None:
        try:
            _give(engine, beheerder, newcomer, Role.PARTICIPANT)
            done.append("given")
        except roles.RoleRefusedError as refused:
            done.append(refused.fault)

    threads = [Thread(target=give) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == ["given", *["granted_already"] * 5]


def test_nobody_of_an_unknown_number_gets_a_role(engine: Engine, beheerder: Actor) -> None:
    _refused("person_unknown", lambda: _give(engine, beheerder, 9_999, Role.PARTICIPANT))


def test_an_end_in_the_past_is_refused(engine: Engine, beheerder: Actor, newcomer: int) -> None:
    ago = now() - timedelta(minutes=1)
    _refused("until_past", lambda: _give(engine, beheerder, newcomer, Role.PARTICIPANT, valid_until=ago))
    role_id = _give(engine, beheerder, newcomer, Role.PARTICIPANT)
    _refused("until_past", lambda: _change(engine, beheerder, role_id, None, ago))
    assert _roles(engine, newcomer, beheerder.region_id) == {Role.PARTICIPANT}


def test_a_role_that_is_ended_counts_no_more_and_can_be_brought_back_as_it_was(
    engine: Engine, beheerder: Actor, newcomer: int
) -> None:
    until = now() + MONTH
    role_id = _give(engine, beheerder, newcomer, Role.PARTICIPANT, valid_until=until)
    ended = _end(engine, beheerder, role_id, until)
    assert _roles(engine, newcomer, beheerder.region_id) == frozenset()
    with database.reading(engine, asker=beheerder) as session:
        assert [role.counts for role in members.members(session, asker=beheerder)[1].roles] == [False]
        assert members.with_no_role(session, asker=beheerder) == []
    _refused("ended_already", lambda: _end(engine, beheerder, role_id, ended))
    _change(engine, beheerder, role_id, ended, until)
    assert _roles(engine, newcomer, beheerder.region_id) == {Role.PARTICIPANT}
    shown = [moment.isoformat(timespec="minutes") for moment in (until, ended)]
    assert _details(engine)[1:] == [
        ("end_role", newcomer, f"participant: {shown[0]} → {shown[1]}"),
        ("change_role", newcomer, f"participant: {shown[1]} → {shown[0]}"),
    ]


def test_a_role_that_ended_begins_again_when_it_is_given_again(engine: Engine, beheerder: Actor, newcomer: int) -> None:
    almere = _party(engine, "Gemeente Almere")
    first = _give(engine, beheerder, newcomer, Role.SIGNATORY, party_id=almere)
    _end(engine, beheerder, first)
    assert _give(engine, beheerder, newcomer, Role.SIGNATORY, party_id=almere) == first
    assert _roles(engine, newcomer, beheerder.region_id) == {Role.SIGNATORY}


def test_what_another_beheerder_changed_meanwhile_is_not_overwritten(
    engine: Engine, beheerder: Actor, newcomer: int
) -> None:
    until = now() + MONTH
    role_id = _give(engine, beheerder, newcomer, Role.PARTICIPANT)
    _change(engine, beheerder, role_id, None, until)
    for late in (
        lambda: _change(engine, beheerder, role_id, None, until + MONTH),
        lambda: _end(engine, beheerder, role_id, None),
        lambda: _end(engine, beheerder, 9_999, None),
    ):
        with pytest.raises(roles.RoleConflictError):
            late()
    _refused("nothing_changed", lambda: _change(engine, beheerder, role_id, until, until))
    assert [action for action, *_ in _details(engine)] == ["grant_role", "change_role"]


def test_the_last_beheerder_of_a_region_stays(engine: Engine, beheerder: Actor, newcomer: int) -> None:
    own = _own_role(engine, beheerder)
    _refused("last_administrator", lambda: _end(engine, beheerder, own))
    _refused("last_administrator", lambda: _change(engine, beheerder, own, None, now() + MONTH))
    _give(engine, beheerder, newcomer, Role.ADMINISTRATOR, valid_until=now() + MONTH)
    _refused("last_administrator", lambda: _end(engine, beheerder, own))
    assert Role.ADMINISTRATOR in _roles(engine, beheerder.person_id, beheerder.region_id)


def test_a_beheerder_may_stop_when_another_goes_on(engine: Engine, beheerder: Actor, newcomer: int) -> None:
    _give(engine, beheerder, newcomer, Role.ADMINISTRATOR)
    _end(engine, beheerder, _own_role(engine, beheerder))
    assert _roles(engine, beheerder.person_id, beheerder.region_id) == frozenset()
    with pytest.raises(NotAllowedError):
        _give(engine, beheerder, newcomer, Role.PARTICIPANT)


def test_of_two_beheerders_who_end_each_others_role_at_once_one_stays(
    engine: Engine, beheerder: Actor, newcomer: int
) -> None:
    theirs = _give(engine, beheerder, newcomer, Role.ADMINISTRATOR)
    other = replace(beheerder, person_id=newcomer)
    own = _own_role(engine, beheerder)
    ended: list[int] = []

    def end(actor: Actor, role_id: int) -> None:
        try:
            _end(engine, actor, role_id)
            ended.append(role_id)
        except (roles.RoleRefusedError, NotAllowedError):
            return

    threads = [Thread(target=end, args=pair) for pair in ((beheerder, theirs), (other, own))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(ended) == 1


def test_where_people_sign_in_somebody_who_cannot_does_not_count_as_the_last_beheerder(
    engine: Engine, beheerder: Actor
) -> None:
    with database.writing(engine) as session:
        local = add_actor(session, "Lokaal", region_id=beheerder.region_id, role=Role.ADMINISTRATOR)
        session.execute(update(Person).where(Person.id == local.person_id).values(subject="local:1"))
    own = _own_role(engine, beheerder)
    signed_in = replace(beheerder, sign_in_id=_sign_in(engine, beheerder))
    _refused("last_administrator", lambda: _end(engine, signed_in, own))
    _end(engine, beheerder, own)


def _sign_in(engine: Engine, actor: Actor) -> int:
    with database.writing(engine) as session:
        sign_in = SignIn(key="k", person_id=actor.person_id, expires_at=now() + MONTH)
        session.add(sign_in)
        session.flush()
        return sign_in.id


def test_a_role_that_comes_with_signing_in_is_not_changed_by_hand(
    engine: Engine, beheerder: Actor, newcomer: int
) -> None:
    role_id = _give(engine, beheerder, newcomer, Role.PARTICIPANT)
    with database.writing(engine) as session:
        session.execute(update(PersonRole).where(PersonRole.id == role_id).values(origin=people.FROM_CLAIMS))
    _refused("from_claims", lambda: _end(engine, beheerder, role_id))
    _refused("from_claims", lambda: _change(engine, beheerder, role_id, None, now() + MONTH))
    with database.reading(engine, asker=beheerder) as session:
        assert members.members(session, asker=beheerder)[1].roles[0].from_claims


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_only_a_beheerder_gives_changes_or_ends_roles_or_sees_the_list(
    engine: Engine, beheerder: Actor, newcomer: int, role: Role
) -> None:
    role_id = _give(engine, beheerder, newcomer, Role.PARTICIPANT)
    with database.writing(engine) as session:
        other = add_actor(session, "Anna", region_id=beheerder.region_id, role=role)
    for attempt in (
        lambda: _give(engine, other, newcomer, Role.CHAIR),
        lambda: _end(engine, other, role_id),
        lambda: _change(engine, other, role_id, None, now() + MONTH),
    ):
        with pytest.raises(NotAllowedError):
            attempt()
    with database.reading(engine, asker=other) as session:
        assert members.members(session, asker=other) == members.with_no_role(session, asker=other) == []


def test_a_beheerder_of_another_region_sees_and_changes_nothing_here(
    engine: Engine, beheerder: Actor, newcomer: int
) -> None:
    role_id = _give(engine, beheerder, newcomer, Role.PARTICIPANT)
    with database.writing(engine) as session:
        emmen = session.scalars(select(Party).where(Party.name == "Gemeente Emmen")).one()
        other = add_actor(session, "Anna", region_id=emmen.region_id, role=Role.ADMINISTRATOR)
    with pytest.raises((NotAllowedError, roles.RoleConflictError)):  # PostgreSQL does not show it at all
        _end(engine, other, role_id)
    with database.reading(engine, asker=other) as session:
        assert [one.name for one in members.members(session, asker=other)] == ["Anna"]
        assert members.with_no_role(session, asker=other) == []
        assert list(members.parties(session, asker=other).values()) == ["Gemeente Emmen"]
    assert _roles(engine, newcomer, beheerder.region_id) == {Role.PARTICIPANT}


def test_a_list_of_names_is_in_alphabetical_order_whatever_the_accents(engine: Engine, beheerder: Actor) -> None:
    with database.writing(engine) as session:
        for name in ("zeno", "Özgür", "Ilse", "Éva", "Eva"):
            add_actor(session, name, region_id=beheerder.region_id, role=Role.PARTICIPANT)
    with database.reading(engine, asker=beheerder) as session:
        names = [one.name for one in members.members(session, asker=beheerder)]
    assert names == ["Bea", "Éva", "Eva", "Ilse", "Özgür", "zeno"]


def test_what_counts_stands_before_what_ended(engine: Engine, beheerder: Actor, newcomer: int) -> None:
    first = _give(engine, beheerder, newcomer, Role.GUEST)
    _give(engine, beheerder, newcomer, Role.ADMINISTRATOR)
    _give(engine, beheerder, newcomer, Role.PARTICIPANT)
    _end(engine, beheerder, first)
    with database.reading(engine, asker=beheerder) as session:
        evi = members.members(session, asker=beheerder)[1]
    assert [(role.role, role.counts) for role in evi.roles] == [
        (Role.PARTICIPANT, True),
        (Role.ADMINISTRATOR, True),
        (Role.GUEST, False),
    ]
