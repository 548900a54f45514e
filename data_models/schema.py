"""Bringing a database to the newest schema, by however many processes that start at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, func, select

MIGRATIONS = Path(__file__).with_name("migrations")
LOCK_NUMBER = 7_403_551  # of the PostgreSQL advisory lock; any number will do that nothing else uses


class BrokenReferenceError(Exception):
    """A migration on SQLite left rows that refer to rows that are gone; it was undone."""

    def __init__(self, tables: set[str]) -> None:
        super().__init__(f"the migration left broken references in {', '.join(sorted(tables))}")
        self.tables = tables


def migrate(engine: Engine) -> None:
    """Create what is missing and bring the schema to the newest revision, keeping every row.

    Costs one query when there is nothing to do. All of it happens in one transaction: when a migration fails, the
    database is as it was.
    """
    if is_current(engine):
        return
    with engine.connect() as connection, _alone(connection):
        if _revision(connection) != newest_revision():
            configuration = _configuration()
            configuration.attributes["connection"] = connection
            command.upgrade(configuration, "head")
        if connection.dialect.name == "sqlite":
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if broken:
                raise BrokenReferenceError({row[0] for row in broken})


def is_current(engine: Engine) -> bool:
    """Whether the database answers and has the newest schema."""
    with engine.connect() as connection:
        return _revision(connection) == newest_revision()


@lru_cache(maxsize=1)
def newest_revision() -> str:
    """The revision that this code expects of a database."""
    revision = ScriptDirectory.from_config(_configuration()).get_current_head()
    assert revision is not None
    return revision


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _configuration() -> Config:
    configuration = Config()
    configuration.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return configuration


@contextmanager
def _alone(connection: Connection) -> Iterator[None]:
    """A transaction that no other migrating process can be in; on SQLite with foreign keys off.

    With them on, the batch mode that recreates a parent table would delete every row that refers to it.
    """
    on_sqlite = connection.dialect.name == "sqlite"
    if on_sqlite:
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.execute(select(func.pg_advisory_xact_lock(LOCK_NUMBER)))
    try:
        yield
        connection.commit()
    finally:
        connection.rollback()
        if on_sqlite:
            connection.exec_driver_sql("PRAGMA foreign_keys=ON")
