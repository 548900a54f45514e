"""The map on Vergelijken: which outlines there are for it, and otherwise a tile for each area."""

from dataclasses import dataclass

import streamlit as st

from dashboard import boundary_file
from dashboard.calculations.tiles import Tile, tiles
from dashboard.charts.area_map import MapArea, map_areas, told_names
from dashboard.charts.comparison import Comparison
from dashboard.data.reader import HASHED, MOST_ENTRIES, Reader
from dashboard.texts import area_map as words
from data_models import database
from data_models.periods import parse
from data_models.queries import boundaries
from seed_data.centres import centres

ENOUGH = 0.5  # of the areas must have an outline: fewer are better placed as tiles


@dataclass(frozen=True, slots=True)
class AreaMap:
    """The areas that can be placed, where their outlines are fetched or else their tiles, and what is to be said."""

    areas: tuple[MapArea, ...]
    address: str  # of the file with outlines; empty: tiles
    tiles: dict[str, Tile]
    remarks: tuple[str, ...]


def area_map(reader: Reader, *, chart: Comparison) -> AreaMap:
    """The comparison as a map: with the outlines of the year nearest to its own of which there are most."""
    areas = map_areas(chart)
    codes = tuple(sorted(area.code for area in areas))
    year = nearest(_outlined(reader), codes=codes, year=_year(chart.period))
    if year is None:
        placed = _tiles(codes)
        there, remarks = set(placed), [words.TILES] if placed else [words.NOWHERE]
        address = ""
    else:
        placed = {}
        there, remarks = set(_outlined(reader)[year]), [_boundaries(year, chart=chart)]
        version = boundary_file.version(reader.epoch, areas=reader.areas)
        address = boundary_file.address(codes, year=year, version=version)
    missing = sorted(area.name for area in areas if area.code not in there)
    if missing and len(missing) < len(areas):
        remarks.append(words.ELSEWHERE.format(names=told_names(missing)))
    return AreaMap(
        areas=tuple(area for area in areas if area.code in there),
        address=address,
        tiles=placed,
        remarks=tuple(remarks),
    )


def nearest(outlined: dict[int, frozenset[str]], *, codes: tuple[str, ...], year: int) -> int | None:
    """The year with outlines of most of these areas, of those the nearest, of two as near the later; None: too few."""
    known = {one: sum(code in there for code in codes) for one, there in outlined.items()}
    best = max(known, key=lambda one: (known[one], -abs(one - year), one), default=None)
    return best if best is not None and known[best] and known[best] >= ENOUGH * len(codes) else None


def _boundaries(year: int, *, chart: Comparison) -> str:
    if year == _year(chart.period):
        return words.BOUNDARIES.format(year=year)
    return words.OTHER_YEAR.format(period=chart.period, year=year)


def _year(period: str) -> int:
    found = parse(period)
    return found.year if found else 0


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=HASHED)
def _outlined(reader: Reader) -> dict[int, frozenset[str]]:
    """Which areas have an outline, by year."""
    with database.reading(asker=reader.actor) as session:
        return boundaries.outlined(session)


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False)
def _tiles(codes: tuple[str, ...]) -> dict[str, Tile]:
    """Where each area is put that is known to lie somewhere."""
    known = centres()
    return tiles({code: known[code] for code in codes if code in known})
