"""A row of a table: what a figure is, in the columns that every table of figures has."""

from dashboard import statements
from dashboard.calculations.denominators import SCALE, bounded_share, is_derived
from dashboard.formatting import count, number, value_with_unit
from dashboard.texts import figure as words
from data_models.facts import FigureFacts, IndicatorFacts


def table_row(
    heading: str, name: str, *, figure: FigureFacts, indicator: IndicatorFacts, with_interval: bool = False
) -> dict[str, str]:
    """A row of the table; numbers as text, so that a screen reader says them as people read them."""
    share = bounded_share(figure, indicator=indicator)
    interval = statements.interval_in_unit(figure, indicator=indicator)
    denominator = share.nominal.denominator if share and indicator.unit in SCALE else figure.denominator
    derived = is_derived(figure, indicator=indicator) and denominator is not None
    row = {heading: name}
    if indicator.unit in SCALE:
        guessed = words.ESTIMATED if figure.estimated or figure.status == "estimated" else ""
        told = words.DERIVED if derived else guessed
        row[words.COUNT] = "" if figure.numerator is None else count(figure.numerator) + guessed
        row[words.DENOMINATOR] = "" if denominator is None else count(denominator) + told
    row[words.VALUE_IN[indicator.unit]] = (
        statements.level(figure, indicator=indicator).text
        if figure.value is None
        else value_with_unit(figure.value, unit=indicator.unit, decimals=indicator.decimals)
    )
    if with_interval and indicator.unit in SCALE:
        row[words.INTERVAL] = (
            words.FROM_TO.format(
                lower=number(interval.lower, decimals=indicator.decimals),
                upper=number(interval.upper, decimals=indicator.decimals),
            )
            if interval
            else ""
        )
    row[words.STATUS] = words.STATUSES[figure.status]
    return row
