"""How long a region keeps what people told it, and what is older than that."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from data_models.access import Action, Actor, may
from data_models.tables import (
    Contribution,
    Invitation,
    InvitedAnswer,
    Picture,
    PracticeStory,
    Region,
    Retention,
    Sending,
)
from data_models.tables.declaration import now


@dataclass(frozen=True, slots=True)
class RetentionFacts:
    """What was agreed; None: nothing is, and nothing goes."""

    years: int | None
    version: int


@dataclass(frozen=True, slots=True)
class Expired:
    """What would go: contributions with the years they are of, and what came in by invitation."""

    contributions: dict[int, int]  # by the year in which they were shared
    invited: int  # answers by invitation, as they were sent; or never sent
    practice: int = 0  # stories from practice

    def __bool__(self) -> bool:
        """Whether anything would go."""
        return bool(self.contributions or self.invited or self.practice)


def years_before(moment: datetime, *, years: int) -> datetime:
    """The same day and hour so many years earlier; of 29 February, the 28th."""
    try:
        return moment.replace(year=moment.year - years)
    except ValueError:
        return moment.replace(year=moment.year - years, day=28)


def retention(session: Session, *, asker: Actor | None) -> RetentionFacts:
    """What the asker's region agreed, for who manages it."""
    if asker is None or not may(asker, Action.MANAGE_REGION):
        return RetentionFacts(None, 0)
    return of_region(session, region_id=asker.region_id)


def of_region(session: Session, *, region_id: int) -> RetentionFacts:
    """What a region agreed; version 0 when it never did."""
    found = session.get(Retention, region_id)
    return RetentionFacts(None, 0) if found is None else RetentionFacts(found.years, found.version)


def regions_with_retention(session: Session) -> list[tuple[int, str, int]]:
    """The id, code and years of every region that agreed on them, by code."""
    question = select(Region.id, Region.code, Retention.years).join(Retention, Retention.region_id == Region.id)
    rows = session.execute(question.order_by(Region.code))
    return [(number, code, years) for number, code, years in rows if years is not None]


def old_contributions(*, region_id: int, before: datetime) -> ColumnElement[bool]:
    """Of a contribution: it is of this region, was shared before that moment, and its texts are still there."""
    pictures = select(Picture.id).where(Picture.region_id == region_id)
    return and_(
        Contribution.picture_id.in_(pictures), Contribution.created_at < before, Contribution.state != "expired"
    )


def old_practice_stories(*, region_id: int, before: datetime) -> ColumnElement[bool]:
    """Of a story from practice: it is of this region, was shared before that moment, and its words are still there."""
    return and_(
        PracticeStory.region_id == region_id,
        PracticeStory.created_at < before,
        PracticeStory.state.in_(("shared", "withdrawn")),
    )


def old_answers(*, region_id: int, before: datetime) -> ColumnElement[bool]:
    """Of an answer by invitation: it was sent before that moment, or never sent while the invitation is over."""
    sent = select(Sending.invitation_id)
    over = or_(Invitation.withdrawn_at.is_not(None), Invitation.ends_at <= now())
    return and_(
        InvitedAnswer.region_id == region_id,
        or_(
            InvitedAnswer.invitation_id.in_(sent.where(Sending.sent_at < before)),
            and_(
                InvitedAnswer.invitation_id.in_(select(Invitation.id).where(over)),
                InvitedAnswer.invitation_id.not_in(sent),
            ),
        ),
    )


def expired(session: Session, *, asker: Actor | None, before: datetime) -> Expired:
    """What of the asker's region would go, for who manages it: numbers, and no words."""
    if asker is None or not may(asker, Action.MANAGE_REGION):
        return Expired({}, 0)
    return expired_of(session, region_id=asker.region_id, before=before)


def expired_of(session: Session, *, region_id: int, before: datetime) -> Expired:
    """The same, of this region: for whoever owns the database."""
    moments = select(Contribution.created_at).where(old_contributions(region_id=region_id, before=before))
    years: dict[int, int] = {}
    for moment in session.scalars(moments):
        years[moment.year] = years.get(moment.year, 0) + 1
    counted = select(func.count()).select_from(InvitedAnswer).where(old_answers(region_id=region_id, before=before))
    told = old_practice_stories(region_id=region_id, before=before)
    practice = select(func.count()).select_from(PracticeStory).where(told)
    return Expired(dict(sorted(years.items())), session.scalars(counted).one(), session.scalars(practice).one())
