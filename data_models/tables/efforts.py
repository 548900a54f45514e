"""Goals, what is done for them, what that yields, and how much of it was counted."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data_models.tables.declaration import Table, now

YIELD_KINDS = ("output", "outcome")
MEASUREMENT_STATES = ("shown", "withheld", "withdrawn")


class Goal(Table):
    """What the parties of a region want to reach together, and to which societal result it adds."""

    __tablename__ = "goals"

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    result_id: Mapped[int | None] = mapped_column(ForeignKey("societal_results.id"), index=True)
    text: Mapped[str]
    position: Mapped[int]
    removed_at: Mapped[datetime | None]
    updated_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    updated_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class Effort(Table):
    """An activity: who does it, and from when until when."""

    __tablename__ = "efforts"

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    activity: Mapped[str]
    organisation: Mapped[str]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    removed_at: Mapped[datetime | None]
    updated_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    updated_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class GoalEffort(Table):
    """An activity that serves a goal; it may serve more than one."""

    __tablename__ = "goal_efforts"

    goal_id: Mapped[int] = mapped_column(ForeignKey("goals.id"), primary_key=True)
    effort_id: Mapped[int] = mapped_column(ForeignKey("efforts.id"), primary_key=True, index=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)


class EffortYield(Table):
    """What an activity yields: output is what is done, outcome what it brings the child."""

    __tablename__ = "effort_yields"
    __table_args__ = (CheckConstraint(f"kind IN {YIELD_KINDS}", name="kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    effort_id: Mapped[int] = mapped_column(ForeignKey("efforts.id"), index=True)
    kind: Mapped[str]
    text: Mapped[str]
    unit: Mapped[str]  # "leerlingen", "gesprekken": what is counted
    counts_people: Mapped[bool]  # then small counts are withheld
    removed_at: Mapped[datetime | None]
    updated_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    updated_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class YieldMeasurement(Table):
    """How much of a yield was counted over a year, at a version; nothing is overwritten, the last version counts.

    What is too small to show was never stored: `count` and `denominator` are empty then and `reason` says why.
    """

    __tablename__ = "yield_measurements"
    __table_args__ = (
        UniqueConstraint("yield_id", "year", "version"),
        CheckConstraint(f"status IN {MEASUREMENT_STATES}", name="status"),
        CheckConstraint("(status = 'shown') = (count IS NOT NULL)", name="shown_count"),
        CheckConstraint("(status = 'withheld') = (reason <> '')", name="reason"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    yield_id: Mapped[int] = mapped_column(ForeignKey("effort_yields.id"))
    year: Mapped[int]
    version: Mapped[int]
    count: Mapped[float | None]
    denominator: Mapped[float | None]  # of how many, where that applies
    status: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    source: Mapped[str]
    entered_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    entered_at: Mapped[datetime] = mapped_column(default=now)
