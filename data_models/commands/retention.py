"""How long a region keeps what people told it: agreed by its beheerder, and texts removed when that time is over."""

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import audit, topics
from data_models.commands.invited_contributions import keep
from data_models.commands.permission import permit
from data_models.commands.practice import expire_practice_stories
from data_models.queries.retention import Expired, expired_of, of_region, old_answers, old_contributions, years_before
from data_models.tables import Contribution, ContributionVersion, InvitedAnswer, Retention, Sending
from data_models.tables.declaration import now
from data_models.tables.retention import LONGEST_KEPT


class RetentionConflictError(Exception):
    """Somebody else changed the number of years, or more would go than the person saw."""


class NothingAgreedError(Exception):
    """The region did not agree on a number of years: nothing goes."""


def set_retention(session: Session, *, actor: Actor, seen_version: int, years: int | None) -> int:
    """Agree after how many years texts may go (None: they stay), and answer the version; nothing goes by it yet."""
    permit(session, actor=actor, action=Action.MANAGE_REGION)
    if years is not None and not 1 <= years <= LONGEST_KEPT:
        raise ValueError(years)
    kept = session.get(Retention, actor.region_id, with_for_update=True)
    if (kept.version if kept else 0) != seen_version:
        raise RetentionConflictError
    if kept is None:
        kept = Retention(region_id=actor.region_id)
        session.add(kept)
    kept.years, kept.updated_by, kept.updated_at = years, actor.person_id, now()
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
        detail="" if years is None else str(years),
    )
    return kept.version


def remove_expired(session: Session, *, actor: Actor, before: datetime, seen: Expired) -> Expired:
    """Remove the texts that are older than the actor's region agreed, and answer what went.

    `before` and `seen` are what the person was shown: raises `RetentionConflictError` when other things would go now.
    """
    permit(session, actor=actor, action=Action.MANAGE_REGION)
    years = of_region(session, region_id=actor.region_id).years
    if years is None:
        raise NothingAgreedError
    if before > years_before(now(), years=years) or seen != expired_of(
        session, region_id=actor.region_id, before=before
    ):
        raise RetentionConflictError
    return _remove(session, actor=actor, region_id=actor.region_id, before=before)


def remove_expired_of(session: Session, *, region_id: int) -> Expired:
    """The same for a region, by whoever owns the database, on the command line."""
    years = of_region(session, region_id=region_id).years
    if years is None:
        raise NothingAgreedError
    return _remove(session, actor=None, region_id=region_id, before=years_before(now(), years=years))


def _remove(session: Session, *, actor: Actor | None, region_id: int, before: datetime) -> Expired:
    goes = expired_of(session, region_id=region_id, before=before)
    if not goes:
        return goes
    old = select(Contribution).where(old_contributions(region_id=region_id, before=before))
    for one in session.scalars(old.order_by(Contribution.id).with_for_update()).all():
        _expire(session, one, actor=actor, region_id=region_id)
    expire_practice_stories(session, actor=actor, region_id=region_id, before=before)
    session.execute(delete(InvitedAnswer).where(old_answers(region_id=region_id, before=before)))
    sent = select(Sending).where(Sending.region_id == region_id, Sending.sent_at < before)
    for sending in session.scalars(sent).all():
        sending.on_behalf_of = ""
        if sending.state == "waiting":
            sending.state = "withdrawn"  # there is nothing left to read
    session.flush()
    audit.record(
        session,
        actor=actor,
        region_id=region_id,
        action="remove_expired",
        subject_kind="retention",
        subject_id=region_id,
        from_version=0,
        to_version=0,
        detail=f"{before.date()}: {sum(goes.contributions.values())}, {goes.invited}, {goes.practice}",
    )
    topics.bump(session, topic="stories", region_id=region_id)
    return goes


def _expire(session: Session, contribution: Contribution, *, actor: Actor | None, region_id: int) -> None:
    """Take the words of one contribution away, in every version; that there was one stays, and who said it does."""
    before = contribution.version
    of_it = ContributionVersion.contribution_id == contribution.id
    session.execute(update(ContributionVersion).where(of_it).values(text=""))
    contribution.state, contribution.text, contribution.updated_at = "expired", "", now()
    session.flush()
    keep(session, contribution=contribution, changed_by=actor.person_id if actor else None)
    audit.record(
        session,
        actor=actor,
        region_id=region_id,
        action="expire_contribution",
        subject_kind="contribution",
        subject_id=contribution.id,
        from_version=before,
        to_version=contribution.version,
        detail="",
    )
