"""What every change of agreements, of what goes to another table and of the tables has in common."""

from typing import TypeVar

from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import audit, chain, topics
from data_models.tables import Agreement, Escalation, TalkTable

FIRST_YEAR, LAST_YEAR = 2000, 2100  # in which a date can lie that people mean
TOPIC = "agreements"

Agreed = Agreement | Escalation | TalkTable
Row = TypeVar("Row", Agreement, Escalation, TalkTable)


def standing(session: Session, table: type[Row], *, actor: Actor, number: int, seen_version: int) -> Row:
    """The row of the actor's own region as the person saw it, for who makes agreements."""
    return chain.standing(
        session, table, actor=actor, number=number, seen_version=seen_version, action=Action.MAKE_AGREEMENTS
    )


def set_removed(
    session: Session, table: type[Row], *, actor: Actor, number: int, seen_version: int, removed: bool
) -> Row:
    """Take it away, or put it back, from the version the person saw."""
    return chain.set_removed(
        session,
        table,
        actor=actor,
        number=number,
        seen_version=seen_version,
        removed=removed,
        action=Action.MAKE_AGREEMENTS,
    )


def record(session: Session, *, actor: Actor, action: str, subject: Agreed, kind: str, from_version: int) -> None:
    """The audit line of a change, in which words that people wrote stay out; and tell every screen of it."""
    audit.record(
        session,
        actor=actor,
        action=action,
        subject_kind=kind,
        subject_id=subject.id,
        from_version=from_version,
        to_version=subject.version,
        detail="",
    )
    topics.bump(session, topic=TOPIC, region_id=subject.region_id)
