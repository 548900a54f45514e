"""Opening a file: whatever it is, as tables of text cells, or refused with the reason."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from dashboard import formatting
from dashboard.sources.files import json_answers, zip_files
from dashboard.sources.files.formats import HEAD, JSON, ZIP, kind_of
from dashboard.sources.files.limits import BROWSER, MOST_COLUMNS, Limits, megabytes
from dashboard.sources.files.reading import TextTable, text_file
from dashboard.sources.problems import Problem, RefusedError
from dashboard.sources.table import Opened, Table
from dashboard.texts import files as texts


def open_file(path: Path, *, name: str = "", limits: Limits = BROWSER) -> Opened:
    """The tables in a file, recognised by its content; `name` is what people call it when `path` is temporary.

    Raises `RefusedError` for what cannot be read safely or is larger than `limits`.
    """
    data = _bytes(path, limits)
    kind = kind_of(data[:HEAD])
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()
    features: Sequence[object] = ()
    if kind == ZIP:
        kind, tables, notes = zip_files.contents(data, limits=limits)
    elif kind == JSON:
        kind, tables, features = json_answers.contents(data, limits=limits)
    else:
        table = TextTable(text_file(data, limits=limits))
        kind, tables, notes = "csv", (table,), table.notes
    for one in tables:
        _refuse_many_columns(one)
    digest = hashlib.sha256(data).hexdigest()
    return Opened(name=name or path.name, sha256=digest, kind=kind, tables=tables, notes=notes, features=features)


def _bytes(path: Path, limits: Limits) -> bytes:
    try:
        if not path.exists():
            raise RefusedError([Problem(texts.NO_FILE, value=str(path), advice=texts.NO_FILE_ADVICE)])
        if not path.is_file():
            raise RefusedError([Problem(texts.NOT_A_FILE, value=str(path), advice=texts.NOT_A_FILE_ADVICE)])
        with path.open("rb") as file:
            kind = kind_of(file.read(HEAD))
            most = limits.json_bytes if kind == JSON else limits.csv_bytes
            if path.stat().st_size > most:
                raise _too_large(kind, most, limits)
            file.seek(0)
            return file.read(most)
    except (OSError, ValueError) as error:
        problem = Problem(texts.NOT_READABLE, value=str(path), advice=texts.NOT_READABLE_ADVICE)
        raise RefusedError([problem]) from error


def _refuse_many_columns(table: Table) -> None:
    if len(table.header) > MOST_COLUMNS:
        what = texts.TOO_MANY_COLUMNS.format(limit=formatting.count(MOST_COLUMNS))
        raise RefusedError([Problem(what, advice=texts.TOO_MANY_COLUMNS_ADVICE, sheet=table.sheet)])


def _too_large(kind: str, most: int, limits: Limits) -> RefusedError:
    form = texts.TOO_LARGE_ZIP if kind == ZIP else texts.TOO_LARGE
    what = form.format(limit=megabytes(most), workbook=megabytes(limits.workbook_bytes))
    return RefusedError([Problem(what, advice=limits.advice)])
