"""The comparison as a map: the class, the words and the letters of each area, and what is told without seeing it."""

import csv
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

import seed_data
from dashboard import theme
from dashboard.charts.area_map import abbreviations, class_of, legend, map_areas, map_text, told_names
from dashboard.charts.comparison import AreaDot
from tests.dashboard.charts.test_dots import ALMERE, LONG, WITHHELD, chart, dot


def luminance(colour: str) -> float:
    """How light a colour is as a greyscale printer sees it: 0 black, 1 white (WCAG 2.2, relative luminance)."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(
    ("area", "kind"),
    [
        (dot("Almere", 11.7, "higher"), "higher"),
        (dot("Almere", 11.7, "lower"), "lower"),
        (dot("Almere", 11.7, "no clear difference"), "same"),
        (dot("Almere", 11.7, "nearly equal"), "same"),
        (dot("Almere", 11.7, "not comparable"), "incomparable"),
        (dot("Almere", None, "not comparable"), "withheld"),
    ],
)
def test_an_area_is_in_the_class_of_its_verdict_whatever_its_value(area: AreaDot, kind: str) -> None:
    assert class_of(area) == kind
    assert class_of(replace(area, value=None if area.value is None else 99.0)) == kind


def test_each_area_says_its_name_value_and_verdict_and_the_chosen_one_is_drawn_last() -> None:
    found = map_areas(chart(replace(ALMERE, code="GM0034"), LONG, WITHHELD))
    assert [(one.name, one.value, one.kind, one.chosen) for one in found] == [
        ("Nuenen, Gerwen en Nederwetten", "9,1%", "lower", False),
        ("Urk", "niet getoond: minder dan 10 jongeren", "withheld", False),
        ("Almere", "11,7%", "higher", True),
    ]
    assert found[-1].code == "GM0034"
    assert found[0].words == "lower than Nederland"


def test_the_legend_counts_every_area_once_and_names_the_three_classes_even_when_empty() -> None:
    assert [(one.kind, one.words, one.areas) for one in legend(chart())] == [
        ("higher", "hoger dan Nederland", "1 gebied"),
        ("same", "geen duidelijk verschil met Nederland, of zo klein dat het er niet toe doet", "1 gebied"),
        ("lower", "lager dan Nederland", "1 gebied"),
        ("withheld", "niet getoond of niet bekend", "1 gebied"),
    ]
    assert [one.areas for one in legend(chart(ALMERE))] == ["1 gebied", "0 gebieden", "0 gebieden"]


def test_who_does_not_see_it_is_told_every_area_and_of_very_many_the_classes_and_the_own() -> None:
    assert "Dronten: 10,4%, no clear difference than Nederland." in map_text(chart())
    many = chart(*(dot(f"Gebied {number}", 10.0) for number in range(341)), ALMERE)
    told = map_text(many)
    assert "341 gebieden geen duidelijk verschil met Nederland, of zo klein" in told
    assert "Almere: 11,7%, higher than Nederland." in told
    assert "De tabel onder de kaart noemt alle 342 gebieden." in told
    assert len(told) < 600


def test_classes_differ_in_lightness_and_in_sign_or_pattern() -> None:
    styles = theme.MAP_CLASSES
    light = sorted(luminance(styles[kind].fill) for kind in ("higher", "lower", "same"))
    assert all(higher - lower > 0.2 for lower, higher in pairwise(light))
    assert len({(style.sign, style.pattern) for style in styles.values()}) == len(styles)
    assert len({style.sign for style in styles.values()}) == len(styles)


def test_a_sign_is_readable_on_its_colour() -> None:
    for style in theme.MAP_CLASSES.values():
        light, dark = sorted((luminance(style.fill), luminance(style.ink)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_letters_tell_areas_apart() -> None:
    assert abbreviations(["Amsterdam", "Amstelveen", "'s-Hertogenbosch", "Urk", "Ee"]) == {
        "Urk": "Urk",
        "Ee": "Ee",
        "Amsterdam": "Ams",
        "Amstelveen": "Amst",
        "'s-Hertogenbosch": "Her",
    }
    with (Path(seed_data.__file__).parent / "areas.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = [row["name"] for row in rows if row["kind"] == "municipality" and not row["valid_until"]]
    assert len(names) > 300
    letters = [one for one in abbreviations(names).values() if one]
    assert len(letters) == len({one.casefold() for one in letters}) > 300
    assert max(map(len, letters)) <= 4


def test_of_many_names_the_first_are_told() -> None:
    assert told_names(["Almere"]) == "Almere"
    assert told_names(["Almere", "Lelystad", "Urk"]) == "Almere, Lelystad en Urk"
    assert told_names(["a", "b", "c"], most=2) == "a, b en nog 1"
