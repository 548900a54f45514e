"""Copies of everything: who may make them and put them back, and when the last one was made."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data_models.access import ALLOWED, Action, Actor, Role
from data_models.archive.form import Manifest
from data_models.queries.people import counts_now
from data_models.tables import AuditLine, PersonRole, Region, Table

BACKUP, RESTORE = "backup", "restore"  # the actions of the audit trail
COUNTED = ("figures", "contributions", "drafts", "norms", "people", "audit_lines")  # what means something to people
_ENOUGH = [role for role in Role if Action.COPY_EVERYTHING in ALLOWED[role]]


@dataclass(frozen=True, slots=True)
class CopyMade:
    """That everything was copied or put back: when, and by whom (empty: on the command line)."""

    action: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Content:
    """What a file or a database holds: all rows, its regions by name, and how many there are of each of `COUNTED`."""

    rows: int
    regions: tuple[str, ...]
    counts: dict[str, int]


def regions_of_others(session: Session, *, actor: Actor) -> list[str] | None:
    """The real regions that someone is no beheerder of, by name; None when there is no real region at all.

    A copy holds all regions, so only who manages every one of them may make it. The example's region is nobody's.
    """
    real = select(Region.id, Region.name).where(Region.fictional.is_(False)).order_by(Region.name)
    own = set(
        session.scalars(
            select(PersonRole.region_id).where(
                PersonRole.person_id == actor.person_id, PersonRole.role.in_(_ENOUGH), counts_now()
            )
        )
    )
    regions = session.execute(real).all()
    return [region.name for region in regions if region.id not in own] if regions else None


def last_made(session: Session) -> list[CopyMade]:
    """The last copy and the last time that one was put back, as far as there are any."""
    found = []
    for action in (BACKUP, RESTORE):
        lines = select(AuditLine).where(AuditLine.action == action).order_by(AuditLine.at.desc(), AuditLine.id.desc())
        line = session.scalars(lines.limit(1)).first()
        if line is not None:
            found.append(CopyMade(action, line.at, line.person_name))
    return found


def content_of(manifest: Manifest) -> Content:
    """What a file holds."""
    return Content(manifest.rows, manifest.regions, {name: manifest.rows_of(name) for name in COUNTED})


def content_now(session: Session) -> Content:
    """What the database holds, for who sees all of it."""
    counts = {
        name: session.execute(select(func.count()).select_from(table)).scalar_one()
        for name, table in Table.metadata.tables.items()
    }
    return Content(
        rows=sum(counts.values()),
        regions=tuple(session.scalars(select(Region.name).order_by(Region.name))),
        counts={name: counts[name] for name in COUNTED},
    )
