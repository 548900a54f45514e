"""Intervals agree with UKHSA's PHEindicatormethods to 1e-9."""

import pytest
from statsmodels.stats.proportion import proportion_confint

from dashboard.calculations.denominators import derived
from dashboard.calculations.intervals import ALERT_LEVEL, exact_poisson, interval_of, wilson
from dashboard.calculations.rounding import exact, within_rounding

TO_NINE_DECIMALS = 1e-9


@pytest.mark.parametrize(
    ("count", "size", "lower", "upper"),
    [
        (1, 100, 0.0017674320641406511, 0.054486196178705294),
        (20, 100, 0.1333669333310325, 0.28882916559315885),
        (222, 3215, 0.060791690363636595, 0.07833956681383633),
    ],
)
def test_wilson_agrees_with_the_published_values(count: int, size: int, lower: float, upper: float) -> None:
    interval = wilson(count, denominator=size)
    assert interval.lower == pytest.approx(lower, abs=TO_NINE_DECIMALS)
    assert interval.upper == pytest.approx(upper, abs=TO_NINE_DECIMALS)
    assert (interval.level, interval.method) == (0.95, "Wilson")


def test_wilson_for_alerts_agrees_with_the_published_values() -> None:
    interval = wilson(65, denominator=100, level=ALERT_LEVEL)
    assert interval.lower == pytest.approx(0.4954946574070431, abs=TO_NINE_DECIMALS)
    assert interval.upper == pytest.approx(0.7783540614089697, abs=TO_NINE_DECIMALS)


@pytest.mark.parametrize(("count", "size"), [(0, 12), (12, 12), (1, 3), (7400, 63247.86), (217.5, 3215)])
@pytest.mark.parametrize("level", [0.95, 0.998])
def test_wilson_agrees_with_statsmodels(count: float, size: float, level: float) -> None:
    lower, upper = proportion_confint(count, size, alpha=1 - level, method="wilson")
    interval = wilson(count, denominator=size, level=level)
    assert (interval.lower, interval.upper) == pytest.approx((lower, upper), abs=1e-12)


def test_exact_poisson_agrees_with_the_published_values_per_hundred() -> None:
    interval = exact_poisson(1, exposure=100).scaled(100)
    assert interval.lower == pytest.approx(0.025317807984289897, abs=TO_NINE_DECIMALS)
    assert interval.upper == pytest.approx(5.571643390938898, abs=TO_NINE_DECIMALS)


def test_a_share_that_was_not_rounded_has_the_plain_interval() -> None:
    assert interval_of(exact(222, denominator=3215), unit="percentage") == wilson(222, denominator=3215)


def test_rounding_is_carried_into_the_interval() -> None:
    interval = interval_of(within_rounding(220, denominator=3215, multiple=10), unit="percentage")
    assert interval.lower == wilson(215, denominator=3215).lower
    assert interval.upper == wilson(225, denominator=3215).upper


def test_a_derived_denominator_widens_the_interval_by_the_rounding_of_the_percentage() -> None:
    share = derived(7400, value=11.7, scale=100, decimals=1)
    assert share is not None
    interval = interval_of(share, unit="percentage")
    assert interval.lower == pytest.approx(wilson(7400, denominator=7400 / 0.1165).lower, abs=TO_NINE_DECIMALS)
    assert interval.upper == pytest.approx(wilson(7400, denominator=7400 / 0.1175).upper, abs=TO_NINE_DECIMALS)
