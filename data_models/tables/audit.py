"""The audit trail and the versions of topics by which caches know that something changed."""

from datetime import datetime

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from data_models.tables.declaration import Table, now

INVITED_ROLE = "invited"  # of who was invited to say something once, and has no account


class AuditLine(Table):
    """Who did what, in which role and region, from which version to which; never the text of a draft."""

    __tablename__ = "audit_lines"
    __table_args__ = (
        Index(None, "subject_kind", "subject_id"),
        Index(None, "region_id", "at", "id"),  # these four: a page of what a beheerder asks, the newest first
        Index(None, "region_id", "person_id", "at", "id"),
        Index(None, "region_id", "action", "at", "id"),
        Index(None, "region_id", "subject_kind", "at", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(default=now)
    person_id: Mapped[int | None]
    person_name: Mapped[str]
    role: Mapped[str]
    region_id: Mapped[int | None]
    action: Mapped[str]
    subject_kind: Mapped[str]
    subject_id: Mapped[int]
    from_version: Mapped[int]
    to_version: Mapped[int]
    detail: Mapped[str]


class TopicVersion(Table):
    """A number that goes up with every change of a topic in a region; region 0 is the public part."""

    __tablename__ = "topic_versions"

    topic: Mapped[str] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]


class Setting(Table):
    """A fact about the database itself: its epoch (new after a restore), the seed it holds."""

    __tablename__ = "settings"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
