"""Areas: places that have figures, with their years of validity and what they are part of."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data_models.tables.declaration import Table, now

AREA_KINDS = (
    "country",
    "province",
    "youth_region",
    "municipality",
    "district",
    "neighbourhood",
    "partnership",
    "region",
)


class Area(Table):
    """A place that has figures: a code *and* its years of validity, because wijk codes are reused."""

    __tablename__ = "areas"
    __table_args__ = (
        UniqueConstraint("code", "valid_from"),
        CheckConstraint("valid_until IS NULL OR valid_until >= valid_from", name="validity"),
        CheckConstraint(f"kind IN {AREA_KINDS}", name="kind"),
        Index(None, "kind", "name"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str]
    kind: Mapped[str]
    name: Mapped[str]
    sector: Mapped[str] = mapped_column(default="")  # "po" or "vo" of a partnership, else empty
    valid_from: Mapped[int]  # first year
    valid_until: Mapped[int | None]  # last year, included; None: still there
    fictional: Mapped[bool] = mapped_column(default=False)


class AreaPart(Table):
    """A part of a larger area: which share of the part's children belongs to the whole, and in which years."""

    __tablename__ = "area_parts"
    __table_args__ = (CheckConstraint("share > 0 AND share <= 1", name="share"),)

    whole_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), primary_key=True)
    part_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), primary_key=True, index=True)
    share: Mapped[float]
    valid_from: Mapped[int] = mapped_column(primary_key=True)
    valid_until: Mapped[int | None]


class AreaSuccession(Table):
    """A herindeling: which share of a former area went to which successor, from which year on."""

    __tablename__ = "area_successions"
    __table_args__ = (CheckConstraint("share > 0 AND share <= 1", name="share"),)

    former_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), primary_key=True)
    successor_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), primary_key=True, index=True)
    year: Mapped[int]
    share: Mapped[float]


class CompositionChange(Table):
    """What a beheerder changed in compositions, and whether that was undone: the seed leaves those areas alone."""

    __tablename__ = "composition_changes"

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    kind: Mapped[str]  # "share", "partnership", "merger", "abolition"
    steps: Mapped[str]  # JSON: each row as it was and as it became
    changed_at: Mapped[datetime] = mapped_column(default=now)
    undone_at: Mapped[datetime | None]


class Boundary(Table):
    """The outline of an area in a year, for maps."""

    __tablename__ = "boundaries"
    __table_args__ = (UniqueConstraint("area_id", "year"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"))
    year: Mapped[int] = mapped_column(index=True)
    geometry: Mapped[str]  # GeoJSON, WGS84
    source_id: Mapped[int] = mapped_column(ForeignKey("sources.id"))
