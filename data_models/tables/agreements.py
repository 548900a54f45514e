"""What the parties agree to do, what they put on another table, and which tables there are."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data_models.tables.declaration import Table, now

AGREEMENT_STATES = ("open", "busy", "done", "stopped")
ESCALATION_KINDS = (
    "budget",
    "law",
    "professional_standard",
    "cooperation",
    "data_sharing",
    "facilities",
    "good_practice",
)
LEVELS = ("local", "regional", "supraregional", "national")


class Agreement(Table):
    """Who does what by when; `picture_id` is the beeld it came from, `contribution_id` the answer it was made of."""

    __tablename__ = "agreements"
    __table_args__ = (CheckConstraint(f"state IN {AGREEMENT_STATES}", name="state"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    picture_id: Mapped[int | None] = mapped_column(ForeignKey("pictures.id"), index=True)
    contribution_id: Mapped[int | None] = mapped_column(ForeignKey("contributions.id"), index=True)
    what: Mapped[str]
    organisation: Mapped[str]
    due_on: Mapped[date]
    state: Mapped[str]
    note: Mapped[str] = mapped_column(default="")  # what was said at the last step; why, when it stopped
    removed_at: Mapped[datetime | None]
    created_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    created_at: Mapped[datetime] = mapped_column(default=now)
    updated_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    updated_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class AgreementVersion(Table):
    """An agreement as it stood at a version: its log, and a date that was moved shows."""

    __tablename__ = "agreement_versions"
    __table_args__ = (UniqueConstraint("agreement_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"))
    version: Mapped[int]
    what: Mapped[str]
    organisation: Mapped[str]
    due_on: Mapped[date]
    state: Mapped[str]
    note: Mapped[str]
    removed: Mapped[bool]
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    changed_at: Mapped[datetime] = mapped_column(default=now)


class TalkTable(Table):
    """A table at which people meet: who sit there, with which task, and how often."""

    __tablename__ = "talk_tables"
    __table_args__ = (CheckConstraint(f"level IN {LEVELS}", name="level"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    name: Mapped[str]
    level: Mapped[str]
    task: Mapped[str]
    members: Mapped[str]  # one organisation a line
    rhythm: Mapped[str]
    removed_at: Mapped[datetime | None]
    updated_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    updated_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class Escalation(Table):
    """What was put on another table: an obstacle that cannot be solved here, or a practice worth spreading."""

    __tablename__ = "escalations"
    __table_args__ = (
        CheckConstraint(f"kind IN {ESCALATION_KINDS}", name="kind"),
        CheckConstraint(f"level IN {LEVELS}", name="level"),
        CheckConstraint("(replied_on IS NULL) = (reply = '')", name="reply"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    agreement_id: Mapped[int | None] = mapped_column(ForeignKey("agreements.id"), index=True)
    table_id: Mapped[int | None] = mapped_column(ForeignKey("talk_tables.id"), index=True)
    kind: Mapped[str]
    level: Mapped[str]
    matter: Mapped[str]
    reason: Mapped[str]
    addressee: Mapped[str]
    decided_by: Mapped[str]
    sent_on: Mapped[date]
    reply: Mapped[str] = mapped_column(default="")
    replied_on: Mapped[date | None]
    removed_at: Mapped[datetime | None]
    updated_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    updated_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}
