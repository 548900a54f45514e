"""What stands around a picture, because it will be seen without its screen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard import theme
from dashboard.charts.labels import wrapped

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDTH = 1000  # pixels: wide enough for a slide
DPI = 100
POINTS = 72 / DPI  # points per pixel
EDGE = 24  # pixels
TITLE_LINE, MESSAGE_LINE, FOOT_LINE = 30, 24, 20  # pixels
LONGEST_TITLE, LONGEST_LINE, LONGEST_FOOT = 74, 98, 124  # characters of a line


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands around a picture: its title and message above, its origin, date and address below, line by line."""

    title: str
    message: str
    origin: str

    @property
    def above(self) -> int:
        """Pixels that the title and the message take."""
        titles, lines = _lines(self.title, longest=LONGEST_TITLE), _lines(self.message, longest=LONGEST_LINE)
        return EDGE + TITLE_LINE * len(titles) + MESSAGE_LINE * len(lines)

    @property
    def below(self) -> int:
        """Pixels that the origin takes."""
        return EDGE + FOOT_LINE * len(_lines(self.origin, longest=LONGEST_FOOT))


def write_heading(drawn: "Figure", *, heading: Heading, height: int) -> None:
    """Write it in the room that `above` and `below` keep, of a picture this many pixels high."""

    def write(text: str, *, down: float, size: int, colour: str, weight: str = "normal") -> None:
        written = text.replace("$", r"\$")  # a dollar sign begins no formula
        drawn.text(
            EDGE / WIDTH, 1 - down / height, written, va="top", fontsize=size * POINTS, color=colour, weight=weight
        )

    down = EDGE
    for line in _lines(heading.title, longest=LONGEST_TITLE):
        write(line, down=down, size=21, colour=theme.INK, weight="bold")
        down += TITLE_LINE
    for line in _lines(heading.message, longest=LONGEST_LINE):
        write(line, down=down, size=17, colour=theme.INK)
        down += MESSAGE_LINE
    origin = _lines(heading.origin, longest=LONGEST_FOOT)
    for number, line in enumerate(origin):
        lower = height - EDGE / 2 - FOOT_LINE * (len(origin) - number)
        write(line, down=lower, size=13, colour=theme.QUIET_INK)


def _lines(text: str, *, longest: int) -> list[str]:
    """The lines of a text, broken at spaces; what has none, an address, is cut where it becomes too long."""
    broken = [line for given in text.split("\n") for line in wrapped(given, longest=longest)]
    return [line[start : start + longest] for line in broken for start in range(0, len(line), longest)]
