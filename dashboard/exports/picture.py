"""A chart as a picture to take along, drawn by matplotlib from the figure on the screen: no browser is needed.

It draws what our charts are made of: lines, markers, intervals, filled bands, words and upright lines, each where the
screen has it. A picture carries its title, message and origin, because it will be seen without the screen.
"""

import re
from collections.abc import Mapping
from html import unescape
from io import BytesIO
from itertools import groupby
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal

from dashboard import theme
from dashboard.exports.heading import DPI, EDGE, POINTS, WIDTH, Heading, write_heading

if TYPE_CHECKING:
    import plotly.graph_objects as go
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SHARPNESS = 2  # times as many pixels in a PNG, so that it stays sharp on a beamer
HIGHEST_SHARP = 4000  # pixels: a picture of all gemeenten is sharp enough as it is, and would take a gigabyte to draw
_DASHES: Mapping[str, Any] = {"solid": "-", "dot": (0, (1, 2)), "dash": (0, (5, 4)), "dashdot": (0, (6, 3, 1, 3))}
_MARKERS = {
    "circle": "o",
    "circle-open": "o",
    "square": "s",
    "square-open": "s",
    "diamond": "D",
    "triangle-up": "^",
    "triangle-down": "v",
    "triangle-right": ">",
    "triangle-left": "<",
    "x": "x",
    "x-thin-open": "x",
}
_VERTICAL = {"top": "top", "middle": "center", "bottom": "bottom", "auto": "center"}
_TAG = re.compile(r"<[^>]+>")
ONE_AT_A_TIME = Lock()  # matplotlib's settings are those of the whole process
Kind = Literal["png", "svg"]
Place = tuple[float, float]


def picture(figure: "go.Figure", *, heading: Heading, kind: Kind, bare: bool = False) -> bytes:
    """The figure as PNG or SVG bytes, `WIDTH` pixels wide, with its heading; `bare` for a page that has those words."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    layout = figure.layout
    above, below = (0, 0) if bare else (heading.above, heading.below)
    height = int(layout.height) + above + below
    sharpness = SHARPNESS if height <= HIGHEST_SHARP else 1
    with (
        ONE_AT_A_TIME,
        rc_context({"font.family": "sans-serif", "svg.fonttype": "none", "svg.hashsalt": heading.title}),
    ):
        drawn = Figure(figsize=(WIDTH / DPI, height / DPI), dpi=DPI, facecolor=theme.PAPER)
        FigureCanvasAgg(drawn)
        if not bare:
            write_heading(drawn, heading=heading, height=height)
        _draw(drawn, figure=figure, above=above, height=height)
        out = BytesIO()
        drawn.savefig(out, format=kind, dpi=DPI * sharpness, metadata={"Title": heading.title, **UNDATED[kind]})
    return out.getvalue()


UNDATED: dict[str, dict[str, None]] = {"png": {}, "svg": {"Date": None}}  # the same chart is the same file


def _draw(drawn: "Figure", *, figure: "go.Figure", above: int, height: int) -> None:
    layout = figure.layout
    left, right = layout.margin.l + EDGE, layout.margin.r + EDGE
    high = int(layout.height) - layout.margin.t - layout.margin.b
    bottom = height - above - int(layout.height) + layout.margin.b
    axes = drawn.add_axes((left / WIDTH, bottom / height, (WIDTH - left - right) / WIDTH, high / height))
    axes.set_xlim(*layout.xaxis.range)
    axes.set_ylim(*layout.yaxis.range)
    axes.set_facecolor("none")
    _draw_axes(axes, layout=layout)
    for layer, trace in enumerate(figure.data, start=2):
        _draw_trace(axes, trace=trace.to_plotly_json(), layer=layer)
    for shape in layout.shapes or ():
        axes.plot(
            [shape.x0, shape.x1],
            [shape.y0, shape.y1],
            transform=axes.get_xaxis_transform(),
            color=shape.line.color,
            linewidth=shape.line.width * POINTS,
            linestyle=_DASHES[shape.line.dash or "solid"],
            clip_on=False,
            zorder=1,
        )
    for note in layout.annotations or ():
        _write(axes, note=note.to_plotly_json())


def _draw_axes(axes: "Axes", *, layout: Any) -> None:  # noqa: ANN401  # plotly's own, without types
    for side in ("top", "right", "left", "bottom"):
        axes.spines[side].set_visible(False)
    axes.tick_params(length=0, labelsize=13 * POINTS, labelcolor=theme.QUIET_INK, pad=6)
    shown = layout.yaxis.visible is not False and layout.xaxis.visible is not False
    for axis, found in ((axes.xaxis, layout.xaxis), (axes.yaxis, layout.yaxis)):
        words = [_plain(word) for word in found.ticktext or ()]
        axis.set_ticks(list(found.tickvals or ()) if words else [], labels=words)
        axis.set_visible(found.visible is not False)
        for label, word in zip(axis.get_ticklabels(), found.ticktext or (), strict=False):
            label.set_fontweight("bold" if word.startswith("<b>") else "normal")
            label.set_color(found.tickfont.color or theme.QUIET_INK)
    if layout.xaxis.side == "top":
        axes.xaxis.tick_top()
        axes.grid(axis="x", color=theme.HAIRLINE, linewidth=POINTS)
    else:
        axes.spines["bottom"].set_visible(True)
        axes.spines["bottom"].set_color(theme.BASELINE)
        if shown:
            axes.grid(axis="y", color=theme.HAIRLINE, linewidth=POINTS)
    axes.set_axisbelow(True)


def _draw_trace(axes: "Axes", *, trace: dict[str, Any], layer: int) -> None:
    if trace.get("fill") == "toself":
        colour = _colour(trace["fillcolor"])
        for run in _runs(trace):
            axes.fill([x for x, _ in run], [y for _, y in run], color=colour, linewidth=0, zorder=layer)
        return
    line = trace.get("line", {})
    if "lines" in trace["mode"]:
        for run in _runs(trace):
            axes.plot(
                [x for x, _ in run],
                [y for _, y in run],
                color=line["color"],
                linewidth=line["width"] * POINTS,
                linestyle=_DASHES[line.get("dash", "solid")],
                clip_on=False,
                zorder=layer,
            )
    _draw_errors(axes, trace=trace, layer=layer)
    if "markers" in trace["mode"]:
        _draw_markers(axes, trace=trace, layer=layer)


def _draw_markers(axes: "Axes", *, trace: dict[str, Any], layer: int) -> None:
    marker = trace["marker"]
    colours = marker["color"]
    for number, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        if x is not None and y is not None:
            fill = colours if isinstance(colours, str) else colours[number]
            axes.plot(
                [x],
                [y],
                marker=_MARKERS[marker["symbol"]],
                markersize=marker["size"] * POINTS,
                markerfacecolor=theme.PAPER if "open" in marker["symbol"] else fill,
                markeredgecolor=marker["line"]["color"],
                markeredgewidth=max(marker["line"]["width"], 1) * POINTS,
                clip_on=False,
                zorder=layer + 0.5,
            )


def _draw_errors(axes: "Axes", *, trace: dict[str, Any], layer: int) -> None:
    for name in ("error_x", "error_y"):
        if name not in trace:
            continue
        bars = trace[name]
        rows = zip(trace["x"], trace["y"], bars["arrayminus"], bars["array"], strict=True)
        for x, y, less, more in rows:
            if None in (x, y, less, more):
                continue
            ends = ([x - less, x + more], [y, y]) if name == "error_x" else ([x, x], [y - less, y + more])
            axes.plot(*ends, color=bars["color"], linewidth=bars["thickness"] * POINTS, clip_on=False, zorder=layer)


def _runs(trace: dict[str, Any]) -> list[list[Place]]:
    """The points of a trace in stretches: nothing is drawn across a gap."""
    pairs = zip(trace["x"], trace["y"], strict=True)
    stretches = groupby(pairs, key=lambda pair: None in pair)
    return [[(x, y) for x, y in group] for gap, group in stretches if not gap]


def _write(axes: "Axes", *, note: dict[str, Any]) -> None:
    """One of plotly's annotations, shifted by as many pixels as there; a leader when it has one."""
    x_frame = "axes fraction" if note.get("xref") == "paper" else "data"
    y_frame = "axes fraction" if note.get("yref") == "paper" else "data"
    leads = bool(note.get("showarrow"))
    right, up = (note["ax"], -note["ay"]) if leads else (note.get("xshift", 0), note.get("yshift", 0))
    font = note.get("font", {})
    axes.annotate(
        _plain(note["text"]),
        xy=(note["x"], note["y"]),
        xycoords=(x_frame, y_frame),
        xytext=(right * POINTS, up * POINTS),
        textcoords="offset points",
        ha=note.get("xanchor", "center"),
        va=_VERTICAL[note.get("yanchor", "middle")],
        fontsize=font.get("size", 13) * POINTS,
        color=font.get("color", theme.INK),
        weight="bold" if "<b>" in note["text"] else "normal",
        arrowprops=_leader(note) if leads else None,
        bbox=_veil(note),
        annotation_clip=False,
        zorder=50,
    )


def _veil(note: dict[str, Any]) -> dict[str, Any] | None:
    """What lies behind the words, so that a line below them does not hinder reading."""
    if "bgcolor" not in note:
        return None
    return {"facecolor": _colour(note["bgcolor"]), "edgecolor": "none", "boxstyle": "square,pad=0.1"}


def _colour(written: str) -> tuple[float, float, float, float]:
    """An `rgba(…)` of plotly, as matplotlib takes it."""
    red, green, blue, opacity = (float(part) for part in re.findall(r"[\d.]+", written))
    return (red / 255, green / 255, blue / 255, opacity)


def _leader(note: dict[str, Any]) -> dict[str, Any]:
    """A thin line from the near edge of the words to their point."""
    edge = {"left": 0.0, "center": 0.5, "right": 1.0}[note.get("xanchor", "center")]
    return {
        "arrowstyle": "-",
        "color": note["arrowcolor"],
        "linewidth": POINTS,
        "relpos": (edge, 0.5),
        "shrinkA": 1,
        "shrinkB": note.get("standoff", 0) * POINTS,
    }


def _plain(text: str) -> str:
    """The words without the markup that plotly understands; a dollar sign begins no formula."""
    return unescape(_TAG.sub("", text.replace("<br>", "\n"))).replace("$", r"\$")
