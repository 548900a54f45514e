"""Putting a file back, the same for screen and command line: with a copy first of what stands."""

from pathlib import Path

from sqlalchemy import Engine

from dashboard.copying import kept
from data_models.access import Actor
from data_models.archive.form import Progress
from data_models.archive.reading import Archive
from data_models.commands import copies
from seed_data.loader import prepare_database


def put_back(
    owner: Engine, *, archive: Archive, actor: Actor | None, safety: bool = True, progress: Progress | None = None
) -> Path | None:
    """Keep what stands, put the checked file back, and answer where what stood is kept; all of it or nothing."""
    file = None
    if safety:
        file = kept.new_path("before")
        copies.make_copy(owner, actor=actor, file=file, progress=progress)
    copies.put_back(owner, actor=actor, archive=archive, progress=progress)
    prepare_database(owner)  # a copy made by an earlier version of this program has an earlier catalogue
    kept.forget_older()
    return file
