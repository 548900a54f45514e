"""Words beside lines: wrapped to fit a telephone, and moved up or down until nothing covers anything.

The server does not know how wide the screen is. Heights are known to the pixel, widths are not; so a label counts as
standing in the way wherever it could be between the narrowest and the widest screen.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

LINE_HEIGHT = 17  # pixels, at 13 pixels of type
LONGEST_LINE = 16  # characters: about a third of a telephone
SLOT = 4  # pixels between two places where a label is tried
GAP = 8  # pixels between the end of a line and its label
CLEARANCE = 3  # pixels between a label and anything else
COVERED = 1e6  # what covering words or a measured line costs, against pixels squared
CROSSED = 60.0**2  # what crossing a dashed path or a break costs: less than moving 60 pixels
BESIDE = {"right": 0.0, "over": 8.0**2, "left": 12.0**2}  # what standing on a side costs
_WIDTHS = dict.fromkeys("iljtfrI.,:;'|!()- ", 4.8) | dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ0123456789", 9.1)
_WIDTHS |= dict.fromkeys("mwMW%@", 12.8)


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of words for the point (`x`, `y`): x in years, y in pixels below the top of the plot."""

    lines: tuple[str, ...]
    x: float
    y: float

    @property
    def height(self) -> int:
        """Pixels from top to bottom."""
        return LINE_HEIGHT * len(self.lines)

    @property
    def width(self) -> float:
        """Pixels from left to right, estimated with room to spare."""
        return max(text_width(line) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Placed:
    """A label with its place: `side` is `right`, `left` or `over` its point, `shift` the pixels it moved down."""

    label: Label
    side: str
    shift: float


@dataclass(frozen=True, slots=True)
class Screen:
    """The pixels of a plot: its height, and its width on the narrowest and the widest screen, for `years` of axis."""

    height: float
    narrowest: float
    widest: float
    years: float

    def span(self, label: Label, *, side: str) -> tuple[float, float]:
        """The years that a label may cover on some screen."""
        near, far = {
            "right": (GAP, GAP + label.width),
            "left": (-label.width, 2.0),
            "over": (-label.width / 2, label.width / 2),
        }[side]
        return (
            label.x + min(near / self.narrowest, near / self.widest) * self.years,
            label.x + max(far / self.narrowest, far / self.widest) * self.years,
        )


Segment = tuple[float, float, float, float, float]  # x, y, x, y in years and pixels, and what covering it costs
Box = tuple[float, float, float, float]  # left and right in years, top and bottom in pixels


def text_width(text: str) -> float:
    """Estimate the width of `text` in pixels, at 13 pixels of a wide sans serif; digits as if they were bold."""
    return sum(_WIDTHS.get(mark, 7.9) for mark in text)


def wrapped(text: str, *, longest: int = LONGEST_LINE) -> tuple[str, ...]:
    """Break `text` at spaces into lines of at most `longest` characters; a longer word stays whole."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= longest:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return tuple(lines)


def side_by_side(
    labels: Sequence[Label], *, screen: Screen, segments: Sequence[Segment], boxes: Sequence[Box]
) -> list[Placed]:
    """Place labels that share one x to the right of it: in the order of their values, as near as they can be."""
    ordered = sorted(labels, key=lambda label: label.y)
    slots = [index * SLOT for index in range(int(screen.height / SLOT) + 1)]
    squeeze = min(1.0, (screen.height - SLOT * len(ordered)) / max(1, sum(label.height for label in ordered)))
    best: list[list[float]] = []
    chosen: list[list[int]] = []
    for number, label in enumerate(ordered):
        costs = _costs(label, side="right", slots=slots, screen=screen, segments=segments, boxes=boxes)
        origins = [-1] * len(slots)
        if number:
            apart = math.ceil(squeeze * (ordered[number - 1].height + label.height) / 2 / SLOT)
            cheapest, origin = math.inf, -1
            for index in range(len(slots)):
                if index >= apart and best[-1][index - apart] < cheapest:
                    cheapest, origin = best[-1][index - apart], index - apart
                costs[index] += cheapest
                origins[index] = origin
        best.append(costs)
        chosen.append(origins)
    places = [0] * len(ordered)
    if ordered:
        places[-1] = min(range(len(slots)), key=best[-1].__getitem__)
        for number in range(len(ordered) - 1, 0, -1):
            places[number - 1] = chosen[number][places[number]]
    found = {
        id(label): Placed(label, "right", slots[place] - label.y) for label, place in zip(ordered, places, strict=True)
    }
    return [found[id(label)] for label in labels]


def nearby(
    label: Label, *, sides: Sequence[str], screen: Screen, segments: Sequence[Segment], boxes: Sequence[Box]
) -> Placed:
    """Place one label at the side, out of `sides`, where it is nearest to its point and covers least."""
    slots = [index * SLOT for index in range(int(screen.height / SLOT) + 1)]
    cheapest, found = math.inf, Placed(label, sides[0], 0.0)
    for side in sides:
        costs = _costs(label, side=side, slots=slots, screen=screen, segments=segments, boxes=boxes)
        place = min(range(len(slots)), key=costs.__getitem__)
        if costs[place] < cheapest:
            cheapest, found = costs[place], Placed(label, side, slots[place] - label.y)
    return found


def box(placed: Placed, *, screen: Screen) -> Box:
    """What a placed label covers."""
    middle, half = placed.label.y + placed.shift, placed.label.height / 2
    return (*screen.span(placed.label, side=placed.side), middle - half, middle + half)


def _costs(
    label: Label, *, side: str, slots: list[int], screen: Screen, segments: Sequence[Segment], boxes: Sequence[Box]
) -> list[float]:
    start, end = screen.span(label, side=side)
    half = label.height / 2
    costs = [(slot - label.y) ** 2 + BESIDE[side] for slot in slots]
    for low, high, cost in _obstacles(start, end, segments=segments, boxes=boxes):
        first = max(0, math.ceil((low - half - CLEARANCE) / SLOT))
        last = min(len(slots) - 1, math.floor((high + half + CLEARANCE) / SLOT))
        for index in range(first, last + 1):
            costs[index] += cost
    for index in range(min(len(slots), math.ceil((half - LINE_HEIGHT / 2) / SLOT))):
        costs[index] += COVERED
        costs[-1 - index] += COVERED
    return costs


def _obstacles(
    start: float, end: float, *, segments: Sequence[Segment], boxes: Sequence[Box]
) -> list[tuple[float, float, float]]:
    found = [(top, bottom, COVERED) for left, right, top, bottom in boxes if left < end and right > start]
    for x, y, to_x, to_y, cost in segments:
        if x > end or to_x < start:
            continue
        if to_x > x:
            slope = (to_y - y) / (to_x - x)
            first, last = y + slope * (max(x, start) - x), y + slope * (min(to_x, end) - x)
        else:
            first, last = y, to_y
        found.append((min(first, last), max(first, last), cost))
    return found
