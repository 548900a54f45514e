"""Sources of figures, and the batches in which their figures came in."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data_models.tables.declaration import Table, now

SEED = "seed"  # the connector of what came with the program


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
    __table_args__ = (Index(None, "undoes_id", unique=True),)

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
    undoes_id: Mapped[int | None] = mapped_column(ForeignKey("import_batches.id"))  # at most once each
    rows_gone: Mapped[int] = mapped_column(default=0)  # figures that were taken out
    organisation: Mapped[str] = mapped_column(default="")  # of who brought it in, then; empty: the project itself


class BatchSource(Table):
    """A source of which figures came in with a batch."""

    __tablename__ = "batch_sources"

    batch_id: Mapped[int] = mapped_column(ForeignKey("import_batches.id"), primary_key=True)
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"), primary_key=True, index=True)


class FigureTotal(Table):
    """How many current figures of an indicator and a period came from a source; kept in step by every publication.

    Counting them where they stand would read millions of figures for every look at the sources.
    """

    __tablename__ = "figure_totals"

    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"), primary_key=True)
    region_id: Mapped[int] = mapped_column(primary_key=True)  # 0: public
    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicators.id"), primary_key=True)
    period_id: Mapped[int] = mapped_column(ForeignKey("periods.id"), primary_key=True)
    figures: Mapped[int]


class ColumnMapping(Table):
    """Which column of a kind of file means what, remembered under the signature of its header."""

    __tablename__ = "column_mappings"
    __table_args__ = (UniqueConstraint("region_id", "signature"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int | None] = mapped_column(ForeignKey("regions.id"))  # None: the project's own
    signature: Mapped[str]
    name: Mapped[str]  # as people know it
    source: Mapped[str]  # code of the connector
    mapping: Mapped[str]  # JSON
    updated_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    updated_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}
