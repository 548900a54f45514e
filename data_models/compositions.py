"""What a composed area consists of: gemeenten with shares, each in some years."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from data_models.facts import AreaFacts

Place = tuple[str, int]  # what an area is known by: its code and its first year
Span = tuple[int, int | None, float]  # from a year until another (None: still), this share
ROUNDING = 0.005  # by how much shares that people rounded may pass the whole


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


@dataclass(frozen=True, slots=True)
class PartRow:
    """That a share of a part belonged to a whole, from a year until another."""

    whole: Place
    part: Place
    share: float
    valid_from: int
    valid_until: int | None


@dataclass(frozen=True, slots=True)
class SuccessionRow:
    """That a share of an area that ended went to another, from a year on."""

    former: Place
    successor: Place
    year: int
    share: float


Row = AreaFacts | PartRow | SuccessionRow


@dataclass(frozen=True, slots=True)
class Step:
    """A row as it was (None: it was not there) and as it becomes (None: it goes)."""

    before: Row | None
    after: Row | None

    def back(self) -> "Step":
        """The step that undoes this one."""
        return Step(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Known:
    """Every area, what is part of what in which years, and what went over into what."""

    areas: Mapping[Place, AreaFacts]
    shares: Mapping[tuple[Place, Place], tuple[Span, ...]]  # of whole and part
    successions: Mapping[tuple[Place, Place], SuccessionRow] = field(default_factory=dict)

    def rows(self) -> dict[object, Row]:
        """Every row by what it is known by in the database."""
        parts = [
            PartRow(whole, part, share, first, last)
            for (whole, part), spans in self.shares.items()
            for first, last, share in spans
        ]
        areas: dict[object, Row] = {place: one for place, one in self.areas.items()}  # noqa: C416 - keys of other kinds join
        return {
            **areas,
            **{(one.whole, one.part, one.valid_from): one for one in parts},
            **{("succession", *key): one for key, one in self.successions.items()},
        }

    def steps_to(self, wanted: "Known") -> tuple[Step, ...]:
        """What must change for this to become that."""
        here, there = self.rows(), wanted.rows()
        keys = [*here, *(key for key in there if key not in here)]
        return tuple(Step(here.get(key), there.get(key)) for key in keys if here.get(key) != there.get(key))

    def after(self, steps: Iterable[Step]) -> "Known":
        """What is known once the steps are taken."""
        taken = list(steps)
        rows = set(self.rows().values()) - {step.before for step in taken}
        areas: dict[Place, AreaFacts] = {}
        shares: dict[tuple[Place, Place], tuple[Span, ...]] = {}
        successions: dict[tuple[Place, Place], SuccessionRow] = {}
        for row in rows | {step.after for step in taken}:
            if isinstance(row, AreaFacts):
                areas[row.code, row.valid_from] = row
            elif isinstance(row, PartRow):
                span = (row.valid_from, row.valid_until, row.share)
                shares[row.whole, row.part] = tuple(
                    sorted((*shares.get((row.whole, row.part), ()), span), key=lambda one: one[0])
                )
            elif isinstance(row, SuccessionRow):
                successions[row.former, row.successor] = row
        return Known(areas, shares, successions)

    def composition(self, whole: Place, *, year: int) -> list[tuple[AreaFacts, float]]:
        """What the whole consists of in a year, by name, each with its share."""
        found = [
            (self.areas[part], share)
            for part in self.parts_of(whole)
            for first, last, share in self.shares[whole, part]
            if first <= year and (last is None or year <= last)
        ]
        return sorted(found, key=lambda one: one[0].name)

    def wholes_of(self, part: Place) -> list[Place]:
        """What an area is or was part of."""
        return [whole for whole, one in self.shares if one == part]

    def parts_of(self, whole: Place) -> list[Place]:
        """What an area consists or consisted of."""
        return [part for one, part in self.shares if one == whole]


def summed(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The shares together, year by year; years of the same share are one span."""
    given = list(spans)
    edges = sorted({first for first, _, _ in given} | {last + 1 for _, last, _ in given if last is not None})
    found: list[Span] = []
    for start, following in pairwise([*edges, None]):
        assert start is not None
        share = round(sum(s for first, last, s in given if first <= start and (last is None or start <= last)), 6)
        until = following - 1 if following is not None else None
        if share <= 0:
            continue
        if found and found[-1][1] == start - 1 and found[-1][2] == share:
            found[-1] = (found[-1][0], until, share)
        else:
            found.append((start, until, share))
    return tuple(found)


def outside(spans: Iterable[Span], *, first: int, last: int | None) -> list[Span]:
    """What is left of the spans before `first` and after `last`."""
    left: list[Span] = []
    for begin, end, share in spans:
        if begin < first:
            left.append((begin, first - 1 if end is None or end >= first else end, share))
        if last is not None and (end is None or end > last):
            left.append((max(begin, last + 1), end, share))
    return left


def since(spans: Iterable[Span], *, first: int) -> list[Span]:
    """What is left of the spans from `first` on."""
    return [(max(begin, first), end, share) for begin, end, share in spans if end is None or end >= first]


def lasts(area: AreaFacts, *, first: int, last: int | None) -> bool:
    """Whether the area is there from `first` up to and including `last` (None: for good)."""
    return area.valid_from <= first and (area.valid_until is None or (last is not None and last <= area.valid_until))
