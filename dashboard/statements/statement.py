"""What a statement is, and what all statements about a figure ask first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dashboard import formatting
from dashboard.calculations import series
from dashboard.calculations.denominators import SCALE, bounded_share
from dashboard.calculations.intervals import READING_LEVEL, Interval, interval_of
from data_models.facts import FigureFacts, IndicatorFacts

Number = float | int | str | None

_SMALL = ("small-count", "small-group", "complementary", "untested")  # reasons of a value that exists and is protected


@dataclass(frozen=True, slots=True)
class Statement:
    """A Dutch sentence, the verdict it words (English, for code to ask) and the numbers it rests on, in the unit."""

    text: str
    verdict: str
    numbers: Mapping[str, Number] = field(default_factory=dict)


def latest(figures: Iterable[FigureFacts]) -> FigureFacts | None:
    """The last annual figure that has a value or is withheld as a small count; None when there is neither."""
    candidates = [f for f in figures if series.is_annual(f) and (f.value is not None or f.reason in _SMALL)]
    return max(candidates, key=lambda figure: figure.year, default=None)


def last(figures: Iterable[FigureFacts]) -> FigureFacts | None:
    """The last figure of any kind: what is left to say something about where `latest` finds none."""
    return max(figures, key=lambda figure: (figure.year, figure.period), default=None)


def interval_in_unit(
    figure: FigureFacts, *, indicator: IndicatorFacts, level: float = READING_LEVEL
) -> Interval | None:
    """The interval of a figure in the indicator's unit; None where there is no count or no denominator."""
    share = bounded_share(figure, indicator=indicator)
    if share is None:
        return None
    return interval_of(share, unit=indicator.unit, level=level).scaled(SCALE.get(indicator.unit, 1.0))


def written(value: float, *, indicator: IndicatorFacts) -> str:
    """The value in the indicator's unit and decimals: `11,7%`."""
    return formatting.value_with_unit(value, unit=indicator.unit, decimals=indicator.decimals)


def changed(value: float, *, indicator: IndicatorFacts) -> str:
    """The change in the indicator's unit: `+0,4 procentpunt`."""
    decimals = max(indicator.decimals, 1)  # a change per year of half a child or a third of a week is no zero
    return formatting.change_with_unit(value, unit=indicator.unit, decimals=decimals)
