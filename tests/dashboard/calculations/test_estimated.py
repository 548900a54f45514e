"""Denominators estimated from the population by age."""

from dataclasses import replace

import pytest

from dashboard.calculations.denominators import bounded_share
from dashboard.calculations.estimated import AgeClass, age_classes, ages_of, lacks_count, of_ages, with_estimates
from tests.dashboard.example_facts import JEUGDZORG, THUISZITTERS, a_figure, withheld

UP_TO_14, FROM_15 = AgeClass(0, 14, 39_594), AgeClass(15, 24, 27_349)  # Almere, 1 January 2021 (CBS, KWB 2021)
# Groningen, 1 January 2021, in five-year classes (CBS): a town of students.
GRONINGEN = [AgeClass(*one) for one in ((0, 4, 9470), (5, 9, 9415), (10, 14, 9480), (15, 19, 14155), (20, 24, 35345))]
OF_0_TO_22 = replace(
    JEUGDZORG, denominator="Alle kinderen en jongeren van 0 t/m 22 jaar die in het gebied wonen.", rounding=5
)


def test_nought_to_22_is_nought_to_14_and_eight_tenths_of_15_to_24() -> None:
    # 39,594 + 0.8 × 27,349 = 61,473.2
    found = of_ages([UP_TO_14, FROM_15], first=0, last=22)
    assert found is not None
    assert found.size == pytest.approx(61_473.2)
    assert found.divided == pytest.approx(0.8 * 27_349 / 61_473.2)
    assert found.classes == (UP_TO_14, FROM_15)


def test_nought_to_17_takes_three_tenths() -> None:
    found = of_ages([FROM_15, UP_TO_14], first=0, last=17)
    assert found is not None
    assert found.size == pytest.approx(39_594 + 0.3 * 27_349)


def test_the_narrowest_classes_are_used() -> None:
    # 42,520 of 0-19 and 3/5 of 35,345: in a town of students the wide class is 4,000 too many.
    wide = [AgeClass(0, 14, 28_365), AgeClass(15, 24, 49_500), AgeClass(0, 24, 77_865)]
    found = of_ages([*wide, *GRONINGEN], first=0, last=22)
    assert found is not None
    assert found.size == pytest.approx(42_520 + 0.6 * 35_345)


def test_nothing_is_estimated_when_more_than_half_rests_on_an_even_spread() -> None:
    assert of_ages([AgeClass(0, 14, 28_365), AgeClass(15, 24, 49_500)], first=0, last=22) is None
    assert of_ages([AgeClass(0, 24, 66_943)], first=0, last=17) is None


def test_an_age_without_a_class_cannot_be_estimated() -> None:
    assert of_ages([FROM_15], first=0, last=17) is None
    assert of_ages([], first=0, last=17) is None
    assert of_ages([AgeClass(0, 17, 0.0)], first=0, last=17) is None


@pytest.mark.parametrize(
    ("definition", "ages"),
    [
        ("Alle kinderen en jongeren van 0 t/m 22 jaar die in het gebied wonen.", (0, 22)),
        ("Alle jongeren van 12 t/m 22 jaar die in het gebied wonen.", (12, 22)),
        ("Alle jongeren van 0 t/m 17 jaar met jeugdhulp in natura.", None),
        ("Alle leerlingen in groep 8 met een definitief schooladvies.", None),
        ("", None),
    ],
)
def test_only_a_denominator_that_is_everybody_of_an_age_has_ages(definition: str, ages: tuple[int, int] | None) -> None:
    assert ages_of(replace(JEUGDZORG, denominator=definition)) == ages


def test_a_count_of_children_is_a_share_of_nobody() -> None:
    assert ages_of(replace(OF_0_TO_22, unit="count")) is None


def test_the_age_classes_come_from_the_breakdowns_of_the_population() -> None:
    population = [
        a_figure(66_943.0, breakdown="", year=2021),
        a_figure(39_594.0, breakdown="leeftijd:0-14", year=2021),
        a_figure(27_349.0, breakdown="leeftijd:15-24", year=2021),
        a_figure(10.0, breakdown="geslacht:meisjes", year=2021),
        withheld("source", breakdown="leeftijd:0-14", year=2022),
    ]
    assert age_classes(population) == {2021: (UP_TO_14, FROM_15)}


def test_the_count_is_the_percentage_of_the_estimated_denominator() -> None:
    # 10.7% of 61,473.2 is 6,577.6; CBS later counted 6,585.
    (figure,) = with_estimates([a_figure(10.7, year=2021)], indicator=OF_0_TO_22, classes={2021: (UP_TO_14, FROM_15)})
    assert figure.estimated
    assert figure.status == "final"
    assert figure.value == 10.7
    assert figure.denominator == pytest.approx(61_473.2)
    assert figure.numerator == pytest.approx(6_577.63, abs=0.01)


def test_an_estimate_moves_with_the_rounding_of_the_percentage() -> None:
    (figure,) = with_estimates([a_figure(10.7, year=2021)], indicator=OF_0_TO_22, classes={2021: (UP_TO_14, FROM_15)})
    share = bounded_share(figure, indicator=OF_0_TO_22)
    assert share is not None
    assert share.approximate
    assert share.low.proportion == pytest.approx(0.1065)
    assert share.high.proportion == pytest.approx(0.1075)


def test_nothing_is_estimated_that_was_published_or_belongs_to_a_group_or_half_a_year() -> None:
    figures = [
        a_figure(10.7, year=2021, numerator=6585.0),
        a_figure(10.7, year=2021, breakdown="geslacht:meisjes"),
        a_figure(10.7, year=2021, period="2021H1"),
        a_figure(10.7, year=2020),
        withheld("source", year=2021),
    ]
    classes = {2021: (UP_TO_14, FROM_15)}
    assert with_estimates(figures, indicator=OF_0_TO_22, classes=classes) == tuple(figures)
    assert with_estimates(figures, indicator=THUISZITTERS, classes=classes) == tuple(figures)


def test_a_value_without_count_and_denominator_lacks_its_count() -> None:
    assert lacks_count(a_figure(10.7))
    assert not lacks_count(a_figure(10.7, numerator=6585.0))
    assert not lacks_count(withheld("source"))
