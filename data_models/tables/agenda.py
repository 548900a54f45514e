"""The data-ontwikkelagenda: what people want to know but nobody measures yet."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data_models.facts import AGENDA_STATES
from data_models.tables.declaration import Table, now


class AgendaItem(Table):
    """A question that no figure answers: why it matters, for whom, who could measure it, and how far that is."""

    __tablename__ = "agenda_items"
    __table_args__ = (CheckConstraint(f"state IN {AGENDA_STATES}", name="state"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    question: Mapped[str]
    reason: Mapped[str]
    for_whom: Mapped[str]
    theme_id: Mapped[int | None] = mapped_column(ForeignKey("themes.id"))
    indicator_id: Mapped[int | None] = mapped_column(ForeignKey("indicators.id"))  # the one that says too little
    organisation: Mapped[str]  # that could measure it
    state: Mapped[str]
    created_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    created_at: Mapped[datetime] = mapped_column(default=now)
    updated_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    updated_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}
