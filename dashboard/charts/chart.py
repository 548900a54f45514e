"""What a chart says, apart from whatever draws it: plotly, SVG, matplotlib or PowerPoint."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["area", "partnership", "second_partnership", "reference", "first_other", "second_other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One period of a series; `value`, `lower` and `upper` are in the chart's unit, None where withheld or unknown.

    `period` is what people read (`2023`, `2023/'24`, `2025H1`), `note` what stands beside the value when pointed at:
    the count and the denominator, or the sentence that says why the value is not shown.
    """

    year: int
    period: str
    value: float | None
    lower: float | None = None
    upper: float | None = None
    provisional: bool = False
    note: str = ""

    @property
    def position(self) -> float:
        """Where the period stands on the axis of years: a second half-year lies halfway to the next year."""
        return self.year + 0.5 if self.period.upper().endswith("H2") else float(self.year)


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The values of one area, in order of time; `role` decides its colour, line and symbol (`dashboard.theme`)."""

    name: str
    role: Role
    points: tuple[Point, ...]

    @property
    def known(self) -> tuple[Point, ...]:
        """The points that have a value."""
        return tuple(point for point in self.points if point.value is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class NormLine:
    """A norm and the path to it: either `value`, or a band from `lower` to `upper`, in the chart's unit.

    `label` names it without its value (`norm 2028`); `start_value` is None when no start was agreed. A replaced norm
    stays visible, lighter.
    """

    label: str
    start_year: int
    start_value: float | None
    year: int
    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    replaced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """A break or an event at the start of `year`; `of` names the series it is about, and is empty when it is all."""

    year: int
    text: str
    of: tuple[str, ...] = ()

    def concerns(self, name: str) -> bool:
        """Whether it is about the series of this name."""
        return not self.of or name in self.of


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A complete chart: the message it carries and everything that is drawn for it.

    `unit` is an indicator's unit (`percentage`, `per_1000`, `count`, …) and `decimals` those of its values. The series
    come in the order in which they matter; across a break no line is drawn.
    """

    title: str
    message: str
    unit: str
    decimals: int
    series: tuple[Series, ...]
    norms: tuple[NormLine, ...] = ()
    breaks: tuple[Annotation, ...] = ()
    events: tuple[Annotation, ...] = ()
    cuts: tuple[Annotation, ...] = ()  # where a line does not go on either, told in words beside the chart
    show_interval: bool = False
    fictional: bool = False
    source: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether no series has a value to show."""
        return not any(series.known for series in self.series)
