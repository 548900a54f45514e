"""Progress in the words of METHODS 4, each worked by hand: what people read on every screen.

Among 10.000 the Wilson interval is about 0,6 to both sides of 9 to 11% and 0,8 to both sides of 80%.
"""

from dataclasses import replace

import pytest

from dashboard import statements
from data_models.facts import FigureFacts, NormFacts
from tests.dashboard.example_facts import JEUGDZORG, VSV, a_figure, a_norm, withheld

DOWN = a_norm()  # from 12,0 in 2020 to 9,0 in 2026: half a point a year, 10,0 in 2024
UP = a_norm(90.0, direction="up", start_value=60.0)  # 80,0 in 2024
BAND = a_norm(
    None, direction="band", lower=8.0, upper=10.0, start_value=13.0
)  # its upper edge from above: 11,0 in 2024
QUESTION = " Bereiken we ook de groepen die het moeilijkst te bereiken zijn?"
UPWARDS = replace(VSV, desired_direction="up")


def _of(count: float, *, year: int = 2024, among: float = 10_000) -> FigureFacts:
    return a_figure(100 * count / among, year=year, numerator=count, denominator=among, indicator="vsv")


def _said(figure: FigureFacts, *, norm: NormFacts) -> str:
    indicator = {"down": VSV, "up": UPWARDS, "band": replace(JEUGDZORG, rounding=1)}[norm.direction]
    return statements.progress([figure], norm=norm, indicator=indicator).text


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (840, "Norm gehaald: 8,4% in 2024. Tot nu toe: -0,9 procentpunt per jaar." + QUESTION),
        (
            890,
            "Op koers: 8,9% in 2024; de weg naar de norm ligt dan op 10,0%. Tot nu toe: -0,8 procentpunt per jaar."
            + QUESTION,
        ),
        (
            930,
            "Op koers: 9,3% in 2024; de weg naar de norm ligt dan op 10,0%. "
            "Nodig: -0,2 procentpunt per jaar; tot nu toe: -0,7 procentpunt per jaar." + QUESTION,
        ),
        (
            990,
            "Ligt op de weg, maar het verschil kan toeval zijn: 9,9% in 2024; de weg naar de norm ligt dan op 10,0%. "
            "Nodig: -0,5 procentpunt per jaar; tot nu toe: -0,5 procentpunt per jaar.",
        ),
        (
            1020,
            "Ligt achter, maar het verschil kan toeval zijn: 10,2% in 2024; de weg naar de norm ligt dan op 10,0%. "
            "Nodig: -0,6 procentpunt per jaar; tot nu toe: -0,5 procentpunt per jaar.",
        ),
        (
            1100,
            "Nog niet op koers: 11,0% in 2024; de weg naar de norm ligt dan op 10,0%. "
            "Nodig: -1,0 procentpunt per jaar; tot nu toe: -0,3 procentpunt per jaar.",
        ),
    ],
)
def test_downward_before_the_year_of_the_norm(count: float, text: str) -> None:
    assert _said(_of(count), norm=DOWN) == text


@pytest.mark.parametrize("year", [2026, 2028])
@pytest.mark.parametrize(
    ("count", "verdict"),
    [
        (840, "Norm gehaald"),
        (890, "Haalt de norm, maar het verschil kan toeval zijn"),
        (910, "Ligt achter, maar het verschil kan toeval zijn"),
        (1100, "Nog niet op koers"),
    ],
)
def test_in_the_year_of_the_norm_and_after_it_nothing_is_needed_any_more(count: float, verdict: str, year: int) -> None:
    text = _said(_of(count, year=year), norm=DOWN)
    assert text.startswith(f"{verdict}: ")
    assert "Nodig" not in text
    assert text.endswith(QUESTION) == (count < 1000)  # near the norm


@pytest.mark.parametrize(
    ("count", "verdict"),
    [
        (9150, "Norm gehaald"),
        (8400, "Op koers"),
        (8030, "Ligt op de weg, maar het verschil kan toeval zijn"),
        (7970, "Ligt achter, maar het verschil kan toeval zijn"),
        (7700, "Nog niet op koers"),
    ],
)
def test_upward_is_the_mirror(count: float, verdict: str) -> None:
    assert _said(_of(count), norm=UP).startswith(f"{verdict}: ")


@pytest.mark.parametrize(
    ("count", "verdict"),
    [
        (900, "Norm gehaald"),
        (980, "Op koers"),  # the interval passes the upper edge 10,0, but not the path of 11,0
        (1090, "Ligt op de weg, maar het verschil kan toeval zijn"),
        (1110, "Ligt achter, maar het verschil kan toeval zijn"),
        (1200, "Nog niet op koers"),
        (700, "Nog niet op koers"),  # below the band: too far
    ],
)
def test_a_band_is_reached_from_outside_and_not_passed(count: float, verdict: str) -> None:
    assert _said(_of(count), norm=BAND).startswith(f"{verdict}: ")


def test_without_count_and_denominator_it_is_not_assessed_and_the_pace_still_stands_beside_it() -> None:
    text = _said(a_figure(11.0, indicator="vsv"), norm=DOWN)
    assert text == (
        "Niet te beoordelen: aantal ontbreekt. Nodig: -1,0 procentpunt per jaar; tot nu toe: -0,3 procentpunt per jaar."
    )


def test_a_norm_of_zero_knows_zero_and_a_few() -> None:
    zero = a_norm(0.0, start_value=4.0)
    indicator = replace(VSV, zero_may_be_shown=True)
    nobody = a_figure(0.0, numerator=0.0, denominator=400.0, indicator="vsv")
    few = withheld("small-count", indicator="vsv")
    assert statements.progress([nobody], norm=zero, indicator=indicator).text.startswith("Norm gehaald: 0,0% in 2024.")
    assert statements.progress([few], norm=zero, indicator=indicator).text == (
        "Nog niet op 0 (niet getoond: minder dan 10)."
    )


def test_a_composed_area_is_judged_by_the_sum_of_its_counts() -> None:
    # Two gemeenten, 450 and 600 of 5.000 each, together 1.050 of 10.000: 10,5%, 9,9 to 11,1, around the path of 10,0.
    together = replace(_of(1050), status="derived", area="PO2401")
    assert _said(together, norm=replace(DOWN, area="PO2401")).startswith(
        "Ligt achter, maar het verschil kan toeval zijn: 10,5% in 2024; de weg naar de norm ligt dan op 10,0%."
    )


def test_a_card_says_the_same_verdict_in_short() -> None:
    for count, short in ((840, "norm gehaald"), (930, "op koers"), (1100, "nog niet op koers")):
        assert statements.progress_in_short([_of(count)], norm=DOWN, indicator=VSV).text == short
