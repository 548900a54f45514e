"""Pictures (beelden): one to five figures that a story is about."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data_models.tables.declaration import Table, now


class Picture(Table):
    """What a story is about; `signature` spells its figures, so that everyone finds the same picture."""

    __tablename__ = "pictures"
    __table_args__ = (UniqueConstraint("region_id", "signature"), Index(None, "subject"))

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"))
    signature: Mapped[str]  # "jeugdzorg||GM0034|2024", its figures joined by " + "
    title: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(default=now)
    subject: Mapped[str]  # the signature without its periods: what pictures of other periods share


class PictureFigure(Table):
    """A figure in a picture, by what it is about: a revised value is still the same picture."""

    __tablename__ = "picture_figures"
    __table_args__ = (CheckConstraint("position BETWEEN 1 AND 5", name="position"),)

    picture_id: Mapped[int] = mapped_column(ForeignKey("pictures.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicators.id"), index=True)
    breakdown_id: Mapped[int] = mapped_column(ForeignKey("breakdowns.id"))
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), index=True)
    period_id: Mapped[int] = mapped_column(ForeignKey("periods.id"))
