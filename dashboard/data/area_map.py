"""The map on Vergelijken: which outlines there are for it, and otherwise a tile for each area."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from dashboard import boundary_file
from dashboard.calculations.outlines import Outline, outlines
from dashboard.calculations.tiles import Tile, tiles
from dashboard.charts.area_map import MapArea, legend, map_areas, told_names
from dashboard.charts.comparison import Comparison
from dashboard.data.reader import HASHED, MOST_ENTRIES, Reader
from dashboard.exports.map_picture import MapDrawing, Shape, rings_of, tile_of
from dashboard.texts import area_map as words
from data_models import database
from data_models.compositions import Place
from data_models.facts import AreaFacts
from data_models.periods import parse
from data_models.queries import boundaries
from seed_data.centres import centres

_OUTLINED = ("municipality", "district")  # kinds of areas that outlines are imported of
ENOUGH = 0.5  # of the areas must have an outline: fewer are better placed as tiles


@dataclass(frozen=True, slots=True)
class AreaMap:
    """The areas that can be placed, where their outlines are fetched or else their tiles, and what is to be said."""

    areas: tuple[MapArea, ...]
    address: str  # of the file with outlines; empty: tiles
    year: int | None  # of those outlines
    tiles: dict[str, Tile]
    remarks: tuple[str, ...]


def area_map(reader: Reader, *, chart: Comparison, areas: Sequence[AreaFacts]) -> AreaMap:
    """The comparison of these areas as a map: with the outlines of the year nearest to its own of which there are most.

    A file with outlines holds gemeenten, or the wijken of one gemeente; an area that is not in it is named below.
    """
    drawn = map_areas(chart)
    codes = tuple(sorted(area.code for area in drawn))
    kind, within = boundary_file.kind_and_within(codes)
    places = {(one.code, one.valid_from): one.code for one in areas}
    on_file = tuple(place for place, code in places.items() if boundary_file.is_in(code, kind=kind, within=within))
    year = nearest(_outlined(reader), places=on_file, of=len(codes), year=_year(chart.period))
    if year is None:
        placed = _tiles(codes)
        nowhere = words.NOWHERE if any(area.kind in _OUTLINED for area in areas) else words.NO_SHAPES
        there, remarks = set(placed), [words.TILES] if placed else [nowhere]
        address = ""
    else:
        placed = {}
        there = {places[place] for place in on_file if place in _outlined(reader)[year]}
        remarks = [_boundaries(year, chart=chart)]
        version = boundary_file.version(reader.epoch, areas=reader.areas)
        address = boundary_file.address(codes, year=year, version=version)
    missing = sorted(area.name for area in drawn if area.code not in there)
    if missing and len(missing) < len(drawn):
        remarks.append(words.ELSEWHERE.format(names=told_names(missing)))
    return AreaMap(
        areas=tuple(area for area in drawn if area.code in there),
        address=address,
        year=year,
        tiles=placed,
        remarks=tuple(remarks),
    )


def map_drawing(reader: Reader, *, found: AreaMap, chart: Comparison) -> MapDrawing:
    """The same map for a picture: with the shapes themselves, which the screen fetches by their address."""
    codes = {area.code for area in found.areas}
    if found.year is None:
        every = {code: tile_of(*found.tiles[code]) for code in codes}
    else:
        kind, within = boundary_file.kind_and_within(sorted(codes))
        every = _shapes(reader, year=found.year, kind=kind, within=within)
    return MapDrawing(
        areas=found.areas,
        shapes={code: every[code] for code in codes},
        around=tuple(shape for code, shape in every.items() if code not in codes),
        legend=legend(chart),
        tiled=found.year is None,
    )


def nearest(outlined: Mapping[int, frozenset[Place]], *, places: Sequence[Place], of: int, year: int) -> int | None:
    """The year with outlines of most of these areas, of those the nearest, of two as near the later.

    None when there are outlines of less than half `of` so many areas.
    """
    known = {one: sum(place in there for place in places) for one, there in outlined.items()}
    best = max(known, key=lambda one: (known[one], -abs(one - year), one), default=None)
    return best if best is not None and known[best] and known[best] >= ENOUGH * of else None


def _boundaries(year: int, *, chart: Comparison) -> str:
    if year == _year(chart.period):
        return words.BOUNDARIES.format(year=year)
    return words.OTHER_YEAR.format(period=chart.period, year=year)


def _year(period: str) -> int:
    found = parse(period)
    return found.year if found else 0


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=HASHED)
def _outlined(reader: Reader) -> dict[int, frozenset[Place]]:
    """Which areas have an outline, by year."""
    with database.reading(asker=reader.actor) as session:
        return boundaries.outlined(session)


def _shapes(reader: Reader, *, year: int, kind: str, within: str) -> dict[str, Shape]:
    """The shapes in a file with outlines, by the code of the area."""
    known = {code for code, _ in _outlined(reader)[year] if boundary_file.is_in(code, kind=kind, within=within)}
    with database.reading(asker=reader.actor) as session:
        stored = boundaries.of_year(session, year=year, codes=sorted(known))
    drawn = outlines({one.area: one.geometry for one in stored})
    return {code: _shape(one) for code, one in drawn.items()}


def _shape(outline: Outline) -> Shape:
    return Shape(rings=rings_of(outline.path), middle=outline.middle, room=outline.room)


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False)
def _tiles(codes: tuple[str, ...]) -> dict[str, Tile]:
    """Where each area is put that is known to lie somewhere."""
    known = centres()
    return tiles({code: known[code] for code in codes if code in known})
