"""Tables as CBS serves them, in both versions of OData, made from compact files; no figure is made up here."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "tables"
Row = dict[str, Any]
_TOKEN = re.compile(r"\s*(\(|\)|,|'(?:[^']|'')*'|[A-Za-z_][A-Za-z0-9_]*)")


@dataclass
class CbsTable:
    """A table: codes are (code, title, status), measures (v3 key, v4 code, title, unit, decimals, group)."""

    name: str
    title: str
    modified: str
    dimensions: list[dict[str, Any]]
    measures: list[list[Any]]
    rows: list[list[str]]
    groups: list[list[Any]] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        return [str(dimension["name"]) for dimension in self.dimensions]

    def v3(self, part: str) -> list[Row] | None:
        """The rows of an entity set of version 3; None when there is no such set."""
        if part == "TableInfos":
            return [
                {"ID": 0, "Title": self.title, "Identifier": self.name, "Modified": self.modified, "Language": "nl"}
            ]
        if part == "DataProperties":
            return self._properties()
        if part in {"UntypedDataSet", "TypedDataSet"}:
            return [self._wide(number, row, typed=part == "TypedDataSet") for number, row in enumerate(self.rows)]
        for dimension in self.dimensions:
            if part == dimension["name"]:
                return [
                    {"Key": _padded(dimension, code[0]), "Title": code[1], "Description": ""}
                    | ({"Status": code[2]} if len(code) > 2 else {})
                    for code in dimension["codes"]
                ]
        return None

    def v4(self, part: str) -> list[Row] | None:
        """The rows of an entity set of version 4; None when there is no such set."""
        if part == "Dimensions":
            return [
                {"Identifier": one["name"], "Title": one["title"], "Kind": one["kind"], "ContainsCodes": True}
                for one in self.dimensions
            ]
        if part == "MeasureCodes":
            return [
                {"Identifier": code, "Index": index, "Title": title, "Unit": unit, "Decimals": decimals}
                | ({"MeasureGroupId": f"M{group[0]}"} if group else {"MeasureGroupId": None})
                for index, (_, code, title, unit, decimals, *group) in enumerate(self.measures, start=1)
            ]
        if part == "MeasureGroups" and self.groups:
            return [
                {"Id": f"M{number}", "Title": title, "ParentId": f"M{parent}" if parent else None}
                for number, title, parent in self.groups
            ]
        if part == "Observations":
            return list(self._observations())
        for dimension in self.dimensions:
            if part == f"{dimension['name']}Codes":
                return [
                    {"Identifier": _in_v4(dimension, code[0]), "Index": index, "Title": code[1]}
                    | ({"Status": code[2]} if len(code) > 2 else {})
                    for index, code in enumerate(dimension["codes"], start=1)
                ]
        return None

    def properties_v4(self) -> Row:
        """The one object that version 4 has instead of TableInfos."""
        count = len(self.rows) * len(self.measures)
        return {"Identifier": self.name, "Title": self.title, "Modified": self.modified, "ObservationCount": count}

    def _properties(self) -> list[Row]:
        found: list[Row] = [
            {"odata.type": f"Cbs.OData.{one['kind']}", "ID": number, "Position": number, "ParentID": None}
            | {"Type": one["kind"], "Key": one["name"], "Title": one["title"], "Description": ""}
            for number, one in enumerate(self.dimensions)
        ]
        shift = 100  # numbers of headings: all kinds of properties are numbered together
        for number, title, parent in self.groups:
            above = None if parent is None else shift + parent
            found.append(
                {"odata.type": "Cbs.OData.TopicGroup", "ID": shift + number, "ParentID": above, "Type": "TopicGroup"}
                | {"Key": "", "Title": title, "Description": ""}
            )
        for number, (key, _, title, unit, decimals, *group) in enumerate(self.measures):
            found.append(
                {"odata.type": "Cbs.OData.Topic", "ID": 1_000 + number, "Position": number, "Type": "Topic"}
                | {"ParentID": shift + group[0] if group else None, "Key": key, "Title": title, "Unit": unit}
                | {"Decimals": decimals, "Default": "Impossible", "Datatype": "Double", "Description": ""}
            )
        return found

    def _wide(self, number: int, row: list[str], *, typed: bool) -> Row:
        found: Row = {"ID": number}
        codes, cells = row[: len(self.names)], row[len(self.names) :]
        for dimension, code in zip(self.dimensions, codes, strict=True):
            found[dimension["name"]] = _padded(dimension, code)
        for (key, *_), cell in zip(self.measures, cells, strict=True):
            if _is_number(cell):
                found[key] = float(cell) if typed else cell.rjust(8)
            elif cell in {"", "."}:
                found[key] = None if typed else cell.rjust(8)
            else:
                found[key] = cell.ljust(max(10, len(cell)))
        return found

    def _observations(self) -> Iterator[Row]:
        number = 0
        for row in self.rows:
            codes, cells = row[: len(self.names)], row[len(self.names) :]
            place = {one["name"]: _in_v4(one, code) for one, code in zip(self.dimensions, codes, strict=True)}
            for (_, measure, *_), cell in zip(self.measures, cells, strict=True):
                found: Row = {"Id": number, "Measure": measure, "ValueAttribute": "None", "Value": None}
                found["StringValue"] = None
                if _is_number(cell):
                    found["Value"] = float(cell)
                elif cell in {"", "."}:
                    found["ValueAttribute"] = "Confidential" if cell else "Impossible"
                else:
                    found["StringValue"] = cell
                number += 1
                yield found | place


def tables() -> dict[str, CbsTable]:
    """The tables in the folder, by their code."""
    return {
        path.stem: CbsTable(name=path.stem, **json.loads(path.read_text(encoding="utf-8")))
        for path in sorted(FOLDER.glob("*.json"))
    }


def condition(text: str) -> Callable[[Row], bool]:
    """A `$filter` as a test of a row: `eq`, `startswith`, `and`, `or` and brackets."""
    tokens = [found.group(1) for found in _TOKEN.finditer(text)]
    code = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token == "startswith":
            code.append(f"row[{tokens[place + 2]!r}].startswith({_unquoted(tokens[place + 4])!r})")
            place += 6
        elif token in {"(", ")", "and", "or"}:
            code.append(token)
            place += 1
        else:
            code.append(f"row[{token!r}] == {_unquoted(tokens[place + 2])!r}")
            place += 3
    made = compile(" ".join(code) or "True", "filter", "eval")
    return lambda row: bool(eval(made, {}, {"row": row}))  # noqa: S307 - of a test's own making


def _unquoted(literal: str) -> str:
    return literal[1:-1].replace("''", "'")


def _padded(dimension: dict[str, Any], code: str) -> str:
    return code.ljust(dimension["width"])


def _in_v4(dimension: dict[str, Any], code: str) -> str:
    return _padded(dimension, code) if dimension.get("padded_in_v4") else code


def _is_number(cell: str) -> bool:
    return bool(re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell))
