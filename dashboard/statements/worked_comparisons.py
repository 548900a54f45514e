"""Worked examples of two figures beside each other: with a large reference, a small one, and a difference too small."""

from dashboard import formatting
from dashboard.calculations import comparison as comparing
from dashboard.calculations.denominators import bounded_share
from dashboard.calculations.intervals import READING_LEVEL
from dashboard.statements.reference import comparison
from dashboard.statements.statement import Statement, changed, interval_in_unit, written
from dashboard.statements.worked import Steps, Worked, on_screen, where
from dashboard.texts import worked_examples as texts
from data_models.facts import FigureFacts

BELOW_CHANCE = 0.001  # under which a chance is not written out


def against_large(of: Worked, *, reference: Worked) -> Steps | None:
    """The latest figure that a large reference has too, held against its value."""
    pair = _pair(of, reference=reference)
    if pair is None:
        return None
    figure, other = pair
    found = interval_in_unit(figure, indicator=of.indicator)
    if found is None or other.value is None:
        return None
    said = _compared(figure, other, of=of, reference=reference, is_large=True)
    if said.verdict == comparing.ComparisonOutcome.NEARLY_EQUAL:  # another method's example
        return None
    value = written(other.value, indicator=of.indicator)
    side = "higher" if found.lower > other.value else "lower" if found.upper < other.value else "inside"
    return (
        where(figure, of=of),
        texts.REFERENCE_INTERVAL.format(
            area=of.area.name,
            lower=written(found.lower, indicator=of.indicator),
            upper=written(found.upper, indicator=of.indicator),
            reference=reference.area.name,
            value=value,
        ),
        texts.REFERENCE_SIDE[side].format(value=value),
        on_screen(said),
    )


def against_small(of: Worked, *, reference: Worked) -> Steps | None:
    """Two small areas of the same year: the chance of their difference."""
    pair = _pair(of, reference=reference)
    one = bounded_share(pair[0], indicator=of.indicator) if pair else None
    other = bounded_share(pair[1], indicator=of.indicator) if pair else None
    if pair is None or one is None or other is None:
        return None
    chance = comparing.p_value(one.nominal, reference=other.nominal, unit=of.indicator.unit)
    chance_in_words = (
        texts.CHANCE_SMALL
        if chance < BELOW_CHANCE
        else texts.CHANCE.format(percentage=formatting.percentage(100 * chance, decimals=1))
    )
    difference = (pair[0].value or 0.0) - (pair[1].value or 0.0)
    return (
        where(pair[0], of=of),
        where(pair[1], of=reference),
        texts.TWO_DIFFERENCE.format(difference=changed(difference, indicator=of.indicator), chance=chance_in_words),
        texts.TWO_BELOW if chance < 1 - READING_LEVEL else texts.TWO_ABOVE,
        on_screen(_compared(*pair, of=of, reference=reference, is_large=False)),
    )


def smallest_difference(of: Worked, *, reference: Worked) -> Steps | None:
    """A difference that passed the test but is too small to matter."""
    pair = _pair(of, reference=reference)
    if pair is None or pair[0].value is None or pair[1].value is None:
        return None
    said = _compared(*pair, of=of, reference=reference, is_large=True)
    if said.verdict != comparing.ComparisonOutcome.NEARLY_EQUAL:
        return None
    own = of.indicator.smallest_relevant_difference
    smallest = comparing.smallest_relevant_difference(pair[0].value, unit=of.indicator.unit, catalogue=own)
    plain = own is None and of.indicator.unit == "percentage"
    rule = texts.SMALLEST_RULE if plain else texts.SMALLEST_RULE_OTHER
    value = written(pair[0].value, indicator=of.indicator)
    return (
        texts.SMALLEST_DIFFERENCE.format(
            indicator=of.indicator.short_name,
            period=pair[0].period,
            area=of.area.name,
            value=value,
            reference=reference.area.name,
            reference_value=written(pair[1].value, indicator=of.indicator),
            difference=_unsigned(abs(pair[0].value - pair[1].value), of=of),
        ),
        rule.format(value=value, smallest=_unsigned(smallest, of=of)),
        on_screen(said),
    )


def _pair(of: Worked, *, reference: Worked) -> tuple[FigureFacts, FigureFacts] | None:
    """The latest figure of which the reference has the same period."""
    others = {one.period: one for one in reference.figures if one.value is not None}
    figure = next((one for one in of.shares if one.period in others), None)
    if figure is None or of.area == reference.area or of.indicator != reference.indicator:
        return None
    return figure, others[figure.period]


def _compared(figure: FigureFacts, other: FigureFacts, *, of: Worked, reference: Worked, is_large: bool) -> Statement:
    return comparison(
        figure,
        reference=other,
        indicator=of.indicator,
        reference_name=reference.area.name,
        reference_is_large=is_large,
        contains_area=reference.area.kind == "country",
    )


def _unsigned(difference: float, *, of: Worked) -> str:
    return changed(difference, indicator=of.indicator).removeprefix("+")
