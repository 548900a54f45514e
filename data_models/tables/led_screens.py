"""Screens that somebody lets others look along with, in a meeting."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data_models.tables.declaration import Table, now


class LedScreen(Table):
    """Where somebody's screen is now, for whoever has its code; one per person and region, the last one they led."""

    __tablename__ = "led_screens"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    organisation: Mapped[str]  # of the person: who looks along may not see people of this region
    page: Mapped[str]  # as the address spells it; empty: the first page
    choices: Mapped[str]  # the parameters of the address, as a query
    moves: Mapped[int] = mapped_column(default=1)  # goes up when page or choices change
    started_at: Mapped[datetime] = mapped_column(default=now)
    moved_at: Mapped[datetime] = mapped_column(default=now)
    ends_at: Mapped[datetime]  # by itself
    ended_at: Mapped[datetime | None]
