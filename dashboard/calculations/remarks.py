"""Which breaks and events concern a series."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from data_models.facts import AnnotationFacts


def concerning(
    annotations: Iterable[AnnotationFacts],
    *,
    indicator: str,
    area: str,
    formers: Collection[str] = (),
    parts: Collection[str] = (),
) -> tuple[AnnotationFacts, ...]:
    """The breaks and events of one indicator and area, in the order given; what is said twice is there once.

    Those of the areas that its years were carried back from count as its own, and so do the breaks of the areas that it
    was added up from: where one of them counted differently, the sum did. What a region says of all its areas concerns
    no others.
    """
    own, summed = {area, *formers}, frozenset(parts)
    found: dict[tuple[str | None, str, int, str], AnnotationFacts] = {}
    for one in annotations:
        if one.indicator not in (None, indicator):
            continue
        if one.reaches(own) or (one.kind == "break" and one.reaches(summed)):
            of_area = one if one.area in (None, area) else replace(one, area=area)
            found.setdefault((of_area.area, one.kind, one.year, one.text), of_area)
    return tuple(found.values())
