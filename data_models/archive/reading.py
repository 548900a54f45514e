"""Reading the file: refused with a reason unless every byte that counts is what its maker wrote."""

import hashlib
import io
import lzma
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import cast

from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, Table

from data_models import schema
from data_models.archive import form
from data_models.archive.form import Manifest, Progress, Rows, UnreadableError
from data_models.archive.writing import kept_tables

MOST_MANIFEST = 1_000_000  # bytes; ours has some thousands
MOST_LINE = 50_000_000  # bytes of one row: the boundary of a gemeente is a few hundred thousand
MOST_SQUEEZED = 200  # times larger unpacked than packed: figures are about 12 times, a bomb 1.000
SMALL = 5_000_000  # bytes unpacked that are read however much they were squeezed
MOST_DIRECTORY = 65_536  # bytes that the zip's list of its files may take; ours has some thousands
_END = struct.Struct("<4s4H2LH")  # the last record of a zip without a remark
_END_64 = b"PK\x06\x07"
_LARGE = 4_000_000_000  # bytes from which a zip has 64-bit records
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
    MemoryError,
)
_EVERY = 20_000  # rows between two remarks about progress


class RefusedArchiveError(Exception):
    """The file is not put back; `reason` is "missing", "other", "damaged", "newer" or "larger"."""

    def __init__(self, reason: str, *, where: str = "", version: str = "") -> None:
        super().__init__(f"{reason} {where}")
        self.reason = reason
        self.where = where
        self.version = version  # of the program that made it, where that is known


class Archive:
    """A file of which the manifest was read; `check` reads all of it, `rows` one table."""

    def __init__(self, file: Path, *, origin: Manifest | None = None) -> None:
        self.file = file
        self.manifest = _manifest(file)
        self.origin = origin or self.manifest  # of the file that people know, where this one was made of an older one

    def check(self, *, metadata: MetaData, progress: Progress | None = None) -> None:
        """Read everything and raise `RefusedArchiveError` at the first that is not as it should be."""
        tables = {table.name: table for table in kept_tables(metadata)}
        if set(tables) != set(self.manifest.tables):
            raise RefusedArchiveError("damaged", where=form.MANIFEST)
        done = 0
        for name, table in tables.items():
            for _ in self.rows(table):
                done += 1
                if progress and done % _EVERY == 0:
                    progress("checking", done, self.manifest.rows)
            if self.manifest.tables[name].columns != tuple(column.name for column in table.columns):
                raise RefusedArchiveError("damaged", where=name)

    def rows(self, table: Table) -> Iterator[list[object]]:
        """Every row of a table; raises `RefusedArchiveError` at its end when it was not what its maker wrote."""
        entry, rows = self.manifest.tables[table.name], Rows(table)
        digest, count = hashlib.sha256(), 0
        try:
            with zipfile.ZipFile(self.file) as packed, packed.open(form.file_of(table.name)) as member:
                lines = io.BufferedReader(cast("io.RawIOBase", member), 1 << 20)
                while line := lines.readline(MOST_LINE):
                    digest.update(line)
                    count += 1
                    yield rows.of(line)
        except (*_BROKEN, UnreadableError, KeyError) as error:
            raise RefusedArchiveError("damaged", where=table.name) from error
        if count != entry.rows or digest.hexdigest() != entry.sha256:
            raise RefusedArchiveError("damaged", where=table.name)


@lru_cache(maxsize=1)
def known_revisions() -> tuple[str, ...]:
    """Every revision of the schema that this program knows, the newest first."""
    configuration = schema._configuration()
    return tuple(script.revision for script in ScriptDirectory.from_config(configuration).walk_revisions())


def _manifest(file: Path) -> Manifest:
    """The manifest of a file whose list of contents is exactly what the manifest says."""
    try:
        _refuse_large_directory(file)
        with zipfile.ZipFile(file) as packed:
            members = _members(packed)
            text = packed.read(form.MANIFEST)
    except (FileNotFoundError, PermissionError) as error:
        raise RefusedArchiveError("missing") from error
    except IsADirectoryError as error:
        raise RefusedArchiveError("other") from error
    except _BROKEN as error:
        raise RefusedArchiveError("damaged", where="zip") from error
    manifest = _understood(text)
    if {*map(form.file_of, manifest.tables), form.MANIFEST} != set(members):
        raise RefusedArchiveError("damaged", where=form.MANIFEST)
    for name, entry in manifest.tables.items():
        info = members[form.file_of(name)]
        if info.file_size > max(SMALL, MOST_SQUEEZED * info.compress_size):
            raise RefusedArchiveError("larger", where=name)
        if info.file_size != entry.bytes:
            raise RefusedArchiveError("damaged", where=name)
    return manifest


def _members(packed: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """What the zip says is in it, by name; each name once, each packed as we pack."""
    infos = packed.infolist()
    members = {info.filename: info for info in infos}
    if form.MANIFEST not in members:
        raise RefusedArchiveError("other")
    if len(members) != len(infos) or any(not _is_ours(info) for info in infos):
        raise RefusedArchiveError("damaged", where="zip")
    if members[form.MANIFEST].file_size > MOST_MANIFEST:
        raise RefusedArchiveError("larger", where=form.MANIFEST)
    return members


def _understood(text: bytes) -> Manifest:
    try:
        if form.format_of(text) > form.FORMAT:
            raise RefusedArchiveError("newer")
        manifest = form.manifest_of(text)
    except UnreadableError as error:
        raise RefusedArchiveError("damaged", where=form.MANIFEST) from error
    if manifest.product != form.PRODUCT or manifest.format != form.FORMAT:
        raise RefusedArchiveError("other")
    if manifest.revision not in known_revisions():
        raise RefusedArchiveError("newer", version=manifest.version)
    return manifest


def _is_ours(info: zipfile.ZipInfo) -> bool:
    return info.compress_type == zipfile.ZIP_DEFLATED and not info.flag_bits & 0x1


def _refuse_large_directory(file: Path) -> None:
    """A list of millions of files would fill the memory before anything can be refused."""
    size = file.stat().st_size
    with file.open("rb") as opened:
        start = opened.read(4)
        if start != b"PK\x03\x04":
            raise RefusedArchiveError("other")
        if size < _END.size:
            raise RefusedArchiveError("damaged", where="zip")
        opened.seek(max(0, size - _END.size - 20), os.SEEK_SET)
        end = opened.read()
    mark, *_, directory, _at, remark = _END.unpack(end[-_END.size :])
    if mark != b"PK\x05\x06" or remark:
        raise RefusedArchiveError("damaged", where="zip")
    if directory > MOST_DIRECTORY or (end[: len(_END_64)] == _END_64 and size < _LARGE):
        raise RefusedArchiveError("larger", where="zip")
