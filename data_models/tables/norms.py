"""The norms that parties agree for societal results, with their whole history."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data_models.tables.declaration import Table, now

NORM_STATES = ("concept", "proposed", "agreed", "adopted", "replaced", "withdrawn")


class Norm(Table):
    """The value to reach, by when, from which start and why; not a verdict."""

    __tablename__ = "norms"
    __table_args__ = (
        CheckConstraint(f"state IN {NORM_STATES}", name="state"),
        CheckConstraint("direction IN ('up', 'down', 'band')", name="direction"),
        CheckConstraint("year > start_year", name="years"),
        Index(None, "area_id", "indicator_id"),
        Index(None, "region_id", "indicator_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"))
    result_id: Mapped[int | None] = mapped_column(ForeignKey("societal_results.id"))
    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicators.id"))
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"))
    breakdown_id: Mapped[int] = mapped_column(ForeignKey("breakdowns.id"))
    state: Mapped[str]
    direction: Mapped[str]  # the indicator's, or the one the parties chose
    value: Mapped[float | None]  # in the indicator's unit; empty for a band
    lower: Mapped[float | None]
    upper: Mapped[float | None]
    year: Mapped[int]
    start_value: Mapped[float | None]
    start_year: Mapped[int]
    reason: Mapped[str]
    origin: Mapped[str]  # "eigen", "landelijk", …
    agreed_by: Mapped[str]
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("norms.id"))
    created_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    created_at: Mapped[datetime] = mapped_column(default=now)
    updated_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)
    meeting: Mapped[str] = mapped_column(default="")  # the overleg in which it was discussed or agreed
    met_on: Mapped[date | None]
    direction_reason: Mapped[str] = mapped_column(default="")  # why this direction, where the indicator has none

    __mapper_args__ = {"version_id_col": version}


class NormVersion(Table):
    """A norm as it stood at a version: moving goalposts show."""

    __tablename__ = "norm_versions"
    __table_args__ = (UniqueConstraint("norm_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    norm_id: Mapped[int] = mapped_column(ForeignKey("norms.id"))
    version: Mapped[int]
    state: Mapped[str]
    direction: Mapped[str]
    value: Mapped[float | None]
    lower: Mapped[float | None]
    upper: Mapped[float | None]
    year: Mapped[int]
    start_value: Mapped[float | None]
    start_year: Mapped[int]
    reason: Mapped[str]
    origin: Mapped[str]
    agreed_by: Mapped[str]
    change_reason: Mapped[str]
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    changed_at: Mapped[datetime] = mapped_column(default=now)
    meeting: Mapped[str] = mapped_column(default="")
    met_on: Mapped[date | None]
    direction_reason: Mapped[str] = mapped_column(default="")


class NormAdoption(Table):
    """A party that adopted a version of a norm for itself, through its signatory."""

    __tablename__ = "norm_adoptions"

    norm_id: Mapped[int] = mapped_column(ForeignKey("norms.id"), primary_key=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("parties.id"), primary_key=True, index=True)
    signatory_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    adopted_on: Mapped[date]
    version: Mapped[int] = mapped_column(primary_key=True)  # of the norm, as the signatory saw it
