"""Writing the file: everything of one moment, in slices, complete or not at all."""

import errno
import fcntl
import hashlib
import os
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import IO

from sqlalchemy import MetaData, Table, func, select
from sqlalchemy.orm import Session

from data_models.archive import form
from data_models.archive.form import Manifest, Progress, TableEntry
from data_models.database import PROJECT
from data_models.tables.declaration import now

SLICE = 5_000  # rows in memory at once
QUICKLY = 3  # how hard the zip squeezes: 6 costs twice the time for a tenth less
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_OWN = 0o600  # the file holds personal data: only who made it can open it


class NotWrittenError(Exception):
    """No file was made; `reason` is "exists", "busy", "full" or "place"."""

    def __init__(self, reason: str, *, file: Path) -> None:
        super().__init__(f"{reason}: {file}")
        self.reason = reason
        self.file = file


def kept_tables(metadata: MetaData) -> list[Table]:
    """The tables that go into the file, each after those it refers to."""
    return [table for table in metadata.sorted_tables if table.name not in form.LEFT_OUT | {"alembic_version"}]


def write(
    session: Session,
    *,
    file: Path,
    metadata: MetaData,
    revision: str,
    overwrite: bool = False,
    progress: Progress | None = None,
) -> Manifest:
    """Write what this read transaction sees; raises `NotWrittenError`, and then leaves nothing behind.

    The session must be a reading one: everything in the file is then of the moment it began.
    """
    say = progress or (lambda *_: None)
    made_at = now()
    with _new_file(file, overwrite=overwrite) as opened:
        tables = kept_tables(metadata)
        total = sum(session.execute(select(func.count()).select_from(table)).scalar_one() for table in tables)
        entries: dict[str, TableEntry] = {}
        with zipfile.ZipFile(opened, "w", zipfile.ZIP_DEFLATED, compresslevel=QUICKLY) as packed:
            done = 0

            def so_far(rows: int) -> None:
                say("writing", done + rows, total)

            for table in tables:
                entries[table.name] = _write_table(session, table=table, packed=packed, made_at=made_at, say=so_far)
                done += entries[table.name].rows
            manifest = Manifest(
                format=form.FORMAT,
                product=form.PRODUCT,
                version=program_version(),
                revision=revision,
                made_at=made_at,
                epoch=_setting(session, metadata=metadata, name="epoch"),
                regions=_regions(session, metadata=metadata),
                tables=entries,
            )
            with packed.open(_member(form.MANIFEST, made_at), "w") as member:
                member.write(form.as_json(manifest).encode())
    return manifest


@lru_cache(maxsize=1)
def program_version() -> str:
    """The version of this program, as its project file says."""
    with (PROJECT / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def _write_table(
    session: Session, *, table: Table, packed: zipfile.ZipFile, made_at: datetime, say: Callable[[int], None]
) -> TableEntry:
    digest, rows, size = hashlib.sha256(), 0, 0
    question = select(*table.columns).order_by(*table.primary_key.columns)
    found = session.connection().execute(question, execution_options={"yield_per": SLICE})
    with packed.open(_member(form.file_of(table.name), made_at), "w", force_zip64=True) as member:
        for part in found.partitions(SLICE):
            text = "".join([form.line_of(tuple(row)) for row in part]).encode()
            member.write(text)
            digest.update(text)
            rows, size = rows + len(part), size + len(text)
            say(rows)
    return TableEntry(
        columns=tuple(column.name for column in table.columns), rows=rows, bytes=size, sha256=digest.hexdigest()
    )


def _member(name: str, made_at: datetime) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, date_time=made_at.timetuple()[:6])
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = _OWN << 16
    return info


def _setting(session: Session, *, metadata: MetaData, name: str) -> str:
    table = metadata.tables["settings"]
    return session.scalar(select(table.c.value).where(table.c.name == name)) or ""


def _regions(session: Session, *, metadata: MetaData) -> tuple[str, ...]:
    table = metadata.tables["regions"]
    return tuple(session.scalars(select(table.c.name).order_by(table.c.name)))


@contextmanager
def _new_file(file: Path, *, overwrite: bool) -> Iterator[IO[bytes]]:
    """The file under another name until it is complete and on the disk; nothing of it stays when the block raises."""
    _refuse_existing(file, overwrite=overwrite)
    part = file.with_name(f"{file.name}.part")
    try:
        opened = os.fdopen(os.open(part, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, _OWN), "r+b")
    except OSError as error:
        raise NotWrittenError(_reason(error), file=file) from error
    try:
        _take(opened, file=file)
    except BaseException:
        opened.close()
        raise
    try:
        with opened:
            yield opened
            opened.flush()
            os.fsync(opened.fileno())
            _refuse_existing(file, overwrite=overwrite)
            part.replace(file)
        _keep_name(file.parent)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise NotWrittenError(_reason(error), file=file) from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _take(opened: IO[bytes], *, file: Path) -> None:
    """Be the only one who writes here; what somebody left who was killed is written over."""
    try:
        fcntl.flock(opened.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise NotWrittenError("busy", file=file) from error
    os.fchmod(opened.fileno(), _OWN)
    opened.truncate(0)


def _refuse_existing(file: Path, *, overwrite: bool) -> None:
    if file.is_dir():
        raise NotWrittenError("place", file=file)
    if not overwrite and file.exists():
        raise NotWrittenError("exists", file=file)


def _reason(error: OSError) -> str:
    return "full" if error.errno in _FULL else "place"


def _keep_name(directory: Path) -> None:
    """Have the directory itself on the disk, so that the name is there after a power failure."""
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
