"""Sparklines: what is drawn, from zero, and what is said."""

import re
from xml.etree import ElementTree as ET

from dashboard.charts.chart import Annotation
from dashboard.charts.sparkline import sparkline
from tests.dashboard.charts.examples import ALMERE, BREAK, CROWD, NETHERLANDS, NORM, REPLACED, chart, series

SVG = "{http://www.w3.org/2000/svg}"


def elements(svg: str, name: str) -> list[ET.Element]:
    return list(ET.fromstring(svg).iter(SVG + name))  # noqa: S314 - our own text


def lines(svg: str, colour: str) -> list[list[tuple[float, float]]]:
    found = [element.get("points", "") for element in elements(svg, "polyline") if element.get("stroke") == colour]
    return [[(float(x), float(y)) for x, y in re.findall(r"([\d.]+),([\d.]+)", points)] for points in found]


def test_it_is_svg_text_and_the_same_every_time() -> None:
    assert sparkline(chart()).startswith("<svg xmlns")
    assert sparkline(chart()) == sparkline(chart())


def test_heights_are_proportional_to_values_from_zero() -> None:
    (places,) = lines(sparkline(chart(series((5.0, 10.0)))), "#0072B2")
    (zero, _), *_ = lines(sparkline(chart(series((5.0, 10.0)))), "#9AA5B1")
    low, high = (zero[1] - y for _, y in places)
    assert abs(high / low - 2) < 0.01


def test_the_last_value_stands_beside_its_dot_in_dutch() -> None:
    texts = [element.text for element in elements(sparkline(chart()), "text")]
    assert texts == ["11,7%", "2018", "2024"]


def test_a_break_cuts_the_line() -> None:
    assert [len(run) for run in lines(sparkline(chart(breaks=(BREAK,))), "#0072B2")] == [4, 3]


def test_a_norm_is_a_level_dashed_line_and_a_replaced_one_is_left_out() -> None:
    dashed = [
        element
        for element in elements(sparkline(chart(norms=(NORM, REPLACED))), "polyline")
        if element.get("stroke") == "#1F2933"
    ]
    assert [element.get("stroke-dasharray") for element in dashed] == ["6 4"]


def test_area_partnership_and_reference_differ_in_weight_and_dash() -> None:
    strokes = {
        element.get("stroke"): (element.get("stroke-width"), element.get("stroke-dasharray"))
        for element in elements(sparkline(chart(*CROWD[:3])), "polyline")
    }
    assert len({strokes[colour] for colour in ("#0072B2", "#D55E00", "#5F6B76")}) == 3


def test_a_single_provisional_point_of_the_reference_is_a_hollow_dot() -> None:
    dots = elements(sparkline(chart(series(ALMERE), NETHERLANDS)), "circle")
    assert [(dot.get("stroke"), dot.get("fill")) for dot in dots] == [("#5F6B76", "#FFFFFF"), ("#0072B2", "#0072B2")]


def test_one_value_is_a_dot_with_its_value() -> None:
    svg = sparkline(chart(series((4.2,), start=2024)))
    assert len(elements(svg, "circle")) == 1
    assert [element.text for element in elements(svg, "text")] == ["4,2%", "2024"]


def test_without_values_it_says_that_nothing_is_shown() -> None:
    assert [element.text for element in elements(sparkline(chart(series((None,)))), "text")] == ["Niet getoond."]


def test_zeros_are_drawn_on_the_baseline() -> None:
    (places,) = lines(sparkline(chart(series((0.0, 0.0)))), "#0072B2")
    (baseline,) = lines(sparkline(chart(series((0.0, 0.0)))), "#9AA5B1")
    assert {y for _, y in places} == {y for _, y in baseline}


def test_title_and_description_are_escaped_and_complete() -> None:
    svg = sparkline(chart(series(ALMERE, name="<Almere & co>")))
    assert elements(svg, "title")[0].text == "Jongeren met jeugdzorg"
    assert "<Almere & co>: van 9,6% in 2018 naar 11,7% in 2024." in (elements(svg, "desc")[0].text or "")


def test_a_break_and_an_event_are_upright_lines_before_their_year() -> None:
    event = Annotation(year=2020, text="corona")
    early = Annotation(year=2010, text="van voor het eerste jaar")
    upright = [
        places
        for places in lines(sparkline(chart(breaks=(BREAK,), events=(event, early))), "#9AA5B1")
        if places[0][0] == places[1][0]
    ]
    assert len(upright) == 2
    assert "In 2020: corona." in sparkline(chart(events=(event,)))
