"""Bringing a database to the newest schema, by however many processes that start at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import ColumnElement, Connection, Engine, and_, column, func, or_, select, table

from data_models import database
from data_models.tables import Table

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


def let_use(engine: Engine, *, role: str) -> None:
    """Give a plain role of PostgreSQL what screens and imports need, as the owner; nothing is done when it has that.

    It reads and writes rows, as far as row-level security lets it, and makes temporary tables. It changes no table,
    no setting, no theme, and nothing that the audit trail says.
    """
    with engine.connect() as connection:
        if connection.scalar(select(_has_all(role) & ~_has_more(role))):
            return
    with engine.connect() as connection, _alone(connection):
        quoted = connection.dialect.identifier_preparer.quote(role)
        for name, privileges in _privileges().items():
            table = connection.dialect.identifier_preparer.quote(name)
            connection.exec_driver_sql(f"REVOKE ALL ON {table} FROM {quoted}")
            connection.exec_driver_sql(f"GRANT {', '.join(privileges)} ON {table} TO {quoted}")
        for statement in ("GRANT USAGE ON ALL SEQUENCES IN SCHEMA {here}", "GRANT USAGE ON SCHEMA {here}"):
            here = connection.dialect.identifier_preparer.quote(str(connection.scalar(select(func.current_schema()))))
            connection.exec_driver_sql(f"{statement.format(here=here)} TO {quoted}")


def bypasses_security(engine: Engine) -> bool:
    """Whether the role of this engine sees every region's rows, whatever the policies of the tables say.

    A superuser does, a role with BYPASSRLS, and the owner of the tables with everyone in that role. The owner of
    tables that are not there yet is who `DATABASE_OWNER_URL` names. SQLite has no such wall to pass.
    """
    if engine.dialect.name != "postgresql":
        return False
    roles = table("pg_roles", column("rolname"), column("rolsuper"), column("rolbypassrls"))
    tables = table("pg_class", column("relname"), column("relowner"), column("relkind"))
    myself = func.current_user()
    is_free = select(roles.c.rolsuper | roles.c.rolbypassrls).where(roles.c.rolname == myself)
    owners = select(tables.c.relowner).where(
        tables.c.relname.in_(list(Table.metadata.tables)), tables.c.relkind == "r", tables.c.relowner.is_not(None)
    )
    owns = owners.where(func.pg_has_role(myself, tables.c.relowner, "MEMBER")).exists()
    with engine.connect() as connection:
        if connection.scalar(is_free) or connection.scalar(select(owns)):
            return True
        owner = database.owner_url().username
        known = select(roles.c.rolname).where(roles.c.rolname == owner)
        return connection.scalar(known.where(func.pg_has_role(myself, roles.c.rolname, "MEMBER"))) is not None


EVERYTHING = ("SELECT", "INSERT", "UPDATE", "DELETE")
LESS = {  # than everything that can be done with rows
    "alembic_version": ("SELECT",),
    "settings": ("SELECT",),
    "themes": ("SELECT",),
    "indicators": ("SELECT", "UPDATE"),  # who sets a norm locks its indicator
    "audit_lines": ("SELECT", "INSERT"),
}


def _privileges() -> dict[str, tuple[str, ...]]:
    return {name: LESS.get(name, EVERYTHING) for name in (*Table.metadata.tables, "alembic_version")}


def _has_all(role: str) -> ColumnElement[bool]:
    named = [(name, one) for name, privileges in _privileges().items() for one in privileges]
    return and_(*(func.has_table_privilege(role, name, one) for name, one in named))


def _has_more(role: str) -> ColumnElement[bool]:
    refused = [(name, one) for name, allowed in LESS.items() for one in EVERYTHING if one not in allowed]
    return or_(*(func.has_table_privilege(role, name, one) for name, one in refused))
