"""What is copied and put back is the same, to the last bit, from each kind of database into each kind."""

import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete, func, insert, inspect, select, update
from sqlalchemy.exc import DatabaseError

from data_models import database, schema
from data_models.queries import topics
from data_models.tables import AuditLine, Figure, Person, Setting, SignIn, Table
from data_models.tables.declaration import now
from tests.data_models.archive.whole import ODD, copy, copy_as_then, put_back, rows, without_new
from tests.data_models.people_rows import add_region
from tests.data_models.published import ALMERE, put, with_value


def test_every_row_of_every_table_comes_back_in_each_kind_of_database(
    full: Engine, other: Engine, tmp_path: Path
) -> None:
    before = rows(full)
    manifest = copy(full, tmp_path / "alles.zip")
    with database.writing(other) as session:  # what stands there is another region, of which nothing stays
        add_region(session, "drenthe")
        session.execute(update(Person).values(name="Iemand anders"))
    put_back(other, tmp_path / "alles.zip")
    after = rows(other)
    assert without_new(after) == without_new(before)
    assert {name for name, those in before.items() if those} - {"sign_ins", "search_texts"} <= set(manifest.tables)
    assert any(row["name"] == ODD for row in after["parties"])
    assert any(row["denominator"] == (5e-324).hex() for row in after["figures"])
    assert sum(manifest.rows_of(name) for name in after) == manifest.rows
    assert "audit_lines_no_DELETE" in str(_triggers(other)) or "audit_lines_append_only" in str(_triggers(other))


def _triggers(engine: Engine) -> list[str]:
    from sqlalchemy import text

    asked = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O' ORDER BY tgname",
    }[engine.dialect.name]
    with engine.connect() as connection:
        return list(connection.execute(text(asked)).scalars())


def test_the_audit_trail_comes_back_with_one_line_about_it_and_is_append_only_again(
    full: Engine, tmp_path: Path
) -> None:
    guards = _triggers(full)
    lines = rows(full)["audit_lines"]
    copy(full, tmp_path / "alles.zip")
    put_back(full, tmp_path / "alles.zip")
    found = rows(full)["audit_lines"]
    assert found[:-1] == lines
    assert (found[-1]["action"], found[-1]["role"], found[-1]["person_id"]) == ("restore", "project", None)
    assert _triggers(full) == guards != []
    for change in (delete(AuditLine), update(AuditLine).values(person_name="x")):
        with pytest.raises(DatabaseError, match="append-only"), database.writing(full) as session:
            session.execute(change)
    assert rows(full)["audit_lines"] == found


def test_screens_and_imports_know_that_all_is_new(full: Engine, tmp_path: Path) -> None:
    copy(full, tmp_path / "alles.zip")
    with database.writing(full) as session:
        put(session, with_value(ALMERE, 12.3))
    with database.reading(full) as session:
        before = topics.versions(session)
    put_back(full, tmp_path / "alles.zip")
    with database.reading(full) as session:
        after = topics.versions(session)
        seed = session.get_one(Setting, "seed_hash").value
    assert len(after.epoch) == 32
    assert after.epoch != before.epoch
    assert after.numbers.keys() == before.numbers.keys()
    assert all(after.numbers[topic] > version for topic, version in before.numbers.items())
    assert seed != ""


def test_everybody_is_signed_out_and_no_sign_in_can_come_back(full: Engine, tmp_path: Path) -> None:
    copy(full, tmp_path / "alles.zip")
    with database.writing(full) as session:
        late = Person(subject="oidc:late", name="Laat", organisation="x", perspective="gemeente")
        session.add(late)
        session.flush()
        session.add(SignIn(key="late-1", person_id=late.id, expires_at=datetime(2030, 1, 1, tzinfo=UTC)))
        late_id = late.id
    put_back(full, tmp_path / "alles.zip")
    with database.reading(full) as session:
        found = session.scalars(select(SignIn).order_by(SignIn.id)).all()
        assert [one.key for one in found] == ["anna-1", "late-1"]
        assert all(one.ended_at is not None and one.ended_at <= now() for one in found)
        assert session.get(Person, late_id) is None
    assert "late-1" not in (tmp_path / "alles.zip").read_bytes().decode("latin-1")


def test_new_rows_are_numbered_after_those_that_came_back(full: Engine, other: Engine, tmp_path: Path) -> None:
    copy(full, tmp_path / "alles.zip")
    put_back(other, tmp_path / "alles.zip")
    with database.writing(other) as session:
        highest = session.scalar(select(func.max(Person.id))) or 0
        add_region(session, "drenthe")
        session.execute(
            insert(Person).values(subject="nieuw", name="N", organisation="", perspective="gemeente", version=1)
        )
        assert session.scalar(select(Person.id).where(Person.subject == "nieuw")) == highest + 1


def test_the_file_is_for_its_maker_only_and_nothing_else_is_left(full: Engine, tmp_path: Path) -> None:
    room = tmp_path / "kopieën"
    room.mkdir()
    copy(full, room / "alles.zip")
    assert stat.S_IMODE((room / "alles.zip").stat().st_mode) == 0o600
    assert [file.name for file in room.iterdir()] == ["alles.zip"]
    assert rows(full)["audit_lines"][-1]["action"] == "backup"


def test_two_copies_of_the_same_rows_are_told_apart_by_their_moment_only(full: Engine, tmp_path: Path) -> None:
    first, second = copy(full, tmp_path / "een.zip"), copy(full, tmp_path / "twee.zip")
    differing = {name for name in first.tables if first.tables[name] != second.tables[name]}
    assert differing == {"audit_lines"}  # the line about the first
    assert second.rows == first.rows + 1


@pytest.mark.parametrize("revision", ["0002", "0003"])
def test_a_copy_of_an_earlier_schema_is_migrated_on_its_way_back(
    sqlite_full: Engine, other: Engine, tmp_path: Path, revision: str
) -> None:
    before = rows(sqlite_full)
    metadata = copy_as_then(sqlite_full, tmp_path / "oud.zip", revision=revision)
    then = {table.name: {column.name for column in table.columns} for table in metadata.sorted_tables}
    put_back(other, tmp_path / "oud.zip")
    after = rows(other)
    assert schema.is_current(other)
    assert after["figures"] == before["figures"]
    assert [(one["id"], one["reason"]) for one in after["norms"]] == [
        (one["id"], one["reason"]) for one in before["norms"]
    ]
    for name in set(then) - {
        "alembic_version",
        "person_roles",
        "settings",
        "topic_versions",
        "audit_lines",
        "sign_ins",
    }:
        shared = then[name] & set(after[name][0] if after[name] else ())
        assert [{key: row[key] for key in shared} for row in after[name]] == [
            {key: row[key] for key in shared} for row in before[name]
        ], name
    assert after["audit_lines"][-1]["action"] == "restore"
    assert set(inspect(other).get_table_names()) == {*Table.metadata.tables, "alembic_version"}


def test_an_empty_database_can_be_copied_and_put_back(engine: Engine, tmp_path: Path) -> None:
    copy(engine, tmp_path / "leeg.zip")
    put_back(engine, tmp_path / "leeg.zip")
    assert {name for name, those in rows(engine).items() if those} == {"audit_lines", "settings"}
    with database.reading(engine) as session:
        assert session.scalar(select(func.count()).select_from(Figure)) == 0
