"""Meenemen: the gap between two groups over the years, with the figures that it is the difference of."""

from dashboard.charts.chart import Point
from dashboard.charts.gap import GapChart, gap_chart
from dashboard.data.groups import Groups
from dashboard.data.reader import Reader
from dashboard.data.taking_along import View
from dashboard.data.views_to_take import provisional, sources
from dashboard.exports.figures import TakenFigure, rounded
from dashboard.exports.names import spelled
from dashboard.exports.sheets import Cell
from dashboard.texts import groups as words
from dashboard.texts import taking_along as taking_words
from data_models.facts import FigureFacts


def gap_view(reader: Reader, found: Groups, *, chart: GapChart, pair: tuple[str, str]) -> View:
    """Both groups in every year of the chart; the gap stands in the row of the first, for it is first minus second."""
    gaps = {point.period: point for point in chart.points}
    nothing = _cells(None, chart=chart)
    taken = [
        _taken(figure, code=code, found=found, besides=_cells(gaps[figure.period], chart=chart) if first else nothing)
        for code, first in zip(pair, (True, False), strict=True)
        for figure in sorted(found.figures.get(code, {}).values(), key=lambda one: (one.year, one.period))
        if figure.period in gaps
    ]
    return View(
        name=spelled(found.indicator.short_name, found.area.name, chart.first, chart.second),
        title=chart.title,
        message=chart.message,
        taken=tuple(taken),
        annotations=tuple(one for one in found.annotations if one.reaches({found.area.code, *pair})),
        sources=sources(reader, taken=taken),
        fictional=found.area.fictional,
        drawn=(lambda: gap_chart(chart)) if chart.known else None,
        beneath=words.GAP_LEGEND if chart.known else "",
        provisional=provisional(one.figure for one in taken),
    )


def _taken(figure: FigureFacts, *, code: str, found: Groups, besides: dict[str, Cell]) -> TakenFigure:
    of_area = figure.area != found.area.code
    return TakenFigure(
        found.names[code] if of_area else found.area.name,
        figure,
        found.indicator,
        taking_words.EVERYBODY if of_area else found.names[code],
        besides=besides,
    )


def _cells(point: Point | None, *, chart: GapChart) -> dict[str, Cell]:
    """The gap with its interval as the screen rounds them; empty where there is none to give."""
    unit = words.GAP_UNITS[chart.unit]
    gap = words.GAP_IN_UNIT.format(first=chart.first, second=chart.second, unit=unit)
    value, lower, upper = (point.value, point.lower, point.upper) if point else (None, None, None)
    found = {gap: value, words.GAP_LOWER: lower, words.GAP_UPPER: upper}
    return {name: rounded(number, decimals=chart.decimals) for name, number in found.items()}
