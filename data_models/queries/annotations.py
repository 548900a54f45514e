"""Breaks and events: everybody's, and those that people of a region added."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from data_models.access import Actor, region_read
from data_models.facts import AnnotationFacts
from data_models.queries.regions import own_areas
from data_models.tables import Annotation, Area, Indicator, Person, Region


def annotations(session: Session, *, asker: Actor | None) -> list[AnnotationFacts]:
    """Those that stand, oldest first: everybody's, the asker's region's, and the fictional region's for everyone.

    What a region says of no area in particular is about its own areas, and about no others.
    """
    fictional = Annotation.region_id.in_(select(Region.id).where(Region.fictional))
    question = (
        select(Annotation, Indicator.code, Area.code, Person.organisation)
        .outerjoin(Indicator, Indicator.id == Annotation.indicator_id)
        .outerjoin(Area, Area.id == Annotation.area_id)
        .outerjoin(Person, Person.id == Annotation.changed_by)
        .where(
            Annotation.withdrawn_at.is_(None),
            or_(Annotation.region_id.is_(None), Annotation.region_id == region_read(asker), fictional),
        )
        .order_by(Annotation.year, Annotation.id)
    )
    found = session.execute(question).all()
    regional = {row.region_id for row, _, area, _ in found if not area}
    within = {one: own_areas(session, region_id=one) for one in regional if one}
    return [
        AnnotationFacts(
            indicator=indicator,
            area=area,
            kind=row.kind,
            year=row.year,
            text=row.text,
            within=None if area else within.get(row.region_id or 0),
            id=row.id,
            region_id=row.region_id,
            author=organisation or "",
            version=row.version,
        )
        for row, indicator, area, organisation in found
    ]
