"""`explain`: everything the screens would say about a figure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from dashboard import statements
from dashboard.calculations.area_series import (
    COMPOSED_KINDS,
    AreaSeries,
    Ground,
    area_series,
    by_area,
    lack_counts,
)
from dashboard.calculations.comparison import LARGE_KINDS
from dashboard.calculations.estimated import POPULATION, age_classes
from dashboard.calculations.remarks import concerning
from dashboard.command_line.finding import NotFoundError, areas_of, indicator_of
from dashboard.texts import sources as texts
from data_models import database
from data_models.access import Actor, Role
from data_models.facts import AnnotationFacts, AreaFacts, IndicatorFacts
from data_models.queries import annotations as annotation_queries
from data_models.queries import catalogue, figures, norms, people
from data_models.queries.revisions import revisions


@dataclass(frozen=True, slots=True)
class _Asked:
    """An area with its series, made as the screens make it."""

    area: AreaFacts
    series: AreaSeries
    parts: frozenset[str]

    def has(self, period: str | None) -> bool:
        return any(period in (None, figure.period) for figure in self.series.figures)


def explain(
    engine: Engine, *, indicator_code: str, area_code: str, reference_code: str | None, period: str | None
) -> dict[str, Any]:
    """The statements about an area's latest figure, or that of `period`; raises `NotFoundError`."""
    with database.reading(engine) as session:
        indicator = indicator_of(session, indicator_code)
        found = _series(session, areas=areas_of(session, area_code), indicator=indicator)
        asked = next((one for one in reversed(found) if one.has(period)), found[-1])
        if not asked.has(period):
            periods = [figure.period for one in found for figure in one.series.figures]
            form = texts.NO_SUCH_PERIOD if periods else texts.NO_FIGURES_YET
            raise NotFoundError(
                form.format(indicator=indicator.name, area=asked.area.name, period=period, known=", ".join(periods))
            )
        reference = _reference(session, reference_code, asked.area, indicator) if reference_code else None
        standing = [
            norm
            for norm in norms.norms(session, asker=_owner(session), area=asked.area.code, indicator=indicator.code)
            if norm.stands and norm.state != "concept" and not norm.breakdown
        ]
        return statements.explain(
            asked.series.figures,
            indicator=indicator,
            area_name=asked.area.name,
            annotations=_annotations(session, asked=asked, indicator=indicator),
            norm=standing[0] if standing else None,
            reference=reference,
            period=period,
            carried=asked.series.carried,
            composed=asked.series.composed,
            replaced=revisions(session, asker=None, indicator=indicator.code, areas=[asked.area]),
        )


def _series(session: Session, *, areas: Sequence[AreaFacts], indicator: IndicatorFacts) -> list[_Asked]:
    """The series of each area as the screens show it, in the order of the areas."""
    alone = Ground(successions=catalogue.successions(session), areas=catalogue.areas(session))
    composed = [one for one in areas if one.kind in COMPOSED_KINDS]
    composed += [former for one in composed for former in alone.merged_into(one)]
    ground = replace(alone, parts={one: catalogue.belongings(session, area=one) for one in composed})
    needed = sorted(ground.needed(areas), key=lambda one: (one.code, one.valid_from))
    known = figures.series(session, asker=None, areas=needed, indicator=indicator.code)
    people_by_age = (
        figures.series(session, asker=None, areas=needed, indicator=POPULATION, breakdown=None)
        if lack_counts(known, indicators=[indicator])
        else []
    )
    series = {one: of_one for (_, one), of_one in by_area(known, areas=needed).items()}
    population = {one: age_classes(of_one) for (_, one), of_one in by_area(people_by_age, areas=needed).items()}
    found = [
        (one, area_series(one, indicator=indicator, series=series, population=population, ground=ground))
        for one in areas
    ]
    return [_Asked(one, of_one, of_one.added_up_from(ground=ground, area=one)) for one, of_one in found]


def _annotations(session: Session, *, asked: _Asked, indicator: IndicatorFacts) -> tuple[AnnotationFacts, ...]:
    known = annotation_queries.annotations(session, asker=_owner(session))
    changed = statements.composition_breaks(asked.series.changes, area=asked.area, indicator=indicator)
    return concerning(
        (*known, *changed),
        indicator=indicator.code,
        area=asked.area.code,
        formers=asked.series.formers,
        parts=asked.parts,
    )


def _owner(session: Session) -> Actor | None:
    """Whoever runs the command line owns the database, and sees the norms of its own region."""
    region_id = people.region_of_kind(session, fictional=False)
    return None if region_id is None else Actor(0, "", "", "", frozenset({Role.POLICY_OFFICER}), region_id)


def _reference(session: Session, code: str, area: AreaFacts, indicator: IndicatorFacts) -> statements.Reference:
    one = areas_of(session, code)[-1]
    wholes = [whole.code for whole, _ in catalogue.wholes(session, area=area)]
    return statements.Reference(
        figures=_series(session, areas=[one], indicator=indicator)[0].series.figures,
        name=one.name,
        is_large=one.kind in LARGE_KINDS,
        contains_area=one.code in wholes or (one.kind == "country" and one.fictional == area.fictional),
    )
