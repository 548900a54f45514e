"""The pages of a table that came in before a service failed, kept in a folder so that a next attempt goes on there."""

import hashlib
import json
import shutil
import time
import zlib
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

KEPT_DAYS = 7  # a question that nobody asked again by then is forgotten


@dataclass(frozen=True, slots=True)
class _State:
    """How far an earlier attempt came."""

    first: str
    modified: str
    pages: tuple[str, ...]  # the fingerprint of each
    next: str


class KeptPages:
    """The pages of one question; a folder that cannot be used is passed over in silence.

    `first` is the address of the first page and `modified` the moment the source last changed the table: pages of
    before a change do not count. Without a folder, or without such a moment, nothing is kept.
    """

    def __init__(self, room: Path | None, *, first: str, modified: str) -> None:
        self._room = room if modified else None
        self._state = _State(first=first, modified=modified, pages=(), next=first)

    def found(self) -> tuple[list[bytes], str]:
        """The pages that are there already (compressed, see `body`), and the address of the next."""
        nothing: tuple[list[bytes], str] = ([], self._state.first)
        if self._room is None:
            return nothing
        _forget_old(self._room)
        try:
            found = _State(**json.loads((self._folder / "state.json").read_text(encoding="utf-8")))
            pages = [self._place(number).read_bytes() for number in range(1, len(found.pages) + 1)]
            whole = [_fingerprint(page) for page in pages] == list(found.pages)
        except (OSError, ValueError, TypeError):
            return nothing
        if not whole or (found.first, found.modified) != (self._state.first, self._state.modified):
            self.forget()
            return nothing
        self._state = found
        return pages, found.next

    def keep(self, page: bytes, *, following: str) -> None:
        """Keep the next page, and only then that it is there."""
        if self._room is None:
            return
        compressed = zlib.compress(page, level=1)
        pages = (*self._state.pages, _fingerprint(compressed))
        self._state = replace(self._state, pages=pages, next=following)
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._place(len(pages)).write_bytes(compressed)
            written = self._folder / "state.new"
            written.write_text(json.dumps(asdict(self._state)), encoding="utf-8")
            written.replace(self._folder / "state.json")

    def forget(self) -> None:
        """Throw the pages away: they are used, or of no use."""
        if self._room is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def _folder(self) -> Path:
        room = self._room or Path()
        return room / hashlib.sha256(self._state.first.encode()).hexdigest()[:20]

    def _place(self, number: int) -> Path:
        return self._folder / f"page-{number:05}.z"


def body(kept: bytes) -> bytes:
    """A page as the service gave it."""
    return zlib.decompress(kept)


def _fingerprint(kept: bytes) -> str:
    return hashlib.sha256(kept).hexdigest()


def _forget_old(room: Path) -> None:
    long_ago = time.time() - KEPT_DAYS * 24 * 3600
    with suppress(OSError):
        for folder in room.iterdir():
            if (folder / "state.json").is_file() and folder.stat().st_mtime < long_ago:
                shutil.rmtree(folder, ignore_errors=True)
