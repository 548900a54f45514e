"""The outlines of areas as SVG paths on one grid: small enough for a telephone, and alike on both sides of a border.

Degrees become steps of about 110 metres, east to west shortened by the cosine of the middle latitude (the
equirectangular projection; Snyder, J.P. (1987), Map Projections, p. 90). Each corner is rounded by where it lies and by
nothing else, so two neighbours keep the same border and no gap opens between them.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians
from typing import Any

import numpy as np
from numpy.typing import NDArray

Degrees = NDArray[np.float64]  # corners × (longitude, latitude)
Ring = NDArray[np.int64]  # corners × (right, down)
Places = NDArray[np.float64]  # places × (right, down)

_WEST, _NORTH = 2.5, 54.0  # degrees: where right and down are 0
_PER_DEGREE = 1000  # grid steps per degree of latitude: about 110 metres each
_MIDDLE = 52.2  # degrees of latitude: the middle of the Netherlands
_MOST_CORNERS = 40_000  # of all areas together, above which the grid is made coarser: about 200 kB, zipped a third
_COARSEST = 64  # grid steps: 7 kilometres
_LEAST_RING = 4  # corners, of which the last is the first
_TRIES = 12  # places across and down that are tried as the middle


@dataclass(frozen=True, slots=True)
class Outline:
    """An area on the grid: its SVG path, the box around it, the roomiest point inside and the room around that."""

    path: str
    box: tuple[int, int, int, int]  # left, top, right, bottom
    middle: tuple[int, int]
    room: int  # grid steps from the middle to the nearest border


def outlines(geometries: Mapping[str, str], *, most: int = _MOST_CORNERS) -> dict[str, Outline]:
    """The outline of each area, by its code, from GeoJSON in WGS84; coarser when there are more than `most` corners."""
    exact = {code: _polygons(json.loads(text)) for code, text in geometries.items()}
    step = 1
    snapped = {code: _snapped(polygons, step=step) for code, polygons in exact.items()}
    while step < _COARSEST and _corners(snapped) > most:
        step *= 2
        snapped = {code: _snapped(polygons, step=step) for code, polygons in exact.items()}
    return {code: _outline(polygons) for code, polygons in snapped.items() if polygons}


def _polygons(geometry: Any) -> list[list[Degrees]]:  # noqa: ANN401  # GeoJSON, checked when it was imported
    """The parts of an area, each its outer ring and then its holes."""
    parts = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [[np.array([point[:2] for point in ring], dtype=float) for ring in part] for part in parts]


def _snapped(polygons: Sequence[Sequence[Degrees]], *, step: int) -> list[list[Ring]]:
    """The parts on the grid; what is smaller than a step falls away, but never the largest part."""
    found = []
    for polygon in polygons:
        outer, *holes = (_ring(one, step=step) for one in polygon)
        if len(outer) >= _LEAST_RING:
            found.append([outer, *(hole for hole in holes if len(hole) >= _LEAST_RING)])
    if not found and step > 1:
        return _snapped(polygons, step=1)
    return found


def _ring(degrees: Degrees, *, step: int) -> Ring:
    right = (degrees[:, 0] - _WEST) * cos(radians(_MIDDLE)) * _PER_DEGREE
    down = (_NORTH - degrees[:, 1]) * _PER_DEGREE
    places = np.rint(np.column_stack([right, down]) / step).astype(np.int64) * step
    moved = np.ones(len(places), dtype=bool)
    moved[1:] = (np.diff(places, axis=0) != 0).any(axis=1)
    return places[moved]


def _corners(snapped: Mapping[str, Sequence[Sequence[Ring]]]) -> int:
    return sum(len(ring) for polygons in snapped.values() for rings in polygons for ring in rings)


def _outline(polygons: Sequence[Sequence[Ring]]) -> Outline:
    every = np.vstack([rings[0] for rings in polygons])
    largest = max(polygons, key=lambda rings: _surface(rings[0]))
    middle, room = _roomiest(largest)
    (left, top), (right, bottom) = every.min(axis=0), every.max(axis=0)
    return Outline(
        path="".join(_path(ring) for rings in polygons for ring in rings),
        box=(int(left), int(top), int(right), int(bottom)),
        middle=middle,
        room=room,
    )


def _path(ring: Ring) -> str:
    """Where it begins, then each corner from the one before: shorter than places, and zips better."""
    steps = " ".join(f"{right} {down}" for right, down in np.diff(ring[:-1], axis=0).tolist())
    return f"M{ring[0][0]} {ring[0][1]}l{steps}z".replace(" -", "-")


def _surface(ring: Ring) -> float:
    right, down = ring[:, 0].astype(float), ring[:, 1].astype(float)
    return abs(float(np.dot(right[:-1], down[1:]) - np.dot(right[1:], down[:-1]))) / 2


def _roomiest(rings: Sequence[Ring]) -> tuple[tuple[int, int], int]:
    """Of a grid of places within the outer ring's box, the one inside that lies farthest from any border."""
    low, high = rings[0].min(axis=0), rings[0].max(axis=0)
    parts = (np.arange(_TRIES) + 0.5) / _TRIES
    across, down = np.meshgrid(low[0] + parts * (high[0] - low[0]), low[1] + parts * (high[1] - low[1]))
    places = np.column_stack([across.ravel(), down.ravel()])
    starts = np.vstack([ring[:-1] for ring in rings]).astype(float)
    ends = np.vstack([ring[1:] for ring in rings]).astype(float)
    room = np.where(_inside(places, starts, ends), _distance(places, starts, ends), -1.0)
    best = int(room.argmax())
    return (round(float(places[best][0])), round(float(places[best][1]))), max(0, int(room[best]))


def _inside(places: Places, starts: Places, ends: Places) -> NDArray[np.bool_]:
    """Whether a line to the right crosses the borders an odd number of times."""
    x, y = places[:, :1], places[:, 1:]
    between = (starts[:, 1] > y) != (ends[:, 1] > y)
    height = np.where(ends[:, 1] == starts[:, 1], 1.0, ends[:, 1] - starts[:, 1])
    crossing = starts[:, 0] + (y - starts[:, 1]) / height * (ends[:, 0] - starts[:, 0])
    odd: NDArray[np.bool_] = (between & (x < crossing)).sum(axis=1) % 2 == 1
    return odd


def _distance(places: Places, starts: Places, ends: Places) -> NDArray[np.float64]:
    """From each place to the nearest border."""
    along = ends - starts
    length = np.maximum((along**2).sum(axis=1), 1e-9)
    offset = places[:, None, :] - starts
    share = np.clip((offset * along).sum(axis=2) / length, 0.0, 1.0)
    nearest: NDArray[np.float64] = np.sqrt(((offset - share[:, :, None] * along) ** 2).sum(axis=2)).min(axis=1)
    return nearest
