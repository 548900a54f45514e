"""The series of a samenwerkingsverband from its gemeenten: sums by share, period by period."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from dashboard.calculations.composed_series import ComposedSeries, composed_series
from data_models.compositions import Belonging
from data_models.facts import AreaFacts, FigureFacts, IndicatorFacts, SuccessionFacts
from tests.dashboard.example_facts import THUISZITTERS, VSV, a_figure, withheld

WHOLE = AreaFacts(code="PO1", kind="partnership", name="swv", valid_from=2018, valid_until=None, fictional=True)
LARGE = AreaFacts(code="GM1", kind="municipality", name="Groot", valid_from=2018, valid_until=None, fictional=True)
HALF = AreaFacts(code="GM2", kind="municipality", name="Half", valid_from=2018, valid_until=None, fictional=True)


def _all_years(*parts: tuple[AreaFacts, float]) -> list[Belonging]:
    """Parts that belonged to the whole for as long as they existed."""
    return [Belonging(area, share, area.valid_from, area.valid_until) for area, share in parts]


def _composed(
    large: Sequence[FigureFacts],
    half: Sequence[FigureFacts],
    *,
    half_area: AreaFacts = HALF,
    indicator: IndicatorFacts = VSV,
) -> ComposedSeries:
    return composed_series(
        WHOLE,
        parts=_all_years((LARGE, 1.0), (half_area, 0.5)),
        figures={"GM1": large, "GM2": half},
        indicator=indicator,
    )


def _large(value: float = 10.0, **changes: str | int) -> FigureFacts:
    return a_figure(value, area="GM1", numerator=100.0, denominator=1000.0, **changes)


def _half(value: float = 15.0, **changes: str | float) -> FigureFacts:
    return a_figure(value, area="GM2", **{"numerator": 60.0, "denominator": 400.0, **changes})


def test_counts_and_denominators_are_summed_by_share_and_never_averaged() -> None:
    # 100 + 0.5 × 60 = 130 of 1000 + 0.5 × 400 = 1200: 10.83%; the average of 10 and 15 would be 12.5.
    made = _composed([_large()], [_half()])
    (figure,) = made.figures
    assert (figure.area, figure.period, figure.status) == ("PO1", "2024", "derived")
    assert (figure.numerator, figure.denominator) == (130.0, 1200.0)
    assert figure.value == pytest.approx(10.8333, abs=0.0001)
    assert made.latest is not None
    assert (made.latest.used, made.latest.total) == (2, 2)


def test_a_rate_per_thousand_stays_one() -> None:
    # 130 of 1200 is 108.3 per 1.000.
    large, half = _large(value=100.0), _half(value=150.0)
    (figure,) = _composed([large], [half], indicator=THUISZITTERS).figures
    assert figure.value == pytest.approx(108.333, abs=0.001)


@pytest.mark.parametrize(
    ("of_large", "of_half", "status"),
    [
        ("final", "final", "derived"),
        ("final", "provisional", "provisional"),
        ("final", "estimated", "estimated"),
        ("estimated", "provisional", "provisional"),
        ("revised", "final", "derived"),
    ],
)
def test_a_sum_is_as_certain_as_its_least_certain_part(of_large: str, of_half: str, status: str) -> None:
    (figure,) = _composed([_large(status=of_large)], [_half(status=of_half)]).figures
    assert figure.status == status


def test_a_denominator_that_the_source_does_not_give_makes_the_sum_an_estimate() -> None:
    # 60 children are 15.0%: 400; half of them again makes 130 of 1200.
    (figure,) = _composed([_large()], [replace(_half(), denominator=None)]).figures
    assert (figure.status, figure.numerator) == ("estimated", 130.0)
    assert figure.denominator == pytest.approx(1200.0)


def test_a_part_that_is_not_shown_is_left_out_as_long_as_the_others_are_four_fifths() -> None:
    # In 2024 half of the part's 400 of 2023 is missing: 1000 of 1200, 83%.
    large = [_large(year=2023), _large()]
    half = [_half(year=2023), withheld("small-count", area="GM2")]
    made = _composed(large, half)
    assert [(figure.period, figure.numerator) for figure in made.figures] == [("2023", 130.0), ("2024", 100.0)]
    assert made.latest is not None
    assert (made.latest.used, made.latest.total) == (1, 2)
    assert made.latest.coverage == pytest.approx(1000 / 1200)


def test_under_four_fifths_of_the_children_there_is_no_figure() -> None:
    # 1000 of 1000 + 0.5 × 600: 76.9%.
    half = [_half(year=2023, denominator=600.0), withheld("small-count", area="GM2")]
    assert [figure.period for figure in _composed([_large(year=2023), _large()], half).figures] == ["2023"]


def test_a_missing_part_is_as_large_as_in_the_nearest_year() -> None:
    # 600 in 2019 would be too much, 400 in 2023 is not; a later year serves as well as an earlier one.
    half = [_half(year=2019, denominator=600.0), _half(year=2023)]
    made = _composed([_large()], half)
    assert [figure.period for figure in made.figures] == ["2024"]
    assert [figure.period for figure in _composed([_large(year=2022)], half).figures] == ["2022"]


def test_a_period_of_which_a_part_has_no_figure_has_none() -> None:
    assert _composed([_large()], []).figures == ()


def test_periods_in_which_a_part_did_not_exist_are_left_out() -> None:
    large = [_large(year=year) for year in (2021, 2022, 2023)]
    half = [_half(year=year) for year in (2021, 2022, 2023)]
    from_2022 = replace(HALF, valid_from=2022)
    until_2022 = replace(HALF, valid_until=2022)
    assert [figure.period for figure in _composed(large, half[1:], half_area=from_2022).figures] == ["2022", "2023"]
    assert [figure.period for figure in _composed(large, half[:2], half_area=until_2022).figures] == ["2021", "2022"]


def test_what_a_merged_gemeente_counted_before_comes_from_its_predecessors_once() -> None:
    # GM2 arose in 2023 from GM3, which is itself listed until 2022: 100 + 0.5 × 40 of 1000 + 0.5 × 400.
    arose, former = replace(HALF, valid_from=2023), replace(HALF, code="GM3", valid_until=2022)
    of_former = [replace(_half(year=2022, numerator=40.0), area="GM3")]
    carried = [_half(year=2022, numerator=40.0), _half(year=2023)]
    succession = [SuccessionFacts(former="GM3", successor="GM2", year=2023, share=1.0)]

    def made(parts: Sequence[tuple[AreaFacts, float]], half: Sequence[FigureFacts]) -> dict[str, float | None]:
        found = composed_series(
            WHOLE,
            parts=_all_years(*parts),
            figures={"GM1": [_large(year=2022), _large(year=2023)], "GM2": half, "GM3": of_former},
            indicator=VSV,
            successions=succession,
        )
        return {figure.period: figure.numerator for figure in found.figures}

    both = [(LARGE, 1.0), (arose, 0.5), (former, 0.5)]
    assert made(both, carried[1:]) == {"2022": 120.0, "2023": 130.0}
    assert made(both, carried) == {"2022": 120.0, "2023": 130.0}
    assert made(both[:2], carried) == {"2022": 120.0, "2023": 130.0}
    assert made(both[:2], carried[1:]) == {"2023": 130.0}


def test_periods_come_in_time_order_however_they_are_given() -> None:
    large = [_large(), _large(year=2022), _large(year=2023)]
    half = [_half(year=2023), _half(), _half(year=2022)]
    assert [figure.period for figure in _composed(large, half).figures] == ["2022", "2023", "2024"]


@pytest.mark.parametrize("unit", ["count", "days", "scale"])
def test_what_is_not_a_share_is_never_composed(unit: str) -> None:
    made = _composed([_large()], [_half()], indicator=replace(VSV, unit=unit))
    assert (made.figures, made.latest) == ((), None)


def test_each_year_counts_with_the_share_of_that_year() -> None:
    # Half until 2023, a quarter from 2024: 100 + 30 of 1000 + 200, then 100 + 15 of 1000 + 100.
    parts = [Belonging(LARGE, 1.0, 2018, None), Belonging(HALF, 0.5, 2018, 2023), Belonging(HALF, 0.25, 2024, None)]
    figures = {"GM1": [_large(year=2017), _large(year=2023), _large()], "GM2": [_half(year=2023), _half()]}
    made = composed_series(WHOLE, parts=parts, figures=figures, indicator=VSV)
    assert [(one.period, one.numerator, one.denominator) for one in made.figures] == [
        ("2023", 130.0, 1200.0),
        ("2024", 115.0, 1100.0),
    ]


def test_a_part_that_came_later_or_left_is_no_part_before_and_after() -> None:
    parts = [Belonging(LARGE, 1.0, 2018, None), Belonging(HALF, 0.5, 2022, 2023)]
    years = (2017, 2021, 2022, 2023, 2024)
    figures = {"GM1": [_large(year=year) for year in years], "GM2": [_half(year=year) for year in years]}
    made = composed_series(WHOLE, parts=parts, figures=figures, indicator=VSV)
    assert {one.period: one.numerator for one in made.figures} == {
        "2017": 100.0,
        "2021": 100.0,
        "2022": 130.0,
        "2023": 130.0,
        "2024": 100.0,
    }
    assert made.latest is not None
    assert made.latest.changes == (2022, 2024)


def test_a_year_that_misses_another_part_is_named_beside_the_latest() -> None:
    # Half is a fifth of the children at most (200 of 1.200 = 17%), so the whole is shown without it.
    large = [_large(period=str(year), year=year) for year in (2022, 2023, 2024)]
    half = [
        _half(period="2023", year=2023),
        *(withheld("small-count", area="GM2", period=str(year), year=year) for year in (2022, 2024)),
    ]
    made = _composed(large, half)
    assert made.latest is not None
    assert (made.latest.missing, made.latest.otherwise) == (frozenset({"GM2"}), ("2023",))
    assert made.latest.changes == (2023, 2024)
    whole = _composed(large, [_half(period=str(year), year=year) for year in (2022, 2023, 2024)]).latest
    assert whole is not None
    assert (whole.otherwise, whole.changes) == ((), ())
