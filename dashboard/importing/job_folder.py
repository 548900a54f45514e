"""The folder in which one import is kept while it lasts: only this program's own user can open it."""

import fcntl
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data_models.database import PROJECT

_ID = re.compile(r"[A-Za-z0-9_-]{32}")
_LOCK = "at-work"  # locked by the child for as long as it lives, however it ends
_PROCESS = "process"
_MOMENT = 0.2  # seconds in which those who only look have let go of the lock


def room() -> Path:
    """Where all imports that are under way are kept: `IMPORT_ROOM`, or `var/imports`."""
    return Path(os.environ.get("IMPORT_ROOM") or PROJECT / "var" / "imports")


@dataclass(frozen=True, slots=True)
class JobFolder:
    """What was asked, how far it is and what came out, each in a file that is replaced as a whole."""

    path: Path

    @property
    def id(self) -> str:
        """By which it is asked for; nobody can guess it."""
        return self.path.name

    def write(self, name: str, content: str | bytes) -> None:
        """Write a file so that a reader sees all of the old or all of the new; a full disk is left no fuller."""
        draft = self.path / f"{name}.{secrets.token_hex(4)}"
        try:
            with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(content.encode() if isinstance(content, str) else content)
            draft.replace(self.path / name)
        except OSError:
            draft.unlink(missing_ok=True)
            raise

    def read(self, name: str) -> str | None:
        """What a file says; None when it is not there."""
        try:
            return (self.path / name).read_text(encoding="utf-8")
        except OSError:
            return None

    def has(self, name: str) -> bool:
        """Whether this file is there."""
        return (self.path / name).exists()

    def drop(self, *names: str) -> None:
        """Remove these files, as far as they are there."""
        for name in names:
            (self.path / name).unlink(missing_ok=True)

    def lock(self) -> int | None:
        """Take the lock for a child, which will hold it by this file descriptor; None when a child holds it."""
        end = time.monotonic() + _MOMENT
        while (descriptor := self._locked(fcntl.LOCK_EX)) is None and time.monotonic() < end:
            time.sleep(_MOMENT / 20)
        return descriptor

    def is_at_work(self) -> bool:
        """Whether a child works for this import."""
        try:
            descriptor = self._locked(fcntl.LOCK_SH)  # shared: who looks does not keep others from looking
        except OSError:
            return False
        if descriptor is None:
            return True
        os.close(descriptor)
        return False

    def _locked(self, how: int) -> int | None:
        descriptor = os.open(self.path / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(descriptor, how | fcntl.LOCK_NB)
        except OSError:
            os.close(descriptor)
            return None
        return descriptor

    def remember_process(self, pid: int) -> None:
        """Keep which process works."""
        self.write(_PROCESS, str(pid))

    def process(self) -> int | None:
        """The process that works, for as long as it works."""
        pid = self.read(_PROCESS)
        return int(pid) if pid and self.is_at_work() else None

    def remove(self) -> None:
        """Throw all of it away."""
        shutil.rmtree(self.path, ignore_errors=True)

    def age(self) -> float:
        """Seconds since it was made or last written."""
        try:
            return time.time() - self.path.stat().st_mtime
        except OSError:
            return 0.0


def new() -> JobFolder:
    """A folder with a name of 192 random bits."""
    room().mkdir(parents=True, exist_ok=True, mode=0o700)
    path = room() / secrets.token_urlsafe(24)
    path.mkdir(mode=0o700)
    return JobFolder(path)


def found(job_id: str) -> JobFolder | None:
    """The folder with this name, when there is one; no other name leads anywhere."""
    if not _ID.fullmatch(job_id) or not (room() / job_id).is_dir():
        return None
    return JobFolder(room() / job_id)


def all_folders() -> Iterator[JobFolder]:
    """Every import that is kept."""
    if room().is_dir():
        yield from (JobFolder(path) for path in room().iterdir() if path.is_dir() and _ID.fullmatch(path.name))
