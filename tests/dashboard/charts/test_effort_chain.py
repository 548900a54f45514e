"""The picture of a chain: every box whole, none over another, a line for every link."""

import re
from itertools import combinations
from xml.etree import ElementTree as ET

from dashboard.charts.effort_chain import LINE, WIDTH, Box, effort_chain, place

COLUMNS = ("Doel", "Activiteit", "Output")
BOXES = [
    Box("a", 0, "Kinderen krijgen vroeg steun"),
    Box("b", 0, "Ouders denken mee"),
    Box("c", 1, "Een vaste jeugdhulpverlener in het team van elke school in de hele regio"),
    Box("d", 1, "Nog geen activiteit", missing=True),
    Box("e", 2, "Scholen < 10 & meer"),
]
LINKS = [("a", "c"), ("b", "c"), ("b", "d"), ("c", "e")]


def _svg() -> ET.Element:
    svg = effort_chain(BOXES, links=LINKS, columns=COLUMNS, alternative="Keten van 2 doelen")
    return ET.fromstring(svg)  # noqa: S314 - our own text


def _all(root: ET.Element, name: str) -> list[ET.Element]:
    return root.findall(f"{{http://www.w3.org/2000/svg}}{name}")


def test_every_word_of_every_box_is_in_the_picture() -> None:
    words = " ".join(one.text or "" for one in _all(_svg(), "text"))
    for box in BOXES:
        assert set(box.text.split()) <= set(words.split()), box.text
    assert words.startswith("Doel Activiteit Output")


def test_a_line_for_every_link_and_a_dashed_box_where_something_is_missing() -> None:
    root = _svg()
    assert len(_all(root, "path")) == 4
    assert [one.get("stroke-dasharray") for one in _all(root, "rect")].count("5 4") == 1
    (title,) = _all(root, "title")
    assert title.text == "Keten van 2 doelen"


def test_no_box_stands_over_another_and_all_are_within_the_picture() -> None:
    root = _svg()
    sides = [tuple(float(one.get(name) or 0) for name in ("x", "y", "width", "height")) for one in _all(root, "rect")]
    for (x, y, wide, high), (other_x, other_y, _, other_high) in combinations(sides, 2):
        if x == other_x:
            assert y + high <= other_y or other_y + other_high <= y
        assert x + wide <= WIDTH
    assert max(y + high for _, y, _, high in sides) <= float(root.get("height") or 0)


def test_a_box_stands_beside_what_leads_to_it() -> None:
    boxes = [Box("a", 0, "Eerst"), Box("b", 0, "Daarna"), Box("c", 0, "Laatst"), Box("d", 1, "Iets")]
    placed = place(boxes, links=[("b", "d"), ("c", "d")], width=200)
    assert placed["d"].middle == (placed["b"].middle + placed["c"].middle) / 2
    assert placed["b"].top > placed["a"].top + placed["a"].height


def test_a_word_that_is_longer_than_a_line_is_broken_and_not_lost() -> None:
    placed = place([Box("a", 0, "leerplichtvoorlichtingsbijeenkomst")], links=[], width=60)
    assert "".join(placed["a"].lines) == "leerplichtvoorlichtingsbijeenkomst"
    assert placed["a"].height > 2 * LINE


def test_nothing_that_is_typed_becomes_markup() -> None:
    svg = effort_chain([Box("a", 0, "<script>alert(1)</script>")], links=[], columns=COLUMNS, alternative="<b>")
    assert not re.search(r"<script|<b>", svg)
