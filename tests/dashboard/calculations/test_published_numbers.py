"""Numbers that others published, each against ours.

UKHSA: PHEindicatormethods (`tests/testthat/testdata_funnel_rate_outputs.csv`) and its Python sister PHStatsMethods
(DHSC, `tests/test.wilsons.py`). The others stand in statsmodels' own tests (`stats/tests`, 0.15), worked in R by the
package named beside them.
"""

import numpy as np
import pytest
from statsmodels.stats.proportion import confint_proportions_2indep
from statsmodels.stats.proportion import test_proportions_2indep as proportions_test
from statsmodels.stats.rates import confint_poisson
from statsmodels.stats.tests.results.results_proportion import res_binom, res_binom_methods

from dashboard.calculations.comparison import p_value
from dashboard.calculations.intervals import ALERT_LEVEL, exact_poisson, wilson
from dashboard.calculations.rounding import Share
from dashboard.calculations.trend import chi_squared

WILSON_IN_R = res_binom_methods.index("wilson")  # binom.confint


@pytest.mark.parametrize(
    ("count", "size", "level", "lower"),
    [(20, 360, 0.95, 0.036248204600072345), (550, 2400, ALERT_LEVEL, 0.20375892211705743)],
)
def test_the_lower_bounds_of_wilson_are_those_of_ukhsa(count: int, size: int, level: float, lower: float) -> None:
    assert wilson(count, denominator=size, level=level).lower == pytest.approx(lower, abs=1e-12)


@pytest.mark.parametrize(
    ("count", "size", "level", "upper"),
    [(30, 400, 0.95, 0.10504770626130437), (76, 238, ALERT_LEVEL, 0.418131030603369)],
)
def test_the_upper_bounds_of_wilson_are_those_of_ukhsa(count: int, size: int, level: float, upper: float) -> None:
    assert wilson(count, denominator=size, level=level).upper == pytest.approx(upper, abs=1e-12)


@pytest.mark.parametrize("case", list(res_binom), ids=str)
def test_wilson_agrees_with_binom_confint_in_r(case: tuple[int, int]) -> None:
    count, size = case
    interval = wilson(count, denominator=size)
    assert interval.lower == pytest.approx(max(res_binom[case].ci_low[WILSON_IN_R], 0), abs=1e-7)
    assert interval.upper == pytest.approx(min(res_binom[case].ci_upp[WILSON_IN_R], 1), abs=1e-7)


@pytest.mark.parametrize(
    ("count", "size", "lower", "upper", "within"),
    [
        (19, 38, 0.348499283643951, 0.651500716356049, 1e-12),
        (100, 200, 0.4313609, 0.5686391, 1e-7),  # DescTools BinomCI, R 4.3.3
    ],
)
def test_wilson_agrees_with_the_examples_of_statsmodels(
    count: int, size: int, lower: float, upper: float, within: float
) -> None:
    interval = wilson(count, denominator=size)
    assert (interval.lower, interval.upper) == pytest.approx((lower, upper), abs=within)


@pytest.mark.parametrize(
    ("one", "other"),
    [((7, 34), (1, 34)), ((0, 12), (3, 12)), ((11, 12), (3, 12)), ((10, 100), (20, 110)), ((7400, 63248), (50, 400))],
)
def test_the_difference_of_two_proportions_agrees_with_statsmodels(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    expected = proportions_test(*one, *other, method="agresti-caffo").pvalue
    assert p_value(Share(*one), reference=Share(*other), unit="percentage") == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("count", [0, 1, 2.5, 10, 400, 12345])
@pytest.mark.parametrize("level", [0.95, ALERT_LEVEL])
def test_the_exact_interval_of_a_rate_agrees_with_statsmodels(count: float, level: float) -> None:
    lower, upper = confint_poisson(count, 400, method="exact-c", alpha=1 - level)
    interval = exact_poisson(count, exposure=400, level=level)
    assert (interval.lower, interval.upper) == pytest.approx((np.nan_to_num(lower), upper), rel=1e-9)


@pytest.mark.parametrize(("count", "size"), [(0, 77), (38, 38)])
def test_wilson_never_leaves_nought_to_one(count: int, size: int) -> None:
    interval = wilson(count, denominator=size)
    assert 0 <= interval.lower <= interval.upper <= 1


# The funnel of a rate: where the baseline lies outside the exact interval of so many events.
UKHSA_BASELINE = 116.1720835
UKHSA_FUNNEL = [  # events, limit below and above, at two and at three standard deviations (2.5% and 0.1% each side)
    (1, 20.85059119, 4588.535848, 12.58170943, 116108.569),
    (2, 32.15975314, 959.2695538, 20.69168143, 5117.48863),
    (5, 49.78092521, 357.7858395, 35.30048174, 785.6132963),
    (10, 63.17010446, 242.2579623, 48.13632908, 392.4043292),
    (25, 78.69686435, 179.5141005, 65.06625781, 235.4148807),
    (61, 90.43853377, 151.8746549, 79.44136953, 178.5944332),
    (104, 95.87787415, 142.1808715, 86.58805154, 160.4288333),
    (257, 102.8043486, 131.7940306, 96.15579094, 141.9734502),
    (1040, 109.3207387, 123.568931, 105.6515342, 128.0966975),
]


@pytest.mark.parametrize(("events", "below", "above", "far_below", "far_above"), UKHSA_FUNNEL)
def test_the_exact_interval_of_a_rate_gives_ukhsas_funnel(
    events: int, below: float, above: float, far_below: float, far_above: float
) -> None:
    # The published limits agree with the exact ones to five digits, the furthest to four.
    near, far = exact_poisson(events, exposure=1), exact_poisson(events, exposure=1, level=ALERT_LEVEL)
    assert UKHSA_BASELINE * events / near.upper == pytest.approx(below, rel=1e-5)
    assert UKHSA_BASELINE * events / near.lower == pytest.approx(above, rel=1e-5)
    assert UKHSA_BASELINE * events / far.upper == pytest.approx(far_below, rel=1e-5)
    assert UKHSA_BASELINE * events / far.lower == pytest.approx(far_above, rel=1e-4)


def test_the_exact_interval_of_a_rate_agrees_with_desctools_in_r() -> None:
    interval = exact_poisson(15, exposure=400)
    assert (interval.lower, interval.upper) == pytest.approx((0.0209884653319583, 0.0618505471787146), rel=1e-12)


def test_two_rates_agree_with_exactci_in_r() -> None:
    found = p_value(Share(60, 51477.5), reference=Share(30, 54308.7), unit="per_1000")
    assert found == pytest.approx(0.000675182658686321, rel=1e-12)


def test_the_difference_of_two_proportions_is_judged_as_propcis_in_r_does() -> None:
    # wald2ci(7, 34, 1, 34, adjust="AC") is 0.0116 to 0.3217: at 95% just clear of zero.
    interval = confint_proportions_2indep(7, 34, 1, 34, compare="diff", method="agresti-caffo")
    assert interval == pytest.approx((0.01161167, 0.32172166), abs=6e-7)
    assert p_value(Share(7, 34), reference=Share(1, 34), unit="percentage") < 0.05
    beyond = p_value(Share(6, 34), reference=Share(1, 34), unit="percentage")
    assert (confint_proportions_2indep(6, 34, 1, 34, compare="diff", method="agresti-caffo")[0] > 0) == (beyond < 0.05)


def test_the_trend_agrees_with_the_linear_by_linear_test_of_coin_in_r() -> None:
    # lbl_test on [[23, 15], [19, 31]]: χ² 4.34156260215759; that has N − 1 where ours has N.
    shares = [Share(15, 38), Share(31, 50)]
    found = chi_squared(shares, years=[2021, 2022])
    assert found * (88 - 1) / 88 == pytest.approx(4.34156260215759, rel=1e-9)


def test_the_trend_does_not_mind_where_the_years_begin() -> None:
    shares = [Share(621, 3454), Share(599, 3195), Share(556, 3256), Share(535, 3227), Share(447, 3121)]
    statistics = [chi_squared(shares, years=range(first, first + 5)) for first in (1, 2018)]
    assert np.ptp(statistics) < 1e-9
    assert round(statistics[0], 4) == 20.1151
