"""Figures of composed areas: count and denominator summed over the parts, each with its share; never averaged."""

from collections.abc import Sequence
from dataclasses import dataclass

LEAST_COVERAGE = 0.8  # of the denominator; METHODS 6


@dataclass(frozen=True, slots=True)
class Part:
    """What a part brings: which share of it belongs to the whole, and its count and denominator where they are known.

    `size` is the part's number of children when its figure is missing, to know how much of the whole is missing.
    """

    area: str
    share: float  # 0 to 1
    numerator: float | None
    denominator: float | None
    size: float | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Composed:
    """The sums, how many of the parts they rest on, and which part of the denominator that covers."""

    numerator: float
    denominator: float
    used: int
    total: int
    coverage: float
    approximate: bool
    missing: frozenset[str] = frozenset()  # the parts without a figure
    counted: frozenset[str] = frozenset()  # the parts with one
    otherwise: tuple[str, ...] = ()  # of a series: the periods that miss other parts
    changes: tuple[int, ...] = ()  # of a series: the years that rest on other parts than the period before

    @property
    def proportion(self) -> float:
        """The count per child of the denominator."""
        return self.numerator / self.denominator


def composed(parts: Sequence[Part]) -> Composed | None:
    """The figure of the whole; None under 80% of the denominator, or when a missing part's size is unknown."""
    used = [part for part in parts if part.numerator is not None and part.denominator is not None]
    missing = [part for part in parts if part.numerator is None or part.denominator is None]
    numerator = sum(part.share * (part.numerator or 0.0) for part in used)
    denominator = sum(part.share * (part.denominator or 0.0) for part in used)
    sizes = [part.denominator if part.denominator is not None else part.size for part in missing]
    if denominator <= 0 or any(size is None for size in sizes):
        return None
    uncovered = sum(part.share * (size or 0.0) for part, size in zip(missing, sizes, strict=True))
    coverage = denominator / (denominator + uncovered)
    if coverage < LEAST_COVERAGE:
        return None
    return Composed(
        numerator=numerator,
        denominator=denominator,
        used=len(used),
        total=len(parts),
        coverage=coverage,
        approximate=any(part.approximate for part in used),
        missing=frozenset(part.area for part in missing),
        counted=frozenset(part.area for part in used),
    )
