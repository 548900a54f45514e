"""Where the words of breaks and events stand above the gap between two groups."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.charts.chart import Annotation, Point
from dashboard.charts.frame import NARROWEST, flag_text, flag_words

RIGHT = 18  # pixels between the plot and the edge


@dataclass(frozen=True, slots=True)
class Flag:
    """The words of one break or event, in the row (counted up from the plot) where they begin."""

    place: float  # in years
    row: int
    lines: tuple[str, ...]
    is_break: bool
    to_the_right: bool  # of its line


def gap_flags(
    points: Sequence[Point],
    *,
    breaks: Sequence[Annotation],
    events: Sequence[Annotation],
    years: tuple[float, float],
    left: int,
) -> list[Flag]:
    """Those that lie among the years that have a gap, the earliest on top of the later; `left` is a margin in pixels.

    A break before the first of those years breaks nothing that is drawn.
    """
    known = [point.position for point in points if point.value is not None]
    if not known:
        return []
    low, high = years
    marks = [(mark, True) for mark in breaks if min(known) < mark.year <= max(known)]
    marks += [(mark, False) for mark in events if min(known) <= mark.year <= max(known)]
    plot = NARROWEST - left - RIGHT
    found: list[Flag] = []
    row = 0
    for mark, is_break in sorted(marks, key=lambda one: one[0].year, reverse=True):
        place = max(mark.year - 0.5, low)
        share = (place - low) / (high - low)
        to_the_right = share < 0.5
        room = (1 - share) * plot + RIGHT if to_the_right else share * plot + left
        lines = flag_words(flag_text(mark, about="", is_break=is_break), room=room)
        row += len(lines)
        found.append(Flag(place, row, lines, is_break=is_break, to_the_right=to_the_right))
    return list(reversed(found))
