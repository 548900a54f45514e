"""Tables to take along: a workbook with numbers as numbers, or text that a Dutch Excel opens in columns."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO

MARK = "\ufeff".encode()  # by which Excel knows that it is UTF-8
Cell = str | float | int | None
BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # in Excel: text that begins with it would be calculated
WIDEST = 60  # characters of a column
LONGEST_NAME = 31  # characters of a sheet's name, in Excel
_NOT_IN_A_NAME = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: every row has a cell per column, in this order; None is an empty cell."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Mapping[str, Cell]]


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as XLSX: numbers are numbers, text is text and never a formula or a link."""
    from xlsxwriter import Workbook

    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(out, options) as book:
        head = book.add_format({"bold": True, "bottom": 1})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name.translate(_NOT_IN_A_NAME)[:LONGEST_NAME])
            page.freeze_panes(1, 0)
            for place, name in enumerate(sheet.columns):
                cells = [row.get(name) for row in sheet.rows]
                page.write_string(0, place, name, head)
                width = max(len(str(cell)) for cell in (name, *(one for one in cells if one is not None)))
                page.set_column(place, place, min(width, WIDEST) + 2, wrap if width > WIDEST else None)
                for line, cell in enumerate(cells, start=1):
                    if isinstance(cell, str):
                        page.write_string(line, place, cell)
                    elif cell is not None:
                        page.write_number(line, place, cell)
    return out.getvalue()


def separated(sheet: Sheet) -> bytes:
    """The sheet as CSV for a Dutch Excel: UTF-8 with its mark, semicolons, decimal commas; no text is a formula."""
    return MARK + separated_lines([sheet.columns, *([row.get(name) for name in sheet.columns] for row in sheet.rows)])


def separated_lines(rows: Iterable[Sequence[Cell]]) -> bytes:
    """A part of such a text, for what is too long to have at once; `MARK` goes before the first."""
    out = StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows([_text(cell) for cell in row] for row in rows)
    return out.getvalue().encode()


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(BEGINS_A_FORMULA) else cell
    return f"{cell:.15g}".replace(".", ",")
