"""From an issue at hand to ambitions, societal results and what people notice of them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data_models.tables.declaration import Table, now

RESULT_KINDS = ("substantive", "process", "conditional")
OBSERVATION_KINDS = ("story", "quote", "observation")


class Issue(Table):
    """An issue at hand: what is the matter, for whom, and why now."""

    __tablename__ = "issues"

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    matter: Mapped[str]
    for_whom: Mapped[str]
    why_now: Mapped[str]
    position: Mapped[int]
    removed_at: Mapped[datetime | None]
    updated_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    updated_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class Ambition(Table):
    """What the parties want for children, in a sentence, for the issue that it answers."""

    __tablename__ = "ambitions"

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    text: Mapped[str]
    position: Mapped[int]
    version: Mapped[int] = mapped_column(default=1)
    issue_id: Mapped[int] = mapped_column(ForeignKey("issues.id"), index=True)
    removed_at: Mapped[datetime | None]
    updated_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    updated_at: Mapped[datetime] = mapped_column(default=now)

    __mapper_args__ = {"version_id_col": version}


class SocietalResult(Table):
    """An ambition made concrete, for a named group."""

    __tablename__ = "societal_results"
    __table_args__ = (CheckConstraint(f"kind IN {RESULT_KINDS}", name="kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ambition_id: Mapped[int] = mapped_column(ForeignKey("ambitions.id"), index=True)
    kind: Mapped[str]
    text: Mapped[str]
    target_group: Mapped[str]
    position: Mapped[int]
    version: Mapped[int] = mapped_column(default=1)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    removed_at: Mapped[datetime | None]
    updated_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    updated_at: Mapped[datetime] = mapped_column(default=now)

    __mapper_args__ = {"version_id_col": version}


class ResultIndicator(Table):
    """An indicator by which a result is followed; which ones, and in which order, belongs to the result's version."""

    __tablename__ = "result_indicators"

    result_id: Mapped[int] = mapped_column(ForeignKey("societal_results.id"), primary_key=True)
    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicators.id"), primary_key=True, index=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    position: Mapped[int]


class Observation(Table):
    """What people notice of a result without counting: a story, a quote or an observation."""

    __tablename__ = "observations"
    __table_args__ = (CheckConstraint(f"kind IN {OBSERVATION_KINDS}", name="kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    result_id: Mapped[int] = mapped_column(ForeignKey("societal_results.id"), index=True)
    kind: Mapped[str]
    text: Mapped[str]
    organisation: Mapped[str]  # of who wrote it, at that moment
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    created_at: Mapped[datetime] = mapped_column(default=now)
    removed_at: Mapped[datetime | None]
    updated_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    updated_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}
