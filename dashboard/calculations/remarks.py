"""Which breaks and events concern a series."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from data_models.facts import AnnotationFacts


def concerning(
    annotations: Iterable[AnnotationFacts], *, indicator: str, area: str, formers: Collection[str] = ()
) -> tuple[AnnotationFacts, ...]:
    """The breaks and events of one indicator and area, in the order given.

    Those of the areas that its years were carried back from count as its own. What a region says of all its areas
    concerns no others.
    """
    return tuple(
        replace(one, area=area) if one.area in formers else one
        for one in annotations
        if one.indicator in (None, indicator)
        and one.reaches({area, *formers})
    )
