"""Engine and transactions, on SQLite (a file, no server) and PostgreSQL."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Protocol

from sqlalchemy import URL, Engine, create_engine, event, func, make_url, select
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFreeError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from data_models import sqlite_file
from data_models.turns import NoTurnError, Turns

PROJECT = Path(__file__).resolve().parent.parent
DEFAULT_DATABASE = PROJECT / "var" / "tellen-en-vertellen.sqlite"
BUSY_TIMEOUT = 15_000  # milliseconds a writer waits for another writer's transaction
PATIENCE = 30  # seconds a writer waits for its turn among those of this process, and anybody for a connection
CONNECTIONS = {"pool_size": 20, "max_overflow": 40, "pool_timeout": PATIENCE}
_HAS_NO_LOCK_YET = "has_no_lock_yet"  # of a session: it is the first part of `staging`
_TURN = "turn"  # of a session: what ends its turn to write
_SCOPE = "scope"  # of a session: for whom it reads and writes
AWAY = (DBAPIError, NoConnectionFreeError, NoTurnError)  # what is raised when the database does not answer


def database_url() -> URL:
    """`DATABASE_URL`, or the SQLite file under `var/`; a plain postgresql:// is given its driver."""
    url = make_url(os.environ.get("DATABASE_URL") or f"sqlite:///{DEFAULT_DATABASE}")
    return _with_driver(url)


def _with_driver(url: URL) -> URL:
    return url.set(drivername="postgresql+psycopg") if url.drivername in ("postgresql", "postgres") else url


def owner_url() -> URL:
    """`DATABASE_OWNER_URL`: who owns the tables and may change them; without it, who uses them (`database_url`)."""
    address = os.environ.get("DATABASE_OWNER_URL")
    return _with_driver(make_url(address)) if address else database_url()


def has_owner() -> bool:
    """Whether `DATABASE_OWNER_URL` says that the tables belong to another role than the one that screens use."""
    return bool(os.environ.get("DATABASE_OWNER_URL"))


def plain_role(owner: Engine) -> str | None:
    """Who uses the tables of this engine's role: the role of `DATABASE_URL`; None when that is the same."""
    has_other = owner.url == owner_url() and owner.url.get_backend_name() == "postgresql"
    return database_url().username if has_other and database_url().username != owner.url.username else None


def make_engine(url: URL) -> Engine:
    """An engine with the settings that keep acknowledged writes (docs/adr/0003); errors hold nothing that was typed."""
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, hide_parameters=True, **CONNECTIONS)
    if url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    settings = {"isolation_level": None, "timeout": BUSY_TIMEOUT / 1000}
    engine = create_engine(url, connect_args=settings, hide_parameters=True, **CONNECTIONS)

    @event.listens_for(engine, "connect")
    def _settings(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        for setting in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={BUSY_TIMEOUT}"):
            cursor.execute(f"PRAGMA {setting}")
        cursor.close()

    if url.database and not url.query:
        sqlite_file.watch(engine, Path(url.database))
    return engine


@lru_cache(maxsize=4)
def _engine_of(url: URL) -> Engine:
    return make_engine(url)


def engine() -> Engine:
    """The engine of this process for screens, routes and imports: what is read and written is for somebody."""
    return _engine_of(database_url())


def owner_engine() -> Engine:
    """The engine for what belongs to no region: migrations, the seed, signing in, the command line, backup, restore."""
    return _engine_of(owner_url())


@cache
def _turns(_: URL) -> Turns:
    """The turns of the writers of this process in a SQLite file.

    SQLite lets those who wait look again ever less often: of fifty, who just came is served and who waited longest
    gives up. And each would hold a connection meanwhile, so that nobody could read.
    """
    return Turns()


class Scope(Protocol):
    """For whom a transaction is: an `access.Actor`, or `Someone`."""

    @property
    def person_id(self) -> int:
        """Who asks or acts."""

    @property
    def region_id(self) -> int | None:
        """In which region; None: that is not known yet."""


@dataclass(frozen=True, slots=True)
class Someone:
    """A person whose roles are not known yet: without a region they see their own roles and sign-ins, little else."""

    person_id: int
    region_id: int | None = None


@contextmanager
def reading(source: Engine | None = None, *, asker: Scope | None = None) -> Iterator[Session]:
    """A read transaction, for this person or (None) for everybody: everything read inside it is of one moment."""
    with Session(source or engine()) as session:
        if session.get_bind().dialect.name == "sqlite":
            session.connection().exec_driver_sql("BEGIN")
        else:
            session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
        _see_as(session, asker)
        yield session
        session.rollback()


@contextmanager
def writing(source: Engine | None = None, *, actor: Scope | None = None) -> Iterator[Session]:
    """A write transaction for this person: all of it is kept when the block ends, nothing when the block raises."""
    source = source or engine()
    with ExitStack() as turn, Session(source) as session:
        if source.dialect.name == "sqlite":
            turn.enter_context(_turns(source.url).turn(patience=PATIENCE))
            session.connection().exec_driver_sql("BEGIN IMMEDIATE")
        _see_as(session, actor)
        yield session
        session.commit()


@contextmanager
def staging(source: Engine | None = None, *, actor: Scope | None = None) -> Iterator[Session]:
    """A transaction in two parts, for much work at once: reading and temporary tables first, without a lock.

    Who writes calls `take_lock` when that work is done; the temporary tables are still there. What was written after
    it is kept when the block ends, nothing of it when the block raises. See docs/adr/0011: on SQLite the references
    and checks of each row are the caller's to test.
    """
    with ExitStack() as turn, (source or engine()).connect() as connection:
        try:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
                connection.exec_driver_sql("PRAGMA cache_size=-200000")
                connection.commit()
            with Session(connection, info={_SCOPE: actor, _TURN: turn}) as session:
                _start_reading(session)
                yield session
                session.commit()
        finally:
            connection.invalidate()  # closed, with its temporary tables and settings


def has_lock(session: Session) -> bool:
    """Whether this is not the first part of `staging`."""
    return _HAS_NO_LOCK_YET not in session.info


def take_lock(session: Session) -> None:
    """Begin the second part of `staging`."""
    del session.info[_HAS_NO_LOCK_YET]
    session.commit()
    if session.get_bind().dialect.name == "sqlite":
        session.info[_TURN].enter_context(_turns(session.connection().engine.url).turn(patience=PATIENCE))
        session.connection().exec_driver_sql("PRAGMA ignore_check_constraints=ON")
        session.connection().exec_driver_sql("BEGIN IMMEDIATE")
    _see_as(session, session.info[_SCOPE])


def release_lock(session: Session) -> None:
    """Go back to the first part of `staging`; nothing that was written since is kept."""
    session.rollback()
    session.info[_TURN].close()
    _start_reading(session)


def _start_reading(session: Session) -> None:
    session.info[_HAS_NO_LOCK_YET] = True
    if session.get_bind().dialect.name == "sqlite":
        session.connection().exec_driver_sql("PRAGMA ignore_check_constraints=OFF")
        session.connection().exec_driver_sql("BEGIN")
    else:  # everything read before the lock is of one moment, so one version says whether it is still true
        session.connection().exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
    _see_as(session, session.info[_SCOPE])


def _see_as(session: Session, scope: Scope | None) -> None:
    """Tell PostgreSQL for whom this transaction is, and no other: its row-level security asks (docs/adr/0013)."""
    if session.get_bind().dialect.name == "postgresql":
        asked = (("tev.person", scope and scope.person_id), ("tev.region", scope and scope.region_id))
        told = (func.set_config(name, "" if value is None else str(value), True) for name, value in asked)
        session.execute(select(*told))
