"""A sheet of a workbook as a table: where its header stands, and the rows below it as slices of text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

import polars as pl

from dashboard.sources.files.reading import too_many_rows
from dashboard.sources.files.sheet_rows import Row, SheetRows, column_of, letters_of
from dashboard.sources.files.text_layout import is_footer, is_header
from dashboard.sources.files.workbook import SheetPart, Workbook
from dashboard.sources.problems import Findings, Problem
from dashboard.sources.table import LINE
from dashboard.texts import files as texts

SLICE = 20_000  # rows in a slice: reading a sheet takes time, and who only looks needs no more
ROWS_LOOKED_AT = 60  # filled rows among which the header is looked for
_RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")


class SheetTable:
    """A sheet as a `Table`; cells that Excel changed or works out are problems in the columns that are asked for."""

    def __init__(self, workbook: Workbook, sheet: SheetPart) -> None:
        self.sheet = sheet.name
        self._workbook = workbook
        self._part = sheet
        first = list(islice(SheetRows(workbook, sheet), ROWS_LOOKED_AT))
        place = _header_place(first)
        top = first[place] if first else Row(1)
        self.line = top.line  # of the header
        self.has_rows = len(first) > place + 1
        self.is_empty = not first
        self._first, self._last = min(top.cells, default=0), max(top.cells, default=-1)
        self.header = tuple(_name(top, column) for column in range(self._first, self._last + 1))
        self.titles = place
        letters = [letters_of(column) for column in range(self._first, self._last + 1)]
        self.letters = dict(zip(reversed(self.header), reversed(letters), strict=True))

    def slices(self, *, columns: Sequence[str], findings: Findings) -> Iterator[pl.DataFrame]:
        """Slices of about 20.000 rows with these columns as stripped text, and `LINE`.

        Problems with rows go to `findings`, and such rows are left out; raises `RefusedError` where reading must stop.
        """
        findings.reading(self.sheet, letters=self.letters)
        for name, times in Counter(self.header).items():
            if times > 1:
                findings.add(Problem(texts.DUPLICATE_COLUMN, self.line, name, advice=texts.DUPLICATE_COLUMN_ADVICE))
        places = {name: self._first + self.header.index(name) for name in columns}
        others = set(range(self._first, self._last + 1)).difference(places.values())
        rows = SheetRows(self._workbook, self._part, passed_over=others)
        lines: list[int] = []
        cells: dict[str, list[str]] = {name: [] for name in places}
        count = 0
        for row in self._below_header(rows):
            count += 1
            if not self._is_good(row, places, findings) and not findings.only_looking:
                continue
            lines.append(row.line)
            for name, place in places.items():
                cells[name].append(row.shown(place))
            if len(lines) == SLICE:
                yield _frame(lines, cells)
                lines, cells = [], {name: [] for name in places}
        if lines:
            yield _frame(lines, cells)
        if not count:
            findings.add(Problem(texts.ONLY_HEADER, advice=texts.DOWNLOAD_AGAIN))
        self._check_merged(rows.merged, findings)

    def _below_header(self, rows: SheetRows) -> Iterator[Row]:
        """The rows below the header, without a closing `Bron: CBS`; refuses when there are too many."""
        limits = self._workbook.limits
        held: list[Row] = []  # a footer, until a row below shows that it is none
        count = 0
        for row in rows:
            if row.line <= self.line:
                continue
            count += 1
            if count > limits.workbook_rows:
                raise too_many_rows(limits.workbook_rows, advice=limits.advice)
            if set(row.cells) == {self._first} and is_footer(tuple(row.cells.values())):
                held.append(row)
                continue
            yield from held
            held.clear()
            yield row

    def _is_good(self, row: Row, places: dict[str, int], findings: Findings) -> bool:
        """Whether nothing stands beside the table, and no cell that is asked for has a fault."""
        before = findings.total
        for column in (*row.cells, *row.faults):
            if not self._first <= column <= self._last:
                letter = letters_of(column)
                problem = Problem(
                    texts.OUTSIDE_TABLE, row.line, value=row.cells.get(column, ""), advice=texts.OUTSIDE_TABLE_ADVICE
                )
                findings.add(Problem(problem.what, problem.line, "", problem.value, problem.advice, letter=letter))
                break
        if row.faults:
            for name, place in places.items():
                if place in row.faults:
                    (what, advice), value = row.faults[place]
                    findings.add(Problem(what, row.line, name, value, advice))
        return findings.total == before

    def _check_merged(self, merged: Sequence[str], findings: Findings) -> None:
        """Cells that were merged in the header or below leave others empty that should not be."""
        for cells in merged:
            found = _RANGE.fullmatch(cells)
            if not found:
                continue
            inside = column_of(found[1]) <= self._last and column_of(found[3]) >= self._first
            if int(found[4]) >= self.line and inside:
                line = max(int(found[2]), self.line)
                findings.add(Problem(texts.MERGED.format(cells=cells), line, advice=texts.MERGED_ADVICE))


def _header_place(rows: Sequence[Row]) -> int:
    """The first row that is as wide as three in four of the rows are at most, and holds mostly words."""
    if not rows:
        return 0
    widths = sorted(len(row.cells) for row in rows)
    usual = widths[(len(widths) - 1) * 3 // 4]
    for place, row in enumerate(rows):
        if len(row.cells) >= usual and is_header(tuple(row.cells.values())):
            return place
    return next((place for place, row in enumerate(rows) if len(row.cells) >= usual), 0)


def _name(row: Row, column: int) -> str:
    return " ".join(row.cells.get(column, "").split()) or texts.UNNAMED_COLUMN.format(letter=letters_of(column))


def _frame(lines: list[int], cells: dict[str, list[str]]) -> pl.DataFrame:
    return pl.DataFrame({LINE: lines, **cells}, schema={LINE: pl.Int64, **dict.fromkeys(cells, pl.String)})
