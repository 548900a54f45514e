"""Beheer, Kopie en terugzetten: who may, when it was last done, and what stands now; rarely seen, so asked afresh."""

from data_models import database
from data_models.access import Actor
from data_models.queries import copies as queries
from data_models.queries.copies import Content, CopyMade


def regions_of_others(actor: Actor) -> list[str] | None:
    """The real regions that this person is no beheerder of; None when there is no real region."""
    with database.reading(database.owner_engine()) as session:
        return queries.regions_of_others(session, actor=actor)


def last_made() -> list[CopyMade]:
    """When everything was last copied and put back."""
    with database.reading(database.owner_engine()) as session:
        return queries.last_made(session)


def content_now() -> Content:
    """What the database holds; asked by who may see all of it."""
    with database.reading(database.owner_engine()) as session:
        return queries.content_now(session)
