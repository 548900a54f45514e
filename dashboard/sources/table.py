"""What every file is turned into before a reader looks at it: tables of text cells that know where they stood."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import polars as pl

from dashboard.sources.problems import Findings

LINE = "§line"  # the column that says on which line of the sheet a row stood


class Table(Protocol):
    """A sheet: its name (empty in a text file), its header, and its rows as text."""

    @property
    def sheet(self) -> str:
        """Its name; empty in a text file."""

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns, stripped."""

    def slices(self, *, columns: Sequence[str], findings: Findings) -> Iterator[pl.DataFrame]:
        """Slices of about 100.000 rows with these columns as stripped text, and `LINE`; from the start every time."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file or an answer of a service: what is in it, and what is worth saying about how it was read (Dutch).

    `kind` is csv, xlsx, zip, json or geojson; `features` are what a geojson file draws, as its JSON says it.
    """

    name: str
    sha256: str
    kind: str
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()
    features: Sequence[object] = ()
