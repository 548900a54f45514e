"""Vergelijken: what the series of an area rests on, year by year, and what was noted of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard import statements
from dashboard.calculations.area_series import AreaSeries, Ground
from dashboard.calculations.remarks import concerning
from data_models.facts import AnnotationFacts, AreaFacts, IndicatorFacts


@dataclass(frozen=True, slots=True)
class Basis:
    """How the figures of one area came to be."""

    composed: Mapping[str, str]  # by period: "berekend uit 2 van 3 gemeenten"; empty when the source has the area
    annotations: tuple[AnnotationFacts, ...]  # breaks, events, and the years from which other gemeenten count
    by_school: bool  # its parts have a figure that may not be added up
    otherwise: tuple[str, ...]  # the periods that rest on other gemeenten than the last

    @property
    def changes(self) -> tuple[int, ...]:
        """The years that rest on other gemeenten than the year before."""
        return tuple(one.year for one in self.annotations if one.kind == "composition")


def basis(
    area: AreaFacts,
    *,
    series: AreaSeries,
    ground: Ground,
    indicator: IndicatorFacts,
    annotations: Sequence[AnnotationFacts],
) -> Basis:
    """What must be known of the series of one area; `annotations` are those of every area."""
    return Basis(
        composed={period: statements.composed(sums).text for period, sums in series.compositions.items()},
        annotations=concerning(
            (*annotations, *statements.composition_breaks(series.changes, area=area, indicator=indicator)),
            indicator=indicator.code,
            area=area.code,
            formers=series.formers,
            parts=series.added_up_from(ground=ground, area=area),
        ),
        by_school=series.by_school,
        otherwise=series.composed.otherwise if series.composed else (),
    )
