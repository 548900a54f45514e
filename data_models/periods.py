"""Periods as people write them: `2023`, `2023/'24`, `2025H1`."""

import re
from dataclasses import dataclass

EARLIEST = 1980  # no Dutch youth statistic of this kind is older
LATEST = 2050  # norms lie ahead; a period beyond this is a typing error

_YEAR = re.compile(r"(\d{4})")
_SCHOOL_YEAR = re.compile(r"(\d{4})/'(\d{2})")
_HALF_YEAR = re.compile(r"(\d{4})H([12])")


@dataclass(frozen=True, slots=True)
class PeriodFacts:
    """A period: `year` is the one it starts in, `position` ten times the year plus the half."""

    code: str
    kind: str  # year, school_year, half_year
    year: int
    position: int


def parse(code: str) -> PeriodFacts | None:
    """The period that a code spells, or None when it is not one (also when its year is out of reach)."""
    found, kind, half = _YEAR.fullmatch(code), "year", 0
    if not found:
        found, kind = _SCHOOL_YEAR.fullmatch(code), "school_year"
        if found and (int(found[1]) + 1) % 100 != int(found[2]):
            return None
    if not found:
        found, kind = _HALF_YEAR.fullmatch(code), "half_year"
        half = int(found[2]) if found else 0
    if not found or not code.isascii() or not EARLIEST <= int(found[1]) <= LATEST:
        return None
    year = int(found[1])
    return PeriodFacts(code=code, kind=kind, year=year, position=year * 10 + half)
