"""What people of the region do with invitations: make one, take it back, and decide about what was sent."""

import secrets
from datetime import datetime, time, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import audit, topics
from data_models.commands.adopting import CLOCK, today
from data_models.commands.invited_contributions import keep, take_away
from data_models.commands.permission import permit, row_of
from data_models.commands.pictures import picture_id
from data_models.facts import FigureSubject, PictureSubject
from data_models.personal_data import refuse_personal_data
from data_models.queries.invitations import hash_of
from data_models.tables import Contribution, Invitation, InvitedAnswer, Sending
from data_models.tables.declaration import now
from data_models.tables.stories import PERSPECTIVES

TOKEN_BYTES = 32  # 2^256 tokens: nobody guesses one
LONGEST = 120  # characters of for whom it is, and of on whose behalf somebody writes
LONGEST_REASON = 1_000  # characters
DAYS = (7, 14, 30, 60, 90)  # for how many an invitation may be


class InvitationRefusedError(ValueError):
    """It cannot be; `fault` names why, for the screen to put into words."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


class SendingConflictError(Exception):
    """Something else was done with what was sent after the version that the person saw."""


def invite(
    session: Session,
    *,
    actor: Actor,
    picture: PictureSubject,
    perspective: str,
    days: int,
    for_minors: bool = False,
    for_whom: str = "",
) -> str:
    """Invite somebody to answer for this picture within so many days, and answer the token: it is kept nowhere."""
    permit(session, actor=actor, action=Action.INVITE)
    for_whom = " ".join(for_whom.split())
    if perspective not in PERSPECTIVES or days not in DAYS:
        raise InvitationRefusedError("unknown_choice")
    if len(for_whom) > LONGEST:
        raise InvitationRefusedError("for_whom_too_long")
    refuse_personal_data(for_whom)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    invitation = Invitation(
        region_id=actor.region_id,
        signature=picture.signature,
        perspective=perspective,
        for_minors=for_minors,
        for_whom=for_whom,
        organisation=actor.organisation,
        created_by=actor.person_id,
        token_hash=hash_of(token),
        ends_at=datetime.combine(today() + timedelta(days=days), time.max, CLOCK),  # all of that day
    )
    session.add(invitation)
    session.flush()
    _record(session, actor=actor, action="invite", number=invitation.id)
    return token


def withdraw_invitation(session: Session, *, actor: Actor, invitation_id: int) -> None:
    """From now on it can be answered no more, and what was written and not sent is gone; what was sent stays."""
    invitation = _invitation(session, actor=actor, number=invitation_id)
    if invitation.withdrawn_at is not None:
        return
    invitation.withdrawn_at = now()
    session.flush()
    if session.get(Sending, invitation_id) is None:
        session.execute(delete(InvitedAnswer).where(InvitedAnswer.invitation_id == invitation_id))
    _record(session, actor=actor, action="withdraw_invitation", number=invitation_id)


def show_sending(
    session: Session, *, actor: Actor, invitation_id: int, seen_version: int, organisation: str
) -> list[int]:
    """Make contributions of what was sent, and answer their ids; `organisation` is what stands where one has its name.

    Whatever they say was typed and checked when it was sent; `organisation` is of the program and that.
    """
    sending = _seen(session, actor=actor, number=invitation_id, seen_version=seen_version, states=("waiting",))
    refuse_personal_data(organisation)
    invitation = row_of(session, Invitation, number=invitation_id, actor=actor, action=Action.INVITE)
    figures = tuple(FigureSubject(*part.split("|")) for part in invitation.signature.split(" + "))
    picture = picture_id(session, actor=actor, subject=PictureSubject(figures))
    answers = select(InvitedAnswer).where(InvitedAnswer.invitation_id == invitation_id, InvitedAnswer.question > 0)
    shown = [
        Contribution(
            picture_id=picture,
            question=answer.question,
            person_id=None,
            organisation=organisation,
            perspective=invitation.perspective,
            visibility="region",
            recognition=answer.recognition,
            valuation=answer.valuation,
            text=answer.text,
            created_at=sending.sent_at,
            invitation_id=invitation_id,
        )
        for answer in session.scalars(answers.order_by(InvitedAnswer.question)).all()
        if answer.text or answer.recognition or answer.valuation is not None
    ]
    session.add_all(shown)
    session.flush()
    for one in shown:
        keep(session, contribution=one, changed_by=actor.person_id)
    _decide(session, sending, actor=actor, state="shown", action="show_sending")
    return [one.id for one in shown]


def refuse_sending(session: Session, *, actor: Actor, invitation_id: int, seen_version: int, reason: str) -> None:
    """Do not show what was sent, or show it no more, for a reason that its sender sees."""
    states = ("waiting", "shown")
    sending = _seen(session, actor=actor, number=invitation_id, seen_version=seen_version, states=states)
    reason = reason.strip()
    if not reason:
        raise InvitationRefusedError("reason_missing")
    if len(reason) > LONGEST_REASON:
        raise InvitationRefusedError("reason_too_long")
    refuse_personal_data(reason)
    take_away(session, invitation_id=invitation_id, changed_by=actor.person_id)
    _decide(session, sending, actor=actor, state="refused", action="refuse_sending", reason=reason)


def undo_decision(session: Session, *, actor: Actor, invitation_id: int, seen_version: int) -> None:
    """Let it wait again: nothing of what was made of it is in sight any more."""
    states = ("shown", "refused")
    sending = _seen(session, actor=actor, number=invitation_id, seen_version=seen_version, states=states)
    take_away(session, invitation_id=invitation_id, changed_by=actor.person_id, at_once=True)
    _decide(session, sending, actor=actor, state="waiting", action="undo_decision")


def _invitation(session: Session, *, actor: Actor, number: int) -> Invitation:
    invitation = row_of(session, Invitation, number=number, actor=actor, action=Action.INVITE, lock=True)
    permit(session, actor=actor, action=Action.INVITE, region_id=invitation.region_id)
    return invitation


def _seen(session: Session, *, actor: Actor, number: int, seen_version: int, states: tuple[str, ...]) -> Sending:
    sending = row_of(session, Sending, number=number, actor=actor, action=Action.INVITE, lock=True)
    permit(session, actor=actor, action=Action.INVITE, region_id=sending.region_id)
    if sending.version != seen_version or sending.state not in states:
        raise SendingConflictError(number)
    return sending


def _decide(session: Session, sending: Sending, *, actor: Actor, state: str, action: str, reason: str = "") -> None:
    seen = sending.version
    sending.state, sending.reason = state, reason
    waits = state == "waiting"
    sending.decided_by, sending.decided_at = (None, None) if waits else (actor.person_id, now())
    session.flush()
    versions = {"from_version": seen, "to_version": sending.version}
    _record(session, actor=actor, action=action, number=sending.invitation_id, **versions)


def _record(
    session: Session, *, actor: Actor, action: str, number: int, from_version: int = 0, to_version: int = 0
) -> None:
    audit.record(
        session,
        actor=actor,
        action=action,
        subject_kind="invitation",
        subject_id=number,
        from_version=from_version,
        to_version=to_version,
        detail="",
    )
    topics.bump(session, topic="stories", region_id=actor.region_id)
