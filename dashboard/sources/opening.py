"""Opening a file: whatever it is, as tables of text cells, or refused with the reason."""

from pathlib import Path

from dashboard.sources.reading import TextTable, read_text
from dashboard.sources.table import Opened


def open_file(path: Path) -> Opened:
    """The tables in a file; raises `RefusedError` for what cannot be read safely."""
    file = read_text(path)
    return Opened(
        name=file.name, sha256=file.sha256, kind="csv", tables=(TextTable(file),), data=file.data, notes=file.notes
    )
