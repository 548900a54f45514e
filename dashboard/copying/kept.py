"""The copies that are kept on the server, in a directory beside the database that only the server's user can open."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dashboard.signing import secret_file
from data_models.tables.declaration import now

MOST_COPIES = 1  # made on the screen: to be fetched, not to be kept here
MOST_BEFORE = 3  # of what stood before a restore
_NAME = re.compile(r"(kopie|voor-terugzetten)-(\d{8}T\d{12})\.zip")
_KINDS = {"kopie": "copy", "voor-terugzetten": "before"}


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """A file that is there: its kind ("copy", or "before" a restore), its moment and its size in bytes."""

    path: Path
    kind: str
    made_at: datetime
    size: int


def room() -> Path:
    """The directory, which is made when it is not there."""
    beside = secret_file()
    directory = beside.with_name(f"{beside.name.removesuffix('.secret')}.kopieen")
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    return directory


def new_path(kind: str) -> Path:
    """The name for a copy that is to be made now."""
    start = next(name for name, one in _KINDS.items() if one == kind)
    return room() / f"{start}-{now():%Y%m%dT%H%M%S%f}.zip"


def copies() -> list[KeptCopy]:
    """What is kept, the newest first."""
    found = []
    for path in room().iterdir():
        named = _NAME.fullmatch(path.name)
        if named and path.is_file() and not path.is_symlink():
            moment = datetime.strptime(named[2], "%Y%m%dT%H%M%S%f").replace(tzinfo=UTC)
            found.append(KeptCopy(path, _KINDS[named[1]], moment, path.stat().st_size))
    return sorted(found, key=lambda one: (one.made_at, one.kind), reverse=True)


def copy_of_name(name: str) -> KeptCopy | None:
    """The copy with this name; no other name leads anywhere."""
    return next((one for one in copies() if one.path.name == name), None)


def forget_older() -> None:
    """Remove all but the last few of each kind."""
    for kind, most in (("copy", MOST_COPIES), ("before", MOST_BEFORE)):
        for one in [one for one in copies() if one.kind == kind][most:]:
            one.path.unlink(missing_ok=True)
