"""Outlines of gemeenten and wijken: GeoJSON in WGS84 as CBS and Kadaster publish it, checked point by point."""

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from dashboard import formatting
from dashboard.sources.asked_period import year_of_file
from dashboard.sources.problems import Findings, Problem, RefusedError
from dashboard.sources.reader import Answers, FileContent, Known
from dashboard.sources.recognising import advice_for, refuse_outlines
from dashboard.sources.table import Opened
from dashboard.texts import ready_made as texts
from data_models.facts import BoundaryDraft
from data_models.protected import FIGURE_SCHEMA

SOURCE = "grenzen"
MOST_POINTS = 2_000_000  # the detailed outlines of all gemeenten have about 1 million
LEAST_RING = 4  # points, of which the last is the first
NETHERLANDS = ((2.5, 50.5), (8.0, 54.0))  # degrees: west and south, east and north, with some sea
LARGEST_DEGREES = 180.0

_CODES = ("statcode", "wijkcode", "wk_code", "gemeentecode", "gm_code", "code")  # of a wijk before its gemeente's
_YEAR_AND_CODE = re.compile(r"(\d{4})([A-Z]{2}\w{2,8})")
_MUNICIPALITY, _DISTRICT = re.compile(r"GM\d{4}"), re.compile(r"WK\d{6}")
_SHAPES = {"Polygon": 2, "MultiPolygon": 3}  # lists around a point
Geometry = Mapping[str, object]


@dataclass
class _Outlines:
    """The outlines so far."""

    findings: Findings
    points: int = 0
    others: int = 0
    years: set[int] = field(default_factory=set)
    found: dict[str, str] = field(default_factory=dict)  # geometry per code


class _WrongOutlineError(ValueError):
    """An outline that cannot be drawn; the sentence says why."""


def read(opened: Opened, *, known: Known, answers: Answers) -> FileContent:
    """The outlines of the gemeenten and wijken in the file; there are no figures in it.

    The year is that of `jrstatcode`, or else it is asked. Wijken of which nothing is known are passed over: a file of
    the whole country has thousands. Raises `RefusedError` for coordinates in metres (Rijksdriehoek), outlines that are
    not closed and areas that did not exist, and `QuestionError` for the year.
    """
    outlines = _Outlines(Findings())
    for place, feature in enumerate(_features(opened), start=1):
        _take(feature, place, outlines)
    outlines.findings.refuse()
    if len(outlines.years) > 1:
        years = texts.AND.join(str(year) for year in sorted(outlines.years))
        raise RefusedError([Problem(texts.BOUNDARIES_YEARS.format(years=years))])
    if not outlines.found:
        raise RefusedError([Problem(texts.BOUNDARIES_EMPTY, advice=texts.BOUNDARIES_FOREIGN_ADVICE)])
    year = min(outlines.years) if outlines.years else year_of_file(opened, answers=answers, known=known)
    unknown = [code for code in outlines.found if not known.area_in(code, year=year)]
    for code in unknown:
        if _MUNICIPALITY.fullmatch(code):
            outlines.findings.add(Problem(texts.BOUNDARIES_UNKNOWN.format(place=code, year=year)))
        del outlines.found[code]
    outlines.findings.refuse()
    if not outlines.found:
        raise RefusedError([Problem(texts.BOUNDARIES_NO_DISTRICT.format(year=year), advice=texts.BOUNDARIES_NO_ADVICE)])
    return FileContent(
        pl.DataFrame(schema=FIGURE_SCHEMA),
        notes=(*opened.notes, *_notes(outlines, unknown=len(unknown), year=year)),
        boundaries=tuple(BoundaryDraft(code, year, geometry) for code, geometry in sorted(outlines.found.items())),
    )


def _notes(outlines: _Outlines, *, unknown: int, year: int) -> Iterator[str]:
    """How many outlines there are of which kind, and how many were passed over."""
    districts = sum(bool(_DISTRICT.fullmatch(code)) for code in outlines.found)
    kinds = ((len(outlines.found) - districts, texts.BOUNDARIES_NOTE), (districts, texts.BOUNDARIES_NOTE_DISTRICTS))
    for count, forms in kinds:
        if count:
            yield formatting.counted(count, forms=forms, year=str(year))
    for count, forms in ((unknown, texts.BOUNDARIES_NOTE_UNKNOWN), (outlines.others, texts.BOUNDARIES_NOTE_OTHER)):
        if count:
            yield formatting.counted(count, forms=forms, year=str(year))


def _features(opened: Opened) -> Sequence[object]:
    """The features of a FeatureCollection; anything else is refused."""
    if opened.kind != "geojson":
        refuse_outlines(opened)
        advice = advice_for(opened, source=SOURCE) if opened.tables else texts.BOUNDARIES_FOREIGN_ADVICE
        raise RefusedError([Problem(texts.BOUNDARIES_FOREIGN, advice=advice)])
    return opened.features


def _take(feature: object, place: int, outlines: _Outlines) -> None:
    """One feature: its code, year and outline, or what is wrong with it."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    code, year = _code_and_year(properties if isinstance(properties, dict) else {})
    if not code:
        outlines.findings.add(Problem(texts.BOUNDARIES_NO_CODE.format(place=place)))
        return
    if not (_MUNICIPALITY.fullmatch(code) or _DISTRICT.fullmatch(code)):
        outlines.others += 1
        return
    if year:
        outlines.years.add(year)
    if code in outlines.found:
        outlines.findings.add(Problem(texts.BOUNDARIES_TWICE.format(code=code)))
        return
    try:
        outlines.points += _points(geometry if isinstance(geometry, dict) else {}, code)
    except _WrongOutlineError as error:
        outlines.findings.add(Problem(str(error)))
        return
    if outlines.points > MOST_POINTS:
        what = texts.BOUNDARIES_MOST.format(limit=formatting.count(MOST_POINTS))
        raise RefusedError([Problem(what, advice=texts.BOUNDARIES_MOST_ADVICE)])
    kept = {"type": geometry["type"], "coordinates": geometry["coordinates"]} if isinstance(geometry, dict) else {}
    outlines.found[code] = json.dumps(kept, separators=(",", ":"), allow_nan=False)


def _code_and_year(properties: Mapping[str, object]) -> tuple[str, int]:
    """The code of the area, and the year in front of it when there is one: `2025GM0014`."""
    named = _YEAR_AND_CODE.fullmatch(str(properties.get("jrstatcode", "")))
    code = next((str(properties[name]).strip() for name in _CODES if properties.get(name)), named[2] if named else "")
    if code.isdecimal():
        code = f"GM{int(code):04d}"
    return code, int(named[1]) if named else 0


def _points(geometry: Geometry, code: str) -> int:
    """How many points an outline has; raises when it is not a closed area in degrees within the Netherlands."""
    depth = _SHAPES.get(str(geometry.get("type")))
    if depth is None:
        raise _WrongOutlineError(texts.BOUNDARIES_KIND.format(code=code))
    total = 0
    for ring in _rings(geometry.get("coordinates"), depth - 1, code):
        _check_point(ring[0] if ring else None, code)
        if len(ring) < LEAST_RING or ring[0] != ring[-1]:  # before a million points are looked at one by one
            raise _WrongOutlineError(texts.BOUNDARIES_OPEN.format(code=code))
        for point in ring:
            _check_point(point, code)
        total += len(ring)
    if not total:
        raise _WrongOutlineError(texts.BOUNDARIES_KIND.format(code=code))
    return total


def _rings(coordinates: object, depth: int, code: str) -> Iterator[list[object]]:
    """The rings in nested lists, `depth` lists deep."""
    if not isinstance(coordinates, list):
        raise _WrongOutlineError(texts.BOUNDARIES_KIND.format(code=code))
    if depth == 0:
        yield coordinates
        return
    for inner in coordinates:
        yield from _rings(inner, depth - 1, code)


def _check_point(point: object, code: str) -> None:
    if not isinstance(point, list) or len(point) not in (2, 3):
        raise _WrongOutlineError(texts.BOUNDARIES_NUMBER.format(code=code))
    if not all(isinstance(one, int | float) and not isinstance(one, bool) and math.isfinite(one) for one in point):
        raise _WrongOutlineError(texts.BOUNDARIES_NUMBER.format(code=code))
    longitude, latitude = point[0], point[1]
    if abs(longitude) > LARGEST_DEGREES or abs(latitude) > LARGEST_DEGREES:
        raise RefusedError([Problem(texts.BOUNDARIES_RD, advice=texts.BOUNDARIES_RD_ADVICE)])
    (west, south), (east, north) = NETHERLANDS
    if not (west <= longitude <= east and south <= latitude <= north):
        raise RefusedError([Problem(texts.BOUNDARIES_SWAPPED, advice=texts.BOUNDARIES_SWAPPED_ADVICE)])
