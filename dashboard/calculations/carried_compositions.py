"""What a samenwerkingsverband rests on through the years, those included that it counted as the ones it arose from."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from dashboard.calculations.composed import Composed
from dashboard.calculations.composed_series import AreaShare, ComposedSeries, existed
from dashboard.calculations.successions import CarriedBack
from data_models.facts import AreaFacts


@dataclass(frozen=True, slots=True)
class Basis:
    """What each figure was added up from, and the years that rest on other gemeenten than the period before."""

    latest: Composed | None  # of its own figures; None when it has none yet
    by_period: Mapping[str, Composed]
    changes: tuple[int, ...]


def with_formers(
    made: ComposedSeries,
    *,
    carried: CarriedBack,
    compositions: Mapping[str, Mapping[str, Composed]],
    changes: Iterable[int],
    areas: Iterable[AreaFacts],
) -> Basis:
    """Put what the years of the formers rest on before what its own rest on.

    `compositions` and `changes` are those of the formers, by their codes. A year of them in which one was not added up
    has no composition, and is never called another one.
    """
    own_changes = made.latest.changes if made.latest else ()
    if not carried.added:
        return Basis(latest=made.latest, by_period=made.by_period, changes=own_changes)
    before = {
        figure.period: together
        for figure in carried.added
        if (together := _together(carried.formers, period=figure.period, compositions=compositions))
    }
    first, last = carried.added[0].year, carried.added[-1]
    found = {year for year in changes if first < year <= last.year} | set(own_changes)
    latest = made.latest
    if made.figures and latest:
        began = made.figures[0]
        known = tuple(areas)
        parted = last.period in before and _differ(
            before[last.period], made.by_period[began.period], years=(last.year, began.year), areas=known
        )
        found |= {began.year} if parted else set()
        ended = made.figures[-1].year
        otherwise = tuple(
            figure.period
            for figure in carried.added
            if figure.period in before
            and _differ(before[figure.period], latest, years=(figure.year, ended), areas=known)
        )
        latest = replace(latest, otherwise=(*otherwise, *latest.otherwise), changes=tuple(sorted(found)))
    return Basis(latest=latest, by_period={**before, **made.by_period}, changes=tuple(sorted(found)))


def _together(
    formers: Iterable[AreaShare], *, period: str, compositions: Mapping[str, Mapping[str, Composed]]
) -> Composed | None:
    """What the formers rest on together; a gemeente that several of them share is there once."""
    found = [(share, compositions.get(former.code, {}).get(period)) for former, share in formers]
    known = [(share, one) for share, one in found if one is not None]
    if not known or len(known) < len(found):
        return None
    counted = frozenset[str]().union(*(one.counted for _, one in known))
    missing = frozenset[str]().union(*(one.missing for _, one in known))
    denominator = sum(share * one.denominator for share, one in known)
    return Composed(
        numerator=sum(share * one.numerator for share, one in known),
        denominator=denominator,
        used=len(counted),
        total=len(counted | missing),
        coverage=denominator / sum(share * one.denominator / one.coverage for share, one in known),
        approximate=any(one.approximate for _, one in known),
        missing=missing,
        counted=counted,
    )


def _differ(one: Composed, other: Composed, *, years: tuple[int, int], areas: Collection[AreaFacts]) -> bool:
    """Whether two years miss other gemeenten, or one that existed in both belonged in only one of them."""
    there = [{area.code for area in areas if existed(area, year=year)} for year in years]
    moved = (one.counted | one.missing) ^ (other.counted | other.missing)
    return one.missing != other.missing or bool(moved & there[0] & there[1])
