"""How large a file may be: in the browser, and from the command line."""

from dataclasses import dataclass

from dashboard import formatting
from dashboard.texts import files as texts

MB = 1_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Limits:
    """What is refused before it is read, with the advice that goes with it (Dutch).

    Sizes are in bytes. `csv_*` are about one text file, and about all text files in a zip together.
    """

    csv_bytes: int
    csv_rows: int
    json_bytes: int
    workbook_bytes: int
    workbook_unpacked: int  # all its parts together
    workbook_rows: int  # in one sheet
    advice: str


def megabytes(size: int) -> str:
    """A limit in bytes as people read it, in MB: `2.000`."""
    return formatting.count(size // MB)


BROWSER = Limits(
    csv_bytes=90 * MB,  # what 2 million figures take
    csv_rows=2_000_000,  # twice what the largest public table of gemeenten has
    json_bytes=30 * MB,  # a page of CBS is 15 MB at most; in memory it takes ten times its size
    workbook_bytes=10 * MB,  # what 200.000 rows of eight columns take
    workbook_unpacked=100 * MB,
    workbook_rows=200_000,
    advice=texts.SPLIT_OR_COMMAND_LINE,
)
COMMAND_LINE = Limits(
    csv_bytes=2_000 * MB,  # whoever types commands knows their machine: memory grows to a few times the file
    csv_rows=20_000_000,
    json_bytes=300 * MB,
    workbook_bytes=100 * MB,
    workbook_unpacked=1_000 * MB,
    workbook_rows=1_048_576,  # all that a sheet of Excel can hold
    advice=texts.SPLIT,
)

MOST_COLUMNS = 2_000  # in a table; Kerncijfers has 130, and what every column means is found out one by one
MOST_PARTS = 2_000  # in a zip or workbook; a workbook has a few dozen, and a directory of many takes memory itself
MOST_DENSE = 250  # times larger unpacked; sheets with the same row over and over come to about 60
DENSE_FROM = 10 * MB  # unpacked; below this no harm can be done
