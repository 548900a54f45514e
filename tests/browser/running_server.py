"""The real server in a process of its own, on a free port, that a test may kill and start again."""

import os
import secrets
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from sqlalchemy import URL

from data_models.queries.topics import EPOCH

PROJECT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 90  # seconds, on a busy machine; a second start takes a few


def free_port() -> int:
    """A port of this computer that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


class RunningServer:
    """`streamlit run dashboard/asgi.py` on a database; `address` is where to open it."""

    def __init__(self, database: URL, *, log: Path, entry: Path = PROJECT / "dashboard" / "asgi.py") -> None:
        self.database = database
        self.log = log
        self.entry = entry
        self.port = free_port()
        self.address = f"http://localhost:{self.port}"
        self.more_arguments: tuple[str, ...] = ()
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, **settings: str) -> None:
        """Start, with these settings in its environment, and return when it says that it is healthy."""
        environment = {
            **os.environ,
            "DATABASE_URL": self.database.render_as_string(hide_password=False),
            "IMPORT_ROOM": str(self.log.with_name("imports")),
            **settings,
        }
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "streamlit", "run", str(self.entry), "--server.port", str(self.port)),
                    *self.more_arguments,
                ],
                cwd=PROJECT,
                env=environment,
                stdout=log,
                stderr=log,
            )
        end = time.monotonic() + PATIENCE
        while not self._is_healthy():
            if self._process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"the server did not start:\n{self.log.read_text(encoding='utf-8')}")
            time.sleep(0.05)

    @property
    def pid(self) -> int:
        """The number of the server's process."""
        assert self._process is not None
        return self._process.pid

    def begin_anew(self, seeded: Path) -> None:
        """Be as a new server is, on a SQLite file: with what this one holds, under a new epoch; started if need be."""
        file = str(self.database.database)
        with closing(sqlite3.connect(seeded)) as those, closing(sqlite3.connect(file, timeout=PATIENCE)) as here:
            those.backup(here)
            here.execute("UPDATE settings SET value = ? WHERE name = ?", (secrets.token_hex(16), EPOCH))
            here.commit()
        shutil.rmtree(self.log.with_name("imports"), ignore_errors=True)
        if self._process is None or self._process.poll() is not None:
            self.start()

    def kill(self) -> None:
        """End the process at once, as a power failure does: nothing can be saved any more."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask the server to end, and see that it does."""
        self._end(signal.SIGTERM)

    def restart(self) -> None:
        """Kill and start again, on the same port and database."""
        self.kill()
        self.start()

    def _end(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        self._process.send_signal(how)
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def _is_healthy(self) -> bool:
        try:
            with urlopen(f"{self.address}/health", timeout=5) as answer:
                return bool(answer.status == 200)
        except (URLError, OSError):
            return False
