"""Frozen records as JSON and back, for what one process leaves for another to read."""

import dataclasses
import json
import types
import typing
from collections.abc import Mapping
from typing import TypeVar

Record = TypeVar("Record")


class NotARecordError(ValueError):
    """The text is not the JSON of such a record: written half, by an older version, or by somebody else."""


def as_json(record: object) -> str:
    """The record as one line of JSON; its fields are text, numbers, booleans, tuples, mappings and records."""
    if not dataclasses.is_dataclass(record) or isinstance(record, type):
        raise NotARecordError(f"{type(record).__name__} is not a record")
    return json.dumps(dataclasses.asdict(record), ensure_ascii=False, default=dict)


def from_json(kind: type[Record], text: str) -> Record:
    """The record that `as_json` wrote; raises `NotARecordError`."""
    try:
        made = _made(kind, json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise NotARecordError(f"no {kind.__name__}: {error}") from error
    if not isinstance(made, kind):
        raise NotARecordError(f"no {kind.__name__}")
    return made


def _made(kind: object, value: object) -> object:
    """The value as this type says it is."""
    origin, inside = typing.get_origin(kind), typing.get_args(kind)
    if isinstance(kind, types.UnionType) or origin is typing.Union:
        chosen = next(one for one in inside if one is not type(None))
        return None if value is None else _made(chosen, value)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type) and isinstance(value, dict):
        hints = typing.get_type_hints(kind)
        return kind(**{name: _made(hints[name], found) for name, found in value.items()})
    if origin is tuple and isinstance(value, list):
        several = len(inside) == 2 and inside[1] is Ellipsis
        kinds = [inside[0]] * len(value) if several else list(inside)
        return tuple(_made(one, found) for one, found in zip(kinds, value, strict=True))
    if origin in (Mapping, dict) and isinstance(value, dict):
        return {name: _made(inside[1], found) for name, found in value.items()}
    return _plain(kind, value)


def _plain(kind: object, value: object) -> object:
    if kind is float and isinstance(value, int):
        return float(value)
    if isinstance(kind, type) and isinstance(value, kind):
        return value
    raise NotARecordError(f"{value!r} is no {kind}")
