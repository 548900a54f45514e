"""How long the region keeps what people told it, and what is older than that at this moment."""

from dataclasses import dataclass
from datetime import UTC, datetime

from data_models import database
from data_models.access import Actor
from data_models.queries import retention as queries
from data_models.queries.retention import Expired, RetentionFacts, years_before


@dataclass(frozen=True, slots=True)
class RetentionView:
    """What was agreed, from which moment on it goes back, and what is older."""

    agreed: RetentionFacts
    before: datetime | None
    goes: Expired


def view(actor: Actor) -> RetentionView:
    """Of the actor's region, from the beginning of today on: so that what goes stays the same while one looks."""
    today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    with database.reading(asker=actor) as session:
        agreed = queries.retention(session, asker=actor)
        if agreed.years is None:
            return RetentionView(agreed, None, Expired({}, 0))
        before = years_before(today, years=agreed.years)
        return RetentionView(agreed, before, queries.expired(session, asker=actor, before=before))
