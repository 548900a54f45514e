"""A table that is in memory already, so that what a service answered is read like a file."""

from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from dashboard.sources.problems import Findings
from dashboard.sources.table import LINE

SLICE = 100_000  # rows


class FrameTable:
    """A `Table` of a frame with text columns; its first row stands on line 2, as in a file with a header."""

    sheet = ""

    def __init__(self, frame: pl.DataFrame) -> None:
        self._frame = frame
        self.header = tuple(frame.columns)

    def slices(self, *, columns: Sequence[str], findings: Findings) -> Iterator[pl.DataFrame]:
        """Slices of about 100.000 rows with these columns, and `LINE`."""
        findings.reading(self.sheet)
        for start in range(0, self._frame.height, SLICE):
            part = self._frame.slice(start, SLICE)
            lines = pl.int_range(start + 2, start + 2 + part.height, dtype=pl.Int64, eager=True).alias(LINE)
            yield part.select(lines, *columns)

    def renamed(self, names: Mapping[str, str]) -> "FrameTable":
        """The same table with other names for its columns."""
        return FrameTable(self._frame.rename(dict(names)))
