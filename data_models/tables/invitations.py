"""Invitations to somebody without an account: to say once what they think of one picture, from one perspective."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data_models.tables.declaration import Table, now

SENDING_STATES = ("waiting", "shown", "refused", "withdrawn", "expired")
ON_BEHALF = 0  # where a question has its number: on whose behalf somebody writes


class Invitation(Table):
    """Who holds the token of which `token_hash` is the hash may answer for one picture; who invites keeps no token."""

    __tablename__ = "invitations"

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    signature: Mapped[str]  # of the picture: who is invited sees no table of pictures
    perspective: Mapped[str]
    for_minors: Mapped[bool] = mapped_column(default=False)  # for people under sixteen
    for_whom: Mapped[str] = mapped_column(default="")  # for who invites, to know it again
    organisation: Mapped[str]  # of who invites: who is invited may not see people
    created_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    token_hash: Mapped[str] = mapped_column(unique=True)  # SHA-256, in hexadecimals
    created_at: Mapped[datetime] = mapped_column(default=now)
    ends_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]


class InvitedAnswer(Table):
    """What somebody who was invited writes about one question; nobody else reads it until it is sent."""

    __tablename__ = "invited_answers"
    __table_args__ = (
        CheckConstraint("question BETWEEN 0 AND 4", name="question"),
        CheckConstraint("valuation IS NULL OR valuation BETWEEN 1 AND 5", name="valuation"),
    )

    invitation_id: Mapped[int] = mapped_column(ForeignKey("invitations.id"), primary_key=True)
    question: Mapped[int] = mapped_column(primary_key=True)  # 0: on whose behalf
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    text: Mapped[str] = mapped_column(default="")
    recognition: Mapped[str] = mapped_column(default="")
    valuation: Mapped[int | None]
    version: Mapped[int]  # of the text
    updated_at: Mapped[datetime] = mapped_column(default=now)


class Sending(Table):
    """That an invitation was answered, and what was decided about that: one for an invitation, never two."""

    __tablename__ = "sendings"
    __table_args__ = (
        CheckConstraint(f"state IN {SENDING_STATES}", name="state"),
        CheckConstraint("(state = 'refused') = (reason <> '')", name="reason"),
    )

    invitation_id: Mapped[int] = mapped_column(ForeignKey("invitations.id"), primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    on_behalf_of: Mapped[str]
    state: Mapped[str] = mapped_column(default="waiting")
    reason: Mapped[str] = mapped_column(default="")  # of refusing, for who sent it
    sent_at: Mapped[datetime] = mapped_column(default=now)
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    decided_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}
