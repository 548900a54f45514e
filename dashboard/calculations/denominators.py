"""Denominators that a source does not give: count divided by percentage, within the percentage's rounding."""

from dashboard.calculations.rounding import BoundedShare, Share, count_within_rounding, within_rounding
from data_models.facts import FigureFacts, IndicatorFacts

SCALE = {"percentage": 100.0, "per_1000": 1000.0}  # the unit's value of a proportion of one


def derived(numerator: float, *, value: float, scale: float, decimals: int) -> BoundedShare | None:
    """The share behind a count and a rounded value: denominator = count / (value / scale).

    The value was rounded to `decimals`, so the share lies at most half a unit of the last decimal away from it; that
    bounds the denominator. None when nothing can be divided: no count, or a value that rounds to zero.
    """
    half = 0.5 * 10.0**-decimals
    if numerator <= 0 or value - half <= 0:
        return None

    def at(shown: float) -> Share:
        return Share(numerator, max(numerator * scale / shown, numerator))

    return BoundedShare(nominal=at(value), low=at(value - half), high=at(value + half), approximate=True)


def within_value(value: float, *, denominator: float, scale: float, decimals: int) -> BoundedShare:
    """The share behind a rounded value of an estimated denominator: the count is what moves with the rounding."""
    half = 0.5 * 10.0**-decimals

    def at(shown: float) -> Share:
        return Share(min(max(shown, 0.0) / scale, 1.0) * denominator, denominator)

    return BoundedShare(nominal=at(value), low=at(value - half), high=at(value + half), approximate=True)


def bounded_share(figure: FigureFacts, *, indicator: IndicatorFacts) -> BoundedShare | None:
    """The share a figure rests on, with its bounds; None when there is none to test.

    A count without denominator (unit `count`) is a share of one whole, of which only the count matters. Figures with
    status `estimated`, those estimated on reading, and those whose denominator is derived here, are approximate.
    """
    if figure.value is None or figure.numerator is None:
        return None
    approximate = figure.status == "estimated" or figure.estimated
    if indicator.unit == "count":
        return count_within_rounding(figure.numerator, multiple=indicator.rounding, approximate=approximate)
    scale = SCALE.get(indicator.unit)
    if scale is None:
        return None
    if figure.denominator is None:
        return derived(figure.numerator, value=figure.value, scale=scale, decimals=indicator.decimals)
    if figure.denominator <= 0:
        return None
    if figure.estimated:
        return within_value(figure.value, denominator=figure.denominator, scale=scale, decimals=indicator.decimals)
    return within_rounding(
        figure.numerator, denominator=figure.denominator, multiple=indicator.rounding, approximate=approximate
    )


def is_derived(figure: FigureFacts, *, indicator: IndicatorFacts) -> bool:
    """Whether the figure's denominator is not the source's but count divided by percentage."""
    return indicator.unit in SCALE and figure.denominator is None and figure.numerator is not None
