"""Three years together: what a single year of a small group cannot say, three years of it often can.

METHODS 5: the counts of three consecutive years are summed, and so are their denominators; the interval is Wilson's (or
exact Poisson's for a rate) on those sums, so the same children may be counted in more than one of the years. Only years
that are shown are pooled, never around one that is withheld: the sum tells nothing that the years do not.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from dashboard.calculations.denominators import SCALE, bounded_share
from dashboard.calculations.intervals import Interval, interval_of
from dashboard.calculations.rounding import BoundedShare, Share
from dashboard.calculations.series import comparable_run, is_annual
from data_models.facts import FigureFacts, IndicatorFacts

YEARS = 3  # enough to steady a small group, few enough to be about now
WIDEST_TO_READ = 0.10  # of one: an interval wider than ten percentage points is said before its value; METHODS 5


@dataclass(frozen=True, slots=True)
class Pooled:
    """The years that were summed, and the sums with the ends of their rounding."""

    figures: tuple[FigureFacts, ...]
    share: BoundedShare

    @property
    def proportion(self) -> float:
        """The count per child, over the years together."""
        return self.share.nominal.proportion

    def interval(self, *, unit: str) -> Interval:
        """The 95% interval of the years together, as a part of one."""
        return interval_of(self.share, unit=unit)


@dataclass(frozen=True, slots=True)
class Window:
    """Three years that follow each other; `together` is None when one of them is not shown."""

    figures: tuple[FigureFacts, ...]
    together: Pooled | None

    @property
    def period(self) -> str:
        """Its first and last year: `2022–2024`."""
        return f"{self.figures[0].period}–{self.figures[-1].period}"


def windows(
    figures: Sequence[FigureFacts], *, indicator: IndicatorFacts, breaks: Collection[int] = ()
) -> tuple[Window, ...]:
    """Every three years of one area that follow each other, oldest first; those after each other share two years.

    Left out are three with a break inside, provisional beside final figures, or a year without count or denominator.
    """
    annual = sorted((figure for figure in figures if is_annual(figure)), key=lambda figure: figure.year)
    found = []
    for start in range(len(annual) - YEARS + 1):
        years = tuple(annual[start : start + YEARS])
        together = pooled(years, indicator=indicator, breaks=breaks)
        withheld = any(figure.value is None for figure in years)
        parted = any(years[0].year < year <= years[-1].year for year in breaks)
        if together or (withheld and not parted and years[-1].year == years[0].year + YEARS - 1):
            found.append(Window(figures=years, together=together))
    return tuple(found)


def pooled(figures: Sequence[FigureFacts], *, indicator: IndicatorFacts, breaks: Collection[int] = ()) -> Pooled | None:
    """The last three years of one area together; None when they may not be summed.

    They must follow each other, be annual, shown, of one kind of status and without a break inside, each with a count
    and a denominator. When the last year is withheld nothing is pooled.
    """
    annual = sorted((figure for figure in figures if is_annual(figure)), key=lambda figure: figure.year)
    if indicator.unit not in SCALE or not annual or annual[-1].value is None:
        return None
    years = comparable_run(annual, breaks=breaks, least=YEARS)[-YEARS:]
    shares = [share for figure in years if (share := bounded_share(figure, indicator=indicator))]
    if len(shares) < YEARS:
        return None
    return Pooled(
        figures=years,
        share=BoundedShare(
            nominal=_sum(share.nominal for share in shares),
            low=_sum(share.low for share in shares),
            high=_sum(share.high for share in shares),
            approximate=any(share.approximate for share in shares),
        ),
    )


def is_wide(interval: Interval) -> bool:
    """Whether an interval, as parts of one, is so wide that it must be said before the value."""
    return interval.upper - interval.lower > WIDEST_TO_READ


def _sum(shares: Iterable[Share]) -> Share:
    known = list(shares)
    return Share(sum(one.numerator for one in known), sum(one.denominator for one in known))
