"""Three years together: sums of years that are shown, with Wilson's interval on the sums."""

import pytest

from dashboard.calculations.intervals import exact_poisson, wilson
from dashboard.calculations.pooling import is_wide, pooled, windows
from dashboard.calculations.rounding import Share
from tests.dashboard.example_facts import JEUGDZORG as CBS
from tests.dashboard.example_facts import THUISZITTERS, VSV, a_figure, almere, series_of, withheld


def test_counts_and_denominators_of_three_years_are_summed() -> None:
    # 12 + 9 + 15 = 36 of 80 + 90 + 100 = 270.
    found = pooled(series_of(["5/70", "12/80", "9/90", "15/100"]), indicator=VSV)
    assert found is not None
    assert [figure.year for figure in found.figures] == [2019, 2020, 2021]
    assert (found.share.nominal.numerator, found.share.nominal.denominator) == (36.0, 270.0)
    assert found.interval(unit="percentage") == wilson(36, denominator=270)
    assert found.proportion == pytest.approx(0.13333, abs=1e-5)


def test_three_hundredths_of_the_published_example_have_its_interval() -> None:
    # 222 of 3215 is published by UKHSA with 0.0608 to 0.0783; here in three years.
    found = pooled(series_of(["70/1000", "72/1100", "80/1115"]), indicator=VSV)
    assert found is not None
    interval = found.interval(unit="percentage")
    assert interval.lower == pytest.approx(0.060791690363636595, abs=1e-9)
    assert interval.upper == pytest.approx(0.07833956681383633, abs=1e-9)


def test_rates_are_pooled_with_the_exact_interval() -> None:
    figures = [
        a_figure(10.0, indicator="thuiszitters", year=year, numerator=4.0, denominator=400.0)
        for year in (2022, 2023, 2024)
    ]
    found = pooled(figures, indicator=THUISZITTERS)
    assert found is not None
    assert found.interval(unit="per_1000") == exact_poisson(12, exposure=1200)


def test_the_rounding_of_each_year_is_carried_into_the_sum() -> None:
    found = pooled(series_of(["50/800", "60/800", "70/800"]), indicator=CBS)
    assert found is not None
    assert (found.share.low.numerator, found.share.high.numerator) == (172.5, 187.5)


def test_derived_denominators_make_the_sum_approximate() -> None:
    found = pooled(almere(), indicator=CBS)
    assert found is not None
    assert found.share.approximate
    assert found.share.nominal.numerator == 6680 + 7160 + 7400


def test_nothing_is_pooled_when_the_last_year_is_withheld() -> None:
    shown = series_of(["12/80", "9/90", "15/100"], first_year=2021)
    assert pooled([*shown, withheld("small-count", year=2024)], indicator=VSV) is None


def test_nothing_is_pooled_around_a_year_that_is_withheld() -> None:
    first, _, last = series_of(["12/80", "9/90", "15/100"], first_year=2022)
    assert pooled([first, withheld("small-count", year=2023), last], indicator=VSV) is None


def test_nothing_is_pooled_across_a_break() -> None:
    figures = series_of(["12/80", "9/90", "15/100"], first_year=2022)
    assert pooled(figures, indicator=VSV, breaks=[2023]) is None
    assert pooled(figures, indicator=VSV, breaks=[2022]) is not None


def test_provisional_and_final_years_are_not_pooled() -> None:
    final = series_of(["12/80", "9/90"], first_year=2022)
    provisional = series_of(["15/100"], first_year=2024, status="provisional")
    assert pooled([*final, *provisional], indicator=VSV) is None


@pytest.mark.parametrize("missing", ["year", "count", "share"])
def test_three_years_with_count_and_denominator_are_needed(missing: str) -> None:
    figures = series_of(["12/80", "9/90", "15/100"])
    if missing == "year":
        assert pooled(figures[:2], indicator=VSV) is None
    elif missing == "count":
        assert pooled([*figures[:2], a_figure(15.0, year=2020)], indicator=VSV) is None
    else:
        assert pooled([a_figure(9.0, year=year) for year in (2018, 2019, 2020)], indicator=VSV) is None


def test_half_years_are_another_measure() -> None:
    figures = series_of(["12/80", "9/90", "15/100"])
    assert pooled([*figures, a_figure(7.0, period="2020H1", year=2020)], indicator=VSV) == pooled(
        figures, indicator=VSV
    )


def test_an_interval_of_more_than_ten_points_is_wide() -> None:
    # 20 of 100: 13.3% to 28.9%; 222 of 3215: 6.1% to 7.8%.
    assert is_wide(wilson(20, denominator=100))
    assert not is_wide(wilson(222, denominator=3215))


def test_every_three_years_that_follow_each_other_are_a_window() -> None:
    # 5+12+9 of 70+80+90, 12+9+15 of 80+90+100.
    found = windows(series_of(["5/70", "12/80", "9/90", "15/100"]), indicator=VSV)
    assert [(one.period, one.together and one.together.share.nominal) for one in found] == [
        ("2018–2020", Share(26.0, 240.0)),
        ("2019–2021", Share(36.0, 270.0)),
    ]


def test_no_window_goes_across_a_break() -> None:
    found = windows(series_of(["5/70"] * 7), indicator=VSV, breaks={2022})
    assert [one.period for one in found] == ["2018–2020", "2019–2021", "2022–2024"]


def test_a_window_with_a_withheld_year_says_so_and_has_no_sum() -> None:
    years = series_of(["12/80", "9/90", "15/100"], first_year=2021)
    found = windows([*years, withheld("small-count", year=2024)], indicator=VSV)
    assert [(one.period, one.together is None) for one in found] == [("2021–2023", False), ("2022–2024", True)]


def test_two_years_are_no_window() -> None:
    assert windows(series_of(["12/80", "9/90"]), indicator=VSV) == ()
