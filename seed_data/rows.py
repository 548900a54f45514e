"""Reading the seed's plain files, and bringing a table in line with them."""

import csv
import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from data_models.tables import Table

ROOM = Path(__file__).parent
EXAMPLE_REGION = ROOM / "rivierenrijk"

Row = dict[str, Any]


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file of the seed, by their column names."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def integer(text: str) -> int | None:
    """A whole number, or None where the cell is empty."""
    return int(text) if text else None


@lru_cache(maxsize=1)
def content_hash() -> str:
    """What the seed holds, as one SHA-256: its data files, and the code that puts them in tables."""
    digest = hashlib.sha256()
    for path in sorted(ROOM.rglob("*")):
        if path.suffix in {".csv", ".json", ".py"}:
            digest.update(path.relative_to(ROOM).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def settle(session: Session, table: type[Table], *, key: tuple[str, ...], rows: list[Row]) -> bool:
    """Insert the rows whose key is new, update those that differ, and say whether anything changed.

    Rows that the seed no longer holds stay: figures and writings may refer to them.
    """
    columns = tuple(rows[0])
    current = {
        tuple(getattr(found, name) for name in key): found._asdict()
        for found in session.execute(select(*(getattr(table, name) for name in columns)))
    }
    new = [row for row in rows if tuple(row[name] for name in key) not in current]
    changed = [row for row in rows if current.get(tuple(row[name] for name in key), row) != row]
    if new:
        session.execute(insert(table), new)
    for row in changed:
        same = (getattr(table, name).is_not_distinct_from(row[name]) for name in key)
        session.execute(update(table).where(*same).values(row).execution_options(synchronize_session=False))
    return bool(new or changed)
