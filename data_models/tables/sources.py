"""Sources of figures, and the batches in which their figures came in."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from data_models.tables.declaration import Table, now


class Source(Table):
    """Where figures come from, under which licence, and when they were retrieved."""

    __tablename__ = "sources"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    publisher: Mapped[str]
    licence: Mapped[str]
    address: Mapped[str]  # where to find it; empty for own registrations
    retrieved_on: Mapped[date | None]
    description: Mapped[str]
    fictional: Mapped[bool] = mapped_column(default=False)


class ImportBatch(Table):
    """One import: all of it was stored, or nothing."""

    __tablename__ = "import_batches"

    id: Mapped[int] = mapped_column(primary_key=True)
    connector: Mapped[str]  # "cbs-kwb", "tidy", "seed"
    file_name: Mapped[str]
    file_sha256: Mapped[str]
    imported_at: Mapped[datetime] = mapped_column(default=now)
    imported_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    region_id: Mapped[int | None] = mapped_column(ForeignKey("regions.id"))  # None: public figures
    rows_new: Mapped[int]
    rows_changed: Mapped[int]
    rows_unchanged: Mapped[int]
    summary: Mapped[str]  # Dutch
    undoes_id: Mapped[int | None] = mapped_column(ForeignKey("import_batches.id"))
