"""How a workbook shows its numbers: as they are, as percentages, as dates, or with leading zeros."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.sources.files.xml_parts import damaged

_PERCENT = frozenset({9, 10})  # Excel's own formats, by their number
_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_NOT_SHOWN = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')  # quoted words, colours, and signs that stand for themselves
_ZEROS = re.compile(r"0{2,20}")


@dataclass(frozen=True, slots=True)
class CellFormat:
    """What a format makes of a number; `zeros` is how many digits a code has at least (`0034`)."""

    is_percent: bool = False
    is_date: bool = False
    zeros: int = 0


PLAIN = CellFormat()


def cell_formats(styles: Sequence[tuple[str, dict[str, str]]]) -> tuple[CellFormat, ...]:
    """The format of every cell style, from the elements of a workbook's styles."""
    codes: dict[int, str] = {}
    formats: list[CellFormat] = []
    inside = False
    for name, attributes in styles:
        if name == "numFmt":
            codes.setdefault(_number(attributes.get("numFmtId")), attributes.get("formatCode", ""))
        elif name in ("cellXfs", "cellStyles", "dxfs"):
            inside = name == "cellXfs"
        elif name == "xf" and inside:
            number = _number(attributes.get("numFmtId", "0"))
            formats.append(_own(codes[number]) if number in codes else _built_in(number))
    return tuple(formats)


def _built_in(number: int) -> CellFormat:
    return CellFormat(is_percent=number in _PERCENT, is_date=number in _DATES)


def _own(code: str) -> CellFormat:
    first = _NOT_SHOWN.sub("", code.partition(";")[0])
    if first.strip().lower() == "general":
        return PLAIN
    is_date = bool(_ELAPSED.search(code)) or any(sign in first.lower() for sign in "ymdhs")
    zeros = len(first) if _ZEROS.fullmatch(first) else 0
    return CellFormat(is_percent="%" in first, is_date=is_date, zeros=zeros)


def _number(text: str | None) -> int:
    if text is None or not text.isdecimal() or len(text) > 9:
        raise damaged()
    return int(text)
