"""The story behind the figures: contributions with their versions, and drafts."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data_models.tables.declaration import Table, now

EDITED_CONTRIBUTION = "contribution:"  # how the subject of a draft that changes a contribution begins
VISIBILITIES = ("circle", "region", "released")
PERSPECTIVES = ("ouders", "jongeren", "professionals", "gemeente", "onderwijs", "jeugdhulp", "overig")
RECOGNITIONS = ("ja", "deels", "nee")


class Contribution(Table):
    """One answer to one question about one picture, by one person from one perspective.

    A withdrawn one has its text until it is expired: then the time is over for which the region keeps texts.
    """

    __tablename__ = "contributions"
    __table_args__ = (
        CheckConstraint("question BETWEEN 1 AND 4", name="question"),
        CheckConstraint(f"visibility IN {VISIBILITIES}", name="visibility"),
        CheckConstraint("valuation IS NULL OR valuation BETWEEN 1 AND 5", name="valuation"),
        CheckConstraint("state IN ('shared', 'withdrawn', 'expired')", name="state"),
        Index(None, "picture_id", "question"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    picture_id: Mapped[int] = mapped_column(ForeignKey("pictures.id"))
    question: Mapped[int]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    organisation: Mapped[str]
    perspective: Mapped[str]
    on_behalf_of: Mapped[str] = mapped_column(default="")
    shows_name: Mapped[bool] = mapped_column(default=False)
    visibility: Mapped[str]
    recognition: Mapped[str] = mapped_column(default="")  # question 1: ja, deels, nee
    valuation: Mapped[int | None]  # question 3: 1 zorgelijk … 5 goed
    text: Mapped[str]
    state: Mapped[str] = mapped_column(default="shared")
    created_at: Mapped[datetime] = mapped_column(default=now)
    updated_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)
    written_down_by: Mapped[str] = mapped_column(default="")  # the organisation of who typed it for another one
    removed: Mapped[bool] = mapped_column(default=False)  # withdrawn on the day itself: nothing of it is shown
    invitation_id: Mapped[int | None] = mapped_column(ForeignKey("invitations.id"), index=True)  # it came in by

    __mapper_args__ = {"version_id_col": version}


class ContributionVersion(Table):
    """A contribution as it stood at a version."""

    __tablename__ = "contribution_versions"
    __table_args__ = (UniqueConstraint("contribution_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    contribution_id: Mapped[int] = mapped_column(ForeignKey("contributions.id"))
    version: Mapped[int]
    recognition: Mapped[str]
    valuation: Mapped[int | None]
    visibility: Mapped[str]
    text: Mapped[str]
    state: Mapped[str]
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    changed_at: Mapped[datetime] = mapped_column(default=now)


class Draft(Table):
    """What a person is typing and has not shared: nobody else reads it, no audit line holds it."""

    __tablename__ = "drafts"
    __table_args__ = (UniqueConstraint("person_id", "region_id", "subject"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    subject: Mapped[str]  # what is answered: "jeugdzorg||GM0034|2024#2", or "contribution:17"
    text: Mapped[str]
    base_version: Mapped[int]  # the version of the contribution the writing began from; 0: a new one
    version: Mapped[int]
    updated_at: Mapped[datetime] = mapped_column(default=now)
