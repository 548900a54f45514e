"""Outlines on one grid: where they lie, how small they are, and that neighbours keep one border."""

import json
import re

from dashboard.calculations.outlines import Outline, outlines

# The grid begins at 2,5 degrees east and 54 north; a thousandth of a degree is a step, east to west 0,6129 of it.
WEST_SQUARE = [[5.0, 52.0], [5.5, 52.0], [5.5, 52.5], [5.0, 52.5], [5.0, 52.0]]
EAST_SQUARE = [[5.5, 52.5], [5.5, 52.0], [6.0, 52.0], [6.0, 52.5], [5.5, 52.5]]
HOLE = [[5.2, 52.2], [5.3, 52.2], [5.3, 52.3], [5.2, 52.3], [5.2, 52.2]]
ISLAND = [[4.0, 53.0], [4.001, 53.0], [4.001, 53.001], [4.0, 53.0]]


def drawn(*parts: list[list[list[float]]], most: int = 40_000) -> Outline:
    geometry = {"type": "MultiPolygon", "coordinates": list(parts)}
    return outlines({"GM0034": json.dumps(geometry)}, most=most)["GM0034"]


def corners(path: str) -> list[tuple[int, int]]:
    """The places a path goes through, with one ring in it."""
    numbers = [int(one) for one in re.findall(r"-?\d+", path)]
    places = [(numbers[0], numbers[1])]
    for right, down in zip(numbers[2::2], numbers[3::2], strict=True):
        places.append((places[-1][0] + right, places[-1][1] + down))
    return places


def test_a_square_lies_where_its_degrees_say() -> None:
    found = outlines({"GM0034": json.dumps({"type": "Polygon", "coordinates": [WEST_SQUARE]})})["GM0034"]
    assert found.path == "M1532 2000l307 0 0-500-307 0z"
    assert found.box == (1532, 1500, 1839, 2000)


def test_neighbours_keep_the_same_border() -> None:
    west, east = corners(drawn([WEST_SQUARE]).path), corners(drawn([EAST_SQUARE]).path)
    assert set(west) & set(east) == {(1839, 2000), (1839, 1500)}


def test_the_middle_lies_inside_with_room_around_it_and_not_in_a_hole() -> None:
    whole, with_hole = drawn([WEST_SQUARE]), drawn([WEST_SQUARE, HOLE])
    assert 120 <= whole.room <= 153  # half the width of 307 steps is 153
    assert abs(whole.middle[0] - 1685) <= 26
    right, down = with_hole.middle
    assert not (1655 <= right <= 1716 and 1700 <= down <= 1800)
    assert with_hole.room < whole.room
    assert with_hole.path.count("M") == 2


def test_parts_and_their_box_are_kept_and_the_middle_is_in_the_largest() -> None:
    found = drawn([ISLAND], [WEST_SQUARE])
    assert found.path.count("M") == 2
    assert found.box == (919, 999, 1839, 2000)
    assert 1532 <= found.middle[0] <= 1839


def test_too_many_corners_make_the_grid_coarser_but_lose_no_area() -> None:
    crowded = [[5.0 + number / 10_000, 52.0 + (number % 2) / 1000] for number in range(5000)]
    ring = [*crowded, [5.5, 52.5], crowded[0]]
    fine, coarse = drawn([ring]), drawn([ring], most=200)
    assert len(corners(coarse.path)) <= 200 < len(corners(fine.path))
    assert len(drawn([ISLAND], most=1).path) > 0


def test_corners_on_the_same_place_are_drawn_once() -> None:
    twice = [point for point in WEST_SQUARE for _ in range(3)]
    assert drawn([twice]).path == drawn([WEST_SQUARE]).path
