"""Denominators estimated from the population by age, where a source gives only a percentage.

METHODS 8: the children of an age group are added up from the age classes that a source does publish; a class that lies
partly in the group counts for the years it shares with it, as if its children were spread evenly over its years:
0-22 is 0-14 plus 8/10 of 15-24. The count is then the percentage of that. Both are estimates and say so. In a town with
many students the even spread is far off, so nothing is estimated when more than half of it would rest on that.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.calculations.denominators import SCALE
from dashboard.calculations.series import is_annual
from data_models.facts import FigureFacts, IndicatorFacts

POPULATION = "jongeren"  # the indicator that holds the population by age
LARGEST_DIVIDED = 0.5  # of the estimate; more rests on the assumption than on what was counted

_AGES = re.compile(r"leeftijd:(\d+)-(\d+)")  # how a breakdown spells an age class
_EVERYBODY = re.compile(
    r"Alle (?:kinderen|jongeren|kinderen en jongeren) van (\d+) t/m (\d+) jaar die in het gebied wonen\."
)  # how the catalogue defines a denominator that is a population; any other is not everybody of an age


@dataclass(frozen=True, slots=True)
class AgeClass:
    """How many people are `first` to `last` years old, both included."""

    first: int
    last: int
    size: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """How many people an age group has, the classes it was added up from, and which part of it was divided evenly."""

    size: float
    classes: tuple[AgeClass, ...]
    divided: float  # 0 to 1


def of_ages(classes: Iterable[AgeClass], *, first: int, last: int) -> Estimate | None:
    """The number of people of `first` to `last` years, both included; the narrowest classes are used.

    None when the classes leave an age out, or when more than half would rest on an even spread within a class.
    """
    used: list[AgeClass] = []
    for one in sorted(classes, key=lambda each: (each.last - each.first, each.first)):
        overlaps = any(one.first <= other.last and other.first <= one.last for other in used)
        if _shared(one, first=first, last=last) and not overlaps:
            used.append(one)
    if sum(_shared(one, first=first, last=last) for one in used) < last - first + 1:
        return None
    shares = [one.size * _shared(one, first=first, last=last) / (one.last - one.first + 1) for one in used]
    whole = [_shared(one, first=first, last=last) == one.last - one.first + 1 for one in used]
    size = sum(shares)
    divided = sum(share for share, is_whole in zip(shares, whole, strict=True) if not is_whole)
    if size <= 0 or divided > LARGEST_DIVIDED * size:
        return None
    return Estimate(size=size, classes=tuple(sorted(used, key=lambda one: one.first)), divided=divided / size)


def ages_of(indicator: IndicatorFacts) -> tuple[int, int] | None:
    """The ages of the population an indicator is a share of; None when its denominator is not everybody of an age."""
    found = _EVERYBODY.fullmatch(indicator.denominator)
    return (int(found[1]), int(found[2])) if found and indicator.unit in SCALE else None


def lacks_count(figure: FigureFacts) -> bool:
    """Whether a figure is a value of which neither count nor denominator is known."""
    return figure.value is not None and figure.numerator is None and figure.denominator is None


def age_classes(population: Iterable[FigureFacts]) -> dict[int, tuple[AgeClass, ...]]:
    """The age classes of one area's population, by year."""
    classes: dict[int, list[AgeClass]] = {}
    for figure in population:
        found = _AGES.fullmatch(figure.breakdown)
        if found and figure.value is not None and is_annual(figure):
            classes.setdefault(figure.year, []).append(AgeClass(int(found[1]), int(found[2]), figure.value))
    return {year: tuple(known) for year, known in classes.items()}


def with_estimates(
    figures: Sequence[FigureFacts], *, indicator: IndicatorFacts, classes: Mapping[int, Sequence[AgeClass]]
) -> tuple[FigureFacts, ...]:
    """The figures of everybody in one area, with count and denominator estimated where there is only a percentage.

    `classes` is the population by age of the same area and year. What cannot be estimated stays as it was published.
    """
    ages = ages_of(indicator)
    if ages is None:
        return tuple(figures)
    return tuple(
        _estimated(figure, of=of_ages(classes.get(figure.year, ()), first=ages[0], last=ages[1]), indicator=indicator)
        if lacks_count(figure) and is_annual(figure) and not figure.breakdown
        else figure
        for figure in figures
    )


def _estimated(figure: FigureFacts, *, of: Estimate | None, indicator: IndicatorFacts) -> FigureFacts:
    if of is None or figure.value is None:
        return figure
    count = figure.value / SCALE[indicator.unit] * of.size
    return replace(figure, numerator=count, denominator=of.size, estimated=True)


def _shared(one: AgeClass, *, first: int, last: int) -> int:
    return max(min(one.last, last) - max(one.first, first) + 1, 0)
