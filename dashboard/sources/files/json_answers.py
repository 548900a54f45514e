"""JSON: an answer of CBS (OData) as one table of text cells, or a map (GeoJSON)."""

import json
from collections.abc import Sequence
from typing import NoReturn

import orjson
import polars as pl

from dashboard.sources.files.formats import BOM
from dashboard.sources.files.frame_table import FrameTable
from dashboard.sources.files.limits import Limits, megabytes
from dashboard.sources.files.number_texts import number_text
from dashboard.sources.files.reading import too_many_rows
from dashboard.sources.problems import Problem, RefusedError
from dashboard.sources.table import Table
from dashboard.texts import files as texts
from dashboard.texts.sources import NUMBER_TOO_LARGE

_ODATA = ("odata.metadata", "@odata.context")
_MAP = "FeatureCollection"


class _NumberText(str):
    """A number as it stands in the file, to be told from a text."""

    __slots__ = ()


def contents(data: bytes, *, limits: Limits) -> tuple[str, tuple[Table, ...], Sequence[object]]:
    """`json` with one table, or `geojson` with what it draws; `RefusedError` for JSON of another shape."""
    if len(data) > limits.json_bytes:
        raise RefusedError([Problem(texts.TOO_LARGE.format(limit=megabytes(limits.json_bytes)), advice=limits.advice)])
    try:
        text = data.removeprefix(BOM).decode("utf-8")
        if _MAP in text:  # a map has millions of numbers, of which nobody needs the text
            drawn = _drawn(orjson.loads(text))
            if drawn is not None:
                return "geojson", (), drawn
        found = json.loads(text, parse_float=_NumberText, parse_int=_NumberText, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise RefusedError([Problem(texts.BAD_JSON, advice=texts.DOWNLOAD_AGAIN)]) from error
    records = found.get("value") if isinstance(found, dict) and any(key in found for key in _ODATA) else None
    if not isinstance(records, list):
        raise RefusedError([Problem(texts.OTHER_JSON, advice=texts.OTHER_JSON_ADVICE)])
    if not records:
        raise RefusedError([Problem(texts.EMPTY_JSON, advice=texts.DOWNLOAD_AGAIN)])
    if len(records) > limits.csv_rows:
        raise too_many_rows(limits.csv_rows, advice=limits.advice)
    return "json", (_table(records),), ()


def _drawn(found: object) -> Sequence[object] | None:
    """The features of a map; None for anything else."""
    features = found.get("features") if isinstance(found, dict) and found.get("type") == _MAP else None
    return features if isinstance(features, list) else None


def _table(records: Sequence[object]) -> FrameTable:
    first = records[0]
    header = list(first) if isinstance(first, dict) else []
    rows = []
    for line, record in enumerate(records, start=2):
        if not isinstance(record, dict) or not header or list(record) != header:
            raise RefusedError([Problem(texts.UNEVEN_JSON, line, advice=texts.DOWNLOAD_AGAIN)])
        rows.append([_cell(value, line) for value in record.values()])
    names = [name.strip() for name in header]
    if len(set(names)) < len(names) or not all(_is_writable(name) for name in names):
        raise RefusedError([Problem(texts.OTHER_JSON, advice=texts.OTHER_JSON_ADVICE)])
    return FrameTable(pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row"))


def _cell(value: object, line: int) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return texts.TRUE if value else texts.FALSE
    text = number_text(value) if isinstance(value, _NumberText) else value
    if text is None:
        raise RefusedError([Problem(NUMBER_TOO_LARGE, line, value=str(value))])
    if not isinstance(text, str) or not _is_writable(text):
        raise RefusedError([Problem(texts.OTHER_JSON, line, advice=texts.OTHER_JSON_ADVICE)])
    return text.strip()


def _is_writable(text: str) -> bool:
    """Whether the text has no half signs, which JSON can write and UTF-8 cannot."""
    return text.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in text)


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)
