"""The series of an area as screens show it: its own figures, those of its predecessors, or the sum of its parts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.calculations import estimated, successions
from dashboard.calculations.composed import Composed
from dashboard.calculations.composed_series import AreaShare, composed_series, existed
from dashboard.calculations.estimated import AgeClass
from dashboard.calculations.successions import CarriedBack
from data_models.facts import AreaFacts, FigureFacts, IndicatorFacts, SuccessionFacts

COMPOSED_KINDS = ("partnership", "region", "youth_region", "province")  # areas that gemeenten form together


@dataclass(frozen=True, slots=True)
class Ground:
    """What the areas are to each other: what each composed one consists of, and which gemeenten merged into which."""

    parts: Mapping[AreaFacts, Sequence[AreaShare]] = field(default_factory=dict)
    successions: Sequence[SuccessionFacts] = ()
    areas: Sequence[AreaFacts] = ()

    def needed(self, asked: Iterable[AreaFacts]) -> set[AreaFacts]:
        """The areas whose figures it takes to make the series of those that are asked."""
        wanted = set(asked)
        wanted |= {part for one in tuple(wanted) for part, _ in self.parts.get(one, ())}
        wanted |= {former for one in tuple(wanted) for former, _ in self.predecessors(one)}
        return wanted

    def predecessors(self, area: AreaFacts) -> tuple[AreaShare, ...]:
        """The gemeenten that an area arose from."""
        return successions.predecessors(area, successions=self.successions, areas=self.areas)


@dataclass(frozen=True, slots=True)
class AreaSeries:
    """The figures of an area, and what must be said about how they came to be."""

    figures: tuple[FigureFacts, ...]
    carried: CarriedBack | None = None
    composed: Composed | None = None


def by_area(
    figures: Iterable[FigureFacts], *, areas: Iterable[AreaFacts]
) -> dict[tuple[str, AreaFacts], list[FigureFacts]]:
    """The figures by indicator and area; a code that was given to another wijk is two areas."""
    same_code: dict[str, list[AreaFacts]] = {}
    for one in areas:
        same_code.setdefault(one.code, []).append(one)
    found: dict[tuple[str, AreaFacts], list[FigureFacts]] = {}
    for figure in figures:
        known = same_code[figure.area]
        owner = next((one for one in known if existed(one, year=figure.year)), known[0])
        found.setdefault((figure.indicator, owner), []).append(figure)
    return found


def lack_counts(figures: Iterable[FigureFacts], *, indicators: Iterable[IndicatorFacts]) -> bool:
    """Whether the population by age is needed: a figure has no count, and it is a share of everybody of an age."""
    estimable = {one.code for one in indicators if estimated.ages_of(one)}
    return any(figure.indicator in estimable and estimated.lacks_count(figure) for figure in figures)


def area_series(
    area: AreaFacts,
    *,
    indicator: IndicatorFacts,
    series: Mapping[AreaFacts, Sequence[FigureFacts]],
    population: Mapping[AreaFacts, Mapping[int, Sequence[AgeClass]]],
    ground: Ground,
) -> AreaSeries:
    """The series of one indicator: the source's own, carried back to predecessors; else the sum of the area's parts.

    `series` are the figures of one indicator and breakdown as the database has them, `population` the age classes by
    year, both of every area in `ground.needed`.
    """
    own = _with_estimates(area, indicator=indicator, series=series, population=population)
    if own or area not in ground.parts:
        formers = ground.predecessors(area)
        carried = successions.carried_back(
            area,
            figures=own,
            formers=formers,
            of_formers={
                former.code: _with_estimates(former, indicator=indicator, series=series, population=population)
                for former, _ in formers
            },
            indicator=indicator,
        )
        return AreaSeries(figures=carried.figures, carried=carried if carried.added else None)
    parts = ground.parts[area]
    without_parts = Ground(successions=ground.successions, areas=ground.areas)
    made = composed_series(
        area,
        parts=parts,
        figures={
            part.code: area_series(
                part, indicator=indicator, series=series, population=population, ground=without_parts
            ).figures
            for part, _ in parts
        },
        indicator=indicator,
        successions=ground.successions,
    )
    return AreaSeries(figures=made.figures, composed=made.latest)


def _with_estimates(
    area: AreaFacts,
    *,
    indicator: IndicatorFacts,
    series: Mapping[AreaFacts, Sequence[FigureFacts]],
    population: Mapping[AreaFacts, Mapping[int, Sequence[AgeClass]]],
) -> tuple[FigureFacts, ...]:
    return estimated.with_estimates(series.get(area, ()), indicator=indicator, classes=population.get(area, {}))
