"""What the parties of a region agreed about the monitoring itself, and which figures they expect when."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data_models.tables.declaration import Table, now

PLANS = ("support_plan", "youth_plan", "education_agenda", "other_plan")


class MonitoringAgreement(Table):
    """What a region monitors for, by which definitions, who sees what and how often they look; one per region."""

    __tablename__ = "monitoring_agreements"
    __table_args__ = (UniqueConstraint("region_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"))
    purpose: Mapped[str]
    definitions: Mapped[str]
    sees: Mapped[str]
    rhythm: Mapped[str]
    updated_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    updated_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class MonitoringVersion(Table):
    """What was agreed about the monitoring as it stood at a version: what was agreed before stays readable."""

    __tablename__ = "monitoring_versions"
    __table_args__ = (UniqueConstraint("agreement_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("monitoring_agreements.id"))
    version: Mapped[int]
    purpose: Mapped[str]
    definitions: Mapped[str]
    sees: Mapped[str]
    rhythm: Mapped[str]
    indicators: Mapped[str]  # JSON: the code of each, and who collects
    plans: Mapped[str]  # JSON: which plan, its rhythm, and the day on which it is made again or nothing
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    changed_at: Mapped[datetime] = mapped_column(default=now)


class MonitoredIndicator(Table):
    """An indicator that the parties chose together, and who collects its figures."""

    __tablename__ = "monitored_indicators"

    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), primary_key=True)
    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicators.id"), primary_key=True)
    collector: Mapped[str]


class MonitoringPlan(Table):
    """A plan that the monitoring feeds, its own rhythm, and when it is made again."""

    __tablename__ = "monitoring_plans"
    __table_args__ = (CheckConstraint(f"plan IN {PLANS}", name="plan"),)

    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), primary_key=True)
    plan: Mapped[str] = mapped_column(primary_key=True)
    rhythm: Mapped[str]
    next_on: Mapped[date | None]


class ExpectedFigure(Table):
    """A figure that is to come: of which indicator, over which year, and on which day at the latest."""

    __tablename__ = "expected_figures"

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicators.id"))
    year: Mapped[int]
    due_on: Mapped[date]
    removed_at: Mapped[datetime | None]
    updated_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    updated_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}
