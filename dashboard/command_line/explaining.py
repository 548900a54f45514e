"""`explain`: everything the screens would say about a figure."""

from typing import Any

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from dashboard import statements
from dashboard.command_line.finding import NotFoundError, areas_of, indicator_of
from dashboard.texts import sources as texts
from data_models import database
from data_models.access import Actor, Role
from data_models.facts import AreaFacts, IndicatorFacts
from data_models.queries import catalogue, figures, norms, people

LARGE = ("country", "province")  # references whose own chance does not matter; METHODS 2


def explain(
    engine: Engine, *, indicator_code: str, area_code: str, reference_code: str | None, period: str | None
) -> dict[str, Any]:
    """The statements about an area's latest figure, or that of `period`; raises `NotFoundError`."""
    with database.reading(engine) as session:
        indicator = indicator_of(session, indicator_code)
        candidates = areas_of(session, area_code)
        found = [
            (area, figures.series(session, asker=None, areas=[area], indicator=indicator.code)) for area in candidates
        ]
        area, series = next(
            (one for one in reversed(found) if any(period in (None, figure.period) for figure in one[1])),
            found[-1],
        )
        if not any(period in (None, figure.period) for figure in series):
            periods = [figure.period for _, known in found for figure in known]
            form = texts.NO_SUCH_PERIOD if periods else texts.NO_FIGURES_YET
            raise NotFoundError(
                form.format(indicator=indicator.name, area=area.name, period=period, known=", ".join(periods))
            )
        reference = _reference(session, reference_code, area, indicator) if reference_code else None
        standing = [
            norm
            for norm in norms.norms(session, asker=_owner(session), area=area.code, indicator=indicator.code)
            if norm.stands and not norm.breakdown
        ]
        return statements.explain(
            series,
            indicator=indicator,
            area_name=area.name,
            annotations=[
                one
                for one in catalogue.annotations(session)
                if one.indicator in (None, indicator.code) and one.area in (None, area.code)
            ],
            norm=standing[0] if standing else None,
            reference=reference,
            period=period,
        )


def _owner(session: Session) -> Actor | None:
    """Whoever runs the command line owns the database, and sees the norms of its own region."""
    region_id = people.region_of_kind(session, fictional=False)
    return None if region_id is None else Actor(0, "", "", "", Role.POLICY_OFFICER, region_id)


def _reference(session: Session, code: str, area: AreaFacts, indicator: IndicatorFacts) -> statements.Reference:
    one = areas_of(session, code)[-1]
    wholes = [whole.code for whole, _ in catalogue.wholes(session, area=area)]
    return statements.Reference(
        figures=figures.series(session, asker=None, areas=[one], indicator=indicator.code),
        name=one.name,
        is_large=one.kind in LARGE,
        contains_area=one.code in wholes or (one.kind == "country" and not area.fictional),
    )
