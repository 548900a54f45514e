"""How long the region keeps what was written, what is older than that at this moment, and that in words."""

from dataclasses import dataclass
from datetime import UTC, datetime

from dashboard.formatting import counted, day
from dashboard.texts import retention as words
from data_models import database
from data_models.access import Actor
from data_models.queries import retention as queries
from data_models.queries.retention import Expired, Moments, RetentionFacts


@dataclass(frozen=True, slots=True)
class RetentionView:
    """What was agreed, from which moments on it goes back, and what is older."""

    agreed: RetentionFacts
    before: Moments
    goes: Expired


def view(actor: Actor) -> RetentionView:
    """Of the actor's region, from the beginning of today on: so that what goes stays the same while one looks."""
    today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    with database.reading(asker=actor) as session:
        agreed = queries.retention(session, asker=actor)
        before = agreed.before(today)
        return RetentionView(agreed, before, queries.expired(session, asker=actor, before=before))


def told(goes: Expired) -> list[str]:
    """What would go of what people told: contributions by year, then the other kinds, each with how many."""
    by_year = [counted(number, forms=words.OF_YEAR, year=str(year)) for year, number in goes.contributions.items()]
    return [*by_year, *_counted(goes.told)]


def decided(goes: Expired) -> list[str]:
    """What would go of what the parties decided, each kind with how many."""
    return _counted(goes.decided)


def in_short(goes: Expired) -> str:
    """All of it in one line; empty when nothing went."""
    number = sum(goes.contributions.values())
    return ", ".join(
        [*_counted({"contribution": number} if number else {}), *_counted(goes.told), *_counted(goes.decided)]
    )


def since(before: Moments) -> str:
    """Before which days it goes."""
    moments = {"told": before.told, "decided": before.decided}
    return words.AND.join(words.SINCE[kind].format(day=day(at)) for kind, at in moments.items() if at is not None)


def _counted(kinds: dict[str, int]) -> list[str]:
    return [counted(number, forms=words.KINDS[kind]) for kind, number in kinds.items()]
