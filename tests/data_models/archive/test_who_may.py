"""Who may copy everything and put it back: who manages every real region, now, and is signed in."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.exc import DBAPIError

from data_models import database, schema
from data_models.access import Actor, NotAllowedError, Role
from data_models.archive import older
from data_models.commands import copies
from data_models.commands.copies import NotEveryRegionError
from data_models.commands.permission import SignedOutError
from data_models.database import make_engine
from data_models.queries.copies import last_made, regions_of_others
from data_models.tables import Figure, PersonRole, SignIn
from data_models.tables.declaration import now
from tests import postgresql
from tests.data_models.archive.whole import copy, put_back, rows
from tests.data_models.people_rows import add_actor, add_region, audit_lines


@pytest.fixture
def anna(engine: Engine) -> Actor:
    """Beheerder of Flevoland; Drenthe is another real region, and Rivierenrijk is invented."""
    with database.writing(engine) as session:
        here, _ = add_region(session, "flevoland"), add_region(session, "rivierenrijk", fictional=True)
        return add_actor(session, "Anna", region_id=here, role=Role.ADMINISTRATOR)


def _also_in(engine: Engine, actor: Actor, code: str, *, role: Role = Role.ADMINISTRATOR, hours: int = 1) -> None:
    with database.writing(engine) as session:
        region_id = add_region(session, code)
        until = now() + timedelta(hours=hours)
        session.add(
            PersonRole(person_id=actor.person_id, region_id=region_id, role=role, party_id=None, valid_until=until)
        )


def _others(engine: Engine, actor: Actor) -> list[str] | None:
    with database.reading(engine) as session:
        return regions_of_others(session, actor=actor)


def test_who_manages_every_real_region_copies_and_puts_back_and_both_are_in_the_trail(
    engine: Engine, anna: Actor, tmp_path: Path
) -> None:
    _also_in(engine, anna, "drenthe")
    copies.make_copy(engine, actor=anna, file=tmp_path / "alles.zip")
    assert audit_lines(engine)[-1][:3] == ("Anna", "administrator", "backup")
    with older.checked(tmp_path / "alles.zip") as archive:
        copies.put_back(engine, actor=anna, archive=archive)
    assert audit_lines(engine)[-1][:3] == ("Anna", "administrator", "restore")
    with database.reading(engine) as session:
        assert [(one.action, one.by) for one in last_made(session)] == [("restore", "Anna")]


@pytest.mark.parametrize(
    ("role", "hours", "others"),
    [
        (Role.ADMINISTRATOR, 1, []),
        (Role.ADMINISTRATOR, -1, ["Drenthe"]),
        (Role.POLICY_OFFICER, 1, ["Drenthe"]),
    ],
)
def test_the_regions_that_somebody_else_manages_are_named(
    engine: Engine, anna: Actor, role: Role, hours: int, others: list[str]
) -> None:
    _also_in(engine, anna, "drenthe", role=role, hours=hours)
    assert _others(engine, anna) == others


def test_who_does_not_manage_every_real_region_may_do_neither(engine: Engine, anna: Actor, tmp_path: Path) -> None:
    copy(engine, tmp_path / "alles.zip")
    with database.writing(engine) as session:
        add_region(session, "drenthe")
    before = rows(engine)
    with pytest.raises(NotEveryRegionError):
        copies.make_copy(engine, actor=anna, file=tmp_path / "mijn.zip")
    with older.checked(tmp_path / "alles.zip") as archive, pytest.raises(NotEveryRegionError):
        copies.put_back(engine, actor=anna, archive=archive)
    assert rows(engine) == before
    assert not (tmp_path / "mijn.zip").exists()


def test_who_manages_the_example_only_may_not_where_there_is_no_real_region(engine: Engine, tmp_path: Path) -> None:
    with database.writing(engine) as session:
        region_id = add_region(session, "rivierenrijk", fictional=True)
        actor = add_actor(session, "Anna", region_id=region_id, role=Role.ADMINISTRATOR)
    assert _others(engine, actor) is None
    with pytest.raises(NotAllowedError):
        copies.make_copy(engine, actor=actor, file=tmp_path / "alles.zip")


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_no_other_role_may(engine: Engine, tmp_path: Path, role: Role) -> None:
    with database.writing(engine) as session:
        actor = add_actor(session, "Bert", region_id=add_region(session, "flevoland"), role=role)
    with pytest.raises(NotAllowedError):
        copies.make_copy(engine, actor=actor, file=tmp_path / "alles.zip")


def test_who_signed_out_may_not(engine: Engine, anna: Actor, tmp_path: Path) -> None:
    with database.writing(engine) as session:
        gone = SignIn(key="a", person_id=anna.person_id, expires_at=now() + timedelta(hours=1), ended_at=now())
        session.add(gone)
        session.flush()
        actor = Actor(anna.person_id, "Anna", "", "", anna.roles, anna.region_id, sign_in_id=gone.id)
    with pytest.raises(SignedOutError):
        copies.make_copy(engine, actor=actor, file=tmp_path / "alles.zip")


def test_a_role_that_sees_one_region_cannot_make_half_a_copy_and_still_works_after_a_restore(
    full: Engine, tmp_path: Path
) -> None:
    if full.dialect.name != "postgresql":
        pytest.skip("SQLite has one role")
    plain = make_engine(postgresql.plain_url(full.url))
    schema.let_use(full, role=postgresql.PLAIN)
    try:
        with pytest.raises(DBAPIError, match="row-level security"):
            copy(plain, tmp_path / "half.zip")
        assert list(tmp_path.glob("half*")) == []
        copy(full, tmp_path / "alles.zip")
        put_back(full, tmp_path / "alles.zip")
        with database.reading(plain) as session:
            assert session.scalar(select(func.count()).select_from(Figure)) == len(rows(full)["figures"])
        with database.reading(full) as session:
            person_id = session.scalar(select(PersonRole.person_id).where(PersonRole.role == Role.POLICY_OFFICER))
        assert person_id is not None
        with database.reading(plain, asker=database.Someone(person_id)) as session:
            assert session.scalars(select(PersonRole.region_id).where(PersonRole.person_id == person_id)).first()
    finally:
        plain.dispose()
