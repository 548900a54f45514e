"""How unusual it would be to change as fast as a norm asks: whether areas of the same size ever did.

Compared is the average change per year over as many years as the norm leaves (between three and six), anywhere in the
last six years. It is said only when it rests on enough: seven years in a row, counted in one way, of ten areas or more.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dashboard.calculations.series import comparable_run, is_annual
from data_models.facts import FigureFacts

LOOK_BACK = 6  # years, about as far as a norm looks ahead
SHORTEST = 3  # years: from one year to the next much is chance
LEAST_AREAS = 10  # fewer say little about what is usual
_SAME = 1e-9  # in the unit: a change that differs by less is as fast


@dataclass(frozen=True, slots=True)
class Unusual:
    """Of how many areas it is known, and how many of them once changed at least as fast, the same way."""

    areas: int
    as_fast: int


@dataclass(frozen=True, slots=True)
class Pace:
    """The average change per year, in the indicator's unit, over so many years."""

    per_year: float
    years: int


def past_pace(figures: Sequence[FigureFacts], *, breaks: Collection[int]) -> Pace | None:
    """How fast it changed in the last years, at most six; None where fewer than four years may be laid on one line."""
    run = comparable_run(figures, breaks=breaks, least=SHORTEST + 1)[-LOOK_BACK - 1 :]
    if len(run) <= SHORTEST:
        return None
    first, last = run[0], run[-1]
    years = last.year - first.year
    return Pace(per_year=((last.value or 0.0) - (first.value or 0.0)) / years, years=years)


Others = Sequence[
    tuple[Sequence[FigureFacts], Collection[int]]
]  # of each the figures, and first years after its breaks


def known_of(others: Others, *, last_year: int) -> int:
    """Of how many areas the figures can carry such a comparison."""
    return len(_known(others, last_year=last_year))


def unusual(
    required_per_year: float,
    *,
    years_left: int,
    last_year: int,
    others: Others,
) -> Unusual | None:
    """How many of the others changed by at least `required_per_year`, the same way; None when it cannot be said.

    `others` are the figures of each area with the first years after its breaks; `last_year` is that of the area itself.
    """
    if abs(required_per_year) < _SAME:
        return None
    span = min(max(years_left, SHORTEST), LOOK_BACK)
    known = _known(others, last_year=last_year)
    if len(known) < LEAST_AREAS:
        return None
    way = 1.0 if required_per_year > 0 else -1.0
    fastest = [
        max(way * (values[start + span] - values[start]) / span for start in range(LOOK_BACK - span + 1))
        for values in known
    ]
    asked = abs(required_per_year)
    return Unusual(areas=len(known), as_fast=sum(one >= asked - _SAME for one in fastest))


def _known(others: Others, *, last_year: int) -> list[list[float]]:
    """The seven values of each area that has them."""
    return [values for figures, breaks in others if (values := _values(figures, breaks=breaks, last_year=last_year))]


def _values(figures: Sequence[FigureFacts], *, breaks: Collection[int], last_year: int) -> list[float]:
    """The values of the seven years up to the last one; empty when one is missing, provisional or counted otherwise."""
    first_year = last_year - LOOK_BACK
    if any(first_year < year <= last_year for year in breaks):
        return []
    shown = {
        figure.year: figure.value
        for figure in figures
        if is_annual(figure) and figure.value is not None and figure.status != "provisional"
    }
    years = range(first_year, last_year + 1)
    return [shown[year] for year in years] if all(year in shown for year in years) else []
