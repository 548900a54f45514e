"""A map as a picture: what it says, how wide it is, and that no class is told by its colour alone."""

import struct
from dataclasses import replace

from dashboard import theme
from dashboard.charts.area_map import legend, map_areas
from dashboard.exports.heading import WIDTH, Heading
from dashboard.exports.map_picture import MapDrawing, Shape, map_picture, rings_of, tile_of
from tests.dashboard.charts import test_dots
from tests.dashboard.exports.test_picture import words

HEADING = Heading("Jeugdzorg vergeleken, 2024", "1 hoger dan Nederland, 1 lager.", "Bron: CBS · Gemaakt op 22-11-2026")
CHART = test_dots.chart()
CODED = replace(CHART, dots=tuple(replace(dot, code=f"GM{place}") for place, dot in enumerate(CHART.dots)))
AREAS = map_areas(CODED)


def _tiles() -> MapDrawing:
    shapes = {area.code: tile_of(number, 0) for number, area in enumerate(AREAS)}
    return MapDrawing(areas=AREAS, shapes=shapes, around=(), legend=legend(CHART), tiled=True)


def test_an_outline_is_read_back_from_its_path() -> None:
    # Begins at (10, 20), then 5 to the right, 4 down, 5 to the left.
    assert rings_of("M10 20l5 0 0 4-5 0z") == ([(10, 20), (15, 20), (15, 24), (10, 24)],)
    assert len(rings_of("M0 0l9 0 0 9zM2 2l1 0 0 1z")) == 2


def test_a_map_carries_title_message_origin_and_what_its_classes_mean() -> None:
    said = words(map_picture(_tiles(), heading=HEADING, kind="svg"))
    assert {HEADING.title, HEADING.message, HEADING.origin} <= set(said)
    for line in legend(CHART):
        assert f"{line.words} · {line.areas}" in said
    assert {area.name for area in AREAS if area.chosen} <= set(said)


def test_outlines_are_drawn_with_those_around_them() -> None:
    outline = Shape(rings=rings_of("M0 0l400 0 0 300-400 0z"), middle=(200, 150), room=150)
    beside = Shape(rings=rings_of("M400 0l400 0 0 300-400 0z"), middle=(600, 150), room=150)
    one = MapDrawing(
        areas=AREAS[-1:], shapes={AREAS[-1].code: outline}, around=(beside,), legend=legend(CHART), tiled=False
    )
    said = words(map_picture(one, heading=HEADING, kind="svg"))
    assert AREAS[-1].name in said


def test_every_class_differs_from_the_others_in_pattern_or_sign() -> None:
    assert len({(one.pattern, one.sign) for one in theme.MAP_CLASSES.values()}) == len(theme.MAP_CLASSES)


def test_a_png_is_twice_as_sharp_as_the_screen_and_the_same_twice() -> None:
    made = map_picture(_tiles(), heading=HEADING, kind="png")
    assert struct.unpack(">I", made[16:20])[0] == 2 * WIDTH
    assert made == map_picture(_tiles(), heading=HEADING, kind="png")
