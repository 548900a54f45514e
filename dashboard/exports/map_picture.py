"""A map as a picture to take along, drawn by matplotlib from the outlines or tiles of the screen, with its legend."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from dashboard import theme
from dashboard.charts.area_map import LegendLine, MapArea
from dashboard.charts.labels import text_width, wrapped
from dashboard.exports.heading import DPI, EDGE, POINTS, WIDTH, Heading, write_heading
from dashboard.exports.picture import ONE_AT_A_TIME, SHARPNESS, UNDATED, Kind

if TYPE_CHECKING:
    from matplotlib.axes import Axes

HIGHEST = 760  # pixels of the map itself: with its heading and legend it fits on a page
LARGEST_TILE = 112  # pixels, as on the screen: a few areas need no poster
LEGEND_LINE = 30  # pixels
MOST_NAMED = 45  # areas that are named where they have the room, as on the screen
LEAST_SIGN, LARGEST_SIGN = 5.0, 15.0  # pixels
NAMED_ROOM, SHORT_ROOM = 18.0, 13.0  # pixels around the middle of an area for its name, and for its letters
NAME_LINE = 13  # pixels
LONGEST_NAME = 16  # characters on a line
BORDER, AROUND = "#5F6B76", "#C3CAD2"
_HATCHES = {"": "", "lines": "////", "crossed": "xxx", "dots": "..."}
_MARKERS = {"up": "^", "down": "v", "round": "o", "cross": "x"}
_NUMBER = re.compile(r"-?\d+")

Ring = list[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Where an area is drawn: its rings (right, down), its middle, and the room around that; in steps of the grid."""

    rings: tuple[Ring, ...]
    middle: tuple[float, float]
    room: float

    @property
    def top(self) -> int:
        """Its uppermost corner."""
        return min(down for ring in self.rings for _, down in ring)

    @property
    def width(self) -> int:
        """From its leftmost corner to its rightmost."""
        rights = [right for ring in self.rings for right, _ in ring]
        return max(rights) - min(rights)


@dataclass(frozen=True, slots=True, kw_only=True)
class MapDrawing:
    """The areas of a map with their shapes by code, those of areas around them, and what the classes mean."""

    areas: tuple[MapArea, ...]
    shapes: Mapping[str, Shape]
    around: tuple[Shape, ...]
    legend: tuple[LegendLine, ...]
    tiled: bool


def rings_of(path: str) -> tuple[Ring, ...]:
    """The corners of an outline's path (`calculations.outlines`): where each ring begins, and the steps from there."""
    found = []
    for part in path.split("M")[1:]:
        numbers = [int(one) for one in _NUMBER.findall(part)]
        right, down = numbers[:2]
        ring = [(right, down)]
        for across, along in zip(numbers[2::2], numbers[3::2], strict=True):
            right, down = right + across, down + along
            ring.append((right, down))
        found.append(ring)
    return tuple(found)


def tile_of(column: int, row: int) -> Shape:
    """A square in the grid of tiles, a hundred steps wide with a little room between it and the next."""
    left, top = column * 100 + 4, row * 100 + 4
    ring = [(left, top), (left + 92, top), (left + 92, top + 92), (left, top + 92)]
    return Shape(rings=(ring,), middle=(left + 46, top + 46), room=46)


def map_picture(drawing: MapDrawing, *, heading: Heading, kind: Kind) -> bytes:
    """The map as PNG or SVG bytes, `WIDTH` pixels wide, with its heading and its legend."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    left, top, right, bottom = _box([drawing.shapes[area.code] for area in drawing.areas])
    room = WIDTH - 2 * EDGE
    unit = max((right - left) / room, (bottom - top) / HIGHEST, 100 / LARGEST_TILE if drawing.tiled else 0.0)
    high = round((bottom - top) / unit)
    legend = LEGEND_LINE * len(drawing.legend) + EDGE
    height = heading.above + high + legend + heading.below
    with (
        ONE_AT_A_TIME,
        rc_context(
            {
                "font.family": "sans-serif",
                "svg.fonttype": "none",
                "svg.hashsalt": heading.title,
                "hatch.linewidth": 0.6,
            }
        ),
    ):
        drawn = Figure(figsize=(WIDTH / DPI, height / DPI), dpi=DPI, facecolor=theme.PAPER)
        FigureCanvasAgg(drawn)
        write_heading(drawn, heading=heading, height=height)
        axes = drawn.add_axes((EDGE / WIDTH, (height - heading.above - high) / height, room / WIDTH, high / height))
        axes.set_axis_off()
        axes.set_xlim(left, left + room * unit)
        axes.set_ylim(top + high * unit, top)
        _draw_areas(axes, drawing=drawing, unit=unit)
        below = drawn.add_axes((EDGE / WIDTH, heading.below / height, room / WIDTH, legend / height))
        below.set_axis_off()
        below.set_xlim(0, room)
        below.set_ylim(legend, 0)
        _draw_legend(below, lines=drawing.legend)
        out = BytesIO()
        drawn.savefig(out, format=kind, dpi=DPI * SHARPNESS, metadata={"Title": heading.title, **UNDATED[kind]})
    return out.getvalue()


def _box(shapes: Sequence[Shape]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of everything, with an edge."""
    corners = [corner for shape in shapes for ring in shape.rings for corner in ring]
    rights, downs = [right for right, _ in corners], [down for _, down in corners]
    edge = 0.03 * max(max(rights) - min(rights), max(downs) - min(downs))
    return min(rights) - edge, min(downs) - edge, max(rights) + edge, max(downs) + edge


def _draw_areas(axes: "Axes", *, drawing: MapDrawing, unit: float) -> None:
    for shape in drawing.around:
        _fill(axes, shape=shape, colour="none", line=AROUND, width=0.7, layer=1)
    for area in drawing.areas:
        style, shape = theme.MAP_CLASSES[area.kind], drawing.shapes[area.code]
        _fill(axes, shape=shape, colour=style.fill, line=BORDER, width=0.8, layer=2, hatch=_HATCHES[style.pattern])
    for area in drawing.areas:
        shape = drawing.shapes[area.code]
        if area.chosen:
            _fill(axes, shape=shape, colour="none", line=theme.PAPER, width=6, layer=3)
            _fill(axes, shape=shape, colour="none", line=theme.INK, width=3, layer=3.5)
        _sign_and_name(axes, area=area, shape=shape, unit=unit, few=len(drawing.areas) <= MOST_NAMED)


def _fill(axes: "Axes", *, shape: Shape, colour: str, line: str, width: float, layer: float, hatch: str = "") -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    corners = [corner for ring in shape.rings for corner in (*ring, ring[0])]
    codes = [code for ring in shape.rings for code in (Path.MOVETO, *[Path.LINETO] * (len(ring) - 1), Path.CLOSEPOLY)]
    patch = PathPatch(
        Path(corners, codes),
        facecolor=colour,
        edgecolor=line,
        linewidth=width * POINTS,
        hatch=hatch or None,
        joinstyle="round",
        zorder=layer,
        clip_on=True,
    )
    axes.add_patch(patch)


def _sign_and_name(axes: "Axes", *, area: MapArea, shape: Shape, unit: float, few: bool) -> None:
    """The sign of the class in the middle of an area, and below it its name or letters where there is room."""
    room, width = shape.room / unit, 0.8 * shape.width / unit
    size = min(LARGEST_SIGN, room * 1.1)
    if size < LEAST_SIGN and not area.chosen:
        return
    whole = wrapped(area.name, longest=LONGEST_NAME)
    fits = room >= NAMED_ROOM and max(map(text_width, whole)) <= width
    lines: tuple[str, ...] = ()
    if fits and (few or area.chosen):
        lines = whole
    elif few and room >= SHORT_ROOM and text_width(area.short) <= width and not area.chosen:
        lines = (area.short,)
    right, down = shape.middle
    up = len(lines) * NAME_LINE / 2
    if size >= LEAST_SIGN:
        _sign(axes, kind=area.kind, right=right, down=down - up * unit, size=min(size, 11) if lines else size)
    ink = theme.MAP_CLASSES[area.kind].ink
    veiled = bool(theme.MAP_CLASSES[area.kind].pattern)
    for number, line in enumerate(lines):
        _write(
            axes,
            line,
            place=(right, down + (13 - up + number * NAME_LINE) * unit),
            own=area.chosen,
            ink=ink,
            veiled=veiled,
        )
    if area.chosen and not lines:  # above it, for it would cover the area
        _write(axes, area.name, place=(right, shape.top - 11 * unit), own=True, ink=theme.INK, veiled=True)


def _write(axes: "Axes", text: str, *, place: tuple[float, float], own: bool, ink: str, veiled: bool) -> None:
    """A line of words in the middle of a place, veiled where a pattern or other areas lie below it."""
    axes.text(
        *place,
        text.replace("$", r"\$"),
        ha="center",
        va="center",
        fontsize=12 * POINTS,
        color=theme.INK if veiled else ink,
        weight="bold" if own else "normal",
        bbox={"facecolor": theme.PAPER, "alpha": 0.85, "edgecolor": "none", "pad": 1} if veiled else None,
        zorder=5,
    )


def _sign(axes: "Axes", *, kind: str, right: float, down: float, size: float) -> None:
    style = theme.MAP_CLASSES[kind]
    if not style.sign:
        return
    if style.pattern:
        axes.plot([right], [down], marker="o", markersize=1.35 * size * POINTS, color=style.fill, zorder=4)
    filled = style.sign in ("up", "down")
    axes.plot(
        [right],
        [down],
        marker=_MARKERS[style.sign],
        markersize=size * (0.9 if filled else 0.8) * POINTS,
        markerfacecolor=style.ink if filled else "none",
        markeredgecolor=style.ink,
        markeredgewidth=(0 if filled else 1.5) * POINTS,
        zorder=4.5,
    )


def _draw_legend(axes: "Axes", *, lines: Sequence[LegendLine]) -> None:
    """Each class as it is on the map, what it means, and how many areas are in it."""
    for number, line in enumerate(lines):
        top = EDGE // 2 + number * LEGEND_LINE
        style = theme.MAP_CLASSES[line.kind]
        ring = [(1, top), (29, top), (29, top + 22), (1, top + 22)]
        swatch = Shape(rings=(ring,), middle=(15, top + 11), room=11)
        _fill(axes, shape=swatch, colour=style.fill, line=BORDER, width=0.8, layer=2, hatch=_HATCHES[style.pattern])
        _sign(axes, kind=line.kind, right=15, down=top + 11, size=11)
        words = f"{line.words} · {line.areas}".replace("$", r"\$")
        axes.text(42, top + 11, words, va="center", fontsize=14 * POINTS, color=theme.INK)
