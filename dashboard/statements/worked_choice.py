"""Which series an example is taken from: for each method the first of those that are tried that shows it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.calculations.area_series import AreaSeries
from dashboard.calculations.composed_series import AreaShare
from dashboard.calculations.denominators import SCALE
from dashboard.calculations.estimated import AgeClass
from dashboard.statements import worked, worked_comparisons, worked_series
from dashboard.statements.worked import Steps, Worked
from data_models.compositions import Belonging
from data_models.facts import AreaFacts, FigureFacts, IndicatorFacts


@dataclass(frozen=True, slots=True)
class Tried:
    """The series to choose from, in the order in which they are tried, with what they were made of.

    `made` are the series by the codes of area and indicator, `parts` what the composed areas consist of, `population`
    the age classes of each area by year.
    """

    series: Sequence[Worked]
    made: Mapping[tuple[str, str], AreaSeries]
    parts: Mapping[AreaFacts, Sequence[Belonging]]
    population: Mapping[AreaFacts, Mapping[int, Sequence[AgeClass]]]


def examples(tried: Tried) -> dict[str, Steps | None]:
    """The steps of an example of every method, by its key in `texts.methods`; None where no series shows it."""
    return {
        "interval": _first(tried, of=worked.interval),
        "rate": _first(tried, of=worked.rate),
        "reference": _beside_country(tried, compare=worked_comparisons.against_large),
        "small-areas": _two_small(tried),
        "smallest-difference": _beside_country(tried, compare=worked_comparisons.smallest_difference),
        "rounding": _rounded(tried),
        "derived": _first(tried, of=worked.derived),
        "estimated": _estimated(tried),
        "trend": _first(tried, of=worked_series.trend),
        "progress": _first(tried, of=worked_series.progress),
        "small-counts": _first(tried, of=worked_series.small_counts),
        "composed": _composed(tried),
        "carried": _carried(tried),
        "together": _first(tried, of=worked_series.together),
        "status": _status(tried),
    }


def _first(tried: Tried, *, of: Callable[[Worked], Steps | None]) -> Steps | None:
    """The steps of the first series that has them."""
    return next((steps for one in tried.series if (steps := of(one))), None)


def _beside_country(tried: Tried, *, compare: Callable[..., Steps | None]) -> Steps | None:
    """The first series that shows something beside that of its country; real ones with real, invented with invented."""
    countries = {(one.indicator.code, one.area.fictional): one for one in tried.series if one.area.kind == "country"}
    for one in tried.series:
        country = countries.get((one.indicator.code, one.area.fictional))
        if country and (steps := compare(one, reference=country)):
            return steps
    return None


def _rounded(tried: Tried) -> Steps | None:
    """The smallest count that a source rounded, a real one first: there it matters most."""
    smallest_first = sorted(
        tried.series,
        key=lambda one: (one.area.fictional, min((figure.numerator or 0.0 for figure in one.shares), default=0.0)),
    )
    return next((steps for one in smallest_first if (steps := worked.rounding(one))), None)


def _two_small(tried: Tried) -> Steps | None:
    """The first two gemeenten that have the same figure of the same year."""
    small = [one for one in tried.series if one.area.kind == "municipality"]
    for one in small:
        for other in small:
            if one.area.fictional == other.area.fictional:
                steps = worked_comparisons.against_small(one, reference=other)
                if steps:
                    return steps
    return None


def _estimated(tried: Tried) -> Steps | None:
    def of(one: Worked) -> Steps | None:
        figure = next((each for each in one.shares if each.estimated), None)
        years = tried.population.get(one.area, {})
        return worked.estimate(one, classes=years.get(figure.year, ())) if figure else None

    return _first(tried, of=of)


def _composed(tried: Tried) -> Steps | None:
    def of(one: Worked) -> Steps | None:
        made = tried.made[one.area.code, one.indicator.code]
        year = made.figures[-1].year if made.figures else 0
        shares = [(part.area, part.share) for part in tried.parts.get(one.area, ()) if part.holds_in(year)]
        return worked_series.composed_area(
            one, made=made, parts=_of_parts(tried, shares=shares, of=made.figures[-1], indicator=one.indicator)
        )

    return _first(tried, of=of)


def _carried(tried: Tried) -> Steps | None:
    def of(one: Worked) -> Steps | None:
        made = tried.made[one.area.code, one.indicator.code]
        if made.carried is None or one.indicator.unit not in SCALE:
            return None
        added = made.carried.added[-1]
        return worked_series.carried(
            one, made=made, parts=_of_parts(tried, shares=made.carried.formers, of=added, indicator=one.indicator)
        )

    return _first(tried, of=of)


def _status(tried: Tried) -> Steps | None:
    """A provisional figure, and a break."""
    found = [_first(tried, of=of) for of in (worked_series.provisional, worked_series.broken)]
    return tuple(step for steps in found if steps for step in steps) or None


def _of_parts(
    tried: Tried, *, shares: Sequence[AreaShare], of: FigureFacts, indicator: IndicatorFacts
) -> list[tuple[AreaShare, FigureFacts | None]]:
    """Each part with its own figure of that period."""
    parts: list[tuple[AreaShare, FigureFacts | None]] = []
    for area, share in shares:
        made = tried.made.get((area.code, indicator.code))
        figures = made.figures if made else ()
        parts.append(((area, share), next((one for one in figures if one.period == of.period), None)))
    return parts
