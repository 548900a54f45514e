"""Regions: which there are, and which is about an area."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models.tables import Region


def fictional_regions(session: Session) -> list[int]:
    """The regions that are examples for everybody."""
    return list(session.scalars(select(Region.id).where(Region.fictional).order_by(Region.id)))
