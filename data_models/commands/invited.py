"""What somebody does who was invited: write, send, fetch back, withdraw. Their token is their only right."""

from collections.abc import Mapping

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from data_models.commands import audit, topics
from data_models.commands.drafts import LONGEST as LONGEST_ANSWER
from data_models.commands.drafts import DraftConflictError, TooLongError
from data_models.commands.invitations import LONGEST
from data_models.commands.invited_contributions import take_away
from data_models.personal_data import refuse_personal_data
from data_models.queries.invitations import see_as_invited
from data_models.tables import Invitation, InvitedAnswer, Sending
from data_models.tables.audit import INVITED_ROLE
from data_models.tables.declaration import now
from data_models.tables.invitations import ON_BEHALF
from data_models.tables.stories import RECOGNITIONS

QUESTIONS = (1, 2, 3, 4)
RECOGNITION, VALUATION = 1, 3  # the questions that ask a choice as well
VALUATIONS = (1, 2, 3, 4, 5)


class NotInvitedError(Exception):
    """There is no such invitation, it was withdrawn, or its time is over."""


class SentError(Exception):
    """What was written is sent: to change it, it is fetched back first."""


class NothingToSendError(ValueError):
    """Nothing was written or chosen."""


def longest(question: int) -> int:
    """How many characters an answer to this question may have."""
    return LONGEST if question == ON_BEHALF else LONGEST_ANSWER


def write_answer(
    session: Session, *, token_hash: str, question: int, text: str, seen_version: int
) -> tuple[int, InvitedAnswer]:
    """Keep what is being typed about a question, and answer its version with the row.

    The text that stands already makes no new version. Raises `DraftConflictError` when another one was saved after the
    version that was seen, `TooLongError`, `NotInvitedError` and `SentError`.
    """
    invitation = _unsent(session, token_hash=token_hash)
    if len(text) > longest(question):
        raise TooLongError(len(text))
    answer = _answer(session, invitation, question=question)
    if answer.version != seen_version and answer.text != text:
        raise DraftConflictError(text=answer.text, version=answer.version)
    if answer.text != text or answer.version == 0:
        answer.text, answer.version, answer.updated_at = text, answer.version + 1, now()
    _flush(session)
    return answer.version, answer


def choose(
    session: Session, *, token_hash: str, question: int, recognition: str = "", valuation: int | None = None
) -> None:
    """Keep what was chosen: whether they recognise it (question 1), or what they think of it (question 3)."""
    invitation = _unsent(session, token_hash=token_hash)
    fits = (question == RECOGNITION and recognition in RECOGNITIONS and valuation is None) or (
        question == VALUATION and valuation in VALUATIONS and not recognition
    )
    if not fits:
        raise ValueError(question)
    answer = _answer(session, invitation, question=question)
    answer.recognition, answer.valuation, answer.updated_at = recognition, valuation, now()
    _flush(session)


def send(session: Session, *, token_hash: str, seen: Mapping[int, int]) -> None:
    """Send what was written, in the versions that were seen on the screen; then it waits until somebody read it.

    Raises `DraftConflictError` when another window wrote something else meanwhile.
    """
    invitation = _unsent(session, token_hash=token_hash)
    rows = select(InvitedAnswer).where(InvitedAnswer.invitation_id == invitation.id).with_for_update()
    answers = {one.question: one for one in session.scalars(rows)}
    for question in (ON_BEHALF, *QUESTIONS):
        answer = answers.get(question)
        text, version = (answer.text, answer.version) if answer else ("", 0)
        if version != seen.get(question, 0):
            raise DraftConflictError(text=text, version=version)
    for answer in answers.values():
        answer.text = answer.text.strip()
    said = [answers[question] for question in QUESTIONS if question in answers]
    if not any(one.text or one.recognition or one.valuation is not None for one in said):
        raise NothingToSendError
    refuse_personal_data(*(one.text for one in answers.values()))
    group = answers[ON_BEHALF].text if ON_BEHALF in answers else ""
    _flush(session)  # while it may still be written
    session.add(
        Sending(invitation_id=invitation.id, region_id=invitation.region_id, on_behalf_of=" ".join(group.split()))
    )
    try:
        session.flush()
    except IntegrityError as elsewhere:  # it was sent from another window at the same moment
        raise SentError(invitation.id) from elsewhere
    _record(session, invitation, action="send_invited", to_version=1)


def fetch_back(session: Session, *, token_hash: str) -> None:
    """While nobody decided about it: it waits no more, and can be changed and sent again."""
    invitation = _invitation(session, token_hash=token_hash)
    if not _lives(invitation):
        raise NotInvitedError
    sending = _sending(session, invitation)
    if sending is None or sending.state != "waiting":
        raise SentError(invitation.id)
    version = sending.version
    session.delete(sending)
    session.flush()
    _record(session, invitation, action="fetch_back_invited", from_version=version)


def withdraw(session: Session, *, token_hash: str, seen_version: int) -> None:
    """Withdraw what was sent, also when it is shown: its words are gone, and where it was shown stands that it is."""
    invitation = _invitation(session, token_hash=token_hash)
    sending = _sending(session, invitation)
    if sending is None or sending.state in ("refused", "withdrawn") or sending.version != seen_version:
        raise SentError(invitation.id)
    take_away(session, invitation_id=invitation.id, changed_by=None)
    session.execute(delete(InvitedAnswer).where(InvitedAnswer.invitation_id == invitation.id))
    sending.state, sending.on_behalf_of = "withdrawn", ""
    session.flush()
    _record(session, invitation, action="withdraw_invited", from_version=seen_version, to_version=sending.version)


def _invitation(session: Session, *, token_hash: str) -> Invitation:
    see_as_invited(session, token_hash=token_hash)
    found = session.scalars(select(Invitation).where(Invitation.token_hash == token_hash)).one_or_none()
    if found is None:
        raise NotInvitedError
    return found


def _unsent(session: Session, *, token_hash: str) -> Invitation:
    invitation = _invitation(session, token_hash=token_hash)
    if _sending(session, invitation) is not None:
        raise SentError(invitation.id)
    if not _lives(invitation):
        raise NotInvitedError
    return invitation


def _lives(invitation: Invitation) -> bool:
    return invitation.withdrawn_at is None and invitation.ends_at > now()


def _sending(session: Session, invitation: Invitation) -> Sending | None:
    return session.scalars(select(Sending).where(Sending.invitation_id == invitation.id)).one_or_none()


def _answer(session: Session, invitation: Invitation, *, question: int) -> InvitedAnswer:
    key = InvitedAnswer.invitation_id == invitation.id, InvitedAnswer.question == question
    found = session.scalars(select(InvitedAnswer).where(*key).with_for_update()).one_or_none()
    if found is None:
        found = InvitedAnswer(
            invitation_id=invitation.id,
            question=question,
            region_id=invitation.region_id,
            text="",
            recognition="",
            version=0,
        )
        session.add(found)
    return found


def _flush(session: Session) -> None:
    try:
        session.flush()
    except IntegrityError as elsewhere:  # the same answer was begun in another window at the same moment
        raise DraftConflictError(text="", version=0) from elsewhere


def _record(
    session: Session, invitation: Invitation, *, action: str, from_version: int = 0, to_version: int = 0
) -> None:
    audit.record(
        session,
        actor=None,
        role=INVITED_ROLE,
        region_id=invitation.region_id,
        action=action,
        subject_kind="invitation",
        subject_id=invitation.id,
        from_version=from_version,
        to_version=to_version,
        detail="",
    )
    topics.bump(session, topic="stories", region_id=invitation.region_id)
