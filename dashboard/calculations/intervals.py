"""Intervals: how much a count could have come out differently by chance alone.

Wilson, E.B. (1927), Probable inference, the law of succession, and statistical inference, JASA 22; exact Poisson after
Garwood, F. (1936), Fiducial limits for the Poisson distribution, Biometrika 28. Every card needs them, so they are
written out here, and tests hold them against statsmodels: importing that takes longer than drawing the first page. The
second needs the inverse of the gamma function, which scipy has; it is imported when the first rate is asked for.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from math import sqrt
from statistics import NormalDist

from dashboard.calculations.rounding import BoundedShare

READING_LEVEL = 0.95  # for reading a figure; METHODS 1
ALERT_LEVEL = 0.998  # for alerts, so that 300 comparisons give few false ones; METHODS 1 and 2


@dataclass(frozen=True, slots=True)
class Interval:
    """Lower and upper bound at a level (0.95), with the name of the method."""

    lower: float
    upper: float
    level: float
    method: str

    def scaled(self, factor: float) -> "Interval":
        """The same interval in another unit: a factor of 100 for percentages."""
        return replace(self, lower=self.lower * factor, upper=self.upper * factor)


def wilson(numerator: float, *, denominator: float, level: float = READING_LEVEL) -> Interval:
    """The Wilson score interval of a proportion, between 0 and 1."""
    z = _standard_normal(level)
    proportion = numerator / denominator
    middle = proportion + z * z / (2 * denominator)
    half = z * sqrt(proportion * (1 - proportion) / denominator + (z / (2 * denominator)) ** 2)
    shrunk = 1 + z * z / denominator
    lower, upper = max((middle - half) / shrunk, 0.0), min((middle + half) / shrunk, 1.0)
    return Interval(lower=lower, upper=upper, level=level, method="Wilson")


def exact_poisson(count: float, *, exposure: float, level: float = READING_LEVEL) -> Interval:
    """The exact Poisson interval of a rate: events per unit of exposure."""
    from scipy.special import gammainccinv, gammaincinv

    tail = (1 - level) / 2
    lower = float(gammaincinv(count, tail)) if count > 0 else 0.0
    upper = float(gammainccinv(count + 1, tail))
    return Interval(lower=lower / exposure, upper=upper / exposure, level=level, method="exact Poisson")


def nominal_interval(share: BoundedShare, *, unit: str, level: float = READING_LEVEL) -> Interval:
    """The interval of the share as published: Wilson for a percentage, exact Poisson for a rate or a count."""
    if unit == "percentage":
        return wilson(share.nominal.numerator, denominator=share.nominal.denominator, level=level)
    return exact_poisson(share.nominal.numerator, exposure=share.nominal.denominator, level=level)


def interval_of(share: BoundedShare, *, unit: str, level: float = READING_LEVEL) -> Interval:
    """The interval with the source's rounding carried into it: from the low end's lower to the high end's upper bound.

    What lies outside it lies outside the interval at either end, so a conclusion from it holds at both.
    """
    nominal = nominal_interval(share, unit=unit, level=level)
    if share.low == share.high:
        return nominal
    low = nominal_interval(replace(share, nominal=share.low), unit=unit, level=level)
    high = nominal_interval(replace(share, nominal=share.high), unit=unit, level=level)
    return replace(nominal, lower=low.lower, upper=high.upper)


@lru_cache(maxsize=8)
def _standard_normal(level: float) -> float:
    """The two-sided quantile of the standard normal distribution: 1.96 at 95%."""
    return NormalDist().inv_cdf(1 - (1 - level) / 2)
