"""What the database knows that a file may refer to."""

from datetime import date

from sqlalchemy.orm import Session

from dashboard.sources.reader import Known
from data_models.facts import AreaFacts
from data_models.queries import catalogue, regions


def known_now(session: Session, *, region_id: int | None) -> Known:
    """Everything a reader may need, for someone who acts in this region (None: the project itself)."""
    areas: dict[str, list[AreaFacts]] = {}
    for area in catalogue.areas(session):
        areas.setdefault(area.code, []).append(area)
    return Known(
        indicators={indicator.code: indicator for indicator in catalogue.indicators(session)},
        areas=areas,
        sources=frozenset(source.code for source in catalogue.sources(session)),
        this_year=date.today().year,  # noqa: DTZ011 - the year on the user's own calendar
        successions=catalogue.successions(session),
        own_areas=None if region_id is None else regions.own_areas(session, region_id=region_id),
    )
