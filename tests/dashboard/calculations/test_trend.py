"""The trend test on the series that Fingertips publishes, and the rule that no single year decides."""

import numpy as np
import pytest
from statsmodels.stats.contingency_tables import Table

from dashboard.calculations.denominators import bounded_share
from dashboard.calculations.rounding import Share, exact, within_rounding
from dashboard.calculations.trend import Point, TrendOutcome, chi_squared, holds_since, linear_trend, slope_sign
from tests.dashboard.example_facts import JEUGDZORG, almere

FALLING = "621/3454 599/3195 556/3256 535/3227 447/3121"
RISING = "2157/3454 2090/3195 2194/3256 2134.81/3152 2094/3062"
STABLE = "5405/18095 5500/18170 5435/18005 5480/17890 5315/17860"


def points(series: str, *, first_year: int = 2018) -> list[Point]:
    shares = [[float(part) for part in share.split("/")] for share in series.split()]
    return [Point(first_year + index, exact(count, denominator=size)) for index, (count, size) in enumerate(shares)]


@pytest.mark.parametrize(
    ("series", "outcome", "statistic"),
    [
        (FALLING, TrendOutcome.FALLING, 20.1151),
        (RISING, TrendOutcome.RISING, 30.0105),
        (STABLE, TrendOutcome.NO_CLEAR_TREND, 0.0180),
    ],
)
def test_the_published_series_have_their_published_chi_squared(
    series: str, outcome: TrendOutcome, statistic: float
) -> None:
    trend = linear_trend(points(series))
    assert trend.outcome == outcome
    assert trend.chi_squared is not None
    assert round(trend.chi_squared, 4) == statistic
    assert (trend.points, trend.first_year, trend.last_year) == (5, 2018, 2022)


@pytest.mark.parametrize("series", [FALLING, RISING, STABLE, "3/40 9/55 4/38 12/61 8/44 15/70"])
def test_chi_squared_agrees_with_statsmodels(series: str) -> None:
    shares = [point.share.nominal for point in points(series)]
    years = list(range(2018, 2018 + len(shares)))
    table = Table([[share.denominator - share.numerator, share.numerator] for share in shares], shift_zeros=False)
    association = table.test_ordinal_association(row_scores=np.array(years) - 2018.0, col_scores=np.array([0.0, 1.0]))
    total = sum(share.denominator for share in shares)
    expected = association.zscore**2 * total / (total - 1)
    assert chi_squared(shares, years=years) == pytest.approx(expected, rel=1e-9)


def test_four_points_are_too_few() -> None:
    trend = linear_trend(points(FALLING)[:4])
    assert trend.outcome == TrendOutcome.TOO_FEW_POINTS
    assert trend.chi_squared is None


def test_no_points_at_all_are_too_few() -> None:
    assert linear_trend([]).outcome == TrendOutcome.TOO_FEW_POINTS


def test_one_lucky_year_makes_no_trend() -> None:
    # A level line and then a jump: the test passes, but without 2022 the slope turns.
    jump = points("320/4000 318/4000 316/4000 314/4000 480/4000")
    shares = [point.share.nominal for point in jump]
    assert chi_squared(shares, years=range(2018, 2023)) > 9.5495
    assert slope_sign(shares[:4], years=range(2018, 2022)) == -1
    assert linear_trend(jump).outcome == TrendOutcome.NO_CLEAR_TREND


def test_nobody_in_any_year_is_no_trend() -> None:
    assert linear_trend(points("0/100 0/100 0/100 0/100 0/100")).outcome == TrendOutcome.NO_CLEAR_TREND


def test_almere_rises_at_both_ends_of_the_rounding_of_its_percentages() -> None:
    shares = [(figure.year, bounded_share(figure, indicator=JEUGDZORG)) for figure in almere()]
    trend = linear_trend([Point(year, share) for year, share in shares if share])
    assert trend.outcome == TrendOutcome.RISING
    assert (trend.points, trend.first_year, trend.last_year) == (7, 2018, 2024)


def test_a_trend_that_the_rounding_could_have_made_is_not_clear() -> None:
    counts = (50, 60, 70, 80, 90)
    sizes = [1000] * 5
    exactly = [Point(2018 + i, exact(c, denominator=n)) for i, (c, n) in enumerate(zip(counts, sizes, strict=True))]
    rounded = [
        Point(2018 + i, within_rounding(c, denominator=n, multiple=10))
        for i, (c, n) in enumerate(zip(counts, sizes, strict=True))
    ]
    assert linear_trend(exactly).outcome == TrendOutcome.RISING
    assert linear_trend(rounded).outcome == TrendOutcome.NO_CLEAR_TREND


def test_the_slope_has_the_sign_of_the_line() -> None:
    assert slope_sign([Share(1, 10), Share(2, 10)], years=[2020, 2021]) == 1
    assert slope_sign([Share(2, 10), Share(1, 10)], years=[2020, 2021]) == -1
    assert slope_sign([Share(1, 10), Share(1, 10)], years=[2020, 2021]) == 0


def test_since_a_year_is_said_only_when_five_points_from_then_on_show_it() -> None:
    seven = points("300/4000 310/4000 " + "320/4000 380/4000 440/4000 500/4000 560/4000")
    assert holds_since(seven, year=2020)
    assert not holds_since(seven, year=2021)
    assert not holds_since(points(STABLE), year=2018)
