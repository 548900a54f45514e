"""The logboek, asked afresh: what one looks up there has just happened."""

from dashboard.data.reader import Reader
from data_models import database
from data_models.access import Actor
from data_models.queries import audit
from data_models.queries.audit import PAGE, AuditFacts, AuditFilter


def page(actor: Actor, *, chosen: AuditFilter, after_id: int | None) -> tuple[list[AuditFacts], bool]:
    """The lines that fit on a screen, the newest first, and whether there are older ones."""
    with database.reading(asker=actor) as session:
        found = audit.lines(session, asker=actor, chosen=chosen, after_id=after_id, limit=PAGE + 1)
    return found[:PAGE], len(found) > PAGE


def people(reader: Reader) -> dict[int, str]:
    """Who left a line in the reader's region, by id."""
    if reader.actor is None:
        return {}
    with database.reading(asker=reader.actor) as session:
        return audit.people(session, asker=reader.actor)
