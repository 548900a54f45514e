"""The series of an area as screens show it: its own figures, those of its predecessors, or the sum of its parts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.calculations import carried_compositions, estimated, successions
from dashboard.calculations.composed import Composed
from dashboard.calculations.composed_series import AreaShare, composed_series, existed
from dashboard.calculations.estimated import AgeClass
from dashboard.calculations.successions import CarriedBack
from data_models.compositions import Belonging
from data_models.facts import AreaFacts, FigureFacts, IndicatorFacts, SuccessionFacts

ADDED_UP_BASES = ("residence",)  # of an indicator: everybody lives in one gemeente, and so counts once
COMPOSED_KINDS = ("partnership", "region", "youth_region", "province")  # areas that gemeenten form together


@dataclass(frozen=True, slots=True)
class Ground:
    """What the areas are to each other: what each composed one consists of, and which gemeenten merged into which."""

    parts: Mapping[AreaFacts, Sequence[Belonging]] = field(default_factory=dict)
    successions: Sequence[SuccessionFacts] = ()
    areas: Sequence[AreaFacts] = ()

    def needed(self, asked: Iterable[AreaFacts]) -> set[AreaFacts]:
        """The areas whose figures it takes to make the series of those that are asked."""
        wanted = set(asked)
        wanted |= {former for one in tuple(wanted) if one in self.parts for former in self.merged_into(one)}
        wanted |= {part.area for one in tuple(wanted) for part in self.parts.get(one, ())}
        wanted |= {former for one in tuple(wanted) for former, _ in self.predecessors(one)}
        return wanted

    def predecessors(self, area: AreaFacts) -> tuple[AreaShare, ...]:
        """The gemeenten that an area arose from."""
        return successions.predecessors(area, successions=self.successions, areas=self.areas)

    def merged_into(self, area: AreaFacts) -> tuple[AreaFacts, ...]:
        """The composed areas that it arose from, those that these arose from themselves included."""
        found: list[AreaFacts] = []
        for former, _ in self.predecessors(area):
            found += [former, *self.merged_into(former)]
        return tuple(found)


@dataclass(frozen=True, slots=True)
class AreaSeries:
    """The figures of an area, and what must be said about how they came to be."""

    figures: tuple[FigureFacts, ...]
    carried: CarriedBack | None = None
    composed: Composed | None = None
    compositions: Mapping[str, Composed] = field(default_factory=dict)  # by period, what its figure was added up from
    changes: tuple[int, ...] = ()  # the years that rest on other gemeenten than the period before
    by_school: bool = False  # its parts have figures, but these count by school and so are not added up

    @property
    def formers(self) -> frozenset[str]:
        """The codes of the areas that its first years were carried back from."""
        return frozenset(former.code for former, _ in self.carried.formers) if self.carried else frozenset()

    def added_up_from(self, *, ground: Ground, area: AreaFacts) -> frozenset[str]:
        """The codes of the areas that it is the sum of; none when the source has it itself."""
        return frozenset(part.area.code for part in ground.parts.get(area, ())) if self.composed else frozenset()


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
    """The series of one indicator: the source's own, or else the sum of the area's parts; carried back to predecessors.

    `series` are the figures of one indicator and breakdown as the database has them, `population` the age classes by
    year, both of every area in `ground.needed`. What is counted by school is never added up from gemeenten: who goes to
    school there may live elsewhere, so only the source itself knows the whole (METHODS 6: the same basis).
    """
    own = _with_estimates(area, indicator=indicator, series=series, population=population)
    formers = ground.predecessors(area)
    if own or area not in ground.parts:
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
    of_parts = {
        part.area.code: area_series(
            part.area, indicator=indicator, series=series, population=population, ground=without_parts
        ).figures
        for part in parts
    }
    may_be_added = indicator.basis in ADDED_UP_BASES
    made = composed_series(
        area,
        parts=parts,
        figures=of_parts if may_be_added else {},
        indicator=indicator,
        successions=ground.successions,
    )
    of_formers = {
        former.code: area_series(former, indicator=indicator, series=series, population=population, ground=ground)
        for former, _ in formers
    }
    carried = successions.carried_back(
        area,
        figures=made.figures,
        formers=formers,
        of_formers={code: of_one.figures for code, of_one in of_formers.items()},
        indicator=indicator,
    )
    basis = carried_compositions.with_formers(
        made,
        carried=carried,
        compositions={code: of_one.compositions for code, of_one in of_formers.items()},
        changes=[year for of_one in of_formers.values() for year in of_one.changes],
        areas=ground.areas,
    )
    return AreaSeries(
        figures=carried.figures,
        carried=carried if carried.added else None,
        composed=basis.latest,
        compositions=basis.by_period,
        changes=basis.changes,
        by_school=not may_be_added and not carried.figures and any(of_parts.values()),
    )


def _with_estimates(
    area: AreaFacts,
    *,
    indicator: IndicatorFacts,
    series: Mapping[AreaFacts, Sequence[FigureFacts]],
    population: Mapping[AreaFacts, Mapping[int, Sequence[AgeClass]]],
) -> tuple[FigureFacts, ...]:
    return estimated.with_estimates(series.get(area, ()), indicator=indicator, classes=population.get(area, {}))
