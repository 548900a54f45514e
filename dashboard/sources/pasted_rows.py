"""Rows as a spreadsheet puts them on the clipboard: tabs between cells, with or without the names of the columns."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.sources.columns.region_names import normalised

_CELL = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)|([^\t\n]*)')
_FORMULA = re.compile(r"\s*[=+\-@]")
_ESCAPED_FORMULA = re.compile(r"'(?=[=+\-@])")
_QUOTED = re.compile(r'[\t\n"]')
_NAMES_OF_A_HEADER = 2  # cells that name a column before a row is taken for the names of columns


@dataclass(frozen=True, slots=True)
class PastedRow:
    """A row: which one it is as people count, exactly what was pasted, its cells by column, and what has no column."""

    number: int
    pasted: str
    cells: Mapping[str, str]
    spare: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pasted:
    """All rows that were pasted; `header` is the row with names as it was pasted, `unread` the names nobody knows."""

    header: str
    rows: tuple[PastedRow, ...]
    unread: tuple[str, ...] = ()


def read_rows(text: str, *, columns: Mapping[str, str], also_called: Mapping[str, tuple[str, ...]]) -> Pasted:
    """Read rows with these columns (key to name, in their usual order); `also_called` are other names of a key.

    A first row that names columns tells their order, else the usual one holds. Nothing that was pasted is left out:
    cells beyond the columns are `spare`.
    """
    lines = [(line, pasted) for line, pasted in _lines(text.replace("\r\n", "\n").replace("\r", "\n")) if any(line)]
    called = {normalised(name): key for key, name in columns.items()}
    called |= {name: key for key, names in also_called.items() for name in names}
    order: list[str] = list(columns)
    header = ""
    unread: tuple[str, ...] = ()
    if lines and _is_header(lines[0][0], called=called):
        (names, header), *lines = lines
        order, unread = _order(names, called=called)
    rows = tuple(
        _row(line, number=number, pasted=pasted, order=order) for number, (line, pasted) in enumerate(lines, start=1)
    )
    return Pasted(header=header, rows=rows, unread=unread)


def written(cells: list[str]) -> str:
    """A row of cells as a spreadsheet reads it: what looks like a formula stays words."""
    return "\t".join(map(_written, cells))


def with_row(text: str, *, header: str, pasted: str) -> str:
    """The text with this row above the other rows again; unchanged when those have other names above them."""
    if not text.strip():
        return "\n".join(filter(None, (header, pasted)))
    if not header:
        return f"{pasted}\n{text}"
    return f"{header}\n{pasted}{text.removeprefix(header)}" if text.startswith(header) else text


def _lines(text: str) -> list[tuple[list[str], str]]:
    """The cells of each line, and the line as it was pasted; a cell between quotes may hold tabs and lines."""
    found: list[tuple[list[str], str]] = []
    cells: list[str] = []
    begun = place = 0
    while place <= len(text):
        cell = _CELL.match(text, place)
        if cell is None:
            break
        cells.append(_bare(cell))
        place = cell.end() + 1
        if cell.end() == len(text) or text[cell.end()] == "\n":
            found.append((cells, text[begun : cell.end()]))
            cells, begun = [], place
    return found


def _bare(cell: re.Match[str]) -> str:
    """What the cell says: without the quotes that a spreadsheet puts around lines, tabs and quotes."""
    inside = cell[1]
    said = inside.replace('""', '"') if inside is not None and _QUOTED.search(inside) else cell[0]
    return _ESCAPED_FORMULA.sub("", said.replace("\u00a0", " ").strip(), count=1)


def _is_header(cells: list[str], *, called: Mapping[str, str]) -> bool:
    return sum(normalised(cell) in called for cell in cells) >= _NAMES_OF_A_HEADER


def _order(names: list[str], *, called: Mapping[str, str]) -> tuple[list[str], tuple[str, ...]]:
    """The column of each cell, empty where the name is unknown or was there before; and those names."""
    order: list[str] = []
    unread: list[str] = []
    for name in names:
        key = called.get(normalised(name), "")
        if key in order:
            key = ""
        if not key and name:
            unread.append(name)
        order.append(key)
    return order, tuple(unread)


def _row(line: list[str], *, number: int, pasted: str, order: list[str]) -> PastedRow:
    cells = {key: cell for key, cell in zip(order, line, strict=False) if key}
    return PastedRow(number, pasted, cells, spare=tuple(filter(None, line[len(order) :])))


def _written(cell: str) -> str:
    safe = f"'{cell}" if _FORMULA.match(cell) else cell
    return '"{}"'.format(safe.replace('"', '""')) if _QUOTED.search(safe) else safe
