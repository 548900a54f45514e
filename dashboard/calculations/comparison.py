"""Comparison of an area with a reference: higher, lower, or not enough to say so.

Against a reference so large that its own chance does not matter: the area's interval against the reference's point
value, as UKHSA's Fingertips does. Against a small one: the difference of two proportions (Agresti, A. and Caffo, B.
(2000), The American Statistician 54) or of two rates (exact conditional test; Przyborowski and Wilenski 1940). The
first is written out here, and tests hold it against statsmodels; the second is statsmodels' own, imported when asked.
"""

from enum import StrEnum
from math import sqrt
from statistics import NormalDist

from dashboard.calculations.intervals import READING_LEVEL, Interval
from dashboard.calculations.rounding import BoundedShare, Share

LARGE_KINDS = ("country", "province")  # of areas whose own chance does not matter; METHODS 2
LEAST_POINTS_OF_DIFFERENCE = 0.5  # percentage points; METHODS 1
LEAST_PART_OF_DIFFERENCE = 0.05  # of the value; METHODS 1
_FLOAT_SLACK = 1e-9  # 12.2 − 11.7 is a hair under 0.5


class ComparisonOutcome(StrEnum):
    """How an area lies against a reference."""

    HIGHER = "higher"
    LOWER = "lower"
    NO_CLEAR_DIFFERENCE = "no clear difference"
    NEARLY_EQUAL = "nearly equal"
    NOT_COMPARABLE = "not comparable"


def smallest_relevant_difference(value: float, *, unit: str, catalogue: float | None = None) -> float:
    """The difference under which the words are "vrijwel gelijk", in the unit.

    The catalogue's own, else 0.5 percentage point or 5% of the value, whichever is larger; other units than percentages
    have only the 5%.
    """
    if catalogue is not None:
        return catalogue
    part = LEAST_PART_OF_DIFFERENCE * abs(value)
    return max(LEAST_POINTS_OF_DIFFERENCE, part) if unit == "percentage" else part


def against_point(interval: Interval, *, reference: float) -> ComparisonOutcome:
    """The interval against a reference's point value in the same unit; a tie is no clear difference."""
    if interval.upper < reference:
        return ComparisonOutcome.LOWER
    if interval.lower > reference:
        return ComparisonOutcome.HIGHER
    return ComparisonOutcome.NO_CLEAR_DIFFERENCE


def p_value(share: Share, *, reference: Share, unit: str) -> float:
    """The two-sided p-value of the difference between two shares: proportions, or rates when the unit says so.

    The exact test of rates counts whole events: the count of a composed area, weighted with shares, is rounded to one.
    """
    if share.numerator == reference.numerator == 0:
        return 1.0
    if unit == "percentage":
        return _p_of_proportions(share, reference)
    from statsmodels.stats.rates import test_poisson_2indep

    result = test_poisson_2indep(
        round(share.numerator),
        share.denominator,
        round(reference.numerator),
        reference.denominator,
        method="exact-cond",
    )
    return float(result.pvalue)


def against_share(
    share: BoundedShare, *, reference: BoundedShare, unit: str, level: float = READING_LEVEL
) -> ComparisonOutcome:
    """Two shares that both move by chance, tested at both ends of their rounding; they must agree."""

    def outcome(one: Share, other: Share) -> ComparisonOutcome:
        if p_value(one, reference=other, unit=unit) >= 1 - level:
            return ComparisonOutcome.NO_CLEAR_DIFFERENCE
        higher = one.proportion > other.proportion
        return ComparisonOutcome.HIGHER if higher else ComparisonOutcome.LOWER

    outcomes = {
        outcome(share.nominal, reference.nominal),
        outcome(share.low, reference.high),
        outcome(share.high, reference.low),
    }
    return outcomes.pop() if len(outcomes) == 1 else ComparisonOutcome.NO_CLEAR_DIFFERENCE


def weighed(outcome: ComparisonOutcome, *, difference: float, smallest: float) -> ComparisonOutcome:
    """A difference that passed the test but is too small to matter is "nearly equal"; others stay what they are."""
    passed = outcome in (ComparisonOutcome.HIGHER, ComparisonOutcome.LOWER)
    return ComparisonOutcome.NEARLY_EQUAL if passed and abs(difference) < smallest - _FLOAT_SLACK else outcome


def _p_of_proportions(share: Share, reference: Share) -> float:
    """Agresti and Caffo: one success and one failure added to each side, then the normal approximation."""
    sizes = (share.denominator + 2, reference.denominator + 2)
    one, other = (share.numerator + 1) / sizes[0], (reference.numerator + 1) / sizes[1]
    deviation = sqrt(one * (1 - one) / sizes[0] + other * (1 - other) / sizes[1])
    return 2 * NormalDist().cdf(-abs(one - other) / deviation)
