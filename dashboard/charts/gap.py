"""The gap between two groups over the years: a point with its interval per year, above or below no difference."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import plotly.graph_objects as go

from dashboard import formatting, theme
from dashboard.charts.alternative_text import mark_sentences
from dashboard.charts.axes import round_axis
from dashboard.charts.chart import Annotation, Point, Series
from dashboard.charts.frame import SMALL_LINE
from dashboard.charts.gap_flags import RIGHT, Flag, gap_flags
from dashboard.charts.labels import text_width
from dashboard.charts.runs import runs
from dashboard.texts import charts as chart_texts
from dashboard.texts import groups as texts

HEIGHT = 300  # pixels, without flags
TOP, BOTTOM = 30, 62  # pixels around the plot
FLAGS_FROM = 18  # pixels above the plot: the words that say with whom it is higher stand below
HOVER = "<b>%{customdata[0]}</b><br>%{customdata[1]}<extra></extra>"


@dataclass(frozen=True, slots=True, kw_only=True)
class GapChart:
    """The first group minus the second, per year, in the chart's unit; a point without a value says why in its note.

    `verdicts` says each period in a few words: higher with whom, or that it may be chance.
    """

    title: str
    message: str
    unit: str
    decimals: int
    first: str
    second: str
    points: tuple[Point, ...]
    verdicts: dict[str, str]
    breaks: tuple[Annotation, ...] = ()
    events: tuple[Annotation, ...] = ()
    fictional: bool = False

    @property
    def known(self) -> tuple[Point, ...]:
        """The points that have a value."""
        return tuple(point for point in self.points if point.value is not None)

    @property
    def broken_in(self) -> tuple[str, ...]:
        """The first years after a break, where the line is cut."""
        years = [point.year for point in self.known]
        return tuple(
            str(year)
            for year in sorted({mark.year for mark in self.breaks})
            if min(years, default=0) < year <= max(years, default=0)
        )


def gap_chart(chart: GapChart) -> go.Figure:
    """Draw `chart`: a line per stretch that is counted in one way, then the level of no difference."""
    ends = [end for point in chart.known for end in (point.lower, point.value, point.upper) if end is not None]
    above, below = max((*ends, 0.0)), -min((*ends, 0.0))
    axis = round_axis(max(above, below), unit=chart.unit)
    ticks = [tick for tick in sorted({*axis.ticks, *(-tick for tick in axis.ticks)}) if -below * 1.3 <= tick]
    ticks = [tick for tick in ticks if tick <= above * 1.3]
    decimals = 0 if all(tick == round(tick) for tick in ticks) else 1 if all(_tenths(tick) for tick in ticks) else 2
    words = [formatting.number(abs(tick), decimals=decimals if tick else 0) for tick in ticks]
    room = 0.35 * (above + below or 1.0)
    positions = [point.position for point in chart.points]
    first, last = min(positions, default=0.0), max(positions, default=1.0)
    margin = 0.06 * (last - first) or 1.0
    cuts = [Annotation(year=mark.year, text="") for mark in chart.breaks]  # a break of either group is one of the gap
    stretches = runs(Series(name=chart.title, role="area", points=chart.points), breaks=cuts)
    left = round(max((text_width(word) for word in words), default=20.0)) + 16
    flags = gap_flags(
        chart.points, breaks=chart.breaks, events=chart.events, years=(first - margin, last + margin), left=left
    )
    rows = flags[0].row if flags else 0
    layout = {
        "template": theme.PLOTLY_TEMPLATE,
        "separators": ",.",
        "height": HEIGHT + SMALL_LINE * rows,
        "margin": {"l": left, "r": RIGHT, "t": TOP + SMALL_LINE * rows, "b": BOTTOM, "pad": 0},
        "xaxis": {
            "range": [first - margin, last + margin],
            "tickvals": positions,
            "ticktext": _year_words(chart.points),
            "tickangle": 0,
            "showline": False,
        },
        "yaxis": {"range": [-below - room, above + room], "tickvals": ticks, "ticktext": words},
        "annotations": [*_words(chart), *(_flag(flag) for flag in flags)],
        "shapes": [_flag_line(flag) for flag in flags],
    }
    level = {
        "type": "scatter",
        "name": texts.NO_DIFFERENCE,
        "mode": "lines",
        "x": [first - margin, last + margin],
        "y": [0, 0],
        "line": {"color": theme.STYLES["reference"].colour, "width": 1.75, "dash": "dot"},
        "hoverinfo": "skip",
    }
    return go.Figure(data=[*(_stretch(run, chart=chart) for run in stretches), level], layout=layout, _validate=False)


def gap_text(chart: GapChart) -> str:
    """Say in Dutch what the chart shows: its message, and the gap of each year."""
    years = [
        texts.ALT_YEAR.format(
            period=point.period,
            difference=formatting.change_with_unit(point.value, unit=chart.unit, decimals=chart.decimals),
            words=chart.verdicts[point.period],
        )
        if point.value is not None
        else point.note
        for point in chart.points
    ]
    years += mark_sentences(chart.breaks, events=chart.events)
    years += [chart_texts.ALT_FICTIONAL] * chart.fictional
    return texts.ALT_GAP.format(title=chart.title, message=chart.message, years=" ".join(years))


def _stretch(run: Sequence[Point], *, chart: GapChart) -> dict[str, Any]:
    style = theme.STYLES["area"]
    return {
        "type": "scatter",
        "name": chart.title,
        "mode": "lines+markers",
        "x": [point.position for point in run],
        "y": [point.value for point in run],
        "customdata": [[point.period, escape(point.note, quote=False)] for point in run],
        "hovertemplate": HOVER,
        "line": {"color": style.colour, "width": 2},
        "marker": {
            "symbol": style.symbol,
            "size": style.marker_size + 1,
            "opacity": 1,
            "color": [theme.PAPER if point.provisional else style.colour for point in run],
            "line": {"color": style.colour, "width": 2},
        },
        "error_y": {
            "type": "data",
            "symmetric": False,
            "array": [(point.upper or 0.0) - (point.value or 0.0) for point in run],
            "arrayminus": [(point.value or 0.0) - (point.lower or 0.0) for point in run],
            "color": style.colour,
            "thickness": 1.5,
            "width": 4,
        },
        "cliponaxis": False,
    }


def _words(chart: GapChart) -> list[dict[str, Any]]:
    """Above and below: with whom it is higher there; at the foot what an open symbol is, and that it is invented."""
    remarks = [chart_texts.OPEN_SYMBOL] * any(point.provisional for point in chart.known)
    remarks += [chart_texts.FICTIONAL] * chart.fictional
    quiet = {"size": 12, "color": theme.QUIET_INK}
    words = {"size": 13, "color": theme.INK}
    beside = {"x": 0, "xref": "paper", "xanchor": "left", "yref": "paper", "showarrow": False, "bgcolor": theme.VEIL}
    found = [
        {**beside, "text": _at(chart.first, sign="▲", unit=chart.unit), "y": 1, "yanchor": "bottom", "font": words},
        {
            **beside,
            "text": _at(chart.second, sign="▼", unit=chart.unit),
            "y": 0,
            "yanchor": "bottom",
            "yshift": 2,
            "font": words,
        },
    ]
    if remarks:
        foot = "<br>".join(escape(remark, quote=False) for remark in remarks)  # beside each other a phone cuts them
        found.append({**beside, "text": foot, "y": 0, "yanchor": "top", "yshift": -24, "align": "left", "font": quiet})
    return found


def _at(name: str, *, sign: str, unit: str) -> str:
    return escape(texts.HIGHER_AT.format(sign=sign, unit=texts.GAP_UNITS[unit], name=name), quote=False)


def _year_words(points: Sequence[Point]) -> list[str]:
    """The periods; with many of them every second one, so that they fit on a telephone."""
    every = 1 if len(points) <= 6 and not any("/" in point.period for point in points) else 2
    return [point.period if (len(points) - 1 - index) % every == 0 else "" for index, point in enumerate(points)]


def _flag(flag: Flag) -> dict[str, Any]:
    """The words of a break or an event, above the plot."""
    side = "left" if flag.to_the_right else "right"
    return {
        "text": "<br>".join(escape(line, quote=False) for line in flag.lines),
        "x": flag.place,
        "xanchor": side,
        "align": side,
        "xshift": 5 if flag.to_the_right else -5,
        "yref": "paper",
        "y": 1,
        "yanchor": "top",
        "yshift": FLAGS_FROM + SMALL_LINE * flag.row,
        "showarrow": False,
        "borderpad": 0,
        "bgcolor": theme.VEIL,
        "font": {"size": 12, "color": theme.QUIET_INK},
    }


def _flag_line(flag: Flag) -> dict[str, Any]:
    """From the foot of the plot up to the words; a break is drawn through, an event is dotted."""
    top = 1 + (FLAGS_FROM + SMALL_LINE * flag.row) / (HEIGHT - TOP - BOTTOM)
    place = {"x0": flag.place, "x1": flag.place, "y0": 0, "y1": top, "yref": "paper", "layer": "below"}
    line = {"color": theme.QUIET_INK, "width": 1, "dash": "solid" if flag.is_break else "dot"}
    return {"type": "line", **place, "line": line}


def _tenths(tick: float) -> bool:
    return abs(tick * 10 - round(tick * 10)) < 1e-9
