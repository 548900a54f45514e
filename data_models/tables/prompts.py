"""What helps people to answer: the prompts that a region wrote itself."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data_models.tables.declaration import Table, now


class RegionPrompts(Table):
    """The prompts of a region under one question, in the place of those of the program."""

    __tablename__ = "region_prompts"
    __table_args__ = (CheckConstraint("question BETWEEN 1 AND 4", name="question"),)

    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), primary_key=True)
    question: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]  # one prompt a line; empty: those of the program
    updated_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    updated_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}
