"""Groups of areas to compare, kept under a name for everyone of a region."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data_models.tables.declaration import Table, now


class ComparisonGroup(Table):
    """Areas that people of a region compare more than once, in the order of who saved it."""

    __tablename__ = "comparison_groups"
    __table_args__ = (UniqueConstraint("region_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    name: Mapped[str]
    areas: Mapped[str]  # JSON: the code and the first year of each
    saved_at: Mapped[datetime] = mapped_column(default=now)
