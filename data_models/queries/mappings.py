"""Which column means what, as remembered for files with the same header."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from data_models.tables import ColumnMapping


@dataclass(frozen=True, slots=True)
class RememberedMapping:
    """A mapping as JSON, for files whose header has this signature."""

    signature: str
    name: str
    source: str  # code of the connector
    mapping: str
    version: int
    updated_at: datetime


def remembered(session: Session, *, signature: str, region_id: int | None) -> RememberedMapping | None:
    """The mapping for such a header: the region's own, else what the project remembers."""
    mine = ColumnMapping.region_id.is_not_distinct_from(region_id)
    question = (
        select(ColumnMapping)
        .where(ColumnMapping.signature == signature, or_(mine, ColumnMapping.region_id.is_(None)))
        .order_by(ColumnMapping.region_id.is_(None))
        .limit(1)
    )
    found = session.scalars(question).one_or_none()
    if found is None:
        return None
    return RememberedMapping(
        signature=found.signature,
        name=found.name,
        source=found.source,
        mapping=found.mapping,
        version=found.version,
        updated_at=found.updated_at,
    )
