"""A failure is an outage when waiting or making room mends it; a mistake in the program is none."""

import errno
import os
import secrets
import shutil
import sqlite3
import threading
from pathlib import Path

import psycopg
import pytest
from psycopg import errors
from sqlalchemy import URL, Engine, event, exc, func, select, text

from data_models import database
from data_models.outages import FAILURES, Outage, outage
from data_models.tables import Region, Setting
from data_models.turns import NoTurnError
from tests.small_disk import fill_up, small_disk


def failure_of(engine: Engine, *statements: str) -> Outage | None:
    with pytest.raises(FAILURES) as failed, engine.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    return outage(failed.value)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (errors.DiskFull(), Outage.FULL),
        (errors.ReadOnlySqlTransaction(), Outage.READ_ONLY),
        (errors.SerializationFailure(), Outage.BUSY),
        (errors.DeadlockDetected(), Outage.BUSY),
        (errors.LockNotAvailable(), Outage.BUSY),
        (errors.QueryCanceled(), Outage.BUSY),
        (errors.TooManyConnections(), Outage.BUSY),
        (errors.AdminShutdown(), Outage.AWAY),
        (errors.CannotConnectNow(), Outage.AWAY),
        (errors.InvalidCatalogName(), Outage.AWAY),
        (psycopg.OperationalError("connection refused"), Outage.AWAY),
        (psycopg.InterfaceError("the connection is closed"), Outage.AWAY),
        (errors.UniqueViolation(), None),
        (errors.NotNullViolation(), None),
        (errors.InsufficientPrivilege(), None),
        (errors.UndefinedTable(), None),
        (errors.RaiseException(), None),
        (psycopg.ProgrammingError("no result"), None),
    ],
)
def test_what_postgresql_says_is_an_outage_or_a_mistake(error: psycopg.Error, expected: Outage | None) -> None:
    assert outage(error) is expected
    assert outage(exc.DBAPIError.instance("", None, error, psycopg.Error)) is expected


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OSError(errno.ENOSPC, ""), Outage.FULL),
        (OSError(errno.EROFS, ""), Outage.READ_ONLY),
        (PermissionError(errno.EACCES, ""), Outage.READ_ONLY),
        (ConnectionRefusedError(), Outage.AWAY),
        (FileNotFoundError(errno.ENOENT, ""), None),
        (exc.TimeoutError(), Outage.BUSY),
        (NoTurnError(), Outage.BUSY),
        (ValueError(), None),
        (exc.InvalidRequestError(), None),
    ],
)
def test_what_files_and_the_pool_say_is_an_outage_or_a_mistake(error: Exception, expected: Outage | None) -> None:
    assert outage(error) is expected


def test_a_broken_constraint_and_a_missing_table_are_mistakes(engine: Engine) -> None:
    twice = "INSERT INTO settings (name, value) VALUES ('een', '1')"
    assert failure_of(engine, twice, twice) is None
    assert failure_of(engine, "SELECT * FROM nergens") is None


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A SQLite database with one table of settings and nothing in it."""
    with sqlite3.connect(tmp_path / "x.sqlite") as connection:
        connection.execute("CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT)")
    return tmp_path / "x.sqlite"


def opened(file: Path) -> Engine:
    return database.make_engine(URL.create("sqlite", database=str(file)))


def keep(engine: Engine, name: str) -> None:
    with database.writing(engine) as session:
        session.add(Setting(name=name, value="1"))


def kept(engine: Engine) -> list[str]:
    with database.reading(engine) as session:
        return list(session.scalars(select(Setting.name).order_by(Setting.name)))


def test_a_sqlite_file_without_room_is_full_keeps_nothing_half_and_goes_on_when_there_is_room(file: Path) -> None:
    engine = opened(file)
    most = {"pages": 0}

    @event.listens_for(engine, "checkout")
    def _limit(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count={most['pages'] or 1_000_000}")

    keep(engine, "eerst")
    most["pages"] = 1  # no more than it has
    with pytest.raises(exc.DBAPIError) as failed, database.writing(engine) as session:
        session.add(Setting(name="klein", value="1"))
        session.flush()
        session.add(Setting(name="groot", value="x" * 100_000))
    assert outage(failed.value) is Outage.FULL
    assert kept(engine) == ["eerst"]
    most["pages"] = 0
    keep(engine, "later")
    assert kept(engine) == ["eerst", "later"]


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
def test_a_postgresql_disk_without_room_is_full_keeps_nothing_half_and_goes_on_when_there_is_room(
    engine: Engine,
) -> None:
    """Really filled: a disk of a megabyte that the settings are on; a text that cannot be made smaller needs room."""
    place = f"klein-{secrets.token_hex(4)}"
    with small_disk(megabytes=1) as disk, engine.connect().execution_options(isolation_level="AUTOCOMMIT") as owner:
        server = Path(str(owner.scalar(text("SHOW data_directory")))).stat()
        os.chown(disk, server.st_uid, server.st_gid)
        owner.exec_driver_sql(f"CREATE TABLESPACE \"{place}\" LOCATION '{disk}'")
        owner.exec_driver_sql(f'ALTER TABLE settings SET TABLESPACE "{place}"')
        try:
            keep(engine, "eerst")
            filler = fill_up(disk)
            with pytest.raises(exc.DBAPIError) as failed, database.writing(engine) as session:
                session.add(Region(code="half", name="Half"))
                session.flush()
                session.add(Setting(name="groot", value=secrets.token_hex(100_000)))
            assert isinstance(failed.value.orig, errors.DiskFull)
            assert outage(failed.value) is Outage.FULL
            assert kept(engine) == ["eerst"]
            with database.reading(engine) as session:
                assert session.scalars(select(Region.code)).all() == []
            filler.unlink()
            keep(engine, "later")
            assert kept(engine) == ["eerst", "later"]
        finally:
            disk.joinpath("vol").unlink(missing_ok=True)
            owner.exec_driver_sql("ALTER TABLE settings SET TABLESPACE pg_default")
            owner.exec_driver_sql(f'DROP TABLESPACE "{place}"')


def test_a_sqlite_file_that_another_keeps_locked_is_busy(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT", 50)
    engine = opened(file)
    with sqlite3.connect(file) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(exc.DBAPIError) as failed:
            keep(engine, "een")
    assert outage(failed.value) is Outage.BUSY
    keep(engine, "een")


def test_a_file_that_is_no_database_is_away(tmp_path: Path) -> None:
    tmp_path.joinpath("x.sqlite").write_bytes(b"geen database" * 400)
    assert failure_of(opened(tmp_path / "x.sqlite"), "SELECT 1") is Outage.AWAY


def test_a_sqlite_file_that_is_moved_is_away_not_made_anew_and_used_again_when_it_is_back(file: Path) -> None:
    engine = opened(file)
    keep(engine, "eerst")
    elsewhere = file.with_name("elders.sqlite")
    file.rename(elsewhere)
    for attempt in (keep, lambda engine, _: kept(engine)):
        with pytest.raises(FAILURES) as failed:
            attempt(engine, "weg")
        assert outage(failed.value) is Outage.AWAY
    assert not file.exists()
    elsewhere.rename(file)
    keep(engine, "later")
    assert kept(engine) == ["eerst", "later"]


def test_what_is_written_goes_to_the_file_that_has_the_name_now(file: Path) -> None:
    engine = opened(file)
    keep(engine, "eerst")
    engine.dispose()
    shutil.copyfile(file, file.with_name("kopie.sqlite"))
    keep(engine, "oud")
    file.with_name("kopie.sqlite").replace(file)
    for beside in ("-wal", "-shm"):
        file.with_name(file.name + beside).unlink(missing_ok=True)
    keep(engine, "nieuw")
    assert kept(engine) == ["eerst", "nieuw"]


def test_a_connection_that_the_server_ends_is_replaced(engine: Engine) -> None:
    if engine.dialect.name != "postgresql":
        pytest.skip("SQLite has no server")
    with pytest.raises(exc.DBAPIError) as failed, database.writing(engine) as session:
        session.add(Region(code="half", name="Half"))
        session.flush()
        session.execute(select(func.pg_terminate_backend(func.pg_backend_pid())))
    assert outage(failed.value) is Outage.AWAY
    with database.reading(engine) as session:
        assert session.scalar(select(func.count()).select_from(Region).where(Region.code == "half")) == 0


def test_who_reads_while_two_change_the_same_row_is_told_that_it_is_busy(engine: Engine) -> None:
    if engine.dialect.name != "postgresql":
        pytest.skip("SQLite has one writer at a time")
    keep(engine, "een")
    change = text("UPDATE settings SET value = 'x' WHERE name = 'een'")
    with engine.connect().execution_options(isolation_level="REPEATABLE READ") as first:
        first.execute(text("SELECT value FROM settings"))
        with database.writing(engine) as second:
            second.execute(change)
        with pytest.raises(exc.DBAPIError) as failed:
            first.execute(change)
    assert outage(failed.value) is Outage.BUSY


def test_when_every_connection_is_in_use_it_is_busy(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "CONNECTIONS", {"pool_size": 1, "max_overflow": 0, "pool_timeout": 0.1})
    engine = opened(file)
    found: list[Outage | None] = []

    def read() -> None:
        try:
            kept(engine)
        except FAILURES as error:
            found.append(outage(error))

    with database.reading(engine):
        other = threading.Thread(target=read)
        other.start()
        other.join()
    assert found == [Outage.BUSY]
