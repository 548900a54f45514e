"""Progress in the words of METHODS 4, each worked by hand: what people read on every screen.

Among 10.000 the Wilson interval is about 0,6 to both sides of 9 to 11% and 0,8 to both sides of 80%.
"""

from dataclasses import replace

import pytest

from dashboard import statements
from dashboard.calculations.composed_series import composed_series
from data_models.compositions import Belonging
from data_models.facts import AreaFacts, FigureFacts, IndicatorFacts, NormFacts
from tests.dashboard.example_facts import JEUGDZORG, VSV, a_figure, a_norm, withheld

DOWN = a_norm()  # from 12,0 in 2020 to 9,0 in 2026: half a point a year, 10,0 in 2024
UP = a_norm(90.0, direction="up", start_value=60.0)  # 80,0 in 2024
BAND = a_norm(
    None, direction="band", lower=8.0, upper=10.0, start_value=13.0
)  # its upper edge from above: 11,0 in 2024
QUESTION = " Bereiken we ook de groepen die het moeilijkst te bereiken zijn?"
UPWARDS = replace(VSV, desired_direction="up")
SHARE = replace(JEUGDZORG, rounding=1)  # of which no direction is better


def _of(count: float, *, year: int = 2024, among: float = 10_000) -> FigureFacts:
    return a_figure(100 * count / among, year=year, numerator=count, denominator=among, indicator="vsv")


def _said(figure: FigureFacts, *, norm: NormFacts) -> str:
    indicator = {"down": VSV, "up": UPWARDS, "band": SHARE}[norm.direction]
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


@pytest.mark.parametrize(("year", "pace"), [(2026, "+5,3"), (2028, "+3,9")])  # 31,5 in six years, and in eight
@pytest.mark.parametrize(
    ("count", "verdict"),
    [
        (9150, "Norm gehaald"),  # 91,5 ± 0,5: wholly above 90
        (9020, "Haalt de norm, maar het verschil kan toeval zijn"),  # 89,6 to 90,8
        (8980, "Ligt achter, maar het verschil kan toeval zijn"),  # 89,2 to 90,4
        (8800, "Nog niet op koers"),  # 87,3 to 88,6
    ],
)
def test_upward_in_the_year_of_the_norm_and_after_it(count: float, verdict: str, year: int, pace: str) -> None:
    text = _said(_of(count, year=year), norm=UP)
    assert text.startswith(f"{verdict}: ")
    assert "Nodig" not in text
    assert text.endswith(QUESTION) == (count > 8800)
    assert (f"Tot nu toe: {pace} procentpunt per jaar." in text) == (count == 9150)


@pytest.mark.parametrize("year", [2026, 2028])
@pytest.mark.parametrize(
    ("count", "verdict", "edge"),
    [
        (900, "Norm gehaald", ""),  # 8,5 to 9,6: within 8 and 10
        (980, "Haalt de norm, maar het verschil kan toeval zijn", ""),  # 9,2 to 10,4
        (1020, "Ligt achter, maar het verschil kan toeval zijn", "10,0%"),  # 9,6 to 10,8
        (1100, "Nog niet op koers", "10,0%"),  # 10,4 to 11,6
        (790, "Ligt achter, maar het verschil kan toeval zijn", "8,0%"),  # 7,4 to 8,4: fell through
        (700, "Nog niet op koers", "8,0%"),  # 6,5 to 7,5
    ],
)
def test_a_band_in_its_year_and_after_it_is_judged_by_the_nearest_edge(
    count: float, verdict: str, edge: str, year: int
) -> None:
    text = _said(_of(count, year=year), norm=BAND)
    assert text.startswith(f"{verdict}: ")
    assert "Nodig" not in text
    assert (f"de weg naar de norm ligt dan op {edge}." in text) == bool(edge)


@pytest.mark.parametrize(
    ("norm", "value", "year", "pace"),
    [
        (DOWN, 11.0, 2026, "Tot nu toe: -0,2 procentpunt per jaar."),  # 1,0 in six years
        (DOWN, 11.0, 2028, "Tot nu toe: -0,1 procentpunt per jaar."),  # in eight
        (UP, 80.0, 2024, "Nodig: +5,0 procentpunt per jaar; tot nu toe: +5,0 procentpunt per jaar."),
        (UP, 80.0, 2026, "Tot nu toe: +3,3 procentpunt per jaar."),
        (UP, 80.0, 2028, "Tot nu toe: +2,5 procentpunt per jaar."),
        (BAND, 11.0, 2024, "Nodig: -0,5 procentpunt per jaar; tot nu toe: -0,5 procentpunt per jaar."),
        (BAND, 9.0, 2024, "Tot nu toe: -1,0 procentpunt per jaar."),  # within the band nothing is needed
        (BAND, 11.0, 2026, "Tot nu toe: -0,3 procentpunt per jaar."),
        (BAND, 11.0, 2028, "Tot nu toe: -0,3 procentpunt per jaar."),
    ],
)
def test_without_count_and_denominator_no_direction_or_year_is_assessed(
    norm: NormFacts, value: float, year: int, pace: str
) -> None:
    text = _said(a_figure(value, year=year, indicator="vsv"), norm=norm)
    assert text == f"Niet te beoordelen: aantal ontbreekt. {pace}"


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


WHOLE, LARGE, HALF = (
    AreaFacts(code=code, kind=kind, name=code, valid_from=2018, valid_until=None, fictional=True)
    for code, kind in (("PO1", "partnership"), ("GM1", "municipality"), ("GM2", "municipality"))
)


def _of_both(large: float, half: float, *, indicator: IndicatorFacts, year: int = 2024) -> tuple[FigureFacts, ...]:
    """The samenwerkingsverband of a gemeente of 7.000 and half of one of 6.000."""
    figures = {
        "GM1": [replace(_of(large, year=year, among=7_000), area="GM1")],
        "GM2": [replace(_of(half, year=year, among=6_000), area="GM2")],
    }
    parts = [Belonging(area, share, 2018, None) for area, share in ((LARGE, 1.0), (HALF, 0.5))]
    return composed_series(WHOLE, parts=parts, figures=figures, indicator=indicator).figures


@pytest.mark.parametrize(
    ("norm", "indicator", "large", "half", "year", "text"),
    [
        # 770 and half of 660: 1.100 of 10.000
        (DOWN, VSV, 770, 660, 2024, "Nog niet op koers: 11,0% in 2024; de weg naar de norm ligt dan op 10,0%."),
        # 728 and half of 644: 1.050 of 10.000, 9,9 to 11,1, around the path of 10,0
        (
            DOWN,
            VSV,
            728,
            644,
            2024,
            "Ligt achter, maar het verschil kan toeval zijn: 10,5% in 2024; de weg naar de norm ligt dan op 10,0%.",
        ),
        (DOWN, VSV, 588, 504, 2026, "Norm gehaald: 8,4% in 2026."),  # 588 and half of 504: 840
        # 5.600 and half of 4.860: 8.030 of 10.000
        (
            UP,
            UPWARDS,
            5_600,
            4_860,
            2024,
            "Ligt op de weg, maar het verschil kan toeval zijn: 80,3% in 2024; de weg naar de norm ligt dan op 80,0%.",
        ),
        (UP, UPWARDS, 6_150, 5_300, 2028, "Nog niet op koers: 88,0% in 2028; de weg naar de norm ligt dan op 90,0%."),
        (BAND, SHARE, 630, 540, 2024, "Norm gehaald: 9,0% in 2024."),  # 630 and half of 540: 900
        (BAND, SHARE, 490, 420, 2026, "Nog niet op koers: 7,0% in 2026; de weg naar de norm ligt dan op 8,0%."),
    ],
)
def test_a_composed_area_is_judged_by_the_sum_of_its_counts(
    norm: NormFacts, indicator: IndicatorFacts, large: float, half: float, year: int, text: str
) -> None:
    figures = _of_both(large, half, indicator=indicator, year=year)
    said = statements.progress(figures, norm=replace(norm, area="PO1"), indicator=indicator).text
    assert said.startswith(text)


def test_a_composed_area_of_which_too_little_is_known_is_not_judged() -> None:
    # Without the count of the second, 7.000 of 10.000 is known: less than 80%, so there is no figure of the whole.
    figures = {
        "GM1": [replace(_of(770, among=7_000), area="GM1")],
        "GM2": [replace(_of(660, among=6_000), area="GM2", numerator=None)],
    }
    parts = [Belonging(area, share, 2018, None) for area, share in ((LARGE, 1.0), (HALF, 0.5))]
    made = composed_series(WHOLE, parts=parts, figures=figures, indicator=VSV).figures
    assert made == ()
    assert statements.progress(made, norm=replace(DOWN, area="PO1"), indicator=VSV).text == (
        "Te vroeg: er is nog geen cijfer na 2020."
    )


def test_a_card_says_the_same_verdict_in_short() -> None:
    for count, short in ((840, "norm gehaald"), (930, "op koers"), (1100, "nog niet op koers")):
        assert statements.progress_in_short([_of(count)], norm=DOWN, indicator=VSV).text == short
