"""What a table of an open data service is about, and which part of it is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import quote

import polars as pl

LONGEST_QUESTION = 1_200  # characters of a condition: the service cuts off addresses of over 2.000


class MeasureTitle(NamedTuple):
    """A measure as the source names it; `group` is the path of headings above it: `Bevolking/Leeftijdsgroepen`."""

    title: str
    unit: str
    decimals: int
    group: str = ""

    @property
    def path_and_unit(self) -> str:
        """As the header of a StatLine download has it: `Leeftijd/0 tot 15 jaar (aantal)`."""
        path = f"{self.group}/{self.title}" if self.group else self.title
        return f"{path} ({self.unit})" if self.unit else path


@dataclass(frozen=True)
class TableMetadata:
    """A table: its measures by key, and per dimension the title of every code (without padding).

    `period_status` is per code of a period what the source says: Definitief, Voorlopig, NaderVoorlopig, or nothing.
    """

    table: str
    title: str
    modified: str  # when the source last changed the table, as the source writes it
    measures: Mapping[str, MeasureTitle]
    dimensions: Mapping[str, Mapping[str, str]]
    period_status: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)  # per dimension: Dimension, TimeDimension, GeoDimension …
    padded: Mapping[str, Mapping[str, str]] = field(default_factory=dict, repr=False)  # codes as the source has them

    @property
    def periods(self) -> list[str]:
        """The dimensions of time: one, or none when the table is about one year."""
        return [name for name, kind in self.kinds.items() if kind == "TimeDimension"]

    @property
    def regions(self) -> list[str]:
        """The dimensions of place."""
        return [name for name, kind in self.kinds.items() if kind.startswith("Geo")]

    @property
    def says_status(self) -> bool:
        """Whether the source says of any period that it is final or provisional."""
        return any(self.period_status.values())


@dataclass(frozen=True, slots=True)
class Choice:
    """The measures that are asked for (none: all), and per dimension the codes or `GM*`-like beginnings."""

    select: tuple[str, ...]
    where: Mapping[str, tuple[str, ...]]

    def conditions(self, about: TableMetadata) -> list[str]:
        """One OData condition per dimension, with codes padded as the source has them, as far as an address is long.

        What is left out is asked whole; `counts` then picks the rows that count.
        """
        found: list[str] = []
        for name, codes in self.where.items():
            padded = about.padded.get(name, {})
            parts = [
                f"startswith({name},{_literal(code[:-1])})"
                if code.endswith("*")
                else f"{name} eq {_literal(padded.get(code, code))}"
                for code in codes
            ]
            if parts:
                found.append(parts[0] if len(parts) == 1 else f"({' or '.join(parts)})")
        return as_far_as_fits(found)

    def counts(self, name: str) -> pl.Expr:
        """Whether the code in this dimension, without padding, is one that was asked for."""
        codes = self.where[name]
        exact = pl.col(name).is_in([code for code in codes if not code.endswith("*")])
        begins = [pl.col(name).str.starts_with(code[:-1]) for code in codes if code.endswith("*")]
        return pl.any_horizontal(exact, *begins)


def as_far_as_fits(parts: list[str]) -> list[str]:
    """The parts of a question that together fit in an address."""
    kept: list[str] = []
    for part in parts:
        if len(quote(" and ".join([*kept, part]))) <= LONGEST_QUESTION:
            kept.append(part)
    return kept


def query(**options: str) -> str:
    """OData options as the end of an address: `?$filter=…&$format=json`; empty ones are left out."""
    filled = [f"${name}={quote(value, safe='(),*')}" for name, value in options.items() if value]
    return f"?{'&'.join(filled)}" if filled else ""


def group_paths(groups: Mapping[int, tuple[str, int | None]]) -> dict[int, str]:
    """Per group its headings from the top, joined by `/`; `groups` are titles with the number of the group above."""
    paths = {}
    for number in groups:
        path: list[str] = []
        seen: set[int] = set()
        at: int | None = number
        while at is not None and at in groups and at not in seen:
            seen.add(at)
            title, at = groups[at]
            path.insert(0, title)
        paths[number] = "/".join(path)
    return paths


def text(value: object) -> str:
    """A field as text without padding; nothing stays nothing."""
    return "" if value is None else str(value).strip()


def whole(value: object) -> int | None:
    """A field as a whole number, when it is one."""
    try:
        return int(str(value))
    except ValueError:
        return None


def _literal(value: str) -> str:
    doubled = value.replace("'", "''")
    return f"'{doubled}'"
