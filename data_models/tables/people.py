"""Regions, their parties, the people who take part, and their roles."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from data_models.tables.declaration import Table, now


class Region(Table):
    """Parties that monitor together."""

    __tablename__ = "regions"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    fictional: Mapped[bool] = mapped_column(default=False)


class RegionArea(Table):
    """An area that a region is about."""

    __tablename__ = "region_areas"

    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), primary_key=True)
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), primary_key=True, index=True)


class Party(Table):
    """An organisation of a region whose agreement is asked."""

    __tablename__ = "parties"
    __table_args__ = (UniqueConstraint("region_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"))
    area_id: Mapped[int | None] = mapped_column(ForeignKey("areas.id"))
    name: Mapped[str]
    kind: Mapped[str]  # "municipality", "partnership", "other"


class Person(Table):
    """Someone who reads, writes or decides; known by the name they gave or their identity provider gave."""

    __tablename__ = "people"
    __table_args__ = (UniqueConstraint("subject"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[str]  # who they are to the identity provider; "local:…" in local mode
    name: Mapped[str]
    organisation: Mapped[str]
    perspective: Mapped[str]  # ouders, jongeren, professionals, gemeente, onderwijs, jeugdhulp, overig
    created_at: Mapped[datetime] = mapped_column(default=now)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__ = {"version_id_col": version}


class PersonRole(Table):
    """What a person may do in a region, and for which party, until when."""

    __tablename__ = "person_roles"
    __table_args__ = (UniqueConstraint("person_id", "region_id", "role", "party_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    role: Mapped[str]
    party_id: Mapped[int | None] = mapped_column(ForeignKey("parties.id"))  # for whom a signatory may confirm
    valid_until: Mapped[datetime | None]
    origin: Mapped[str] = mapped_column(default="hand")  # "claims": by every sign-in; "hand", "ended": by a beheerder
    granted_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    granted_at: Mapped[datetime] = mapped_column(default=now)


class SignIn(Table):
    """One time that somebody signed in; what is done with its cookie counts until it is ended or expires."""

    __tablename__ = "sign_ins"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)  # hash of what the identity provider said this time
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    began_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
