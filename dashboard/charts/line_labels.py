"""The words at the ends of the lines: what a line is and how it ends, so that no legend is needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Any

from dashboard import theme
from dashboard.charts.chart import Chart, NormLine, Point, Series
from dashboard.charts.frame import (
    NARROWEST,
    Frame,
    flags,
    label_distance,
    last_position,
    series_words,
    short_value,
    with_words,
)
from dashboard.charts.labels import (
    COVERED,
    CROSSED,
    GAP,
    Box,
    Label,
    Placed,
    Segment,
    box,
    nearby,
    side_by_side,
    wrapped,
)
from dashboard.texts import charts as texts

HOLDS = {"right": "left", "left": "right", "over": "center"}  # the edge by which plotly holds a label on that side
MARKER_REACH = 5  # pixels above and below its value that a marker covers
Stretches = Sequence[tuple[Series, Sequence[Sequence[Point]]]]


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of a line: its label, its value, and how its words look."""

    label: Label
    value: float
    emphasis: str
    style: theme.Style


def line_labels(chart: Chart, *, measures: Frame, stretches: Stretches) -> list[dict[str, Any]]:
    """One plotly annotation per series and norm, moved up or down so that none covers another or a line.

    Series that end early choose their place first, then norms in force; the labels in the column where most lines end
    can move most easily.
    """
    screen = measures.screen
    segments = _segments(chart, measures=measures, stretches=stretches)
    boxes: list[Box] = []
    found: list[dict[str, Any]] = []

    def add_one(end: Ending) -> None:
        sides = _sides(end.label, measures=measures)
        placed = nearby(end.label, sides=sides, screen=screen, segments=segments, boxes=boxes)
        boxes.append(box(placed, screen=screen))
        found.append(_annotation(end, placed=placed))

    last = last_position(chart)
    ends = [_series_end(series, chart=chart, measures=measures) for series in with_words(chart)]
    for end in ends:
        if end.label.x != last:
            add_one(end)
    for norm in chart.norms:
        if not norm.replaced:
            add_one(_norm_end(norm, chart=chart, measures=measures))
    together = [end for end in ends if end.label.x == last]
    for end, placed in zip(
        together,
        side_by_side([end.label for end in together], screen=screen, segments=segments, boxes=boxes),
        strict=True,
    ):
        boxes.append(box(placed, screen=screen))
        found.append(_annotation(end, placed=placed, distance=label_distance(chart)))
    for norm in chart.norms:
        if norm.replaced:
            add_one(_norm_end(norm, chart=chart, measures=measures))
    return found


def _series_end(series: Series, *, chart: Chart, measures: Frame) -> Ending:
    point = series.known[-1]
    value = point.value or 0.0
    label = Label(series_words(series, chart=chart), point.position, measures.below_top(value))
    return Ending(label, value, short_value(value, chart=chart), theme.STYLES[series.role])


def _norm_end(norm: NormLine, *, chart: Chart, measures: Frame) -> Ending:
    if norm.value is not None:
        value, written = norm.value, short_value(norm.value, chart=chart)
    else:
        lower, upper = norm.lower or 0.0, norm.upper or 0.0
        value = (lower + upper) / 2
        written = texts.NORM_BAND.format(lower=short_value(lower, chart=chart), upper=short_value(upper, chart=chart))
    template = texts.REPLACED_NORM_LABEL if norm.replaced else texts.NORM_LABEL
    lines = wrapped(template.format(label=norm.label, value=written))
    style = theme.STYLES["replaced_norm" if norm.replaced else "norm"]
    return Ending(Label(lines, float(norm.year), measures.below_top(value)), value, "", style)


def _sides(label: Label, *, measures: Frame) -> list[str]:
    """The sides of its point where a label stays on the narrowest screen; the left one if it stays nowhere."""
    from_left = measures.left + measures.share(label.x) * (NARROWEST - measures.left - measures.right)
    from_right = NARROWEST - from_left
    fits = {
        "right": GAP + label.width <= from_right,
        "over": label.width / 2 <= min(from_left, from_right),
        "left": label.width <= from_left,
    }
    return [side for side, fit in fits.items() if fit] or ["left"]


def _segments(chart: Chart, *, measures: Frame, stretches: Stretches) -> list[Segment]:
    found: list[Segment] = []
    for _, runs in stretches:
        for run in runs:
            places = [(point.position, measures.below_top(point.value or 0.0)) for point in run]
            found += [(*start, *end, COVERED) for start, end in pairwise(places)]
            found += [(x, y - MARKER_REACH, x, y + MARKER_REACH, COVERED) for x, y in (places[0], places[-1])]
    for norm in chart.norms:
        for end in (norm.value, norm.lower, norm.upper):
            if end is not None:
                start = measures.below_top(end if norm.start_value is None else norm.start_value)
                found.append((norm.start_year, start, norm.year, measures.below_top(end), CROSSED))
    breaks = [mark for _, mark in flags(chart) if mark in chart.breaks]
    return found + [(mark.year - 0.5, 0.0, mark.year - 0.5, measures.height, CROSSED) for mark in breaks]


def _annotation(end: Ending, *, placed: Placed, distance: int = GAP) -> dict[str, Any]:
    text = "<br>".join(escape(line, quote=False) for line in placed.label.lines)
    if end.emphasis:
        text = f"{text.removesuffix(end.emphasis)}<b>{end.emphasis}</b>"
    found = {
        "x": placed.label.x,
        "y": end.value,
        "text": text,
        "align": HOLDS[placed.side],
        "xanchor": HOLDS[placed.side],
        "yanchor": "middle",
        "font": {"color": end.style.text_colour, "size": 13},
        "borderpad": 0,
        "bgcolor": theme.VEIL,
    }
    if placed.side == "right" and abs(placed.shift) > placed.label.height / 2 + 4:
        leader = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "arrowcolor": end.style.colour, "standoff": 5}
        return found | leader | {"ax": max(distance, GAP + 4), "ay": placed.shift}
    return found | {
        "showarrow": False,
        "xshift": distance if placed.side == "right" else 0,
        "yshift": -placed.shift,
    }
