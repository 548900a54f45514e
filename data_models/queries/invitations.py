"""Invitations as who invited sees them, and as who was invited does: by the hash of their token and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Boolean, ColumnElement, Integer, column, func, select
from sqlalchemy.orm import Session

from data_models.access import Action, Actor, may
from data_models.tables import Agreement, Contribution, Invitation, InvitedAnswer, JointQuote, Region, Sending
from data_models.tables.declaration import now


@dataclass(frozen=True, slots=True)
class InvitedAnswerFacts:
    """What was written about one question, and what came of it once it was shown."""

    text: str
    recognition: str
    valuation: int | None
    version: int
    quoted: bool = False
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class SendingFacts:
    """That it was sent, and what was decided."""

    on_behalf_of: str
    state: str  # waiting, shown, refused, withdrawn
    reason: str
    sent_at: datetime
    decided_at: datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class InvitationFacts:
    """An invitation; its answers are there for who was invited, and for who invited once they were sent."""

    id: int
    region_id: int
    region: str  # its name
    fictional: bool
    signature: str
    perspective: str
    for_minors: bool
    for_whom: str
    organisation: str
    created_at: datetime
    ends_at: datetime
    is_withdrawn: bool
    sending: SendingFacts | None
    answers: Mapping[int, InvitedAnswerFacts] = field(default_factory=dict)

    @property
    def lives(self) -> bool:
        """Whether it can still be answered."""
        return not self.is_withdrawn and self.ends_at > now()


def hash_of(token: str) -> str:
    """What is kept of a token: from it nobody finds the token back."""
    return sha256(token.encode("utf-8", "replace")).hexdigest()


def see_as_invited(session: Session, *, token_hash: str) -> None:
    """Tell PostgreSQL that this transaction is of who was invited: its row-level security asks (docs/adr/0021)."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.set_config("tev.invitation", token_hash, True)))


def invited(session: Session, *, token_hash: str) -> InvitationFacts | None:
    """The invitation of this token with what was written, and what came of it; None when there is none."""
    see_as_invited(session, token_hash=token_hash)
    found = _invitations(session, Invitation.token_hash == token_hash)
    if not found:
        return None
    answers = _answers(session, [found[0].id]).get(found[0].id, {})
    came_of = _came_of(session, token_hash=token_hash)
    told = {
        question: replace(one, quoted=came_of[question].quoted, agreed=came_of[question].agreed)
        for question, one in answers.items()
        if question in came_of
    }
    return replace(found[0], answers={**answers, **told})


def invitations(session: Session, *, asker: Actor | None) -> list[InvitationFacts]:
    """All of the asker's region, the newest first, for who may invite; with what was sent."""
    if asker is None or not may(asker, Action.INVITE):
        return []
    found = _invitations(session, Invitation.region_id == asker.region_id)
    answers = _answers(session, [one.id for one in found if one.sending is not None])
    return [replace(one, answers=answers.get(one.id, {})) for one in found]


def _invitations(session: Session, condition: ColumnElement[bool]) -> list[InvitationFacts]:
    question = (
        select(Invitation, Sending, Region.name, Region.fictional)
        .join(Region, Region.id == Invitation.region_id)
        .outerjoin(Sending, Sending.invitation_id == Invitation.id)
        .where(condition)
        .order_by(Invitation.created_at.desc(), Invitation.id.desc())
    )
    return [
        InvitationFacts(
            id=row.id,
            region_id=row.region_id,
            region=region,
            fictional=fictional,
            signature=row.signature,
            perspective=row.perspective,
            for_minors=row.for_minors,
            for_whom=row.for_whom,
            organisation=row.organisation,
            created_at=row.created_at,
            ends_at=row.ends_at,
            is_withdrawn=row.withdrawn_at is not None,
            sending=_sending(sent),
        )
        for row, sent, region, fictional in session.execute(question)
    ]


def _sending(sent: Sending | None) -> SendingFacts | None:
    if sent is None:
        return None
    return SendingFacts(
        on_behalf_of=sent.on_behalf_of,
        state=sent.state,
        reason=sent.reason,
        sent_at=sent.sent_at,
        decided_at=sent.decided_at,
        version=sent.version,
    )


def _answers(session: Session, numbers: list[int]) -> dict[int, dict[int, InvitedAnswerFacts]]:
    """What was written for each of these invitations, by question."""
    found: dict[int, dict[int, InvitedAnswerFacts]] = {}
    question = select(InvitedAnswer).where(InvitedAnswer.invitation_id.in_(numbers)).order_by(InvitedAnswer.question)
    for row in session.scalars(question):
        answer = InvitedAnswerFacts(row.text, row.recognition, row.valuation, row.version)
        found.setdefault(row.invitation_id, {})[row.question] = answer
    return found


@dataclass(frozen=True, slots=True)
class _Outcome:
    quoted: bool
    agreed: bool


def _came_of(session: Session, *, token_hash: str) -> dict[int, _Outcome]:
    """Per question whether the contribution that it became was quoted, and whether it became an agreement."""
    own = (
        select(Contribution.id, Contribution.question)
        .join(Invitation, Invitation.id == Contribution.invitation_id)
        .where(Invitation.token_hash == token_hash, Contribution.state == "shared")
    )
    questions = dict(session.execute(own).all())
    if session.get_bind().dialect.name == "postgresql":
        told = func.what_came_of(token_hash).table_valued(
            column("contribution", Integer), column("quoted", Boolean), column("agreed", Boolean)
        )
        rows = session.execute(select(told.c.contribution, told.c.quoted, told.c.agreed)).all()
        return {questions[number]: _Outcome(quoted, agreed) for number, quoted, agreed in rows if number in questions}
    quoted = set(session.scalars(select(JointQuote.contribution_id).where(JointQuote.contribution_id.in_(questions))))
    made = Agreement.contribution_id.in_(questions), Agreement.removed_at.is_(None)
    agreed = set(session.scalars(select(Agreement.contribution_id).where(*made)))
    return {question: _Outcome(number in quoted, number in agreed) for number, question in questions.items()}
