"""Areas beside each other: a dot with its interval per area, and the reference as a line through all of them."""

from collections.abc import Sequence
from html import escape
from typing import Any

import plotly.graph_objects as go

from dashboard import formatting, theme
from dashboard.charts.axes import round_axis
from dashboard.charts.comparison import AreaDot, Comparison
from dashboard.charts.labels import text_width, wrapped
from dashboard.texts import charts as texts

ROW = 34  # pixels per area: two lines of its name, or a finger
TOP = 54  # pixels above the first area: the name of the reference, the norm, and the axis
BOTTOM = 44  # pixels below the last area: the norm, and where the figures come from
EDGE = 12  # pixels there when there is neither
LONGEST_NAME = 20  # characters on a line: leaves two thirds of a telephone for the dots
LONGEST_LEVEL = 28  # characters on a line of what the reference is called: what a telephone leaves beside the names
LONGEST_NORM = 16  # characters on a line of what the norm is called: it stands beside its line, wherever that is
LEVEL_LINE = 17  # pixels that a line of either takes
LONGEST_REASON = 30  # characters on a line of why a value is missing: what a telephone leaves beside the names
BOLD = 1.15  # times as wide as the same letters in ordinary weight, at most
MOST_TICKS = 5  # words along the axis that fit beside each other on a telephone
NAME_GAP = 14  # pixels between the names and the plot
STANDOFF = "\N{NO-BREAK SPACE}" * 2  # after each line of a name: half a sign wide, for that of an area at zero
MARKER = 13  # pixels
SYMBOLS = {  # the verdict is a form before it is a colour, so that it survives a greyscale print
    "higher": "triangle-right",
    "lower": "triangle-left",
    "no clear difference": "circle-open",
    "nearly equal": "square-open",
    "not comparable": "x-thin-open",
}
HOVER = "<b>%{customdata[0]}</b><br>%{customdata[1]}<extra></extra>"


def dots_chart(chart: Comparison) -> go.Figure:
    """Draw `chart`, as high as its areas ask and as wide as the screen allows.

    Traces, in this order: one per verdict that occurs, with its areas, the chosen area apart; then the line of the
    reference, and that of the norm; last the names. They stand as words of a trace: as ticks, which Plotly measures one
    by one, 342 of them took nine tenths of the time that drawing takes. A picture on paper reads them as ticks.
    """
    names = [_name(dot) for dot in chart.dots]
    widths = [
        text_width(line) * (BOLD if dot.chosen else 1.0)
        for dot, name in zip(chart.dots, names, strict=True)
        for line in name
    ]
    left = round(max(widths, default=40.0)) + NAME_GAP
    rows = {id(dot): row for row, dot in enumerate(chart.dots)}
    last = len(chart.dots) - 0.5
    values = round_axis(chart.highest, unit=chart.unit)
    traces = [
        _dots(dots, rows=rows, chart=chart)
        for chosen in (False, True)
        for verdict in SYMBOLS
        if (dots := [dot for dot in chart.dots if dot.verdict == verdict and dot.chosen == chosen])
    ]
    traces += [
        _level(value, name=name, last=last, role=role)
        for value, name, role in (
            (chart.reference_value, chart.reference, "reference"),
            (chart.norm, chart.norm_label, "norm"),
        )
        if value is not None
    ]
    named = [_name_html(dot, lines=lines) for dot, lines in zip(chart.dots, names, strict=True)]
    traces.append(_names(named, at=values.low))
    top = TOP + LEVEL_LINE * (max(1, len(_reference_lines(chart))) - 1)
    norm, foot = _norm_lines(chart), _foot(chart)
    bottom = BOTTOM + LEVEL_LINE * len(norm) if norm or foot else EDGE
    axis = {
        "range": [values.low, values.high],
        "tickvals": values.ticks,
        "ticktext": _few(values.words),
        "tickangle": 0,
        "showgrid": True,
        "gridcolor": theme.HAIRLINE,
        "visible": not chart.is_empty,
    }
    layout = {
        "template": theme.PLOTLY_TEMPLATE,
        "separators": ",.",
        "height": top + bottom + ROW * len(chart.dots),
        "margin": {"l": left, "r": 18, "t": top, "b": bottom, "pad": 0},
        "xaxis": {**axis, "side": "top", "showline": False},
        "yaxis": {
            "range": [last, -0.5],
            "tickvals": list(range(len(names))),
            "ticktext": named,
            "showticklabels": False,
            "showgrid": False,
            "tickfont": {"size": 13, "color": theme.INK},
        },
        "annotations": [*_level_words(chart), *_withheld(chart.dots), *foot],
    }
    return go.Figure(data=traces, layout=layout, _validate=False)


def _few(ticks: Sequence[str]) -> list[str]:
    """The words of the axis, or only every second where all of them would not fit."""
    return [word if len(ticks) <= MOST_TICKS or number % 2 == 0 else "" for number, word in enumerate(ticks)]


def _dots(dots: Sequence[AreaDot], *, rows: dict[int, int], chart: Comparison) -> dict[str, Any]:
    style = theme.STYLES["area" if dots[0].chosen else "reference"]
    known = [dot for dot in dots if dot.value is not None]
    return {
        "type": "scatter",
        "name": dots[0].words,
        "mode": "markers",
        "x": [dot.value for dot in known],
        "y": [rows[id(dot)] for dot in known],
        "customdata": [[escape(dot.name), _told(dot, chart=chart)] for dot in known],
        "hovertemplate": HOVER,
        "marker": {
            "symbol": SYMBOLS[dots[0].verdict],
            "size": MARKER,
            "opacity": 1,
            "color": style.colour,
            "line": {"color": style.colour, "width": 2},
        },
        "error_x": {
            "type": "data",
            "symmetric": False,
            "array": [0.0 if dot.upper is None else dot.upper - (dot.value or 0.0) for dot in known],
            "arrayminus": [0.0 if dot.lower is None else (dot.value or 0.0) - dot.lower for dot in known],
            "color": style.colour,
            "thickness": 1.5,
            "width": 4,
        },
        "cliponaxis": False,
    }


def _names(names: Sequence[str], *, at: float) -> dict[str, Any]:
    """The names of the areas, left of the value that the axis begins at."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [at] * len(names),
        "y": list(range(len(names))),
        "text": [f"{name.replace('<br>', f'{STANDOFF}<br>')}{STANDOFF}" for name in names],
        "textposition": "middle left",
        "textfont": {"size": 13, "color": theme.INK},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _level(value: float, *, name: str, last: float, role: str) -> dict[str, Any]:
    style = theme.STYLES[role]
    return {
        "type": "scatter",
        "name": name,
        "mode": "lines",
        "x": [value, value],
        "y": [-0.5, last],
        "line": {"color": style.colour, "width": 1.75, "dash": style.dash},
        "hoverinfo": "skip",
    }


def _level_words(chart: Comparison) -> list[dict[str, Any]]:
    """Above the line of the reference, and below that of the norm: what it is."""
    found = []
    levels = (
        (chart.reference_value, _reference_lines(chart), "reference"),
        (chart.norm, _norm_lines(chart), "norm"),
    )
    for value, lines, role in levels:
        if value is not None:
            right = value > chart.highest / 2
            place = {"y": 1, "yanchor": "bottom", "yshift": 24} if role == "reference" else {"y": 0, "yanchor": "top"}
            found.append(
                {
                    **place,
                    "text": "<br>".join(escape(line, quote=False) for line in lines),
                    "x": value,
                    "yref": "paper",
                    "xanchor": "right" if right else "left",
                    "align": "right" if right else "left",
                    "showarrow": False,
                    "font": {"size": 13, "color": theme.STYLES[role].text_colour},
                }
            )
    return found


def _reference_lines(chart: Comparison) -> tuple[str, ...]:
    """The reference and its value, as it stands above the chart; nothing when there is none."""
    if chart.reference_value is None:
        return ()
    text = _level_text(chart.reference, value=chart.reference_value, chart=chart)
    return wrapped(text, longest=LONGEST_LEVEL)


def _norm_lines(chart: Comparison) -> tuple[str, ...]:
    """The norm and its value, as it stands below the chart; nothing when there is none."""
    if chart.norm is None:
        return ()
    return wrapped(_level_text(chart.norm_label, value=chart.norm, chart=chart), longest=LONGEST_NORM)


def _level_text(name: str, *, value: float, chart: Comparison) -> str:
    return f"{name} {formatting.value_with_unit(value, unit=chart.unit, decimals=chart.decimals)}"


def _told(dot: AreaDot, *, chart: Comparison) -> str:
    """What is said when an area is pointed at: its numbers, its interval, and how it lies against the reference."""
    lines = [escape(dot.note, quote=False)]
    if dot.lower is not None and dot.upper is not None:
        lower, upper = (
            formatting.value_with_unit(bound, unit=chart.unit, decimals=chart.decimals)
            for bound in (dot.lower, dot.upper)
        )
        lines.append(texts.INTERVAL.format(lower=lower, upper=upper))
    return "<br>".join([*lines, escape(dot.words, quote=False)])


def _name(dot: AreaDot) -> tuple[str, ...]:
    return wrapped(dot.name, longest=LONGEST_NAME)


def _name_html(dot: AreaDot, *, lines: tuple[str, ...]) -> str:
    words = "<br>".join(escape(line, quote=False) for line in lines)
    return f"<b>{words}</b>" if dot.chosen else words


def _withheld(dots: Sequence[AreaDot]) -> list[dict[str, Any]]:
    """In the row of an area without a value: why."""
    quiet = {"size": 12, "color": theme.QUIET_INK}
    return [
        {
            "text": "<br>".join(escape(line, quote=False) for line in wrapped(dot.note, longest=LONGEST_REASON)),
            "x": 0,
            "xref": "paper",
            "xanchor": "left",
            "align": "left",
            "y": row,
            "showarrow": False,
            "bgcolor": theme.VEIL,
            "font": quiet,
        }
        for row, dot in enumerate(dots)
        if dot.value is None
    ]


def _foot(chart: Comparison) -> list[dict[str, Any]]:
    remarks = [texts.FICTIONAL] * chart.fictional
    remarks += [texts.SOURCE.format(source=chart.source)] if chart.source else []
    if not remarks:
        return []
    below = -8 - LEVEL_LINE * len(_norm_lines(chart))  # the words of the norm
    place = {"x": 0, "xref": "paper", "xanchor": "left", "y": 0, "yref": "paper", "yanchor": "top", "yshift": below}
    words = escape(" · ".join(remarks), quote=False)
    return [{**place, "text": words, "showarrow": False, "font": {"size": 12, "color": theme.QUIET_INK}}]
