"""The gap between two groups: against published intervals, with rounding, and between whom it is asked."""

import pytest
from statsmodels.stats.proportion import confint_proportions_2indep

from dashboard.calculations.comparison import ComparisonOutcome
from dashboard.calculations.gap import gap, overlap
from dashboard.calculations.intervals import exact_poisson
from dashboard.calculations.rounding import exact, within_rounding

# Newcombe (1998), Statistics in Medicine 17, table II, method 10: counts, then lower and upper bound of the difference.
NEWCOMBE = [
    ((56, 70), (48, 80), (0.0524, 0.3339)),
    ((9, 10), (3, 10), (0.1705, 0.8090)),
    ((6, 7), (2, 7), (0.0582, 0.8062)),
    ((5, 56), (0, 29), (-0.0381, 0.1926)),
    ((0, 10), (0, 20), (-0.1611, 0.2775)),
    ((0, 10), (0, 10), (-0.2775, 0.2775)),
    ((10, 10), (0, 20), (0.6791, 1.0000)),
    ((10, 10), (0, 10), (0.6075, 1.0000)),
]


@pytest.mark.parametrize(("one", "other", "bounds"), NEWCOMBE)
def test_the_interval_of_a_difference_is_the_published_one(
    one: tuple[int, int], other: tuple[int, int], bounds: tuple[float, float]
) -> None:
    found = gap(exact(one[0], denominator=one[1]), other=exact(other[0], denominator=other[1]), unit="percentage")
    assert (round(found.lower, 4), round(found.upper, 4)) == bounds
    assert found.difference == pytest.approx(one[0] / one[1] - other[0] / other[1])


def test_the_interval_is_that_of_statsmodels() -> None:
    found = gap(exact(1190, denominator=12305), other=exact(1580, denominator=12911), unit="percentage")
    lower, upper = confint_proportions_2indep(1190, 12305, 1580, 12911, method="newcomb", compare="diff")
    assert [found.lower, found.upper] == pytest.approx([lower, upper], abs=1e-12)


def test_a_difference_is_clear_only_when_nought_lies_outside_its_interval() -> None:
    def outcome(one: int, other: int) -> ComparisonOutcome:
        return gap(exact(one, denominator=100), other=exact(other, denominator=100), unit="percentage").outcome

    assert outcome(40, 20) is ComparisonOutcome.HIGHER
    assert outcome(20, 40) is ComparisonOutcome.LOWER
    assert outcome(22, 20) is ComparisonOutcome.NO_CLEAR_DIFFERENCE


def test_two_rates_are_joined_by_their_exact_intervals() -> None:
    found = gap(exact(20, denominator=1000), other=exact(8, denominator=1000), unit="per_1000")
    one, other = exact_poisson(20, exposure=1000), exact_poisson(8, exposure=1000)
    below = ((0.020 - one.lower) ** 2 + (other.upper - 0.008) ** 2) ** 0.5
    above = ((one.upper - 0.020) ** 2 + (0.008 - other.lower) ** 2) ** 0.5
    assert [found.lower, found.upper] == pytest.approx([0.012 - below, 0.012 + above])


def test_rounding_of_the_counts_widens_the_interval() -> None:
    plain = gap(exact(100, denominator=1000), other=exact(70, denominator=1000), unit="percentage")
    one, other = (within_rounding(count, denominator=1000, multiple=10) for count in (100, 70))
    rounded = gap(one, other=other, unit="percentage")
    assert plain.outcome is ComparisonOutcome.HIGHER
    assert rounded.lower < plain.lower - 0.009
    assert rounded.upper > plain.upper + 0.009
    assert rounded.difference == plain.difference


def test_age_classes_that_share_a_year_overlap_and_other_groups_only_with_themselves() -> None:
    assert overlap("leeftijd:0-14", other="leeftijd:12-17")
    assert not overlap("leeftijd:0-11", other="leeftijd:12-17")
    assert overlap("geslacht:meisjes", other="geslacht:meisjes")
    assert not overlap("geslacht:meisjes", other="geslacht:jongens")
