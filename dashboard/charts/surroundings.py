"""What stands around the lines of a trend: flags at breaks and events, gaps explained, the unit and the caption."""

from html import escape
from itertools import groupby
from typing import Any

from dashboard import theme
from dashboard.charts.chart import Annotation, Chart
from dashboard.charts.frame import SMALL_LINE, YEARS_HEIGHT, Frame, caption, flags, unit_caption
from dashboard.charts.labels import wrapped
from dashboard.texts import charts as texts

LONGEST_SENTENCE = 34  # characters of 15 pixels of type: a telephone
Words = dict[str, Any]
_SMALL: Words = {
    "showarrow": False,
    "borderpad": 0,
    "bgcolor": theme.VEIL,
    "font": {"size": 12, "color": theme.QUIET_INK},
}


def surrounding_words(chart: Chart, *, measures: Frame) -> list[Words]:
    """Plotly annotations for everything but the labels of lines."""
    found = [*_flag_words(chart, measures=measures), *_edge_words(chart, measures=measures)]
    return [*found, _nothing_shown(chart)] if chart.is_empty else [*found, *_gap_words(chart)]


def flag_lines(chart: Chart, *, measures: Frame) -> list[dict[str, Any]]:
    """A thin upright line before the year of each break and event, up to its words."""
    breaks = set(chart.breaks)
    found = []
    for row, _, mark in _rows(chart):
        style = {"color": theme.QUIET_INK, "width": 1, "dash": "solid" if mark in breaks else "dot"}
        place = mark.year - 0.5
        found.append(
            {
                "type": "line",
                "x0": place,
                "x1": place,
                "yref": "paper",
                "y0": 0,
                "y1": 1 + SMALL_LINE * row / measures.height,
                "line": style,
                "layer": "below",
            }
        )
    return found


def _rows(chart: Chart) -> list[tuple[int, tuple[str, ...], Annotation]]:
    """Flags with the row, counted up from the plot, where their words begin: the earliest on top of later lines."""
    found = []
    row = 0
    for lines, mark in reversed(flags(chart)):
        row += len(lines)
        found.append((row, lines, mark))
    return found


def _flag_words(chart: Chart, *, measures: Frame) -> list[Words]:
    found = []
    for row, lines, mark in _rows(chart):
        to_the_right = measures.share(mark.year - 0.5) < 0.5
        found.append(
            _SMALL
            | {
                "x": mark.year - 0.5,
                "yref": "paper",
                "y": 1,
                "yshift": SMALL_LINE * row + 1,
                "xshift": 5 if to_the_right else -5,
                "xanchor": "left" if to_the_right else "right",
                "yanchor": "top",
                "align": "left" if to_the_right else "right",
                "text": "<br>".join(escape(line, quote=False) for line in lines),
            }
        )
    return found


def _edge_words(chart: Chart, *, measures: Frame) -> list[Words]:
    at_left = {"xref": "paper", "yref": "paper", "x": 0, "xanchor": "left", "align": "left"}
    found = []
    if unit := unit_caption(chart):
        lift = measures.top - 2
        found.append(
            _SMALL | at_left | {"y": 1, "yanchor": "top", "yshift": lift, "xshift": 4 - measures.left, "text": unit}
        )
    if lines := caption(chart):
        text = "<br>".join(escape(line, quote=False) for line in lines)
        place = {"y": 0, "yanchor": "top", "yshift": -YEARS_HEIGHT, "xshift": 4 - measures.left}
        found.append(_SMALL | at_left | place | {"text": text})
    return found


def _gap_words(chart: Chart) -> list[Words]:
    """Say under a gap in the line of the area that a value exists but is not shown."""
    found = []
    for series in chart.series:
        if series.role != "area":
            continue
        for withheld, group in groupby(series.points, key=lambda point: point.value is None):
            if withheld:
                places = [point.position for point in group]
                text = texts.WITHHELD.replace(" ", "<br>")
                middle = (places[0] + places[-1]) / 2
                found.append(_SMALL | {"x": middle, "y": 0, "yanchor": "bottom", "yshift": 3, "text": text})
    return found


def _nothing_shown(chart: Chart) -> Words:
    reasons = list(dict.fromkeys(point.note for series in chart.series for point in series.points if point.note))
    lines = wrapped(reasons[0] if len(reasons) == 1 else texts.NOTHING_SHOWN, longest=LONGEST_SENTENCE)
    return {
        "xref": "paper",
        "yref": "paper",
        "x": 0.5,
        "y": 0.15 if chart.norms else 0.5,
        "showarrow": False,
        "text": "<br>".join(escape(line, quote=False) for line in lines),
        "font": {"size": 15, "color": theme.QUIET_INK},
    }
