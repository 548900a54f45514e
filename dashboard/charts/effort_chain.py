"""A chain of boxes in columns, from goal to societal result, as SVG text that needs no script."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from dashboard import theme
from dashboard.charts.labels import text_width

WIDTH = 1240  # pixels; at this width the words are as large as those around it
GUTTER = 44  # pixels between columns: room for the lines
PAD = 10  # pixels around words in a box
LINE = 18  # pixels from line to line
SIZE = 13  # pixels of type
BETWEEN = 12  # pixels between boxes
HEAD = 34  # pixels for the names of the columns


@dataclass(frozen=True, slots=True)
class Box:
    """Something in the chain; `missing` is a place where nothing is said yet."""

    key: str
    column: int
    text: str
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A box with its place and its lines of words, in pixels."""

    box: Box
    top: float
    height: float
    lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        """Where lines reach it."""
        return self.top + self.height / 2


def effort_chain(
    boxes: Sequence[Box], *, links: Sequence[tuple[str, str]], columns: Sequence[str], alternative: str
) -> str:
    """Draw the boxes in their columns with a line for each link, from left to right."""
    wide = (WIDTH - GUTTER * (len(columns) - 1)) / len(columns)
    placed = place(boxes, links=links, width=wide - 2 * PAD)
    height = max((one.top + one.height for one in placed.values()), default=HEAD) + 2

    def left(column: int) -> float:
        return column * (wide + GUTTER)

    parts = [
        f'<text x="{left(at):.0f}" y="16" font-size="{SIZE}" font-weight="600" fill="{theme.QUIET_INK}">'
        f"{escape(name)}</text>"
        for at, name in enumerate(columns)
    ]
    for start, end in links:
        one, other = placed[start], placed[end]
        parts.append(_curve(left(one.box.column) + wide, one.middle, left(other.box.column), other.middle))
    parts += [_drawn(one, left=left(one.box.column), wide=wide) for one in placed.values()]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height:.0f}" '
        f'viewBox="0 0 {WIDTH} {height:.0f}" role="img" font-family="{escape(theme.FONT_STACK)}">'
        f"<title>{escape(alternative)}</title>{''.join(parts)}</svg>"
    )


def place(boxes: Sequence[Box], *, links: Sequence[tuple[str, str]], width: float) -> dict[str, Placed]:
    """Each box below the one before it in its column, as near as may be to what leads to it."""
    placed: dict[str, Placed] = {}
    for column in sorted({box.column for box in boxes}):
        free = float(HEAD)
        of_column = [box for box in boxes if box.column == column]
        wish = {box.key: _wish(box, placed=placed, links=links) for box in of_column}
        for box in sorted(of_column, key=lambda one: (wish[one.key] is None, wish[one.key] or 0.0)):
            lines = _lines(box.text, width=width)
            height = len(lines) * LINE + 2 * PAD - 4
            at = wish[box.key]
            top = free if at is None else max(free, at - height / 2)
            placed[box.key] = Placed(box, top, height, lines)
            free = top + height + BETWEEN
    return placed


def _wish(box: Box, *, placed: dict[str, Placed], links: Sequence[tuple[str, str]]) -> float | None:
    """The mean height of what leads to it; None when nothing does."""
    before = [placed[start].middle for start, end in links if end == box.key and start in placed]
    return sum(before) / len(before) if before else None


def _lines(text: str, *, width: float) -> tuple[str, ...]:
    """The words in lines that fit; a word that is longer than a line is broken."""
    lines: list[str] = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if text_width(longer) <= width:
            lines[-1] = longer
            continue
        rest = word
        while text_width(rest) > width:
            fits = next(end for end in range(len(rest), 0, -1) if end == 1 or text_width(rest[:end]) <= width)
            lines.append(rest[:fits])
            rest = rest[fits:]
        lines.append(rest)
    return tuple(line for line in lines if line)


def _curve(x: float, y: float, to_x: float, to_y: float) -> str:
    bend = min(GUTTER, to_x - x) / 2
    half = to_x - bend
    path = f"M{x:.1f} {y:.1f}H{half - bend:.1f}C{half:.1f} {y:.1f} {half:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}"
    return f'<path d="{path}" fill="none" stroke="{theme.BASELINE}" stroke-width="1.5"/>'


def _drawn(one: Placed, *, left: float, wide: float) -> str:
    border = f'stroke="{theme.QUIET_INK}" stroke-dasharray="5 4"' if one.box.missing else f'stroke="{theme.BASELINE}"'
    colour = theme.QUIET_INK if one.box.missing else theme.INK
    words = "".join(
        f'<text x="{left + PAD:.1f}" y="{one.top + PAD + LINE * (at + 0.5):.1f}" font-size="{SIZE}" fill="{colour}">'
        f"{escape(line)}</text>"
        for at, line in enumerate(one.lines)
    )
    return (
        f'<rect x="{left + 0.75:.2f}" y="{one.top:.1f}" width="{wide - 1.5:.1f}" height="{one.height:.1f}" rx="6" '
        f'fill="{theme.PAPER}" {border} stroke-width="1.5"/>{words}'
    )
