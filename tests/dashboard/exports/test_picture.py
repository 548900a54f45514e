"""A chart as a picture: what it says, that it is the same twice, and that it is as wide as it should be."""

import struct
from xml.etree import ElementTree as ET

import pytest

from dashboard.charts.dots import dots_chart
from dashboard.charts.trend import trend_chart
from dashboard.exports.heading import WIDTH, Heading
from dashboard.exports.picture import picture
from tests.dashboard.charts import test_dots
from tests.dashboard.charts.examples import ALMERE, BREAK, NORM, chart, series

HEADING = Heading("Jeugdzorg, Almere", "Ruim 1 op de 9 jongeren kreeg jeugdzorg.", "Bron: CBS, CC BY 4.0 · 22-11-2026")
TREND = trend_chart(chart(series(ALMERE, spread=0.4), norms=(NORM,), breaks=(BREAK,), show_interval=True))
DOTS = dots_chart(test_dots.chart())


def words(svg: bytes) -> list[str]:
    root = ET.fromstring(svg)  # noqa: S314  # our own picture
    return ["".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text")]


def test_a_picture_carries_its_title_message_and_origin() -> None:
    said = words(picture(TREND, heading=HEADING, kind="svg"))
    assert {HEADING.title, HEADING.message, HEADING.origin} <= set(said)


def test_a_trend_names_its_area_and_value_years_norm_and_break() -> None:
    said = words(picture(TREND, heading=HEADING, kind="svg"))
    assert "Almere 11,7%" in said
    assert {"'18", "'24", "10%", "norm 2028: 10,5%"} <= set(said)
    assert any(word.startswith("breuk:") for word in said)


def test_a_comparison_names_every_area_and_why_one_is_not_shown() -> None:
    said = words(picture(DOTS, heading=HEADING, kind="svg"))
    assert {"Almere", "Dronten", "Urk", "Nederland 10,2%"} <= set(said)
    assert "niet getoond: minder dan 10 jongeren" in " ".join(said)


def test_a_png_is_twice_as_sharp_as_the_screen() -> None:
    made = picture(TREND, heading=HEADING, kind="png")
    assert made.startswith(b"\x89PNG")
    assert struct.unpack(">I", made[16:20])[0] == 2 * WIDTH


@pytest.mark.parametrize("figure", [TREND, DOTS])
def test_the_same_chart_is_the_same_file(figure: object) -> None:
    first, second = (picture(figure, heading=HEADING, kind="svg") for _ in range(2))
    assert first == second


def test_a_name_with_a_dollar_sign_is_no_formula() -> None:
    odd = trend_chart(chart(series(ALMERE, name="A$2$ <b>x</b>")))
    assert any("A$2$ <b>x</b>" in word for word in words(picture(odd, heading=HEADING, kind="svg")))
