"""The gap between two groups: the difference of two shares, with its interval.

The interval joins those of the two shares: for proportions Newcombe's hybrid score method (Newcombe, R.G. (1998),
Interval estimation for the difference between independent proportions, Statistics in Medicine 17, method 10), for rates
the same with exact Poisson intervals (Zou, G.Y. and Donner, A. (2008), Construction of confidence limits about effect
measures, Statistics in Medicine 27). What is said follows from the interval, so that words and picture never disagree.
"""

import re
from dataclasses import dataclass, replace
from math import hypot

from dashboard.calculations.comparison import ComparisonOutcome
from dashboard.calculations.intervals import READING_LEVEL, nominal_interval
from dashboard.calculations.rounding import BoundedShare, Share

_AGES = re.compile(r"leeftijd:(\d+)-(\d+)")  # how a breakdown spells an age class


@dataclass(frozen=True, slots=True)
class Gap:
    """The first share minus the second, as parts of one, with its interval; rounding of the counts is in it."""

    difference: float
    lower: float
    upper: float
    approximate: bool

    @property
    def outcome(self) -> ComparisonOutcome:
        """Whether the first is higher or lower than the second, as far as the interval tells."""
        if self.lower > 0:
            return ComparisonOutcome.HIGHER
        return ComparisonOutcome.LOWER if self.upper < 0 else ComparisonOutcome.NO_CLEAR_DIFFERENCE


def gap(share: BoundedShare, *, other: BoundedShare, unit: str, level: float = READING_LEVEL) -> Gap:
    """The difference of two groups that have nobody in common; at the ends of their rounding the interval is widest."""

    def ends(one: Share, another: Share) -> tuple[float, float]:
        first = nominal_interval(replace(share, nominal=one), unit=unit, level=level)
        second = nominal_interval(replace(other, nominal=another), unit=unit, level=level)
        difference = one.proportion - another.proportion
        below = hypot(one.proportion - first.lower, second.upper - another.proportion)
        above = hypot(first.upper - one.proportion, another.proportion - second.lower)
        return difference - below, difference + above

    return Gap(
        difference=share.nominal.proportion - other.nominal.proportion,
        lower=ends(share.low, other.high)[0],
        upper=ends(share.high, other.low)[1],
        approximate=share.approximate or other.approximate,
    )


def overlap(breakdown: str, *, other: str) -> bool:
    """Whether two groups share people: the same group, or age classes that share a year."""
    first, second = _AGES.fullmatch(breakdown), _AGES.fullmatch(other)
    if first is None or second is None:
        return breakdown == other
    return int(first[1]) <= int(second[2]) and int(second[1]) <= int(first[2])
