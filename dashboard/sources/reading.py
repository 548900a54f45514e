"""Safe reading of a text file with columns: everything is text, every row has every cell, nothing is guessed."""

import csv
import hashlib
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import polars as pl

from dashboard import formatting
from dashboard.sources.problems import Findings, Problem, RefusedError
from dashboard.sources.table import LINE
from dashboard.texts import sources as texts

MOST_BYTES = 90_000_000  # what 2 million figures take
MOST_ROWS = 2_000_000
SLICE = 100_000  # rows in a slice
CHUNK = 5_000  # rows that are Python lists at the same time: more make the garbage collector take half the time
DELIMITERS = ";,\t"

_SIGNATURES = {
    b"%PDF": "pdf",
    b"PK\x03\x04": "zip",
    b"\xd0\xcf\x11\xe0": "excel",
    b"\x1f\x8b": "gzip",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"<!DOCTYPE": "html",
    b"<!doctype": "html",
    b"<html": "html",
    b"{": "json",
    b"[": "json",
}


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file that is text: its bytes, how they are to be decoded, and what is worth saying about that."""

    name: str
    sha256: str
    data: bytes
    encoding: str
    notes: tuple[str, ...] = ()

    def first_line(self) -> str:
        """The header as it stands in the file."""
        return self.data.partition(b"\n")[0].decode(self.encoding).rstrip("\r")


def read_text(path: Path) -> TextFile:
    """Read a file of at most 90 MB and 2 million lines that is text in UTF-8 or cp1252; else `RefusedError`."""
    data = _bytes(path)
    content = data.removeprefix(b"\xef\xbb\xbf")
    if not content.strip():
        raise RefusedError([Problem(texts.EMPTY, advice=texts.EMPTY_ADVICE)])
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise RefusedError([Problem(texts.UTF_16, advice=texts.UTF_16_ADVICE)])
    for signature, name in _SIGNATURES.items():
        if content.lstrip().startswith(signature):
            what = texts.OTHER_FORMAT.format(format=texts.FORMATS[name])
            raise RefusedError([Problem(what, advice=texts.OTHER_FORMAT_ADVICE)])
    if b"\x00" in content:
        line = content.count(b"\n", 0, content.index(b"\x00")) + 1
        raise RefusedError([Problem(texts.NUL_BYTE, line=line, advice=texts.EMPTY_ADVICE)])
    if content.count(b"\n") > MOST_ROWS + 1:
        what = texts.TOO_MANY_ROWS.format(limit=formatting.count(MOST_ROWS))
        raise RefusedError([Problem(what, advice=texts.TOO_LARGE_ADVICE)])
    encoding, notes = _encoding(data)
    return TextFile(name=path.name, sha256=hashlib.sha256(data).hexdigest(), data=data, encoding=encoding, notes=notes)


def _bytes(path: Path) -> bytes:
    try:
        if not path.exists():
            raise RefusedError([Problem(texts.NO_FILE, value=str(path), advice=texts.NO_FILE_ADVICE)])
        if not path.is_file():
            raise RefusedError([Problem(texts.NOT_A_FILE, value=str(path), advice=texts.NOT_A_FILE_ADVICE)])
        if path.stat().st_size > MOST_BYTES:
            what = texts.TOO_LARGE.format(limit=MOST_BYTES // 1_000_000)
            raise RefusedError([Problem(what, advice=texts.TOO_LARGE_ADVICE)])
        return path.read_bytes()
    except (OSError, ValueError) as error:
        problem = Problem(texts.NOT_READABLE, value=str(path), advice=texts.NOT_READABLE_ADVICE)
        raise RefusedError([problem]) from error


def _encoding(data: bytes) -> tuple[str, tuple[str, ...]]:
    for encoding, notes in (("utf-8-sig", ()), ("cp1252", (texts.READ_AS_CP1252,))):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if any(sign in text for sign in "\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x7f"):
            break
        return encoding, notes
    raise RefusedError([Problem(texts.NOT_TEXT, advice=texts.OTHER_FORMAT_ADVICE)])


class TextTable:
    """A text file as a `Table`: slices of text columns, with the line each row stood on; read anew every time."""

    sheet = ""

    def __init__(self, file: TextFile, *, delimiter: str | None = None) -> None:
        self._file = file
        self._delimiter = delimiter or max(DELIMITERS, key=file.first_line().count)
        self.header = tuple(_Rows(file, delimiter=self._delimiter, findings=Findings()).header)

    def slices(self, *, columns: Sequence[str], findings: Findings) -> Iterator[pl.DataFrame]:
        """Slices of about 100.000 rows with these columns as stripped text, and `LINE`.

        Problems with rows go to `findings`, and such rows are left out; raises `RefusedError` where reading must stop.
        """
        for name, times in Counter(self.header).items():
            if times > 1 and name:
                findings.add(Problem(texts.DUPLICATE_COLUMN, 1, name, advice=texts.DUPLICATE_COLUMN_ADVICE))
        yield from _Rows(self._file, delimiter=self._delimiter, findings=findings).slices(columns=columns)


class _Rows:
    """One reading of a text file from its first line to its last."""

    def __init__(self, file: TextFile, *, delimiter: str, findings: Findings) -> None:
        self._findings = findings
        stream = io.TextIOWrapper(io.BytesIO(file.data), encoding=file.encoding, newline="")
        self._reader = csv.reader(stream, delimiter=delimiter, strict=True)
        try:
            self.header = [name.strip() for name in next(self._reader)]
        except csv.Error as error:
            raise RefusedError([self._broken(error)]) from error

    def slices(self, *, columns: Sequence[str]) -> Iterator[pl.DataFrame]:
        places = [self.header.index(name) for name in columns]
        chunks: list[pl.DataFrame] = []
        empty = True
        while rows := self._chunk():
            empty = empty and not any(rows)
            lines, rows = self._complete(rows)
            cells = list(zip(*rows, strict=True)) if rows else [()] * len(self.header)
            chunks.append(
                pl.DataFrame(
                    {LINE: lines, **{name: cells[place] for name, place in zip(columns, places, strict=True)}},
                    schema={LINE: pl.Int64, **dict.fromkeys(columns, pl.String)},
                )
            )
            if len(chunks) * CHUNK >= SLICE:
                yield _joined(chunks)
                chunks = []
        if chunks:
            yield _joined(chunks)
        if empty:
            self._findings.add(Problem(texts.ONLY_HEADER, advice=texts.EMPTY_ADVICE))

    def _chunk(self) -> list[list[str]]:
        """The next rows, none of which may run on to a next line."""
        before = self._reader.line_num
        try:
            rows = list(islice(self._reader, CHUNK))
        except csv.Error as error:
            raise RefusedError([*self._findings.problems, self._broken(error)], self._findings.total + 1) from error
        if self._reader.line_num - before != len(rows):
            place = next(place for place, row in enumerate(rows) if any("\n" in cell or "\r" in cell for cell in row))
            problem = Problem(texts.LINE_BREAK_IN_CELL, before + 1 + place, advice=texts.LINE_BREAK_IN_CELL_ADVICE)
            raise RefusedError([*self._findings.problems, problem], self._findings.total + 1)
        return rows

    def _complete(self, rows: list[list[str]]) -> tuple[Sequence[int], list[list[str]]]:
        """The rows with as many cells as the header; empty lines are skipped, others are a problem."""
        before = self._reader.line_num - len(rows)
        width = len(self.header)
        if {len(row) for row in rows} == {width}:
            return range(before + 1, before + 1 + len(rows)), rows
        kept = []
        for line, row in enumerate(rows, start=before + 1):
            if len(row) == width:
                kept.append((line, row))
            elif row:
                what = texts.RAGGED.format(found=len(row), expected=width)
                self._findings.add(Problem(what, line, advice=texts.RAGGED_ADVICE))
        return [line for line, _ in kept], [row for _, row in kept]

    def _broken(self, error: csv.Error) -> Problem:
        if "field larger" in str(error):
            return Problem(texts.LONG_CELL, self._reader.line_num, advice=texts.UNCLOSED_QUOTE_ADVICE)
        return Problem(texts.UNCLOSED_QUOTE, self._reader.line_num, advice=texts.UNCLOSED_QUOTE_ADVICE)


def _joined(chunks: list[pl.DataFrame]) -> pl.DataFrame:
    return pl.concat(chunks, rechunk=True).with_columns(pl.col(pl.String).str.strip_chars())
