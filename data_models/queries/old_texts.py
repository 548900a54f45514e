"""Which texts are older than a region keeps them: a condition per kind, on its own table.

What people told goes by the first term of a region, what its parties decided by the second (docs/adr/0025).
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select

from data_models.queries.agreements import OVER
from data_models.tables import (
    Agreement,
    Confirmation,
    Contribution,
    DissentingView,
    Escalation,
    Invitation,
    InvitedAnswer,
    JointInterpretation,
    JointVersion,
    LookingBack,
    Observation,
    Picture,
    PracticeStory,
    Sending,
)
from data_models.tables.declaration import now


@dataclass(frozen=True, slots=True)
class Past:
    """What a region wrote before a moment."""

    region_id: int
    before: datetime


def contributions(past: Past) -> ColumnElement[bool]:
    """Of a contribution: it is of this region, was shared before that moment, and its texts are still there."""
    return and_(
        Contribution.picture_id.in_(_pictures(past.region_id)),
        Contribution.created_at < past.before,
        Contribution.state != "expired",
    )


def practice_stories(past: Past) -> ColumnElement[bool]:
    """Of a story from practice: it is of this region, was shared before that moment, and its words are still there."""
    return and_(
        PracticeStory.region_id == past.region_id,
        PracticeStory.created_at < past.before,
        PracticeStory.state.in_(("shared", "withdrawn")),
    )


def answers(past: Past) -> ColumnElement[bool]:
    """Of an answer by invitation: it was sent before that moment, or never sent while the invitation is over."""
    sent = select(Sending.invitation_id)
    over = or_(Invitation.withdrawn_at.is_not(None), Invitation.ends_at <= now())
    return and_(
        InvitedAnswer.region_id == past.region_id,
        or_(
            InvitedAnswer.invitation_id.in_(sent.where(Sending.sent_at < past.before)),
            and_(
                InvitedAnswer.invitation_id.in_(select(Invitation.id).where(over)),
                InvitedAnswer.invitation_id.not_in(sent),
            ),
        ),
    )


def refusals(past: Past) -> ColumnElement[bool]:
    """Of what was sent by invitation: it was sent before that moment, and refused for a reason that stands."""
    return and_(Sending.region_id == past.region_id, Sending.sent_at < past.before, Sending.reason != "")


def invitees(past: Past) -> ColumnElement[bool]:
    """Of an invitation: it was made before that moment, is over, and says for whom it is."""
    return and_(
        Invitation.region_id == past.region_id,
        Invitation.created_at < past.before,
        Invitation.ends_at <= now(),
        Invitation.for_whom != "",
    )


def observations(past: Past) -> ColumnElement[bool]:
    """Of what people notice of a result: it was written before that moment."""
    return and_(Observation.region_id == past.region_id, Observation.created_at < past.before, Observation.text != "")


def looking_backs(past: Past) -> ColumnElement[bool]:
    """Of why somebody found an earlier interpretation right or not: it was last written before that moment."""
    return and_(
        LookingBack.picture_id.in_(_pictures(past.region_id)),
        LookingBack.updated_at < past.before,
        LookingBack.text != "",
    )


def concepts(past: Past) -> ColumnElement[bool]:
    """Of a joint interpretation: no party ever confirmed it, and it was last written before that moment."""
    return and_(_written_before(past), ~_is_confirmed())


def wordings(past: Past) -> ColumnElement[bool]:
    """Of a version of a joint interpretation: it stood before that moment, was never confirmed and stands no more."""
    of_region = select(JointInterpretation.id).where(JointInterpretation.picture_id.in_(_pictures(past.region_id)))
    stands = exists().where(
        JointInterpretation.id == JointVersion.interpretation_id, JointInterpretation.version == JointVersion.version
    )
    confirmed = exists().where(
        Confirmation.interpretation_id == JointVersion.interpretation_id, Confirmation.version == JointVersion.version
    )
    return and_(
        JointVersion.interpretation_id.in_(of_region),
        JointVersion.changed_at < past.before,
        JointVersion.text != "",
        ~stands,
        ~confirmed,
    )


def withdrawn_views(past: Past) -> ColumnElement[bool]:
    """Of a dissenting view: it was withdrawn, or stands beside a concept that goes."""
    of_concepts = select(JointInterpretation.id).where(concepts(past))
    of_region = select(JointInterpretation.id).where(JointInterpretation.picture_id.in_(_pictures(past.region_id)))
    withdrawn = and_(
        DissentingView.state == "withdrawn",
        DissentingView.created_at < past.before,
        DissentingView.interpretation_id.in_(of_region),
    )
    return and_(DissentingView.text != "", or_(withdrawn, DissentingView.interpretation_id.in_(of_concepts)))


def interpretations(past: Past) -> ColumnElement[bool]:
    """Of a joint interpretation: parties confirmed it, and all of that was before that moment."""
    since = exists().where(
        Confirmation.interpretation_id == JointInterpretation.id, Confirmation.confirmed_at >= past.before
    )
    return and_(_written_before(past), _is_confirmed(), ~since)


def views(past: Past) -> ColumnElement[bool]:
    """Of a dissenting view: it stands beside a confirmed interpretation that goes."""
    going = select(JointInterpretation.id).where(interpretations(past))
    return and_(DissentingView.text != "", DissentingView.interpretation_id.in_(going))


def agreements(past: Past) -> ColumnElement[bool]:
    """Of an agreement: it was done, stopped or taken away before that moment."""
    over = or_(Agreement.state.in_(OVER), Agreement.removed_at.is_not(None))
    return and_(Agreement.region_id == past.region_id, Agreement.updated_at < past.before, Agreement.what != "", over)


def escalations(past: Past) -> ColumnElement[bool]:
    """Of what was put on another table: it was replied to or taken away before that moment."""
    over = or_(Escalation.replied_on.is_not(None), Escalation.removed_at.is_not(None))
    return and_(
        Escalation.region_id == past.region_id, Escalation.updated_at < past.before, Escalation.matter != "", over
    )


def _pictures(region_id: int) -> Select[int]:
    return select(Picture.id).where(Picture.region_id == region_id)


def _written_before(past: Past) -> ColumnElement[bool]:
    return and_(
        JointInterpretation.picture_id.in_(_pictures(past.region_id)),
        JointInterpretation.updated_at < past.before,
        JointInterpretation.text != "",
    )


def _is_confirmed() -> ColumnElement[bool]:
    return exists().where(Confirmation.interpretation_id == JointInterpretation.id)
