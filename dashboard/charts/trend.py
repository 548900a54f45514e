"""A trend over the years: labelled at the line's end, with norm, breaks, provisional values and uncertainty."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import plotly.graph_objects as go

from dashboard import formatting, theme
from dashboard.charts.chart import Chart, NormLine, Point, Series
from dashboard.charts.frame import frame
from dashboard.charts.line_labels import line_labels
from dashboard.charts.runs import runs
from dashboard.charts.surroundings import flag_lines, surrounding_words
from dashboard.texts import charts as texts

BAND_OPACITY = 0.14
HOVER = "%{customdata[0]}<br>%{customdata[1]}<extra></extra>"  # see _hover
Run = Sequence[Point]


def trend_chart(chart: Chart, *, height: int = 400) -> go.Figure:
    """Draw `chart` over the years, `height` pixels high and as wide as the screen allows.

    Traces, in this order: a soft band per series when intervals are asked for, norms (one trace for those in force, one
    for those replaced), then one per series, the last series first so that the first lies on top.
    """
    stretches = [(series, runs(series, breaks=(*chart.breaks, *chart.cuts))) for series in chart.series]
    measures = frame(chart, height=height)
    values, years = measures.values, measures.years
    traces: list[dict[str, Any]] = []
    if chart.show_interval:
        traces += [
            _band(series, stretches=found) for series, found in stretches if any(_has_band(run) for run in found)
        ]
    traces += _norm_paths(chart.norms)
    traces += [_line(series, stretches=found, chart=chart) for series, found in reversed(stretches)]
    layout = {
        "template": theme.PLOTLY_TEMPLATE,
        "separators": ",.",
        "height": height,
        "margin": {"l": measures.left, "r": measures.right, "t": measures.top, "b": measures.bottom, "pad": 0},
        "xaxis": {"range": [years.low, years.high], "tickvals": years.ticks, "ticktext": years.words, "tickangle": 0},
        "yaxis": {
            "range": [values.low, values.high],
            "tickvals": values.ticks,
            "ticktext": values.words,
            "visible": not chart.is_empty,
        },
        "annotations": [
            *line_labels(chart, measures=measures, stretches=stretches),
            *surrounding_words(chart, measures=measures),
        ],
        "shapes": flag_lines(chart, measures=measures),
    }
    # Unchecked: plotly would take 3 ms a chart to check what the tests check once.
    return go.Figure(data=traces, layout=layout, _validate=False)


def _line(series: Series, *, stretches: Sequence[Run], chart: Chart) -> dict[str, Any]:
    style = theme.STYLES[series.role]
    provisional = any(point.provisional for point in series.points)
    fill = _joined(stretches, lambda point: theme.PAPER if point.provisional else style.colour, gap=style.colour)
    trace = {
        "type": "scatter",
        "name": series.name,
        "mode": "lines+markers",
        "x": _joined(stretches, lambda point: point.position),
        "y": _joined(stretches, lambda point: point.value),
        "customdata": _joined(stretches, lambda point: _hover(point, chart=chart), gap=["", ""]),
        "hovertemplate": f"<b>{escape(series.name)}</b>, {HOVER}",
        "line": {"color": style.colour, "width": style.width, "dash": style.dash},
        "marker": {
            "symbol": style.symbol,
            "size": style.marker_size,
            "opacity": 1,
            "color": fill if provisional else style.colour,
            "line": {"color": style.colour, "width": 2 if provisional else 0},
        },
        "cliponaxis": False,
        "connectgaps": False,
    }
    if chart.show_interval and any(len(run) == 1 and _has_band(run) for run in stretches):
        trace["error_y"] = {
            "type": "data",
            "symmetric": False,
            "array": _alone(stretches, lambda point: (point.upper or 0.0) - (point.value or 0.0)),
            "arrayminus": _alone(stretches, lambda point: (point.value or 0.0) - (point.lower or 0.0)),
            "color": style.colour,
            "thickness": 1.5,
            "width": 4,
        }
    return trace


def _band(series: Series, *, stretches: Sequence[Run]) -> dict[str, Any]:
    colour = theme.STYLES[series.role].colour
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    xs: list[float | None] = []
    ys: list[float | None] = []
    for run in stretches:
        if len(run) > 1 and _has_band(run):
            there = [point.position for point in run]
            xs += [None] * bool(xs) + [*there, *reversed(there), there[0]]
            ys += [None] * bool(ys) + [point.upper for point in run] + [point.lower for point in reversed(run)]
            ys.append(run[0].upper)
    return {
        "type": "scatter",
        "name": series.name,
        "mode": "none",
        "x": xs,
        "y": ys,
        "fill": "toself",
        "fillcolor": f"rgba({red},{green},{blue},{BAND_OPACITY})",
        "hoverinfo": "skip",
    }


def _norm_paths(norms: Sequence[NormLine]) -> list[dict[str, Any]]:
    traces = []
    for replaced in (True, False):
        xs: list[float | None] = []
        ys: list[float | None] = []
        for norm in norms:
            for end in (norm.value, norm.lower, norm.upper) if norm.replaced == replaced else ():
                if end is not None:
                    xs += [norm.start_year, norm.year, None]
                    ys += [end if norm.start_value is None else norm.start_value, end, None]
        if xs:
            style = theme.STYLES["replaced_norm" if replaced else "norm"]
            traces.append(
                {
                    "type": "scatter",
                    "name": "norm",
                    "mode": "lines",
                    "x": xs,
                    "y": ys,
                    "line": {"color": style.colour, "width": style.width, "dash": style.dash},
                    "hoverinfo": "skip",
                    "cliponaxis": False,
                    "connectgaps": False,
                }
            )
    return traces


def _hover(point: Point, *, chart: Chart) -> list[str]:
    written = formatting.value_with_unit(point.value or 0.0, unit=chart.unit, decimals=chart.decimals)
    period = f"{point.period} ({texts.PROVISIONAL})" if point.provisional else point.period
    counted = [escape(point.note, quote=False)] if point.note else []
    lines = counted if written in point.note else [written, *counted]
    if chart.show_interval and point.lower is not None and point.upper is not None:
        lower, upper = (
            formatting.value_with_unit(bound, unit=chart.unit, decimals=chart.decimals)
            for bound in (point.lower, point.upper)
        )
        lines.append(texts.INTERVAL.format(lower=lower, upper=upper))
    return [period, "<br>".join(lines)]


def _has_band(run: Run) -> bool:
    return all(point.lower is not None and point.upper is not None for point in run)


def _joined(stretches: Sequence[Run], part: Callable[[Point], Any], *, gap: object = None) -> list[Any]:
    """One list for all stretches, with `gap` between them, where no line is drawn."""
    found: list[Any] = []
    for number, run in enumerate(stretches):
        if number:
            found.append(gap)
        found += [part(point) for point in run]
    return found


def _alone(stretches: Sequence[Run], part: Callable[[Point], float]) -> list[float | None]:
    """As `_joined`, but only for points that no line joins: a band would have no width there."""
    alone = {id(run[0]) for run in stretches if len(run) == 1 and _has_band(run)}
    return _joined(stretches, lambda point: part(point) if id(point) in alone else None)
