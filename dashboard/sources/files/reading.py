"""Safe reading of a text file with columns: everything is text, every row has every cell, nothing is guessed."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

import polars as pl

from dashboard import formatting
from dashboard.sources.files.formats import BOM
from dashboard.sources.files.limits import Limits
from dashboard.sources.files.text_layout import SAMPLE, TAIL, Layout, footer_in, layout_of
from dashboard.sources.problems import Findings, Problem, RefusedError
from dashboard.sources.table import LINE
from dashboard.texts import files as texts

SLICE = 100_000  # rows in a slice
CHUNK = 5_000  # rows that are Python lists at the same time: more make the garbage collector take half the time
PIECE = 4_000_000  # bytes that are decoded at the same time when the encoding is looked for

_CONTROLS = b"\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x7f"  # signs that no text has
_LINE_END = re.compile(r"\r\n|\r|\n")
_FILLED = re.compile(rb"\S")


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file that is text: its bytes without footer, how they are to be decoded, and what is worth saying."""

    data: bytes
    encoding: str
    notes: tuple[str, ...] = ()


def text_file(data: bytes, *, limits: Limits) -> TextFile:
    """The bytes as text in UTF-8 or cp1252, without a closing `Bron: CBS`; else `RefusedError`."""
    if not _FILLED.search(data, len(BOM) if data.startswith(BOM) else 0):
        raise RefusedError([Problem(texts.EMPTY, advice=texts.DOWNLOAD_AGAIN)])
    if (place := data.find(b"\x00")) >= 0:
        line = data.count(b"\n", 0, place) + 1
        raise RefusedError([Problem(texts.NUL_BYTE, line=line, advice=texts.DOWNLOAD_AGAIN)])
    if rows_in(data) > limits.csv_rows:
        raise too_many_rows(limits.csv_rows, advice=limits.advice)
    encoding, notes = _encoding(data)
    footer = footer_in(_decoded_tail(data, encoding))
    if footer:
        data = data[: data.rindex(footer.encode("utf-8" if encoding == "utf-8-sig" else encoding))]
        notes = (*notes, texts.FOOTER_PASSED_OVER.format(footer=footer.strip().strip('";,')))
    return TextFile(data=data, encoding=encoding, notes=notes)


def rows_in(data: bytes) -> int:
    """How many lines stand below the first, without decoding anything; old files end their lines in a bare CR."""
    ends = max(data.count(b"\n"), data.count(b"\r"))
    return ends - 1 if data.endswith((b"\n", b"\r")) else ends


def too_many_rows(limit: int, *, advice: str) -> RefusedError:
    """The refusal of a table with more than `limit` rows."""
    return RefusedError([Problem(texts.TOO_MANY_ROWS.format(limit=formatting.count(limit)), advice=advice)])


def _decoded_tail(data: bytes, encoding: str) -> str:
    return data[-TAIL:].decode(encoding, errors="replace")


def _encoding(data: bytes) -> tuple[str, tuple[str, ...]]:
    if not any(data.find(sign) >= 0 for sign in _CONTROLS):
        mark = len(BOM) if data.startswith(BOM) else 0
        for encoding, notes in (("utf-8", ()), ("cp1252", (texts.READ_AS_CP1252,))):
            decoder = codecs.getincrementaldecoder(encoding)()
            try:
                for start in range(mark, len(data), PIECE):
                    decoder.decode(data[start : start + PIECE])
                decoder.decode(b"", final=True)
            except UnicodeDecodeError:
                continue
            return f"{encoding}-sig" if mark and encoding == "utf-8" else encoding, notes
    raise RefusedError([Problem(texts.NOT_TEXT, advice=texts.SAVE_AS)])


class TextTable:
    """A text file as a `Table`: slices of text columns, with the line each row stood on; read anew every time.

    `sheet` is its name in a zip. There, cells may run on to a next line, as the descriptions of CBS do; in a single
    file that is a quote which was not closed.
    """

    def __init__(self, file: TextFile, *, sheet: str = "", delimiter: str | None = None) -> None:
        self.sheet = sheet
        self._file = file
        beginning = file.data[:SAMPLE].decode(file.encoding, errors="replace")
        self._layout = layout_of(beginning, delimiter=delimiter)
        self.header = tuple(self._rows(Findings()).header)
        self.rows = rows_in(file.data)
        self.notes = file.notes
        if self._layout.titles:
            self.notes = (*self.notes, texts.TITLE_PASSED_OVER.format(line=self._layout.titles + 1))

    def slices(self, *, columns: Sequence[str], findings: Findings) -> Iterator[pl.DataFrame]:
        """Slices of about 100.000 rows with these columns as stripped text, and `LINE`.

        Problems with rows go to `findings`, and such rows are left out; raises `RefusedError` where reading must stop.
        """
        findings.reading(self.sheet)
        for name, times in Counter(self.header).items():
            if times > 1 and name:
                line = self._layout.titles + 1
                findings.add(Problem(texts.DUPLICATE_COLUMN, line, name, advice=texts.DUPLICATE_COLUMN_ADVICE))
        yield from self._rows(findings).slices(columns=columns)

    def _rows(self, findings: Findings) -> "_Rows":
        return _Rows(self._file, layout=self._layout, sheet=self.sheet, findings=findings)


class _Rows:
    """One reading of a text file from its header to its last line."""

    def __init__(self, file: TextFile, *, layout: Layout, sheet: str, findings: Findings) -> None:
        self._findings = findings
        self._sheet = sheet
        stream = io.TextIOWrapper(io.BytesIO(file.data), encoding=file.encoding, newline="")
        self._above = layout.titles  # lines above the header
        for _ in range(self._above):
            stream.readline()
        self._reader = csv.reader(stream, delimiter=layout.delimiter, strict=True)
        try:
            self.header = [name.strip() for name in next(self._reader, [])]
        except csv.Error as error:
            raise self._stopped(self._broken(error)) from error

    def slices(self, *, columns: Sequence[str]) -> Iterator[pl.DataFrame]:
        places = [self.header.index(name) for name in columns]
        chunks: list[pl.DataFrame] = []
        empty = True
        while (chunk := self._chunk())[1]:
            empty = empty and not any(chunk[1])
            lines, rows = self._complete(*chunk)
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
            self._findings.add(Problem(texts.ONLY_HEADER, advice=texts.DOWNLOAD_AGAIN))

    def _chunk(self) -> tuple[Sequence[int], list[list[str]]]:
        """The next rows, with the line each begins on."""
        before = self._line()
        try:
            rows = list(islice(self._reader, CHUNK))
        except csv.Error as error:
            raise self._stopped(self._broken(error)) from error
        if self._line() - before == len(rows):
            return range(before + 1, before + 1 + len(rows)), rows
        return self._running_on(rows, before), rows

    def _running_on(self, rows: list[list[str]], before: int) -> list[int]:
        """The lines of rows of which cells run on to a next line; of a single file that is refused."""
        lines, line = [], before + 1
        for row in rows:
            lines.append(line)
            line += 1 + sum(len(_LINE_END.findall(cell)) for cell in row)
        if self._sheet and line == self._line() + 1:
            return lines
        first = next((here for here, after in pairwise([*lines, line]) if after > here + 1), before + 1)
        raise self._stopped(Problem(texts.LINE_BREAK_IN_CELL, first, advice=texts.LINE_BREAK_IN_CELL_ADVICE))

    def _complete(self, lines: Sequence[int], rows: list[list[str]]) -> tuple[Sequence[int], list[list[str]]]:
        """The rows with as many cells as the header; empty lines are skipped, others are a problem."""
        width = len(self.header)
        if {len(row) for row in rows} == {width}:
            return lines, rows
        kept = []
        for line, row in zip(lines, rows, strict=True):
            if len(row) == width:
                kept.append((line, row))
            elif row:
                what = formatting.counted(len(row), forms=texts.RAGGED, expected=str(width))
                self._findings.add(Problem(what, line, advice=texts.RAGGED_ADVICE))
        return [line for line, _ in kept], [row for _, row in kept]

    def _line(self) -> int:
        """The last line that was read, as it is numbered in the file."""
        return self._above + int(self._reader.line_num)

    def _broken(self, error: csv.Error) -> Problem:
        what = texts.LONG_CELL if "field larger" in str(error) else texts.UNCLOSED_QUOTE
        return Problem(what, self._line(), advice=texts.UNCLOSED_QUOTE_ADVICE)

    def _stopped(self, problem: Problem) -> RefusedError:
        """The refusal that ends the reading: what was found before, and this."""
        placed = replace(problem, sheet=self._sheet)
        return RefusedError([*self._findings.problems, placed], self._findings.total + 1)


def _joined(chunks: list[pl.DataFrame]) -> pl.DataFrame:
    return pl.concat(chunks, rechunk=True).with_columns(pl.col(pl.String).str.strip_chars())
