"""The gap between two groups of a figure over the years."""

from dashboard.calculations.denominators import SCALE
from dashboard.charts import assembly
from dashboard.charts.chart import Point
from dashboard.charts.gap import GapChart
from dashboard.data.groups import Groups
from dashboard.formatting import change_with_unit, number
from dashboard.statements.groups import gap_between
from dashboard.texts import figure as figure_words
from dashboard.texts import groups as words


def can_be_subtracted(found: Groups) -> bool:
    """Whether a gap between groups says anything: not between counts of groups of another size."""
    return found.indicator.unit in SCALE


def gap_over_time(found: Groups, *, first: str, second: str) -> GapChart:
    """The first group minus the second, year by year; its message is about the last year that has both."""
    names = (found.names[first], found.names[second])
    marks = [  # a group may be a wijk, with breaks of its own
        (found.names[code], [one for one in found.annotations if one.reaches({found.area.code, code})])
        for code in (first, second)
    ]
    points, verdicts, message = [], {}, ""
    for period in reversed(found.periods):
        pair = [found.figures.get(code, {}).get(period) for code in (first, second)]
        said = gap_between(pair[0], other=pair[1], period=period, indicator=found.indicator, names=names)
        known = next(figure for series in found.figures.values() for at, figure in series.items() if at == period)
        numbers = {name: value for name, value in said.numbers.items() if isinstance(value, float)}
        points.append(
            Point(
                year=known.year,
                period=period,
                value=numbers.get("difference"),
                lower=numbers.get("lower"),
                upper=numbers.get("upper"),
                provisional=any(figure.status == "provisional" for figure in pair if figure),
                note=said.text,
            )
        )
        verdicts[period] = words.GAP_SHORT.get(said.verdict, "").format(first=names[0], second=names[1])
        message = said.text if numbers or not any(point.value is not None for point in points) else message
    return GapChart(
        title=words.GAP_TITLE.format(
            indicator=found.indicator.short_name, first=names[0], second=names[1], area=found.area.name
        ),
        message=message,
        unit=found.indicator.unit,
        decimals=max(found.indicator.decimals, 1),
        first=names[0],
        second=names[1],
        points=tuple(points),
        verdicts=verdicts,
        breaks=assembly.marks_of_lines(marks, kind="break"),
        events=assembly.marks_of_lines(marks, kind="event"),
        fictional=found.area.fictional,
    )


def gap_table(chart: GapChart) -> list[dict[str, str]]:
    """The gap as rows of a table, the last year first."""
    difference = words.GAP_DIFFERENCE.format(first=chart.first, second=chart.second)
    return [
        {
            words.GAP_YEAR: point.period,
            difference: _change(point.value, chart=chart),
            words.INTERVAL: _between(point, chart=chart),
            words.GAP_WORDS: chart.verdicts[point.period] or point.note,
        }
        for point in reversed(chart.points)
    ]


def _change(value: float | None, *, chart: GapChart) -> str:
    return "" if value is None else change_with_unit(value, unit=chart.unit, decimals=chart.decimals)


def _between(point: Point, *, chart: GapChart) -> str:
    if point.lower is None or point.upper is None:
        return ""
    lower, upper = number(point.lower, decimals=chart.decimals), number(point.upper, decimals=chart.decimals)
    return figure_words.FROM_TO.format(lower=lower, upper=upper)
