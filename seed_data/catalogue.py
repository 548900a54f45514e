"""The catalogue of the seed: themes, indicators, sources, breakdowns, areas and what is known about series."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models.compositions import Place
from data_models.queries import compositions
from data_models.tables import (
    Annotation,
    Area,
    AreaPart,
    AreaSuccession,
    Breakdown,
    Indicator,
    Source,
    Theme,
)
from seed_data.rows import EXAMPLE_REGION, ROOM, Row, integer, read, settle

_INDICATOR_NUMBERS = ("decimals", "minimum_count", "minimum_denominator", "rounding", "position")
_INDICATOR_SWITCHES = ("local", "zero_may_be_shown", "in_start_set")
_AREA_FILES = ((ROOM, False), (EXAMPLE_REGION, True))


def load(session: Session) -> bool:
    """Bring every table of the catalogue in line with its file, and say whether anything changed.

    What a beheerder changed in compositions stays as they said.
    """
    changed = compositions.changed(session)
    changes = [
        settle(session, Theme, key=("code",), rows=[_numbers(row, "position") for row in read(ROOM / "themes.csv")]),
        settle(session, Indicator, key=("code",), rows=_indicators(session)),
        settle(session, Source, key=("code",), rows=_sources(session)),
        settle(session, Breakdown, key=("code",), rows=_positioned(ROOM / "breakdowns.csv")),
        settle(session, Area, key=("code", "valid_from"), rows=_areas(changed=changed)),
    ]
    known = KnownAreas(session)
    changes += [
        settle(session, AreaPart, key=("whole_id", "part_id", "valid_from"), rows=_parts(known, changed=changed)),
        settle(session, AreaSuccession, key=("former_id", "successor_id"), rows=_successions(known, changed=changed)),
        settle(
            session,
            Annotation,
            key=("region_id", "indicator_id", "area_id", "kind", "year"),
            rows=_annotations(known, indicators=ids_by_code(session, Indicator)),
        ),
    ]
    return any(changes)


def ids_by_code(session: Session, table: type[Theme] | type[Indicator] | type[Breakdown]) -> dict[str, int]:
    """The ids of a table whose rows are known by one code."""
    return dict(session.execute(select(table.code, table.id)).all())


@dataclass(frozen=True, slots=True)
class KnownArea:
    """An area by its id, and by its code and first year."""

    id: int
    place: Place


class KnownAreas:
    """The areas by code and year: a code may have meant another area before."""

    def __init__(self, session: Session) -> None:
        self._periods: dict[str, list[tuple[int, int | None, int]]] = {}
        for code, first, last, number in session.execute(select(Area.code, Area.valid_from, Area.valid_until, Area.id)):
            self._periods.setdefault(code, []).append((first, last, number))

    def at(self, code: str, *, year: int) -> KnownArea:
        """The area that this code meant in this year; raises `LookupError` when there was none."""
        for first, last, number in self._periods[code]:
            if first <= year and (last is None or year <= last):
                return KnownArea(number, (code, first))
        raise LookupError(f"area {code} did not exist in {year}")

    def id_of(self, code: str, *, year: int) -> int:
        """The id of the area that this code meant in this year."""
        return self.at(code, year=year).id


def _numbers(row: dict[str, str], *names: str) -> Row:
    return {**row, **{name: int(row[name]) for name in names}}


def _positioned(path: Path) -> list[Row]:
    return [_numbers(row, "position") for row in read(path)]


def _indicators(session: Session) -> list[Row]:
    themes = ids_by_code(session, Theme)
    rows = []
    for row in read(ROOM / "indicators.csv"):
        filled = _numbers(row, *_INDICATOR_NUMBERS)
        filled["theme_id"] = themes[filled.pop("theme")]
        filled |= {name: row[name] == "1" for name in _INDICATOR_SWITCHES}
        difference = row["smallest_relevant_difference"]
        filled["smallest_relevant_difference"] = float(difference) if difference else None
        rows.append(filled)
    return rows


def _sources(session: Session) -> list[Row]:
    """The sources of the file; where people's own import was later than ours, that day stays."""
    held = dict(session.execute(select(Source.code, Source.retrieved_on)).all())
    rows: list[Row] = []
    for row in read(ROOM / "sources.csv"):
        ours = date.fromisoformat(row["retrieved_on"]) if row["retrieved_on"] else None
        last = max((day for day in (ours, held.get(row["code"])) if day is not None), default=None)
        rows.append({**row, "retrieved_on": last, "fictional": row["fictional"] == "1"})
    return rows


def _validity(row: dict[str, str]) -> Row:
    return {**_numbers(row, "valid_from"), "valid_until": integer(row["valid_until"])}


def _areas(*, changed: set[object]) -> list[Row]:
    return [
        {**_validity(row), "fictional": fictional}
        for room, fictional in _AREA_FILES
        for row in read(room / "areas.csv")
        if (row["code"], int(row["valid_from"])) not in changed
    ]


def _parts(known: KnownAreas, *, changed: set[object]) -> list[Row]:
    rows = []
    for room, _ in _AREA_FILES:
        for row in map(_validity, read(room / "area_parts.csv")):
            whole = known.at(row.pop("whole"), year=row["valid_from"])
            part = known.at(row.pop("part"), year=row["valid_from"])
            if (whole.place, part.place) in changed:
                continue
            row["whole_id"], row["part_id"] = whole.id, part.id
            row["share"] = float(row["share"])
            rows.append(row)
    return rows


def _successions(known: KnownAreas, *, changed: set[object]) -> list[Row]:
    rows: list[Row] = []
    for row in read(ROOM / "area_successions.csv"):
        year = int(row["year"])
        former, successor = known.at(row["former"], year=year - 1), known.at(row["successor"], year=year)
        if ("succession", former.place, successor.place) not in changed:
            share = float(row["share"])
            rows.append({"former_id": former.id, "successor_id": successor.id, "year": year, "share": share})
    return rows


def _annotations(known: KnownAreas, *, indicators: dict[str, int]) -> list[Row]:
    return [
        {
            "indicator_id": indicators[row["indicator"]] if row["indicator"] else None,
            "area_id": known.id_of(row["area"], year=int(row["year"])) if row["area"] else None,
            "kind": row["kind"],
            "year": int(row["year"]),
            "text": row["text"],
            "region_id": None,  # everybody's: what a region added stays as it is
        }
        for room, _ in _AREA_FILES
        for row in read(room / "annotations.csv")
    ]
