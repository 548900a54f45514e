"""Figures: one value per indicator, breakdown, area and period, and what replaced values were."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data_models.tables.declaration import Table, now

STATUSES = ("final", "provisional", "revised", "derived", "estimated", "withheld")
PERIOD_KINDS = ("year", "school_year", "half_year")


class Period(Table):
    """A period as people write it: `2023`, `2023/'24`, `2025H1`."""

    __tablename__ = "periods"
    __table_args__ = (CheckConstraint(f"kind IN {PERIOD_KINDS}", name="kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    year: Mapped[int]  # the year it starts in
    position: Mapped[int] = mapped_column(index=True)  # ten times the year, plus the half


class Breakdown(Table):
    """A group: `leeftijd:12-17`; the empty code is everybody."""

    __tablename__ = "breakdowns"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    dimension: Mapped[str]  # Dutch, "leeftijd"
    name: Mapped[str]  # Dutch, "12 tot 18 jaar"
    position: Mapped[int]


class Figure(Table):
    """What is current: value in the indicator's unit, with count and denominator where they are known.

    `value` is empty when withheld. The count may be known while the percentage is not (`reason` says why).
    """

    __tablename__ = "figures"
    __table_args__ = (
        UniqueConstraint("indicator_id", "breakdown_id", "area_id", "period_id"),
        Index(None, "indicator_id", "period_id", "breakdown_id", "area_id"),
        CheckConstraint(f"status IN {STATUSES}", name="status"),
        CheckConstraint("(status = 'withheld') = (reason <> '')", name="reason"),
        CheckConstraint("(status = 'withheld') = (value IS NULL)", name="withheld_value"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicators.id"))
    breakdown_id: Mapped[int] = mapped_column(ForeignKey("breakdowns.id"))
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"))
    period_id: Mapped[int] = mapped_column(ForeignKey("periods.id"))
    numerator: Mapped[float | None]
    denominator: Mapped[float | None]
    value: Mapped[float | None]
    status: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))
    batch_id: Mapped[int] = mapped_column(ForeignKey("import_batches.id"))
    region_id: Mapped[int | None] = mapped_column(ForeignKey("regions.id"))  # None: public


class FigureRevision(Table):
    """What a figure was before a later batch replaced it."""

    __tablename__ = "figure_revisions"
    __table_args__ = (Index(None, "indicator_id", "breakdown_id", "area_id", "period_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicators.id"))
    breakdown_id: Mapped[int] = mapped_column(ForeignKey("breakdowns.id"))
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"))
    period_id: Mapped[int] = mapped_column(ForeignKey("periods.id"))
    numerator: Mapped[float | None]
    denominator: Mapped[float | None]
    value: Mapped[float | None]
    status: Mapped[str]
    reason: Mapped[str]
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))
    batch_id: Mapped[int] = mapped_column(ForeignKey("import_batches.id"))  # the batch it came with
    region_id: Mapped[int | None] = mapped_column(ForeignKey("regions.id"))
    replaced_by_id: Mapped[int] = mapped_column(ForeignKey("import_batches.id"), index=True)
    replaced_at: Mapped[datetime] = mapped_column(default=now)


class Annotation(Table):
    """A remark in time on a series: a break (not comparable across it) or an event worth knowing.

    With a region it is what people there added, for that region to see; without, everybody's.
    """

    __tablename__ = "annotations"
    __table_args__ = (CheckConstraint("kind IN ('break', 'event')", name="kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    indicator_id: Mapped[int | None] = mapped_column(ForeignKey("indicators.id"), index=True)  # None: every indicator
    area_id: Mapped[int | None] = mapped_column(ForeignKey("areas.id"))  # None: everywhere, or all of the region's
    kind: Mapped[str]
    year: Mapped[int]  # the first year after it
    text: Mapped[str]  # Dutch
    region_id: Mapped[int | None] = mapped_column(ForeignKey("regions.id"), index=True)
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    changed_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}
