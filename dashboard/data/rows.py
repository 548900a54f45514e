"""A row of a table: what a figure is, in the columns that every table of figures has."""

from dashboard import statements
from dashboard.calculations.denominators import SCALE, bounded_share, is_derived
from dashboard.calculations.pooling import Window
from dashboard.charts import assembly
from dashboard.charts.chart import Chart, Point
from dashboard.formatting import count, number, value_with_unit
from dashboard.texts import charts as chart_words
from dashboard.texts import figure as words
from data_models.facts import FigureFacts, IndicatorFacts


def table_row(
    heading: str,
    name: str,
    *,
    figure: FigureFacts,
    indicator: IndicatorFacts,
    with_interval: bool = False,
    measure: str = assembly.VALUE,
) -> dict[str, str]:
    """A row of the table; numbers as text, so that a screen reader says them as people read them.

    Of what is drawn per 1.000 the value and its interval are per 1.000. Of what is drawn as a count the percentage
    stands beside it without interval, and the count's own column says why one is not shown.
    """
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
    if measure == assembly.COUNT and figure.value is None and figure.numerator is None:
        row |= {words.COUNT: statements.level(figure, indicator=indicator).text, words.VALUE_IN[indicator.unit]: ""}
    else:
        row[words.VALUE_IN[_unit(indicator, measure=measure)]] = (
            statements.level(figure, indicator=indicator).text
            if figure.value is None
            else _value(figure.value, indicator=indicator, measure=measure)
        )
    if with_interval and indicator.unit in SCALE and measure != assembly.COUNT:
        bounds = (interval.lower, interval.upper) if interval else None
        row[words.INTERVAL] = _between(*bounds, indicator=indicator, measure=measure) if bounds else ""
    row[words.STATUS] = words.STATUSES[figure.status]
    return row


def _unit(indicator: IndicatorFacts, *, measure: str) -> str:
    """The unit of the value's column: beside a count it is the indicator's own."""
    return indicator.unit if measure == assembly.COUNT else assembly.unit_of(measure, indicator=indicator)


def _decimals(indicator: IndicatorFacts, *, measure: str) -> int:
    return indicator.decimals if measure == assembly.COUNT else assembly.decimals_of(measure, indicator=indicator)


def _value(value: float, *, indicator: IndicatorFacts, measure: str) -> str:
    if measure == assembly.PER_1000:  # its heading says so; three words in every row would break on a tablet
        return number(value * assembly.factor_of(measure), decimals=_decimals(indicator, measure=measure))
    return value_with_unit(value, unit=indicator.unit, decimals=indicator.decimals)


def _between(lower: float, upper: float, *, indicator: IndicatorFacts, measure: str) -> str:
    factor, decimals = assembly.factor_of(measure), _decimals(indicator, measure=measure)
    return words.FROM_TO.format(
        lower=number(lower * factor, decimals=decimals), upper=number(upper * factor, decimals=decimals)
    )


def pooled_row(window: Window, *, indicator: IndicatorFacts, measure: str = assembly.VALUE) -> dict[str, str]:
    """As `table_row`, for three years together; where they cannot be summed it says why instead of a value."""
    said = statements.years_together(window, indicator=indicator)
    numbers = {name: number for name, number in said.numbers.items() if isinstance(number, float | int)}
    value = words.VALUE_IN[_unit(indicator, measure=measure)]
    if window.together is None:
        return {
            words.PERIOD: window.period,
            words.COUNT: "",
            words.DENOMINATOR: "",
            value: said.text,
            words.INTERVAL: "",
            words.STATUS: words.STATUSES["withheld"],
        }
    return {
        words.PERIOD: window.period,
        words.COUNT: count(numbers["numerator"]),
        words.DENOMINATOR: count(numbers["denominator"]),
        value: _value(numbers["value"], indicator=indicator, measure=measure),
        words.INTERVAL: _between(numbers["lower"], numbers["upper"], indicator=indicator, measure=measure),
        words.STATUS: words.STATUSES["provisional" if window.figures[-1].status == "provisional" else "derived"],
    }


def beside(chart: Chart) -> tuple[dict[str, str], ...]:
    """The lines of a chart beside each other: a row per period, the last first, and a column per area."""
    positions = {point.period: point.position for series in chart.series for point in series.points}
    by_area = {one.name: {point.period: point for point in one.points} for one in chart.series}
    return tuple(
        {words.PERIOD: period}
        | {name: _cell(points[period], chart=chart) if period in points else "" for name, points in by_area.items()}
        for period in sorted(positions, key=lambda period: (positions[period], period), reverse=True)
    )


def _cell(point: Point, *, chart: Chart) -> str:
    if point.value is None:
        return words.STATUSES["withheld"]
    written = value_with_unit(point.value, unit=chart.unit, decimals=chart.decimals)
    return (
        words.VALUE_PROVISIONAL.format(value=written, status=chart_words.PROVISIONAL) if point.provisional else written
    )
