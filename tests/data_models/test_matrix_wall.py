"""The wall itself: what a plain role of PostgreSQL sees and may write in plain SQL, with no `where` at all."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, Executable, delete, func, insert, select, text, update
from sqlalchemy.exc import DBAPIError, ProgrammingError
from sqlalchemy.orm import Session

from data_models import database, schema
from data_models.access import Role
from data_models.database import Scope, Someone
from data_models.tables import AuditLine, Figure, Norm, Person, PersonRole, Region, Table
from tests import postgresql
from tests.data_models.matrix_world import EXAMPLE, HERE, TABLES, THERE, World, seen

WITHOUT_POLICY = {
    "topic_versions": "numbers that tell caches that something changed, nothing else",
}
NO_SECRET = {  # whoever reads it, and why
    "regions": "the names are in every choice of a region",
    "region_areas": "which gemeenten work together is public",
    "parties": "the names of organisations",
    "composition_changes": "what a samenwerkingsverband consists of is public",
}


pytestmark = pytest.mark.parametrize("world", ["postgresql"], indirect=True)  # SQLite has no wall


@pytest.fixture
def wall(world: World) -> World:
    """The world in PostgreSQL, opened by a plain role."""
    return world


def _secured(engine: Engine) -> set[str]:
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT relname FROM pg_class WHERE relrowsecurity"))
        return {row.relname for row in rows}


def _without_a_wall(engine: Engine) -> set[str]:
    """The tables that name a region or a person, of which a plain role would see every row."""
    with engine.connect() as connection:
        question = (
            "SELECT DISTINCT table_name FROM information_schema.columns"
            " WHERE column_name IN ('region_id', 'person_id') AND table_schema = current_schema()"
        )
        named = {row.table_name for row in connection.execute(text(question))}
    return named - _secured(engine) - set(WITHOUT_POLICY)


def _all_of(world: World, table: type[Table], *, asker: Scope | None) -> list[tuple[object, ...]]:
    with database.reading(world.engine, asker=asker) as session:
        return [tuple(row) for row in session.execute(select(table.__table__))]


def test_every_table_that_names_a_region_or_a_person_has_a_wall(wall: World) -> None:
    assert _without_a_wall(wall.owner) == set()


def test_a_table_without_a_wall_is_found(wall: World) -> None:
    with wall.owner.connect() as connection:
        connection.execute(text("CREATE TABLE secrets (id integer, region_id integer)"))
        connection.commit()
        try:
            assert _without_a_wall(wall.owner) == {"secrets"}
        finally:
            connection.execute(text("DROP TABLE secrets"))
            connection.commit()


def test_the_plain_role_does_not_pass_the_wall_and_the_owner_does(wall: World) -> None:
    assert not schema.bypasses_security(wall.engine)
    assert schema.bypasses_security(wall.owner)


@pytest.mark.parametrize("name", sorted(set(TABLES) - set(NO_SECRET)))
def test_without_a_scope_only_public_and_fictional_things_are_seen(wall: World, name: str) -> None:
    assert seen(_all_of(wall, TABLES[name], asker=None)) <= {EXAMPLE}


@pytest.mark.parametrize("name", sorted(set(TABLES) - set(NO_SECRET)))
def test_within_a_region_nothing_of_another_is_seen(wall: World, name: str) -> None:
    officer = wall.regions[HERE].actors[Role.POLICY_OFFICER]
    rows = _all_of(wall, TABLES[name], asker=Someone(officer.person_id, officer.region_id))
    regions = {row[list(TABLES[name].__table__.c.keys()).index("region_id")] for row in rows} if _is_of(name) else set()
    own = {None, 0, wall.regions[HERE].id, wall.regions[EXAMPLE].id}
    assert seen(rows) <= {HERE, EXAMPLE}
    assert regions <= own or name in WITHOUT_POLICY


def _is_of(name: str) -> bool:
    return "region_id" in TABLES[name].__table__.c


@pytest.mark.parametrize("name", ["pictures", "norms", "figures", "contributions", "drafts"])
def test_within_a_region_its_own_things_are_seen(wall: World, name: str) -> None:
    officer = wall.regions[HERE].actors[Role.POLICY_OFFICER]
    assert HERE in seen(_all_of(wall, TABLES[name], asker=officer))


def test_somebody_without_a_region_sees_their_own_roles_and_name_and_sign_ins(wall: World) -> None:
    anna = wall.regions[HERE].actors[Role.CHAIR]
    own = Someone(anna.person_id)
    assert anna.person_id in {row[1] for row in _all_of(wall, PersonRole, asker=own)}
    assert seen(_all_of(wall, Person, asker=own)) <= {HERE, EXAMPLE}
    assert [row for row in _all_of(wall, Person, asker=own) if HERE in repr(row)] == [
        row for row in _all_of(wall, Person, asker=own) if row[0] == anna.person_id
    ]
    assert len(_all_of(wall, TABLES["sign_ins"], asker=own)) == 1


def test_drafts_are_seen_by_who_types_them_only(wall: World) -> None:
    anna, beheerder = (wall.regions[HERE].actors[role] for role in (Role.CHAIR, Role.ADMINISTRATOR))
    for one in (anna, beheerder):
        assert {row[1] for row in _all_of(wall, TABLES["drafts"], asker=one)} == {one.person_id}


def test_names_of_people_elsewhere_are_not_seen(wall: World) -> None:
    officer = wall.regions[HERE].actors[Role.ADMINISTRATOR]
    assert seen(_all_of(wall, Person, asker=officer)) == {HERE, EXAMPLE}


REFUSED: dict[str, Executable] = {
    "an audit line is changed": update(AuditLine).values(detail=""),
    "an audit line is removed": delete(AuditLine),
    "a setting is changed": text("UPDATE settings SET value = ''"),
    "a table is made": text("CREATE TABLE mine (id integer)"),
    "a policy is taken away": text("ALTER TABLE norms DISABLE ROW LEVEL SECURITY"),
    "a table is emptied": text("TRUNCATE contributions"),
}


@pytest.mark.parametrize("what", sorted(REFUSED))
def test_the_plain_role_is_refused_when(wall: World, what: str) -> None:
    officer = wall.regions[HERE].actors[Role.ADMINISTRATOR]
    with pytest.raises(ProgrammingError), database.writing(wall.engine, actor=officer) as session:
        session.execute(REFUSED[what])


def _rows_for_there(world: World) -> Iterator[tuple[type[Table], dict[str, object]]]:
    """A row of the other region in every table that can have one, as it stands there."""
    with database.reading(world.owner) as session:
        for table in TABLES.values():
            if _is_of(table.__tablename__) and table.__tablename__ not in WITHOUT_POLICY:
                of_there = table.__table__.c.region_id == world.regions[THERE].id
                row = session.execute(select(table.__table__).where(of_there).limit(1)).mappings().first()
                assert row is not None, table
                yield table, {key: value for key, value in row.items() if key != "id"}


def _touched(session: Session, statement: Executable) -> int:
    """How many rows it changes or removes."""
    return session.connection().execute(statement).rowcount


def test_nothing_is_written_for_another_region(wall: World) -> None:
    officer = wall.regions[HERE].actors[Role.ADMINISTRATOR]
    tried = list(_rows_for_there(wall))
    assert len(tried) >= 12
    for table, row in tried:
        with (
            pytest.raises(DBAPIError, match="row-level security") as refused,
            database.writing(wall.engine, actor=officer) as session,
        ):
            session.execute(insert(table).values(**row))
        assert refused.value is not None, table


def test_nothing_of_another_region_is_changed_or_removed(wall: World) -> None:
    officer = wall.regions[HERE].actors[Role.ADMINISTRATOR]
    for table, _ in _rows_for_there(wall):
        if table is AuditLine:
            continue
        of_there = table.__table__.c.region_id == wall.regions[THERE].id
        with wall.trying(officer) as session:
            column = next(one for one in table.__table__.c if one.name not in ("id", "region_id"))
            assert _touched(session, update(table).where(of_there).values({column.name: column})) == 0, table
            assert _touched(session, delete(table).where(of_there)) == 0, table


def test_the_example_is_read_by_everybody_and_changed_within_it_only(wall: World) -> None:
    officer = wall.regions[HERE].actors[Role.POLICY_OFFICER]
    of_example = Norm.region_id == wall.regions[EXAMPLE].id
    with wall.trying(officer) as session:
        assert session.scalar(select(func.count()).where(of_example))
        assert _touched(session, update(Norm).where(of_example).values(reason="anders")) == 0
    with wall.trying(wall.regions[EXAMPLE].actors[Role.POLICY_OFFICER]) as session:
        assert _touched(session, update(Norm).where(of_example).values(reason="anders")) > 0


def test_a_scope_ends_with_its_transaction_whoever_takes_the_connection_next(wall: World) -> None:
    officer = wall.regions[HERE].actors[Role.POLICY_OFFICER]
    engine = database.make_engine(wall.engine.url)
    try:
        pids = set()
        for asker, expected in ((officer, {HERE, EXAMPLE}), (None, {EXAMPLE})):
            with database.reading(engine, asker=asker) as session:
                pids.add(session.scalar(select(func.pg_backend_pid())))
                assert seen(session.scalars(select(Norm.reason)).all()) == expected
        with engine.connect() as bare:
            pids.add(bare.scalar(select(func.pg_backend_pid())))
            assert set(bare.scalars(select(Norm.reason))) == {EXAMPLE}
        assert len(pids) == 1
    finally:
        engine.dispose()


def test_what_one_asks_is_asked_once_a_statement_not_once_a_row(wall: World) -> None:
    officer = wall.regions[HERE].actors[Role.POLICY_OFFICER]
    with database.reading(wall.engine, asker=officer) as session:
        plan = "\n".join(session.scalars(text("EXPLAIN SELECT * FROM figures")))
    assert "region_id = (InitPlan" in plan
    assert "current_setting" not in plan


def test_giving_the_plain_role_what_it_needs_is_done_once(wall: World) -> None:
    before = len(wall.written)
    schema.let_use(wall.owner, role=postgresql.PLAIN)
    assert len(wall.written) == before
    with wall.owner.connect() as connection:
        for name, privileges in {"norms": "UPDATE", "audit_lines": "INSERT", "figures": "DELETE"}.items():
            assert connection.scalar(select(func.has_table_privilege(postgresql.PLAIN, name, privileges)))
        assert not connection.scalar(select(func.has_table_privilege(postgresql.PLAIN, "audit_lines", "UPDATE")))


def test_errors_of_the_database_hold_nothing_that_was_typed(world: World) -> None:
    with pytest.raises(DBAPIError) as failed, world.owner.connect() as connection:
        connection.execute(text("SELECT nothing FROM nowhere WHERE a = :typed"), {"typed": "over Sanne de Vries"})
    assert "Sanne" not in str(failed.value)


def test_who_uses_the_figures_of_a_region_is_not_told_of_those_of_others(wall: World) -> None:
    officer = wall.regions[HERE].actors[Role.POLICY_OFFICER]
    with database.reading(wall.engine, asker=officer) as session:
        assert set(session.scalars(select(Figure.region_id).distinct())) == {None, officer.region_id}
        assert session.scalar(select(func.count()).select_from(Region)) == 3
