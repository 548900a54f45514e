"""How long a region keeps what people told it."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data_models.tables.declaration import Table, now

LONGEST_KEPT = 50  # years


class Retention(Table):
    """After how many years what people told may go, and after how many what they decided together."""

    __tablename__ = "retentions"
    __table_args__ = (
        CheckConstraint("years IS NULL OR years BETWEEN 1 AND 50", name="years"),
        CheckConstraint("decision_years IS NULL OR decision_years BETWEEN 1 AND 50", name="decision_years"),
    )

    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), primary_key=True)
    years: Mapped[int | None]  # None: nothing is agreed, and nothing goes
    updated_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    updated_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)
    decision_years: Mapped[int | None]  # None: decisions stay

    __mapper_args__ = {"version_id_col": version}
