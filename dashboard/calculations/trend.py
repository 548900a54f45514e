"""Trend: chi-squared test for linear trend in proportions, and a slope that no single year decides.

Armitage, P. (1955), Tests for linear trends in proportions and frequencies, Biometrics 11; the threshold and the
minimum of five points as in UKHSA's Fingertips. The statistic is written out here, because every card needs it and
importing statsmodels takes longer than drawing the first page; tests hold it against statsmodels'
`Table.test_ordinal_association`, whose z² equals χ²·(N−1)/N.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dashboard.calculations.rounding import BoundedShare, Share

THRESHOLD = 9.5495  # chi-squared with one degree of freedom at 99.8%; METHODS 3
LEAST_POINTS = 5  # years; with fewer, two lucky years make a line


class TrendOutcome(StrEnum):
    """What may be said about a series."""

    RISING = "rising"
    FALLING = "falling"
    NO_CLEAR_TREND = "no clear trend"
    TOO_FEW_POINTS = "too few points"


@dataclass(frozen=True, slots=True)
class Point:
    """A share in a year."""

    year: int
    share: BoundedShare


@dataclass(frozen=True, slots=True)
class Trend:
    """The outcome, the test's chi-squared on the published counts (None with too few points), and the years tested."""

    outcome: TrendOutcome
    chi_squared: float | None
    points: int
    first_year: int | None
    last_year: int | None


def linear_trend(points: Sequence[Point]) -> Trend:
    """The trend of at least five yearly shares, in order of year and without a break inside.

    Where counts or percentages were rounded, the test is repeated with the rounding that makes the line flattest and
    steepest; a direction is named only when all agree.
    """
    years = [point.year for point in points]
    first, last = (years[0], years[-1]) if years else (None, None)
    if len(points) < LEAST_POINTS:
        return Trend(TrendOutcome.TOO_FEW_POINTS, None, len(points), first, last)
    nominal = [point.share.nominal for point in points]
    outcome = _outcome(nominal, years=years)
    if any(point.share.low != point.share.high for point in points):
        ends = (_tilted(points, rising=True), _tilted(points, rising=False))
        if any(_outcome(shares, years=years) != outcome for shares in ends):
            outcome = TrendOutcome.NO_CLEAR_TREND
    return Trend(outcome, chi_squared(nominal, years=years), len(points), first, last)


def holds_since(points: Sequence[Point], *, year: int) -> bool:
    """Whether "sinds `year`" may be said: the points from that year on show the same clear trend by themselves."""
    later = linear_trend([point for point in points if point.year >= year])
    clear = later.outcome in (TrendOutcome.RISING, TrendOutcome.FALLING)
    return clear and later.first_year == year and later.outcome == linear_trend(points).outcome


def chi_squared(shares: Sequence[Share], *, years: Sequence[int]) -> float:
    """The chi-squared statistic for linear trend, one degree of freedom; 0 when all shares are none or everything."""
    total = sum(share.denominator for share in shares)
    counted = sum(share.numerator for share in shares)
    if counted <= 0 or counted >= total:
        return 0.0
    overall = counted / total
    scores = [year - years[0] for year in years]
    pairs = list(zip(scores, shares, strict=True))
    association = sum(score * (share.numerator - share.denominator * overall) for score, share in pairs)
    mean_score = sum(score * share.denominator for score, share in pairs) / total
    spread = sum(share.denominator * (score - mean_score) ** 2 for score, share in pairs)
    return association**2 / (overall * (1 - overall) * spread)


def slope_sign(shares: Sequence[Share], *, years: Sequence[int]) -> int:
    """The sign of the slope of the shares over the years, weighted with their denominators: -1, 0 or 1."""
    total = sum(share.denominator for share in shares)
    mean_year = sum(year * share.denominator for year, share in zip(years, shares, strict=True)) / total
    covariance = sum((year - mean_year) * share.numerator for year, share in zip(years, shares, strict=True))
    return (covariance > 0) - (covariance < 0)


def _outcome(shares: Sequence[Share], *, years: Sequence[int]) -> TrendOutcome:
    sign = slope_sign(shares, years=years)
    if sign == 0 or chi_squared(shares, years=years) <= THRESHOLD:
        return TrendOutcome.NO_CLEAR_TREND
    for left_out in range(len(shares)):
        kept = [share for index, share in enumerate(shares) if index != left_out]
        kept_years = [year for index, year in enumerate(years) if index != left_out]
        if slope_sign(kept, years=kept_years) != sign:
            return TrendOutcome.NO_CLEAR_TREND
    return TrendOutcome.RISING if sign > 0 else TrendOutcome.FALLING


def _tilted(points: Sequence[Point], *, rising: bool) -> list[Share]:
    """The shares at the ends of their rounding that raise the later years and lower the earlier ones, or reversed."""
    middle = (points[0].year + points[-1].year) / 2
    return [
        point.share.nominal
        if point.year == middle
        else point.share.high
        if (point.year > middle) == rising
        else point.share.low
        for point in points
    ]
