"""The data-ontwikkelagenda of a region: what people want to know and nobody measures."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, or_, select
from sqlalchemy.orm import Session

from data_models.access import Actor, region_read
from data_models.facts import AGENDA_STATES
from data_models.tables import AgendaItem, Indicator, Person, Region, Theme


@dataclass(frozen=True, slots=True)
class AgendaFacts:
    """An item of the data-ontwikkelagenda as it stands."""

    id: int
    region_id: int
    question: str
    reason: str
    for_whom: str
    theme: str
    indicator: str
    organisation: str
    state: str  # one of AGENDA_STATES
    version: int
    updated_at: datetime
    changed_by: str  # organisation of who changed it last; empty when that is not known


def items(session: Session, *, asker: Actor | None) -> list[AgendaFacts]:
    """The items of the asker's region, and those of the fictional region for everyone; open ones first."""
    fictional = AgendaItem.region_id.in_(select(Region.id).where(Region.fictional))
    visible = or_(AgendaItem.region_id == region_read(asker), fictional)
    order = case({state: place for place, state in enumerate(AGENDA_STATES)}, value=AgendaItem.state)
    question = (
        select(AgendaItem, Theme.code, Indicator.code, Person.organisation)
        .outerjoin(Theme, Theme.id == AgendaItem.theme_id)
        .outerjoin(Indicator, Indicator.id == AgendaItem.indicator_id)
        .outerjoin(Person, Person.id == AgendaItem.updated_by)
        .where(visible)
        .order_by(order, AgendaItem.id.desc())
    )
    return [
        AgendaFacts(
            id=row.id,
            region_id=row.region_id,
            question=row.question,
            reason=row.reason,
            for_whom=row.for_whom,
            theme=theme or "",
            indicator=indicator or "",
            organisation=row.organisation,
            state=row.state,
            version=row.version,
            updated_at=row.updated_at,
            changed_by=changed_by or "",
        )
        for row, theme, indicator, changed_by in session.execute(question)
    ]
