"""The rows of a sheet, as text: every cell exactly as it was stored, and what is wrong with a cell beside it."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from dashboard.sources.files.cell_formats import PLAIN
from dashboard.sources.files.number_texts import is_number, number_text
from dashboard.sources.files.shared_texts import plain
from dashboard.sources.files.workbook import SheetPart, Workbook
from dashboard.sources.files.xml_parts import damaged, parsed
from dashboard.texts import files as texts
from dashboard.texts import sources as cells

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384  # of a sheet in Excel; a place beyond is damage
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_LAST_DAY = 2_958_465  # 31 December 9999, as Excel counts days
_DAY_ZERO = date(1899, 12, 30)

FORMULA = (texts.FORMULA, texts.FORMULA_ADVICE)
DATE = (texts.DATE, texts.DATE_ADVICE)
ERROR = (texts.EXCEL_ERROR, texts.EXCEL_ERROR_ADVICE)
TOO_LARGE = (cells.NUMBER_TOO_LARGE, "")
NO_NUMBER = (cells.NOT_A_NUMBER, cells.NOT_A_NUMBER_ADVICE)
Fault = tuple[tuple[str, str], str]  # what and advice, and the value that is shown


@dataclass(slots=True)
class Row:
    """The filled cells of a row by the place of their column (A is 0); a cell in `faults` may not be used."""

    line: int
    cells: dict[int, str] = field(default_factory=dict)
    faults: dict[int, Fault] = field(default_factory=dict)

    def shown(self, column: int) -> str:
        """The text of a cell; of one that may not be used, what Excel shows."""
        return self.faults[column][1] if column in self.faults else self.cells.get(column, "")


class SheetRows:
    """One reading of a sheet from its first row on; in columns that are `passed_over` numbers are not looked at."""

    def __init__(self, workbook: Workbook, sheet: SheetPart, *, passed_over: Collection[int] = ()) -> None:
        self._workbook = workbook
        self._sheet = sheet
        self._passed_over = frozenset(passed_over)
        self.merged: list[str] = []  # ranges; known once all rows were read
        self._found: list[Row] = []
        self._row = Row(0)
        self._column = -1
        self._cell: dict[str, str] = {}
        self._is_formula = False
        self._is_value = False
        self._phonetic = 0
        self._runs: list[str] = []

    def __iter__(self) -> Iterator[Row]:
        """The rows with at least one filled cell."""
        steps = parsed(self._workbook.pieces(self._sheet), start=self._start, end=self._end, text=self._text)
        for _ in steps:
            found, self._found = self._found, []
            yield from found

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._column = self._place(attributes.get("r"))
            self._cell = attributes
            self._is_formula = False
            self._runs = []
        elif name in ("v", "t"):
            self._is_value = True
        elif name == "f":
            self._is_formula = True
        elif name == "rPh":
            self._phonetic += 1
        elif name == "row":
            line = attributes.get("r", "")
            number = int(line) if line.isdecimal() and len(line) <= 7 else 0 if line else self._row.line + 1
            if not self._row.line < number <= MOST_ROWS:
                raise damaged()
            self._row = Row(number)
            self._column = -1
        elif name == "mergeCell":
            self.merged.append(attributes.get("ref", ""))

    def _text(self, data: str) -> None:
        if self._is_value and not self._phonetic:
            self._runs.append(data)

    def _end(self, name: str) -> None:
        if name in ("v", "t"):
            self._is_value = False
        elif name == "c":
            self._close_cell()
        elif name == "rPh":
            self._phonetic -= 1
        elif name == "row" and (self._row.cells or self._row.faults):
            self._found.append(self._row)

    def _place(self, place: str | None) -> int:
        """The column of a cell; its row must be the one it stands in, and cells must stand in order."""
        column = self._column + 1
        if place is not None:
            found = _PLACE.fullmatch(place)
            if not found or int(found[2]) != self._row.line:
                raise damaged()
            column = column_of(found[1])
        if not self._column < column < MOST_COLUMNS:
            raise damaged()
        return column

    def _close_cell(self) -> None:
        stored = "".join(self._runs)
        if not stored and not self._is_formula:
            return
        column = self._column
        kind = self._cell.get("t", "n")
        is_passed_over = column in self._passed_over
        text, fault = (stored, None) if is_passed_over and kind == "n" else self._read(stored, kind)
        if self._is_formula:
            fault = FORMULA, text
        if fault and not is_passed_over:
            self._row.faults[column] = fault
        if text:
            self._row.cells[column] = text

    def _read(self, stored: str, kind: str) -> tuple[str, Fault | None]:
        """A cell as text, and what is wrong with it."""
        if kind == "s":
            place = int(stored) if stored.isdecimal() and len(stored) < 10 else -1
            if not 0 <= place < len(self._workbook.texts):
                raise damaged()
            return self._workbook.texts[place], None
        if kind in ("inlineStr", "str"):
            return plain(stored), None
        if kind == "b":
            return texts.FALSE if stored.strip() == "0" else texts.TRUE, None
        if kind == "e":
            shown = texts.EXCEL_ERRORS.get(stored, stored)
            return shown, (ERROR, shown)
        if kind == "d":
            return stored, (DATE, stored)
        if kind != "n":
            raise damaged()
        return self._number(stored.strip())

    def _number(self, stored: str) -> tuple[str, Fault | None]:
        style = self._cell.get("s", "0")
        place = int(style) if style.isdecimal() and len(style) < 7 else -1
        formats = self._workbook.formats
        form = formats[place] if 0 <= place < len(formats) else PLAIN
        text = number_text(stored, percent=form.is_percent)
        if text is None:
            return stored, (TOO_LARGE if is_number(stored) else NO_NUMBER, stored)
        if form.is_date:
            return text, (DATE, day_shown(stored))
        return (text.zfill(form.zeros) if form.zeros and text.isdecimal() else text), None


def day_shown(stored: str) -> str:
    """The day that Excel made of a number, as `12-10-2026`; the number itself when it is no day."""
    days = float(stored)
    if not 1 <= days <= _LAST_DAY:
        return stored
    day = _DAY_ZERO + timedelta(days=int(days))
    return f"{day.day}-{day.month}-{day.year}"


def column_of(letters: str) -> int:
    """The place of a column: A is 0, Z is 25, AA is 26."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def letters_of(column: int) -> str:
    """How Excel names a column: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
