"""What the columns of a table mean: the one form in which ready-made sources and own spreadsheets are described."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields

ROLES = ("numerator", "denominator", "value")
STATUSES = ("final", "provisional", "revised", "estimated")  # that a whole table can have
_SIGNATURE_LENGTH = 32  # hexadecimal digits of a SHA-256: far more than there will ever be headers
_LONGEST = 100_000  # characters of a mapping; a table with a thousand columns takes fewer


@dataclass(frozen=True, slots=True)
class Measure:
    """Columns that together give one part of an indicator: their numbers are added.

    `breakdown` and `period` are filled when the column itself is about one group or one period
    (`jeugdzorg_pct_2021`); else the row says which.
    """

    indicator: str  # its code
    role: str  # numerator, denominator or value
    columns: tuple[str, ...]
    breakdown: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Which column holds the area, which the period, which a group, and which columns hold what of an indicator.

    `area` holds codes (`GM0034`, `34`, `0034`) or names. Without `period` the whole table is about `whole_period`.
    `groups` gives per column of groups the breakdown code for each text, with "" for the total. `only` names, per
    column, the texts of the rows that count; other rows are passed over. A long table has its measure's name in
    `name_column` and its number in `number_column`; then `measures` name texts in `name_column` instead of columns.
    """

    area: str
    measures: tuple[Measure, ...]
    source: str  # code of the source these figures belong to
    period: str = ""
    whole_period: str = ""
    groups: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    name_column: str = ""
    number_column: str = ""
    sums_rows: bool = False  # several rows of one area (schools) are added up
    status: str = "final"  # unless the period says it is provisional


class BadMappingError(ValueError):
    """A text describes no mapping; the reason is for developers: people never write this form."""


def mapping_as_json(mapping: ColumnMapping) -> str:
    """The mapping as text that `mapping_from_json` reads back to an equal one."""
    return json.dumps(asdict(mapping), ensure_ascii=False, sort_keys=True)


def mapping_from_json(text: str) -> ColumnMapping:
    """The mapping that a text describes; raises `BadMappingError` or another `ValueError` when it describes none."""
    if len(text) > _LONGEST:
        raise BadMappingError("a mapping is not this long")
    try:
        found = json.loads(text)
    except RecursionError as error:
        raise BadMappingError("nested too deeply") from error
    content = _object(found, ColumnMapping)
    measures = content.get("measures", [])
    if not isinstance(measures, list):
        raise BadMappingError("measures is not a list")
    name, number = _text(content, "name_column"), _text(content, "number_column")
    if bool(name) != bool(number):
        raise BadMappingError("name_column and number_column go together")
    status = _text(content, "status") or STATUSES[0]
    if status not in STATUSES:
        raise BadMappingError(f"unknown status: {status!r}")
    sums_rows = content.get("sums_rows", False)
    if not isinstance(sums_rows, bool):
        raise BadMappingError("sums_rows is not true or false")
    return ColumnMapping(
        area=_needed(content, "area"),
        measures=tuple(_measure(one) for one in measures),
        source=_needed(content, "source"),
        period=_text(content, "period"),
        whole_period=_text(content, "whole_period"),
        groups={column: _texts_by_text(codes) for column, codes in _mapping(content, "groups").items()},
        only={column: _texts(kept) for column, kept in _mapping(content, "only").items()},
        name_column=name,
        number_column=number,
        sums_rows=sums_rows,
        status=status,
    )


def header_signature(header: Sequence[str]) -> str:
    """A key under which a mapping for this header is remembered: the same whatever the order, capitals and spaces."""
    names = sorted(" ".join(name.lower().split()) for name in header)
    return hashlib.sha256(json.dumps(names).encode()).hexdigest()[:_SIGNATURE_LENGTH]


def _measure(found: object) -> Measure:
    content = _object(found, Measure)
    role = _text(content, "role")
    if role not in ROLES:
        raise BadMappingError(f"unknown role: {role!r}")
    columns = _texts(content.get("columns"))
    if not columns:
        raise BadMappingError("a measure without columns")
    return Measure(
        indicator=_needed(content, "indicator"),
        role=role,
        columns=columns,
        breakdown=_text(content, "breakdown"),
        period=_text(content, "period"),
    )


def _object(found: object, form: type[ColumnMapping | Measure]) -> dict[str, object]:
    if not isinstance(found, dict):
        raise BadMappingError(f"{form.__name__} is not an object")
    unknown = set(found) - {one.name for one in fields(form)}
    if unknown:
        raise BadMappingError(f"unknown keys: {', '.join(sorted(unknown))}")
    return found


def _text(content: Mapping[str, object], key: str) -> str:
    found = content.get(key, "")
    if not isinstance(found, str):
        raise BadMappingError(f"{key} is not a text")
    return found


def _needed(content: Mapping[str, object], key: str) -> str:
    found = _text(content, key)
    if not found:
        raise BadMappingError(f"{key} is missing")
    return found


def _mapping(content: Mapping[str, object], key: str) -> dict[str, object]:
    found = content.get(key, {})
    if not isinstance(found, dict):
        raise BadMappingError(f"{key} is not an object")
    return found


def _texts(found: object) -> tuple[str, ...]:
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise BadMappingError("not a list of texts")
    return tuple(found)


def _texts_by_text(found: object) -> dict[str, str]:
    if not isinstance(found, dict) or not all(isinstance(one, str) for one in found.values()):
        raise BadMappingError("not an object of texts")
    return dict(found)
