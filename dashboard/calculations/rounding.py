"""Counts that a source rounded: what they may have been, so that a test can be done at both ends."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    """A count out of a denominator, both in children."""

    numerator: float
    denominator: float

    @property
    def proportion(self) -> float:
        """The count per child of the denominator."""
        return self.numerator / self.denominator


@dataclass(frozen=True, slots=True)
class BoundedShare:
    """A share as given, with the lowest and the highest it may be given the rounding of what was published.

    `approximate` says that the denominator was derived or estimated; the words then say "bij benadering".
    """

    nominal: Share
    low: Share
    high: Share
    approximate: bool = False


def exact(numerator: float, *, denominator: float, approximate: bool = False) -> BoundedShare:
    """A share whose count was not rounded: all three are the same."""
    share = Share(numerator, denominator)
    return BoundedShare(nominal=share, low=share, high=share, approximate=approximate)


def within_rounding(numerator: float, *, denominator: float, multiple: int, approximate: bool = False) -> BoundedShare:
    """A share whose count was rounded to the nearest `multiple`; the true count lies at most half of it away.

    A count that is no multiple was evidently not rounded. The ends stay between zero and the denominator.
    """
    if multiple <= 1 or numerator % multiple != 0:
        return exact(numerator, denominator=denominator, approximate=approximate)
    half = multiple / 2
    low = Share(max(numerator - half, 0.0), denominator)
    high = Share(max(min(numerator + half, denominator), numerator), denominator)
    return BoundedShare(nominal=Share(numerator, denominator), low=low, high=high, approximate=approximate)


def count_within_rounding(count: float, *, multiple: int, approximate: bool = False) -> BoundedShare:
    """A count without denominator, as a share of one whole, with the ends of its rounding."""
    half = multiple / 2 if multiple > 1 and count % multiple == 0 else 0.0
    return BoundedShare(
        nominal=Share(count, 1.0),
        low=Share(max(count - half, 0.0), 1.0),
        high=Share(count + half, 1.0),
        approximate=approximate,
    )
