"""Uitleg: every method with a worked example from the data, made once and kept until the figures change."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import streamlit as st

from dashboard.calculations.area_series import AreaSeries, Ground, area_series, by_area
from dashboard.calculations.estimated import POPULATION, age_classes
from dashboard.calculations.remarks import concerning
from dashboard.data import catalogue
from dashboard.data.reader import HASHED, Reader
from dashboard.data.warming import COUNTRY, FIRST_AREA
from dashboard.statements.worked import Steps, Worked
from dashboard.statements.worked_choice import Tried, examples
from dashboard.texts import methods, worked_examples
from data_models import database
from data_models.compositions import Belonging
from data_models.facts import AreaFacts, IndicatorFacts, NormFacts
from data_models.queries import figures as figure_queries
from data_models.queries import norms as norm_queries


@dataclass(frozen=True, slots=True)
class Method:
    """A method as the page explains it, with the steps of its example."""

    name: str
    text: str
    steps: Steps


@dataclass(frozen=True, slots=True)
class _Places:
    """The areas that examples are taken from, in the order in which they are tried."""

    tried: tuple[AreaFacts, ...]
    invented: tuple[AreaFacts, ...]
    ground: Ground

    @property
    def needed(self) -> list[AreaFacts]:
        return sorted(self.ground.needed(self.tried), key=lambda one: (one.code, one.valid_from))


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=HASHED)
def explained(reader: Reader) -> tuple[Method, ...]:
    """Every method with its example; where no series shows it, that is said."""
    steps = examples(_tried(reader, places=_places(reader)))
    return tuple(
        Method(name=name, text=text, steps=steps[key] or (worked_examples.NO_EXAMPLE,))
        for key, (name, text) in methods.METHODS.items()
    )


def _places(reader: Reader) -> _Places:
    """The first gemeente and the country, a merged gemeente with its partnership and neighbours, the invented ones."""
    everywhere, successions = catalogue.areas(reader), catalogue.successions(reader)
    alone = Ground(successions=successions, areas=everywhere)
    there = [one for one in everywhere if one.valid_until is None]
    invented = tuple(one for one in there if one.fictional and one.kind in ("municipality", "country"))
    merged = next((one for one in there if one.kind == "municipality" and alone.predecessors(one)), None)
    around = [whole for whole, _ in catalogue.wholes(reader, area=merged)] if merged else []
    partnership = next((whole for whole in around if whole.kind == "partnership"), None)
    parts: dict[AreaFacts, Sequence[Belonging]] = {}
    if partnership:
        parts = {partnership: catalogue.belongings(reader, area=partnership)}
    chosen = [one for code in (FIRST_AREA, COUNTRY) for one in there if one.code == code]
    chosen += [one for one in (merged, partnership) if one]
    chosen += [one.area for of_one in parts.values() for one in of_one if one.area.valid_until is None]
    return _Places(
        tried=tuple(dict.fromkeys([*chosen, *invented])),
        invented=invented,
        ground=Ground(parts=parts, successions=successions, areas=everywhere),
    )


def _tried(reader: Reader, *, places: _Places) -> Tried:
    needed = places.needed
    with database.reading(asker=reader.actor) as session:
        figures = figure_queries.series(session, asker=None, areas=needed)
        people = figure_queries.series(session, asker=None, areas=needed, indicator=POPULATION, breakdown=None)
        norms = [one for area in places.invented for one in norm_queries.norms(session, asker=None, area=area.code)]
    found = by_area(figures, areas=needed)
    population = {one: age_classes(of_one) for (_, one), of_one in by_area(people, areas=needed).items()}
    annotations = catalogue.annotations(reader)
    made: dict[tuple[str, str], AreaSeries] = {}
    series: list[Worked] = []
    for area in dict.fromkeys([*places.tried, *needed]):
        for indicator in catalogue.indicators(reader):
            known = {owner: of_one for (code, owner), of_one in found.items() if code == indicator.code}
            of_area = area_series(area, indicator=indicator, series=known, population=population, ground=places.ground)
            if not of_area.figures:
                continue
            made[area.code, indicator.code] = of_area
            if area in places.tried:
                series.append(
                    Worked(
                        area=area,
                        indicator=indicator,
                        figures=of_area.figures,
                        annotations=concerning(annotations, indicator=indicator.code, area=area.code),
                        norms=_set(norms, indicator=indicator, area=area),
                    )
                )
    return Tried(series=series, made=made, parts=places.ground.parts, population=population)


def _set(norms: Iterable[NormFacts], *, indicator: IndicatorFacts, area: AreaFacts) -> tuple[NormFacts, ...]:
    return tuple(one for one in norms if (one.indicator, one.area, one.breakdown) == (indicator.code, area.code, ""))
