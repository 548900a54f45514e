"""Praktijkverhalen: a gem or a bottleneck from practice, with or without a figure, with its versions."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data_models.tables.declaration import Table, now
from data_models.tables.stories import VISIBILITIES

PRACTICE_KINDS = ("gem", "bottleneck")
EDITED_STORY = "praktijk:"  # how the subject of a draft that changes a story begins
PRACTICE_STATES = ("shared", "withdrawn", "removed", "expired")


class PracticeStory(Table):
    """What somebody saw in practice, under a theme; without an area it is about the whole region."""

    __tablename__ = "practice_stories"
    __table_args__ = (
        CheckConstraint(f"kind IN {PRACTICE_KINDS}", name="kind"),
        CheckConstraint(f"visibility IN {VISIBILITIES}", name="visibility"),
        CheckConstraint(f"state IN {PRACTICE_STATES}", name="state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    kind: Mapped[str]
    theme_id: Mapped[int] = mapped_column(ForeignKey("themes.id"))
    indicator_id: Mapped[int | None] = mapped_column(ForeignKey("indicators.id"), index=True)
    area_id: Mapped[int | None] = mapped_column(ForeignKey("areas.id"), index=True)
    title: Mapped[str]
    text: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    organisation: Mapped[str]
    perspective: Mapped[str]
    shows_name: Mapped[bool] = mapped_column(default=False)
    visibility: Mapped[str]
    state: Mapped[str] = mapped_column(default="shared")  # removed: within the day, and then nothing of it is left
    created_at: Mapped[datetime] = mapped_column(default=now)
    updated_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class PracticeStoryVersion(Table):
    """The words of a story from practice as they stood at a version."""

    __tablename__ = "practice_story_versions"
    __table_args__ = (UniqueConstraint("story_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    story_id: Mapped[int] = mapped_column(ForeignKey("practice_stories.id"))
    version: Mapped[int]
    title: Mapped[str]
    text: Mapped[str]
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    changed_at: Mapped[datetime] = mapped_column(default=now)
    visibility: Mapped[str]
