"""What is the matter with a database or disk that fails, as far as waiting or making room would mend it."""

import errno
import sqlite3
from enum import Enum

import psycopg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFreeError

from data_models.turns import NoTurnError

FAILURES = (
    DBAPIError,
    NoConnectionFreeError,
    NoTurnError,
    sqlite3.Error,
    psycopg.Error,
    OSError,
)


class Outage(Enum):
    """Why nothing can be stored or read now; none of these is a mistake in the program."""

    AWAY = "away"  # the database does not answer, or its file cannot be opened
    BUSY = "busy"  # others keep it occupied for longer than anyone waits
    FULL = "full"  # there is no room left on the disk
    READ_ONLY = "read_only"


_OF_SQLITE = {  # by primary result code: https://sqlite.org/rescode.html
    sqlite3.SQLITE_FULL: Outage.FULL,
    sqlite3.SQLITE_READONLY: Outage.READ_ONLY,
    sqlite3.SQLITE_PERM: Outage.READ_ONLY,
    sqlite3.SQLITE_BUSY: Outage.BUSY,
    sqlite3.SQLITE_LOCKED: Outage.BUSY,
    sqlite3.SQLITE_CANTOPEN: Outage.AWAY,
    sqlite3.SQLITE_IOERR: Outage.AWAY,
    sqlite3.SQLITE_NOTADB: Outage.AWAY,
    sqlite3.SQLITE_CORRUPT: Outage.AWAY,
    sqlite3.SQLITE_PROTOCOL: Outage.BUSY,
}
_PRIMARY = 0xFF  # the part of an extended result code that is the primary one
_FULL_IN_SHARED_MEMORY = sqlite3.SQLITE_IOERR_SHMSIZE  # the file beside the database could not grow
_OF_POSTGRESQL = {  # by SQLSTATE, or its class when that holds for all of it
    "53100": Outage.FULL,
    "25006": Outage.READ_ONLY,
    "53": Outage.BUSY,
    "40": Outage.BUSY,
    "55P03": Outage.BUSY,
    "57014": Outage.BUSY,
    "57": Outage.AWAY,
    "58": Outage.AWAY,
    "08": Outage.AWAY,
    "28": Outage.AWAY,
    "3D": Outage.AWAY,
}
_OF_FILES = {
    errno.ENOSPC: Outage.FULL,
    errno.EDQUOT: Outage.FULL,
    errno.EROFS: Outage.READ_ONLY,
    errno.EACCES: Outage.READ_ONLY,
    errno.EIO: Outage.AWAY,
}


def outage(error: BaseException) -> Outage | None:
    """What kept this from being done; None when the program itself is wrong, such as a broken constraint."""
    if isinstance(error, NoConnectionFreeError | NoTurnError):
        return Outage.BUSY
    if isinstance(error, DBAPIError):
        if error.orig is None:
            return None
        found = outage(error.orig)
        return found or (Outage.AWAY if error.connection_invalidated else None)
    if isinstance(error, sqlite3.Error):
        return _of_sqlite(error)
    if isinstance(error, psycopg.Error):
        return _of_postgresql(error)
    if isinstance(error, OSError):
        return Outage.AWAY if isinstance(error, ConnectionError) else _OF_FILES.get(error.errno or 0)
    return None


def _of_sqlite(error: sqlite3.Error) -> Outage | None:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    if code in (_FULL_IN_SHARED_MEMORY, sqlite3.SQLITE_READONLY_DBMOVED):
        return Outage.FULL if code == _FULL_IN_SHARED_MEMORY else Outage.AWAY
    return _OF_SQLITE.get(code & _PRIMARY)


def _of_postgresql(error: psycopg.Error) -> Outage | None:
    state = error.sqlstate
    if state is None:  # it came from the connection, not from the server
        return Outage.AWAY if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError) else None
    return _OF_POSTGRESQL.get(state) or _OF_POSTGRESQL.get(state[:2])
