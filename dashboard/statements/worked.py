"""Worked examples of one figure: each method's steps with the numbers of a real series, or None where it has none.

The numbers come from the same functions as the sentences on the screens, so that the explanation cannot say otherwise.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import NormalDist

from dashboard import formatting
from dashboard.calculations import estimated
from dashboard.calculations.denominators import SCALE, bounded_share, is_derived
from dashboard.calculations.intervals import exact_poisson, interval_of, nominal_interval, wilson
from dashboard.calculations.series import is_annual
from dashboard.statements.figure import amounts
from dashboard.statements.statement import Statement, interval_in_unit, written
from dashboard.texts import worked_examples as texts
from data_models.facts import AnnotationFacts, AreaFacts, FigureFacts, IndicatorFacts, NormFacts

Steps = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Worked:
    """A series to take examples from, in time order."""

    area: AreaFacts
    indicator: IndicatorFacts
    figures: tuple[FigureFacts, ...]
    annotations: tuple[AnnotationFacts, ...] = ()
    norms: tuple[NormFacts, ...] = ()

    @property
    def shares(self) -> tuple[FigureFacts, ...]:
        """The annual figures with a count and a denominator, the last first."""
        known = (one for one in self.figures if is_annual(one) and bounded_share(one, indicator=self.indicator))
        return tuple(reversed([one for one in known if self.indicator.unit in SCALE]))


def where(figure: FigureFacts, *, of: Worked) -> str:
    """Which figure an example is about, with its count, denominator and value; an invented one says so first."""
    text = texts.WHERE.format(
        indicator=of.indicator.short_name,
        area=of.area.name,
        period=figure.period,
        amounts=amounts(figure, indicator=of.indicator).text,
    )
    return texts.WHERE_INVENTED.format(where=text) if of.area.fictional else text


def on_screen(statement: Statement) -> str:
    """The sentence as the screens say it."""
    return texts.ON_SCREEN.format(text=statement.text)


def interval(of: Worked) -> Steps | None:
    """Wilson's interval of the latest percentage."""
    figure = next(iter(of.shares), None)
    share = bounded_share(figure, indicator=of.indicator) if figure else None
    found = interval_in_unit(figure, indicator=of.indicator) if figure else None
    if figure is None or share is None or found is None or of.indicator.unit != "percentage":
        return None
    plain = wilson(share.nominal.numerator, denominator=share.nominal.denominator).scaled(100)
    middle, half = (plain.lower + plain.upper) / 2, (plain.upper - plain.lower) / 2
    z = NormalDist().inv_cdf(1 - (1 - plain.level) / 2)
    steps = [
        where(figure, of=of),
        texts.WILSON_SHARE.format(
            share=formatting.number(share.nominal.proportion, decimals=4),
            denominator=formatting.count(share.nominal.denominator),
            z=formatting.number(z, decimals=2),
        ),
        texts.WILSON_MIDDLE.format(middle=formatting.number(middle / 100, decimals=4)),
        texts.WILSON_BOUNDS.format(
            half=formatting.number(half / 100, decimals=4),
            lower=formatting.percentage(plain.lower, decimals=2),
            upper=formatting.percentage(plain.upper, decimals=2),
        ),
    ]
    if share.low != share.high:
        steps.append(
            texts.WITH_ROUNDING.format(
                lower=formatting.percentage(found.lower, decimals=2),
                upper=formatting.percentage(found.upper, decimals=2),
            )
        )
    return tuple(steps)


def rate(of: Worked) -> Steps | None:
    """The exact interval of the latest rate per thousand."""
    figure = next((one for one in of.shares if one.numerator), None)
    share = bounded_share(figure, indicator=of.indicator) if figure else None
    if figure is None or share is None or of.indicator.unit != "per_1000":
        return None
    events = exact_poisson(share.nominal.numerator, exposure=1)
    found = nominal_interval(share, unit=of.indicator.unit).scaled(SCALE[of.indicator.unit])
    return (
        where(figure, of=of),
        texts.RATE_COUNT.format(
            count=formatting.count(share.nominal.numerator),
            lower=formatting.number(events.lower, decimals=1),
            upper=formatting.number(events.upper, decimals=1),
        ),
        texts.RATE_DIVIDED.format(
            denominator=formatting.count(share.nominal.denominator),
            scale=formatting.count(SCALE[of.indicator.unit]),
            lower=written(found.lower, indicator=of.indicator),
            upper=written(found.upper, indicator=of.indicator),
        ),
    )


def rounding(of: Worked) -> Steps | None:
    """A count that the source rounded, with the interval from both ends."""
    for figure in of.shares:
        share = bounded_share(figure, indicator=of.indicator)
        if share is None or share.low == share.high or figure.denominator is None or figure.estimated:
            continue
        scale = SCALE[of.indicator.unit]
        found = interval_of(share, unit=of.indicator.unit).scaled(scale)
        low, high = (
            formatting.number(share.low.numerator, decimals=1),
            formatting.number(share.high.numerator, decimals=1),
        )
        return (
            where(figure, of=of),
            texts.ROUNDED.format(multiple=of.indicator.rounding, low=low, high=high),
            texts.ROUNDED_INTERVALS.format(
                low=low,
                lower=written(found.lower, indicator=of.indicator),
                high=high,
                upper=written(found.upper, indicator=of.indicator),
            ),
            texts.ROUNDED_BOTH,
        )
    return None


def derived(of: Worked) -> Steps | None:
    """A denominator that is count divided by percentage."""
    figure = next((one for one in of.shares if is_derived(one, indicator=of.indicator)), None)
    share = bounded_share(figure, indicator=of.indicator) if figure else None
    if figure is None or share is None or figure.value is None or figure.numerator is None:
        return None
    finer = replace(of.indicator, decimals=of.indicator.decimals + 1)
    scale = SCALE[of.indicator.unit]
    return (
        where(figure, of=of),
        texts.DERIVED_DIVIDED.format(
            count=formatting.count(figure.numerator),
            value=written(figure.value, indicator=of.indicator),
            denominator=formatting.count(share.nominal.denominator),
        ),
        texts.DERIVED_ROUNDED.format(
            value=written(figure.value, indicator=of.indicator),
            low=written(share.low.proportion * scale, indicator=finer),
            high=written(share.high.proportion * scale, indicator=finer),
            least=formatting.count(share.high.denominator),
            most=formatting.count(share.low.denominator),
        ),
    )


def estimate(of: Worked, *, classes: Sequence[estimated.AgeClass]) -> Steps | None:
    """A denominator estimated from the age classes of the figure's own year."""
    figure = next((one for one in of.shares if one.estimated), None)
    ages = estimated.ages_of(of.indicator)
    found = estimated.of_ages(classes, first=ages[0], last=ages[1]) if ages else None
    if figure is None or found is None or ages is None or figure.value is None or figure.numerator is None:
        return None
    steps = [where(figure, of=of)]
    for one in found.classes:
        years = one.last - one.first + 1
        shared = min(one.last, ages[1]) - max(one.first, ages[0]) + 1
        form = texts.ESTIMATED_CLASS if shared == years else texts.ESTIMATED_PART
        steps.append(
            form.format(
                size=formatting.count(one.size),
                first=one.first,
                last=one.last,
                shared=shared,
                years=years,
                part=formatting.count(one.size * shared / years),
            )
        )
    steps.append(
        texts.ESTIMATED_SUM.format(
            denominator=formatting.count(found.size),
            value=written(figure.value, indicator=of.indicator),
            count=formatting.count(figure.numerator),
        )
    )
    return tuple(steps)
