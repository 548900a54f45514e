"""Where the table begins and ends in a text file, and what stands between its cells: StatLine adds title and footer."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass

DELIMITERS = ";,\t"
LINES_LOOKED_AT = 12  # a title, some lines about it, the header and a first row
SAMPLE = 400_000  # bytes that hold those lines: a header of CBS can take 11.000
TAIL = 2_000  # bytes in which the footer stands

_LETTER = re.compile(r"[^\W\d_]")
_FOOTER = re.compile(r"(bron\s*:.*|(©|\(c\)|copyright).*\bcbs\b.*|(©|\(c\)).*statistiek.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text file is to be read: its delimiter, and how many lines of title stand above the header."""

    delimiter: str
    titles: int = 0


def layout_of(text: str, *, delimiter: str | None = None) -> Layout:
    """The delimiter with which the header and the first row have the same number of cells, and the header's place."""
    lines = _lines(text)[:LINES_LOOKED_AT]
    possible = [_weighed(lines, sign) for sign in (delimiter or DELIMITERS)]
    return max(possible, key=lambda weighed: weighed[0])[1]


def is_footer(cells: Sequence[str]) -> bool:
    """Whether a row is `Bron: CBS` or `© CBS`: such a line below a table is no row of it."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    return len(filled) == 1 and bool(_FOOTER.fullmatch(filled[0]))


def is_header(cells: Sequence[str]) -> bool:
    """Whether most of these filled cells are words, as in a header; a row of figures has more numbers."""
    filled = [cell for cell in cells if cell.strip()]
    return sum(bool(_LETTER.search(cell)) for cell in filled) * 2 > len(filled)


def footer_in(tail: str) -> str:
    """The last line with anything in it when that is a footer, else nothing."""
    lines = [line for line in _lines(tail) if line.strip()]
    if len(lines) < 2:
        return ""
    cells = re.split(f"[{DELIMITERS}]", lines[-1].replace('"', ""))
    return lines[-1] if is_footer(cells) or is_footer([lines[-1].strip().strip('"')]) else ""


def _weighed(lines: list[str], delimiter: str) -> tuple[tuple[bool, int], Layout]:
    """The layout with this delimiter, and how much speaks for it: rows as wide as the header, and cells."""
    rows = [_cells(line, delimiter) for line in lines]
    titles = _titles(rows)
    header = rows[titles] if rows else []
    following = next((row for row in rows[titles + 1 :] if row), header)
    even = len(header) > 1 and len(following) == len(header)
    return (even, len(header)), Layout(delimiter, titles)


def _titles(rows: list[list[str]]) -> int:
    """How many rows above the header have no more than one filled cell; 0 when the first row is the header."""
    for place, row in enumerate(rows):
        if sum(bool(cell.strip()) for cell in row) > 1:
            return place if is_header(row) else 0
    return 0


def _lines(text: str) -> list[str]:
    """The lines as the reader of rows counts them; `splitlines` knows more line ends than that."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []
