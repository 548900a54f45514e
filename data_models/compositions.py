"""What a composed area consists of: gemeenten with shares, each in some years."""

from dataclasses import dataclass

from data_models.facts import AreaFacts


@dataclass(frozen=True, slots=True)
class Belonging:
    """That an area is part of another: which share of its children belong there, in which years (None: still)."""

    area: AreaFacts  # the part, or the whole: whichever was asked for
    share: float
    valid_from: int
    valid_until: int | None

    def holds_in(self, year: int) -> bool:
        """Whether it belongs there in that year."""
        return self.valid_from <= year and (self.valid_until is None or year <= self.valid_until)
