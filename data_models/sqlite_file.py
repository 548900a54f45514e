"""The file of a SQLite database: a connection to a file that was moved or replaced is not used any more.

SQLite itself goes on writing to a file that has lost its name, and would make an empty one where it was.
"""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.engine import Dialect
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

_IDENTITY = "file"  # of a connection: which file it opened
Identity = tuple[int, int]


class _FileGoneError(sqlite3.OperationalError):
    """The file of the database was there, and is not any more."""

    sqlite_errorcode = sqlite3.SQLITE_CANTOPEN


def watch(engine: Engine, file: Path) -> None:
    """See to it that connections are made to this file only as long as it has its name; once made it is not remade."""
    made = False

    @event.listens_for(engine, "do_connect")
    def _not_made_anew(_: Dialect, __: ConnectionPoolEntry, ___: list[Any], ____: dict[str, Any]) -> None:
        if made and not file.exists():
            raise _FileGoneError(f"{file} is gone")

    @event.listens_for(engine, "connect")
    def _remember(_: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
        nonlocal made
        made = True
        entry.info[_IDENTITY] = _identity(file)

    @event.listens_for(engine, "checkout")
    def _still_the_same(_: DBAPIConnection, entry: ConnectionPoolEntry, __: PoolProxiedConnection) -> None:
        if entry.info.get(_IDENTITY) != _identity(file):
            raise DisconnectionError(f"{file} was moved or replaced")


def _identity(file: Path) -> Identity | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
