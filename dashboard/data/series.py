"""The series of areas: their own figures, those of their predecessors, or the sum of their parts; read at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from dashboard.calculations.area_series import (
    COMPOSED_KINDS,
    AreaSeries,
    Ground,
    area_series,
    by_area,
    lack_counts,
)
from dashboard.calculations.estimated import POPULATION, AgeClass, age_classes
from dashboard.data import catalogue
from dashboard.data.reader import Reader
from data_models import database
from data_models.compositions import Belonging
from data_models.facts import AreaFacts, FigureFacts, IndicatorFacts
from data_models.queries import figures as figure_queries

_Population = Mapping[AreaFacts, Mapping[int, tuple[AgeClass, ...]]]  # age classes by year


@dataclass(frozen=True, slots=True)
class SeriesRead:
    """What was read of some areas and indicators, from which the series of each can be made."""

    ground: Ground
    figures: Mapping[str, Mapping[AreaFacts, Sequence[FigureFacts]]]
    population: _Population

    def of(self, area: AreaFacts, *, indicator: IndicatorFacts) -> AreaSeries:
        """The series of one of the areas that were asked."""
        return area_series(
            area,
            indicator=indicator,
            series=self.figures.get(indicator.code, {}),
            population=self.population,
            ground=self.ground,
        )


def read_series(
    reader: Reader,
    *,
    areas: Sequence[AreaFacts],
    indicators: Sequence[IndicatorFacts],
    breakdown: str = "",
    added_up: Mapping[AreaFacts, Sequence[AreaFacts]] = MappingProxyType({}),
) -> SeriesRead:
    """Read what it takes: as many queries for one area and indicator as for all of them.

    `added_up` are the gemeenten of areas that exist on this screen only: groups, in which each counts entirely.
    """
    alone = Ground(successions=catalogue.successions(reader), areas=catalogue.areas(reader))
    composed = [one for one in areas if one.kind in COMPOSED_KINDS]
    composed += [former for one in composed for former in alone.merged_into(one)]
    parts = catalogue.all_belongings(reader, areas=tuple(dict.fromkeys(composed))) if composed else {}
    groups = {one: [Belonging(part, 1.0, 0, None) for part in members] for one, members in added_up.items()}
    ground = replace(alone, parts={**parts, **groups})
    asked = sorted(ground.needed(areas), key=lambda one: (one.code, one.valid_from))
    with database.reading(asker=reader.actor) as session:
        found = figure_queries.series(
            session,
            asker=reader.actor,
            areas=asked,
            indicator=indicators[0].code if len(indicators) == 1 else None,
            breakdown=breakdown,
        )
        people = (
            figure_queries.series(session, asker=reader.actor, areas=asked, indicator=POPULATION, breakdown=None)
            if not breakdown and lack_counts(found, indicators=indicators)
            else []
        )
    figures: dict[str, dict[AreaFacts, list[FigureFacts]]] = {}
    for (code, owner), series in by_area(found, areas=asked).items():
        figures.setdefault(code, {})[owner] = series
    return SeriesRead(
        ground=ground,
        figures=figures,
        population={one: age_classes(series) for (_, one), series in by_area(people, areas=asked).items()},
    )
