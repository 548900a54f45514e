"""A trend as small as a word: SVG text that needs no script."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from dashboard import theme
from dashboard.charts.alternative_text import alternative_text
from dashboard.charts.axes import HEADROOM, highest_value
from dashboard.charts.chart import Chart, Point, Series
from dashboard.charts.frame import short_value
from dashboard.charts.labels import text_width
from dashboard.charts.runs import runs
from dashboard.texts import charts as texts

EDGE = 7  # pixels around the drawing: room for half a symbol
YEARS = 16  # pixels for the first and last period below it
VALUE_SIZE = 15  # pixels of type
PERIOD_SIZE = 11  # pixels of type


@dataclass(frozen=True, slots=True)
class Scale:
    """What a sparkline is drawn in: from zero to `top`, between two points in time, with room for a value's words."""

    top: float
    first: Point
    last: Point
    words: float  # pixels

    @classmethod
    def of(cls, charts: Iterable[Chart]) -> "Scale":
        """The scale in which all of these charts can be read beside each other; each has something to show."""
        drawn = list(charts)
        points = [point for chart in drawn for series in chart.series for point in series.known]
        return cls(
            top=(max(map(highest_value, drawn)) or 1.0) * HEADROOM,
            first=min(points, key=lambda point: point.position),
            last=max(points, key=lambda point: point.position),
            words=max(text_width(_last_value(chart)) for chart in drawn),
        )


def sparkline(chart: Chart, *, width: int = 320, height: int = 88, scale: Scale | None = None) -> str:
    """Draw `chart` as SVG text of `width` by `height` pixels, from zero, with the last value of its first series.

    Norms in force are level dashed lines; the way to them is for the large chart. `scale` is its own unless given.
    """
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'role="img" font-family="{escape(theme.FONT_STACK)}"><title>{escape(chart.title)}</title>'
        f"<desc>{escape(alternative_text(chart))}</desc>"
    )
    drawing = (
        _nothing_shown(width=width, height=height)
        if chart.is_empty
        else _drawing(chart, width=width, height=height, scale=scale or Scale.of([chart]))
    )
    return f"{opening}{drawing}</svg>"


def _last_value(chart: Chart) -> str:
    main = next(series for series in chart.series if series.known)
    return short_value(main.known[-1].value or 0.0, chart=chart)


def _drawing(chart: Chart, *, width: int, height: int, scale: Scale) -> str:
    known = [series for series in chart.series if series.known]
    main = known[0]
    words = _last_value(chart)
    right = width - EDGE - round(scale.words * VALUE_SIZE / 13) - 5
    bottom = height - YEARS
    first, last = scale.first, scale.last
    years = last.position - first.position

    def across(point: Point) -> float:
        return EDGE + (right - EDGE) * ((point.position - first.position) / years if years else 0.5)

    def down(value: float) -> float:
        return bottom - (bottom - EDGE) * value / scale.top

    parts = [_stroke([(EDGE, bottom), (right, bottom)], colour=theme.BASELINE, width=1.0)]
    parts += _marks(chart, first=first.position, last=last.position, right=right, bottom=bottom)
    for norm in chart.norms:
        for end in (norm.value, norm.lower, norm.upper):
            if end is not None and not norm.replaced:
                style = theme.STYLES["norm"]
                level = [(EDGE, down(end)), (right, down(end))]
                parts.append(_stroke(level, colour=style.colour, width=1.5, dash=style.dash_array))
    for series in reversed(known):
        style = theme.STYLES[series.role]
        for run in runs(series, breaks=(*chart.breaks, *chart.cuts)):
            places = [(across(point), down(point.value or 0.0)) for point in run]
            if len(run) > 1:
                parts.append(_stroke(places, colour=style.colour, width=style.width * 0.8, dash=style.dash_array))
            elif series is not main or run[0] is not main.known[-1]:
                parts.append(_dot(*places[0], radius=2.5, colour=style.colour, hollow=run[0].provisional))
    parts.append(_ending(main, x=across(main.known[-1]), y=down(main.known[-1].value or 0.0), words=words))
    parts += [_period(first, x=across(first), y=height - 3, anchor="start" if years else "middle")]
    parts += [_period(last, x=right, y=height - 3, anchor="end")] if years else []
    return "".join(parts)


def _marks(chart: Chart, *, first: float, last: float, right: float, bottom: float) -> list[str]:
    """Thin upright lines at breaks and events between the first and the last year; what they are the title says."""
    if first == last:
        return []
    found = []
    for mark in (*chart.breaks, *chart.events):
        share = (mark.year - 0.5 - first) / (last - first)
        if 0 <= share <= 1:
            place = EDGE + (right - EDGE) * share
            dash = "" if mark in chart.breaks else "1.5 3"
            found.append(_stroke([(place, EDGE), (place, bottom)], colour=theme.BASELINE, width=1.0, dash=dash))
    return found


def _stroke(places: Sequence[tuple[float, float]], *, colour: str, width: float, dash: str = "") -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{width:.1f}" '
        f'stroke-linejoin="round"{dashes}/>'
    )


def _dot(x: float, y: float, *, radius: float, colour: str, hollow: bool) -> str:
    fill = theme.PAPER if hollow else colour
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" fill="{fill}" stroke="{colour}" stroke-width="1.5"/>'


def _ending(series: Series, *, x: float, y: float, words: str) -> str:
    style = theme.STYLES[series.role]
    return _dot(x, y, radius=4.0, colour=style.colour, hollow=series.known[-1].provisional) + (
        f'<text x="{x + 9:.1f}" y="{y + 5:.1f}" font-size="{VALUE_SIZE}" font-weight="600" '
        f'fill="{style.text_colour}">{escape(words)}</text>'
    )


def _period(point: Point, *, x: float, y: float, anchor: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{PERIOD_SIZE}" text-anchor="{anchor}" '
        f'fill="{theme.QUIET_INK}">{escape(point.period)}</text>'
    )


def _nothing_shown(*, width: int, height: int) -> str:
    return (
        f'<text x="{width / 2:.1f}" y="{height / 2:.1f}" font-size="13" text-anchor="middle" '
        f'fill="{theme.QUIET_INK}">{texts.NOTHING_SHOWN}</text>'
    )
