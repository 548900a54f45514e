"""How long a region keeps what was written: agreed by its beheerder, and texts removed when that time is over."""

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import audit, topics
from data_models.commands.expiring import Expiring
from data_models.commands.permission import permit
from data_models.queries.retention import Expired, Moments, expired_of, of_region
from data_models.tables import Retention
from data_models.tables.declaration import now
from data_models.tables.retention import LONGEST_KEPT

TOPICS = ("stories", "agreements", "plans")  # what screens look again for


class RetentionConflictError(Exception):
    """Somebody else changed the number of years, or more would go than the person saw."""


class NothingAgreedError(Exception):
    """The region did not agree on a number of years: nothing goes."""


def set_retention(
    session: Session, *, actor: Actor, seen_version: int, years: int | None, decision_years: int | None = None
) -> int:
    """Agree after how many years what people told may go, and what was decided (None: it stays); answer the version.

    Nothing goes by it yet.
    """
    permit(session, actor=actor, action=Action.MANAGE_REGION)
    for one in (years, decision_years):
        if one is not None and not 1 <= one <= LONGEST_KEPT:
            raise ValueError(one)
    kept = session.get(Retention, actor.region_id, with_for_update=True)
    if (kept.version if kept else 0) != seen_version:
        raise RetentionConflictError
    if kept is None:
        kept = Retention(region_id=actor.region_id)
        session.add(kept)
    kept.years, kept.decision_years = years, decision_years
    kept.updated_by, kept.updated_at = actor.person_id, now()
    try:
        session.flush()
    except IntegrityError as elsewhere:  # somebody else agreed on the first one at the same moment
        raise RetentionConflictError from elsewhere
    audit.record(
        session,
        actor=actor,
        action="set_retention",
        subject_kind="retention",
        subject_id=actor.region_id,
        from_version=seen_version,
        to_version=kept.version,
        detail=" / ".join("-" if one is None else str(one) for one in (years, decision_years)),
    )
    return kept.version


def remove_expired(session: Session, *, actor: Actor, before: Moments, seen: Expired) -> Expired:
    """Remove the texts that are older than the actor's region agreed, and answer what went.

    `before` and `seen` are what the person was shown: raises `RetentionConflictError` when other things would go now.
    """
    permit(session, actor=actor, action=Action.MANAGE_REGION)
    agreed = of_region(session, region_id=actor.region_id)
    if not agreed.is_agreed:
        raise NothingAgreedError
    if not before.is_within(agreed.before(now())) or seen != expired_of(
        session, region_id=actor.region_id, before=before
    ):
        raise RetentionConflictError
    return _remove(session, actor=actor, region_id=actor.region_id, before=before)


def remove_expired_of(session: Session, *, region_id: int) -> Expired:
    """The same for a region, by whoever owns the database, on the command line."""
    agreed = of_region(session, region_id=region_id)
    if not agreed.is_agreed:
        raise NothingAgreedError
    return _remove(session, actor=None, region_id=region_id, before=agreed.before(now()))


def _remove(session: Session, *, actor: Actor | None, region_id: int, before: Moments) -> Expired:
    goes = expired_of(session, region_id=region_id, before=before)
    if not goes:
        return goes
    Expiring(session, actor=actor, region_id=region_id, before=before).remove()
    audit.record(
        session,
        actor=actor,
        region_id=region_id,
        action="remove_expired",
        subject_kind="retention",
        subject_id=region_id,
        from_version=0,
        to_version=0,
        detail=_said(goes, before=before),
    )
    for topic in TOPICS:
        topics.bump(session, topic=topic, region_id=region_id)
    return goes


def _said(goes: Expired, *, before: Moments) -> str:
    """How many texts of what was told and of what was decided, each with the day before which they go."""
    numbers = (
        (before.told, sum(goes.contributions.values()) + sum(goes.told.values())),
        (before.decided, sum(goes.decided.values())),
    )
    return "; ".join(f"{moment.date()}: {number}" for moment, number in numbers if moment is not None)
