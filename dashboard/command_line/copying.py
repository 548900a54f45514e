"""`backup` and `restore`: everything in one file, and back."""

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Engine

from dashboard.copying import failures, restoring
from dashboard.formatting import byte_size, count, moment
from dashboard.texts import copies as words
from data_models import database
from data_models.archive import older
from data_models.archive.form import Manifest
from data_models.commands import copies
from data_models.queries.copies import Content, content_now, content_of

QUIET = 1.0  # seconds of work between two lines that say how far it is


class NotCopiedError(Exception):
    """There is no copy, or nothing was put back; `sentences` say why, in Dutch."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(sentences[0])
        self.sentences = sentences


class _Said:
    """Says on stderr how far it is, when it takes longer than a second."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        if time.monotonic() - self._last > QUIET:
            self._last = time.monotonic()
            said = {"stage": words.STAGES[stage], "done": count(done), "total": count(total or done)}
            print(words.STAGE_OF.format(**said), file=sys.stderr, flush=True)


def backup(owner: Engine, typed: argparse.Namespace) -> Iterator[str]:
    """Make the file and say what is in it; raises `NotCopiedError`."""
    file = Path(typed.file)
    try:
        manifest = copies.make_copy(owner, actor=None, file=file, overwrite=typed.overwrite, progress=_Said())
    except failures.FAILED as error:
        raise NotCopiedError(failures.sentence(error, file=file)) from error
    size = byte_size(file.stat().st_size)
    yield words.MADE.format(file=file, size=size, rows=count(manifest.rows), moment=moment(manifest.made_at))
    yield words.PERSONAL
    yield words.SIGN_INS


def restore(owner: Engine, typed: argparse.Namespace) -> Iterator[str]:
    """Check the file, ask, keep what stands, put the file back; raises `NotCopiedError`."""
    file = Path(typed.file)
    try:
        with older.checked(file, progress=_Said()) as archive:
            yield from _what_happens(owner, file=file, manifest=archive.origin)
            if not typed.yes and not _confirmed():
                raise NotCopiedError(words.NOT_CONFIRMED)
            safety = restoring.put_back(
                owner, archive=archive, actor=None, safety=not typed.no_safety_copy, progress=_Said()
            )
    except failures.FAILED as error:
        raise NotCopiedError(failures.sentence(error, file=file), words.NOTHING_CHANGED) from error
    yield words.DONE.format(moment=moment(archive.origin.made_at), rows=count(archive.origin.rows))
    if safety is not None:
        yield words.SAFETY.format(file=safety)


def _what_happens(owner: Engine, *, file: Path, manifest: Manifest) -> Iterator[str]:
    with database.reading(owner) as session:
        now = content_now(session)
    made = moment(manifest.made_at)
    what = _said(content_of(manifest))
    yield words.WHAT_IS_IN_IT.format(file=file, moment=made, version=manifest.version, what=what)
    place = owner.url.render_as_string(hide_password=True)
    yield words.WHAT_IS_REPLACED.format(place=place, what=_said(now))
    yield words.NEWER_THAN_COPY.format(moment=made)


def _said(content: Content) -> str:
    counts = {name: count(number) for name, number in content.counts.items()}
    return words.WHAT.format(rows=count(content.rows), regions=", ".join(content.regions) or words.NO_REGIONS, **counts)


def _confirmed() -> bool:
    print(words.ASK, end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() == words.WORD
