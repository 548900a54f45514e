"""Signing in and out on both databases: a row that can be ended, and roles that each sign-in renews."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, delete, select, update

from data_models import database
from data_models.access import Actor, NotAllowedError, Role
from data_models.commands import roles
from data_models.commands import sign_ins as commands
from data_models.commands.sign_ins import Claimed, Grant, NotSignedInError, StaleClaimsError
from data_models.queries import sign_ins as queries
from data_models.queries.sign_ins import SignedIn
from data_models.tables import Party, Person, PersonRole, Region, SignIn
from data_models.tables.declaration import now
from tests.data_models.people_rows import add_actor, add_region, audit_lines

OFFICER = Grant(region="flevoland", role=Role.POLICY_OFFICER, region_name="Regio Flevoland")
SIGNS = Grant(region="flevoland", role=Role.SIGNATORY, party="Gemeente Almere")


def _anna(*grants: Grant, name: str = "Anna") -> Claimed:
    return Claimed("https://in.nl|1", name, "Gemeente Almere", "gemeente", grants)


def _sign_in(engine: Engine, claimed: Claimed, *, key: str = "k1", minutes_ago: float = 0) -> SignedIn:
    issued = now() - timedelta(minutes=minutes_ago)
    with database.writing(engine) as session:
        commands.begin_sign_in(session, claimed=claimed, key=key, issued_at=issued)
    found = _seen(engine, key)
    assert found is not None
    return found


def _seen(engine: Engine, key: str) -> SignedIn | None:
    with database.reading(engine) as session:
        return queries.signed_in(session, key=key)


def _roles(found: SignedIn) -> dict[str, set[Role]]:
    return {one.code: set(one.roles) for one in found.regions}


def test_who_signs_in_becomes_a_person_with_the_roles_of_the_claims_for_twelve_hours(engine: Engine) -> None:
    found = _sign_in(engine, _anna(OFFICER, SIGNS))
    assert (found.name, found.organisation, found.perspective) == ("Anna", "Gemeente Almere", "gemeente")
    assert _roles(found) == {"flevoland": {Role.POLICY_OFFICER, Role.SIGNATORY}}
    assert found.counts
    assert timedelta(hours=11, minutes=59) < found.expires_at - now() <= timedelta(hours=12)
    with database.reading(engine) as session:
        assert session.scalars(select(Region.name)).all() == ["Regio Flevoland"]
        assert session.scalars(select(Party.name)).all() == ["Gemeente Almere"]
    actor = found.actor(found.regions[0].region_id)
    assert actor.sign_in_id == found.sign_in_id
    assert actor.roles == {Role.POLICY_OFFICER, Role.SIGNATORY}


def test_signing_in_is_in_the_audit_trail_with_what_changed_in_the_roles(engine: Engine) -> None:
    found = _sign_in(engine, _anna(OFFICER))
    _sign_in(engine, _anna(name="Anna Smit"), key="k2")
    lines = [(name, role, action) for name, role, action, *_ in audit_lines(engine)]
    assert lines == [
        ("Anna", "policy_officer", "renew_roles"),
        ("Anna", "policy_officer", "sign_in"),
        ("Anna Smit", "policy_officer", "renew_person"),
        ("Anna Smit", "", "renew_roles"),
        ("Anna Smit", "", "sign_in"),
    ]
    assert {line[3] for line in audit_lines(engine)} == {found.person_id}


def test_a_role_that_is_gone_from_the_claims_is_gone_and_one_given_by_hand_stays(engine: Engine) -> None:
    found = _sign_in(engine, _anna(OFFICER, SIGNS))
    with database.writing(engine) as session:
        region_id = found.regions[0].region_id
        session.add(PersonRole(person_id=found.person_id, region_id=region_id, role=Role.CHAIR, origin="hand"))
    assert _roles(_sign_in(engine, _anna(SIGNS), key="k2")) == {"flevoland": {Role.CHAIR, Role.SIGNATORY}}
    assert _roles(_sign_in(engine, _anna(), key="k3")) == {"flevoland": {Role.CHAIR}}


def test_a_role_that_a_beheerder_ended_by_hand_is_not_brought_back_by_the_claims(engine: Engine) -> None:
    found, role_id = _given_by_hand(engine, until=None)
    with database.writing(engine) as session:
        beheerder = add_actor(session, "Bea", region_id=found.regions[0].region_id, role=Role.ADMINISTRATOR)
        ended = roles.end_role(session, actor=beheerder, role_id=role_id, seen_until=None)
    assert _roles(_sign_in(engine, _anna(OFFICER), key="k2")) == {}
    with database.writing(engine) as session:
        roles.change_validity(session, actor=beheerder, role_id=role_id, seen_until=ended, valid_until=None)
    assert _roles(_sign_in(engine, _anna(), key="k3")) == {"flevoland": {Role.POLICY_OFFICER}}


def test_a_role_by_hand_that_expired_is_given_again_by_the_claims(engine: Engine) -> None:
    found, role_id = _given_by_hand(engine, until=now() - timedelta(minutes=1))
    assert _roles(found) == {}
    assert _roles(_sign_in(engine, _anna(OFFICER), key="k2")) == {"flevoland": {Role.POLICY_OFFICER}}
    with database.reading(engine) as session:
        (role,) = session.scalars(select(PersonRole).where(PersonRole.person_id == found.person_id))
        assert (role.id, role.origin, role.valid_until, role.granted_by) == (role_id, "claims", None, None)
        assert now() - role.granted_at < timedelta(minutes=1)
    assert audit_lines(engine)[-2][:3] == ("Anna", "policy_officer", "renew_roles")
    assert _roles(_sign_in(engine, _anna(), key="k3")) == {}


def test_a_role_by_hand_that_counts_until_a_day_is_left_as_it_is_until_then(engine: Engine) -> None:
    until = now() + timedelta(days=1)
    _, role_id = _given_by_hand(engine, until=until)
    assert _roles(_sign_in(engine, _anna(OFFICER), key="k2")) == {"flevoland": {Role.POLICY_OFFICER}}
    with database.reading(engine) as session:
        role = session.get_one(PersonRole, role_id)
        assert (role.origin, role.valid_until) == ("hand", until)


def _given_by_hand(engine: Engine, *, until: datetime | None) -> tuple[SignedIn, int]:
    """Anna, who signed in before the provider gave any role, and was given one by hand until then; and its id."""
    found = _sign_in(engine, _anna(), key="k0")
    with database.writing(engine) as session:
        region = Region(code=OFFICER.region, name="Regio Flevoland", fictional=False)
        session.add(region)
        session.flush()
        about = {"person_id": found.person_id, "region_id": region.id, "role": Role.POLICY_OFFICER}
        given = PersonRole(**about, valid_until=until, origin="hand")
        session.add(given)
        session.flush()
        number = given.id
    seen = _seen(engine, "k0")
    assert seen is not None
    return seen, number


def test_the_same_person_has_other_roles_in_another_region(engine: Engine) -> None:
    twente = Grant(region="twente", role=Role.AMBASSADOR)
    found = _sign_in(engine, _anna(OFFICER, twente))
    assert _roles(found) == {"flevoland": {Role.POLICY_OFFICER}, "twente": {Role.AMBASSADOR}}
    assert [one.name for one in found.regions] == ["Regio Flevoland", "Twente"]
    assert found.actor(-1).roles == frozenset()


@pytest.mark.parametrize("minutes_ago", [10.1, -10.1, 60 * 24 * 20])
def test_a_cookie_that_was_never_seen_and_is_not_of_now_signs_nobody_in(engine: Engine, minutes_ago: float) -> None:
    with pytest.raises(StaleClaimsError):
        _sign_in(engine, _anna(OFFICER), minutes_ago=minutes_ago)
    assert _seen(engine, "k1") is None
    with database.reading(engine) as session:
        assert session.scalars(select(Person.id)).all() == []


def test_a_purged_row_cannot_be_revived_by_its_old_cookie(engine: Engine) -> None:
    _sign_in(engine, _anna(OFFICER), minutes_ago=9)
    with database.writing(engine) as session:
        session.execute(delete(SignIn))
    with pytest.raises(StaleClaimsError):
        _sign_in(engine, _anna(OFFICER), minutes_ago=11)


def test_somebody_without_a_subject_cannot_sign_in(engine: Engine) -> None:
    with pytest.raises(StaleClaimsError):
        _sign_in(engine, Claimed("", "Niemand", "", "overig"))


def test_who_signs_out_is_signed_out_there_and_stays_signed_in_elsewhere(engine: Engine) -> None:
    here, there = _sign_in(engine, _anna(OFFICER)), _sign_in(engine, _anna(OFFICER), key="k2")
    with database.writing(engine) as session:
        commands.end_sign_in(session, person_id=here.person_id, sign_in_id=here.sign_in_id)
    assert [one.counts for key in ("k1", "k2") if (one := _seen(engine, key))] == [False, True]
    with database.writing(engine) as session:
        commands.end_everywhere(session, person_id=there.person_id)
    assert [one.counts for key in ("k1", "k2") if (one := _seen(engine, key))] == [False, False]
    assert [line[2] for line in audit_lines(engine)].count("sign_out") == 2


def test_nobody_signs_somebody_else_out_by_guessing_a_number(engine: Engine) -> None:
    anna = _sign_in(engine, _anna(OFFICER))
    with database.writing(engine) as session:
        commands.end_sign_in(session, person_id=anna.person_id + 1, sign_in_id=anna.sign_in_id)
    assert (found := _seen(engine, "k1")) is not None
    assert found.counts


def test_a_sign_in_that_expired_counts_no_more(engine: Engine) -> None:
    found = _sign_in(engine, _anna(OFFICER))
    with database.writing(engine) as session:
        session.execute(update(SignIn).values(expires_at=now() - timedelta(seconds=1)))
    assert (late := _seen(engine, "k1")) is not None
    assert not late.counts
    assert late.sign_in_id == found.sign_in_id


def test_a_beheerder_sees_who_is_signed_in_and_signs_them_out_in_the_own_region_only(engine: Engine) -> None:
    anna = _sign_in(engine, _anna(OFFICER))
    with database.writing(engine) as session:
        beheerder = add_actor(session, "Bea", region_id=anna.regions[0].region_id, role=Role.ADMINISTRATOR)
        elsewhere = add_actor(session, "Wil", region_id=add_region(session, "twente"), role=Role.ADMINISTRATOR)
    with database.reading(engine) as session:
        assert [one.name for one in queries.present(session, asker=beheerder)] == ["Anna"]
        assert queries.present(session, asker=elsewhere) == []
        assert queries.present(session, asker=anna.actor(anna.regions[0].region_id)) == []
    with pytest.raises(NotSignedInError), database.writing(engine) as session:
        commands.end_for_somebody(session, actor=elsewhere, person_id=anna.person_id)
    with database.writing(engine) as session:
        commands.end_for_somebody(session, actor=beheerder, person_id=anna.person_id)
    assert (found := _seen(engine, "k1")) is not None
    assert not found.counts
    assert audit_lines(engine)[-1][:4] == ("Bea", "administrator", "end_sign_in", anna.person_id)


def test_signing_out_who_is_not_signed_in_or_is_nobody_is_told_and_leaves_no_line(engine: Engine) -> None:
    anna = _sign_in(engine, _anna(OFFICER))
    with database.writing(engine) as session:
        beheerder = add_actor(session, "Bea", region_id=anna.regions[0].region_id, role=Role.ADMINISTRATOR)
        session.execute(update(SignIn).values(expires_at=now()))
    before = audit_lines(engine)
    for person_id in (anna.person_id, beheerder.person_id, 9_999):
        with pytest.raises(NotSignedInError), database.writing(engine) as session:
            commands.end_for_somebody(session, actor=beheerder, person_id=person_id)
    assert audit_lines(engine) == before


def test_who_may_not_manage_people_signs_nobody_out(engine: Engine) -> None:
    anna = _sign_in(engine, _anna(OFFICER))
    actor: Actor = anna.actor(anna.regions[0].region_id)
    with pytest.raises(NotAllowedError), database.writing(engine) as session:
        commands.end_for_somebody(session, actor=actor, person_id=anna.person_id)


def test_rows_that_no_cookie_names_any_more_are_forgotten(engine: Engine) -> None:
    _sign_in(engine, _anna(OFFICER))
    with database.writing(engine) as session:
        session.execute(update(SignIn).values(expires_at=now() - timedelta(days=31)))
    _sign_in(engine, _anna(OFFICER), key="k2")
    assert _seen(engine, "k1") is None
