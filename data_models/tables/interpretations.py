"""What the parties say together: joint interpretations with versions, confirmations, dissenting views, looking back."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data_models.tables.declaration import Table, now
from data_models.tables.stories import RECOGNITIONS


class JointInterpretation(Table):
    """The text per question that the parties confirm; an empty text: what stood was taken back."""

    __tablename__ = "joint_interpretations"
    __table_args__ = (UniqueConstraint("picture_id", "question"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    picture_id: Mapped[int] = mapped_column(ForeignKey("pictures.id"))
    question: Mapped[int]
    text: Mapped[str]
    updated_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    updated_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class JointVersion(Table):
    """A joint interpretation as it stood at a version."""

    __tablename__ = "joint_versions"
    __table_args__ = (UniqueConstraint("interpretation_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    interpretation_id: Mapped[int] = mapped_column(ForeignKey("joint_interpretations.id"))
    version: Mapped[int]
    text: Mapped[str]
    organisation: Mapped[str]  # of who wrote it
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    changed_at: Mapped[datetime] = mapped_column(default=now)


class JointQuote(Table):
    """A contribution whose words stand in a version of a joint interpretation."""

    __tablename__ = "joint_quotes"

    interpretation_id: Mapped[int] = mapped_column(ForeignKey("joint_interpretations.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    contribution_id: Mapped[int] = mapped_column(ForeignKey("contributions.id"), primary_key=True, index=True)


class Confirmation(Table):
    """A party that confirmed a version of a joint interpretation, through its signatory."""

    __tablename__ = "confirmations"

    interpretation_id: Mapped[int] = mapped_column(ForeignKey("joint_interpretations.id"), primary_key=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("parties.id"), primary_key=True, index=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    signatory_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    confirmed_at: Mapped[datetime] = mapped_column(default=now)


class DissentingView(Table):
    """What a party sees otherwise than the joint interpretation says; it stands beside it until it is withdrawn."""

    __tablename__ = "dissenting_views"
    __table_args__ = (CheckConstraint("state IN ('standing', 'withdrawn')", name="state"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    interpretation_id: Mapped[int] = mapped_column(ForeignKey("joint_interpretations.id"), index=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("parties.id"), index=True)
    of_version: Mapped[int]  # of the joint interpretation, as its writer saw it
    text: Mapped[str]
    state: Mapped[str] = mapped_column(default="standing")
    signatory_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    created_at: Mapped[datetime] = mapped_column(default=now)
    updated_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class LookingBack(Table):
    """What somebody says of an earlier joint interpretation now that there is a new figure: was it right?"""

    __tablename__ = "looking_backs"
    __table_args__ = (
        UniqueConstraint("picture_id", "interpretation_id", "person_id"),
        CheckConstraint(f"answer IN {RECOGNITIONS}", name="answer"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    picture_id: Mapped[int] = mapped_column(ForeignKey("pictures.id"))  # with the new figure
    interpretation_id: Mapped[int] = mapped_column(ForeignKey("joint_interpretations.id"), index=True)
    of_version: Mapped[int]  # of the earlier interpretation
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    organisation: Mapped[str]
    perspective: Mapped[str]
    answer: Mapped[str]  # ja, deels, nee
    text: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(default=now)
    updated_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}
