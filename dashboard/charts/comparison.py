"""What a comparison of areas says, apart from whatever draws it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaDot:
    """One area: `value`, `lower` and `upper` in the chart's unit, None where withheld or unknown.

    `verdict` is how it lies against the reference (`calculations.comparison.ComparisonOutcome`), `words` says that in
    Dutch, and `note` is the count and the denominator, or why the value is not shown. `chosen` is the area that the
    screen is about, and `code` says where it lies on a map.
    """

    name: str
    value: float | None
    lower: float | None
    upper: float | None
    verdict: str
    words: str
    note: str
    chosen: bool = False
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Areas beside each other in one period, in the order in which they are drawn, against one reference."""

    title: str
    message: str
    unit: str
    decimals: int
    period: str
    reference: str
    reference_value: float | None
    dots: tuple[AreaDot, ...]
    norm: float | None = None
    norm_label: str = ""
    noted: tuple[str, ...] = ()  # breaks and events that these figures must be read with
    fictional: bool = False
    source: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether no area has a value to show."""
        return all(dot.value is None for dot in self.dots)

    @property
    def highest(self) -> float:
        """The highest of all values, intervals, reference and norm; 0 when there is none."""
        found = [number for dot in self.dots for number in (dot.value, dot.upper)]
        return max((one for one in (*found, self.reference_value, self.norm) if one is not None), default=0.0)
