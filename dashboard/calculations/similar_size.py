"""Which areas are about as large as another: to compare a village with villages and a city with cities."""

from collections.abc import Mapping

from data_models.facts import AreaFacts

MOST_TIMES = 1.5  # as many young people, or as few: wide enough for about ten gemeenten around most


def similar_size(area: AreaFacts, *, people: Mapping[AreaFacts, float]) -> tuple[AreaFacts, ...]:
    """The areas with between two thirds and one and a half times as many people, the area itself left out, by name.

    `people` is the number of young people of each area in one year; an area that is not in it is like no other.
    """
    own = people.get(area)
    if not own:
        return ()
    alike = (one for one, size in people.items() if one != area and own / MOST_TIMES <= size <= own * MOST_TIMES)
    return tuple(sorted(alike, key=lambda one: one.name))
