"""Where a gemeente and a samenwerkingsverband overlap: which part of each lies in the other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from data_models.compositions import Belonging
from data_models.facts import AreaFacts

HALF = 0.5  # a partnership is the same area when no other gemeente belongs to it for more than this share


class Fit(StrEnum):
    """How a composed area and one of its parts lie on each other."""

    SAME = "same"  # the part is all of the whole, and belongs to it entirely
    ONE_LINE = "one line"  # no other part belongs to the whole for more than half: charts draw one line
    PARTS = "parts"


@dataclass(frozen=True, slots=True)
class Overlap:
    """A gemeente in a partnership: `share` (0 to 1) of its young people belong there, `people` are all of them."""

    area: AreaFacts
    share: float
    people: float | None  # young people of the gemeente; None where that is not known

    @property
    def inside(self) -> float | None:
        """How many young people live in both."""
        return None if self.people is None else self.share * self.people


@dataclass(frozen=True, slots=True)
class Bridge:
    """A partnership and the gemeenten it consists of, with the young people of one year."""

    whole: AreaFacts
    overlaps: tuple[Overlap, ...]
    year: int | None  # of the counts; None when there are none

    @property
    def people(self) -> float | None:
        """The young people of the partnership; None as soon as one gemeente's number is not known."""
        known = [one.inside for one in self.overlaps]
        return None if not known or None in known else sum(number or 0.0 for number in known)

    def part_of_whole(self, area: AreaFacts) -> float | None:
        """Which part (0 to 1) of the partnership's young people live in this gemeente."""
        inside = next((one.inside for one in self.overlaps if one.area == area), 0.0)
        return inside / self.people if inside is not None and self.people else None

    def share_of(self, area: AreaFacts) -> float:
        """Which share (0 to 1) of the gemeente belongs to the partnership."""
        return sum(one.share for one in self.overlaps if one.area == area)

    def fit(self, area: AreaFacts) -> Fit:
        """How the partnership lies on this gemeente."""
        if [(one.area, one.share) for one in self.overlaps] == [(area, 1.0)]:
            return Fit.SAME
        return Fit.ONE_LINE if is_one_line(area, parts=[(one.area, one.share) for one in self.overlaps]) else Fit.PARTS


def is_one_line(area: AreaFacts, *, parts: Sequence[tuple[AreaFacts, float]]) -> bool:
    """Whether the area is the only part that exists and belongs to the whole for more than half."""
    return [part for part, share in parts if share > HALF and part.valid_until is None] == [area]


def bridge(
    whole: AreaFacts, *, parts: Sequence[tuple[AreaFacts, float]], people: Mapping[AreaFacts, Mapping[int, float]]
) -> Bridge:
    """The overlap of a partnership with the gemeenten that it consists of now.

    `people` is the number of young people by year. All are counted in one year: the last of those in which it is known
    of most of the gemeenten.
    """
    years = sorted({year for part, _ in parts for year in people.get(part, {})})
    year = max(years, key=lambda one: (sum(one in people.get(part, {}) for part, _ in parts), one), default=None)
    return Bridge(
        whole=whole,
        overlaps=tuple(
            Overlap(area=part, share=share, people=people.get(part, {}).get(year) if year is not None else None)
            for part, share in parts
        ),
        year=year,
    )


def changes(belongings: Sequence[Belonging], *, since: int) -> tuple[Belonging, ...]:
    """What came after the first year of the whole, or left it again; in the order of time."""
    moved = [one for one in belongings if one.valid_from > since or one.valid_until is not None]
    return tuple(sorted(moved, key=lambda one: (one.valid_from, one.valid_until or one.valid_from, one.area.name)))
