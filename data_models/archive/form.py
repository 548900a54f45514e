"""The form of the file: a zip with `manifest.json`, and per table one JSON array a line."""

import json
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import Boolean, Column, Date, Float, Integer, String, Table, types

from data_models.tables.declaration import Moment

FORMAT = 1  # goes up when an older program could not read what a newer one writes
PRODUCT = "Tellen & Vertellen"
MANIFEST = "manifest.json"
# Of one server and one day: everybody signs in and leads again. And what is derived from texts that are in the file.
LEFT_OUT = frozenset({"sign_ins", "led_screens", "search_texts"})
HOW_TO_READ = (
    "Each table is a text file (UTF-8) with one JSON array per line; its values are in the order of `columns`. "
    "Dates are YYYY-MM-DD, moments are ISO 8601 in UTC, null is an empty value, numbers are written so that reading "
    "them gives the same binary number. `sha256` is of the unpacked file."
)
_SHA256 = re.compile(r"[0-9a-f]{64}")

Progress = Callable[[str, int, int | None], None]  # what is done ("writing", …), how many rows of how many


class UnreadableError(Exception):
    """This is not what the form says; the first argument says where."""


@dataclass(frozen=True, slots=True)
class TableEntry:
    """What the manifest says of one table."""

    columns: tuple[str, ...]
    rows: int
    bytes: int  # unpacked
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is in the file, written last, so that a file that was cut off has none."""

    format: int
    product: str
    version: str  # of the program that made it
    revision: str  # of the schema
    made_at: datetime
    epoch: str  # of the database it was made of
    regions: tuple[str, ...]  # their names, for who must decide to put it back
    tables: dict[str, TableEntry]

    @property
    def rows(self) -> int:
        """How many rows all tables have together."""
        return sum(entry.rows for entry in self.tables.values())

    def rows_of(self, table: str) -> int:
        """How many rows a table has; 0 when the file does not know it."""
        return self.tables[table].rows if table in self.tables else 0


def file_of(table: str) -> str:
    """The name of a table's file inside the zip."""
    return f"tables/{table}.ndjson"


def as_json(manifest: Manifest) -> str:
    """The manifest as people can read it."""
    said = {**asdict(manifest), "made_at": manifest.made_at.isoformat(), "how_to_read": HOW_TO_READ}
    return json.dumps(said, ensure_ascii=False, indent=1)


def manifest_of(text: bytes) -> Manifest:
    """The manifest that `as_json` wrote; raises `UnreadableError`."""
    try:
        said = json.loads(text)
        tables = {
            name: TableEntry(
                columns=tuple(_text(column) for column in entry["columns"]),
                rows=_count(entry["rows"]),
                bytes=_count(entry["bytes"]),
                sha256=_hash(entry["sha256"]),
            )
            for name, entry in said["tables"].items()
        }
        return Manifest(
            format=_count(said["format"]),
            product=_text(said["product"]),
            version=_text(said["version"]),
            revision=_text(said["revision"]),
            made_at=_moment(_text(said["made_at"])),
            epoch=_text(said["epoch"]),
            regions=tuple(_text(name) for name in said["regions"]),
            tables=tables,
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise UnreadableError(MANIFEST) from error


def format_of(text: bytes) -> int:
    """Only the format number, which every later form keeps at this place; raises `UnreadableError`."""
    try:
        return _count(json.loads(text)["format"])
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise UnreadableError(MANIFEST) from error


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(type(value))
    return value


def _count(value: object) -> int:
    if type(value) is not int or value < 0:
        raise TypeError(value)
    return value


def _hash(value: object) -> str:
    if not _SHA256.fullmatch(_text(value)):
        raise ValueError(value)
    return _text(value)


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment


def _spelled(value: object) -> str:
    if isinstance(value, date):  # a moment is a date as well
        return value.isoformat()
    raise TypeError(type(value))


_ENCODER = json.JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False, default=_spelled
)


def line_of(row: tuple[object, ...]) -> str:
    """One row as one line; a float is written with as many digits as give the same float again."""
    return f"{_ENCODER.encode(row)}\n"


_LARGEST = 2**63


class Rows:
    """Reads the lines of one table back, and knows what each of its columns can hold."""

    def __init__(self, table: Table) -> None:
        self._columns = list(table.columns)
        self._taken = [_types(column) for column in self._columns]
        self._known: set[tuple[type, ...]] = set()
        self._whole = [at for at, kinds in enumerate(self._taken) if int in kinds]
        self._read: list[tuple[int, Callable[[str], object]]] = [
            (at, date.fromisoformat if isinstance(column.type, Date) else _moment)
            for at, column in enumerate(self._columns)
            if isinstance(column.type, Date | types.DateTime | Moment)
        ]

    def of(self, line: bytes) -> list[object]:
        """The values of one line; raises `UnreadableError` when they cannot be those of this table."""
        try:
            row = json.loads(line)
            found = tuple(map(type, row)) if isinstance(row, list) else ()
            if found not in self._known:
                self._refuse_wrong(found)
            for at in self._whole:
                if row[at] is not None and not -_LARGEST <= row[at] < _LARGEST:
                    raise ValueError(row[at])
            for at, read in self._read:
                if row[at] is not None:
                    row[at] = read(row[at])
        except (ValueError, RecursionError) as error:
            raise UnreadableError(str(error)) from error
        return list(row)

    def _refuse_wrong(self, found: tuple[type, ...]) -> None:
        if len(found) != len(self._taken) or any(
            one not in kinds for one, kinds in zip(found, self._taken, strict=True)
        ):
            raise UnreadableError(" ".join(one.__name__ for one in found))
        self._known.add(found)


_EMPTY = type(None)


def _types(column: Column[object]) -> frozenset[type]:
    """What JSON may hold for this column."""
    kind = column.type
    if isinstance(kind, Boolean):
        held: type = bool
    elif isinstance(kind, Integer):
        held = int
    elif isinstance(kind, Float):
        held = float
    elif isinstance(kind, String | Date | types.DateTime | Moment):
        held = str
    else:
        raise TypeError(f"no form for {column.type!r} of {column}")
    return frozenset({held, _EMPTY} if column.nullable else {held})
