"""Who someone is in a region, asked anew for every page and every write."""

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from data_models.access import Actor, Role
from data_models.tables import Person, PersonRole, Region
from data_models.tables.declaration import now

FROM_CLAIMS = "claims"  # the origin of a role that every sign-in renews, by what the identity provider says
BY_HAND = "hand"
ENDED = "ended"  # by hand: what the identity provider says does not bring it back, as it does one that expired


def counts_now() -> ColumnElement[bool]:
    """Of a role: it has not come to its end."""
    return or_(PersonRole.valid_until.is_(None), PersonRole.valid_until > now())


def actor(session: Session, *, person_id: int, region_id: int, sign_in_id: int | None = None) -> Actor | None:
    """The person with their roles in this region; None when they have none that is still valid."""
    question = (
        select(Person.name, Person.organisation, Person.perspective, PersonRole.role)
        .join(PersonRole, PersonRole.person_id == Person.id)
        .where(
            Person.id == person_id,
            PersonRole.region_id == region_id,
            counts_now(),
        )
    )
    rows = session.execute(question).all()
    if not rows:
        return None
    return Actor(
        person_id=person_id,
        name=rows[0].name,
        organisation=rows[0].organisation,
        perspective=rows[0].perspective,
        roles=frozenset(Role(row.role) for row in rows),
        region_id=region_id,
        sign_in_id=sign_in_id,
    )


def region_of_kind(session: Session, *, fictional: bool) -> int | None:
    """The region a person works in on this computer: the example's for invented areas, else their own."""
    question = select(Region.id).where(Region.fictional.is_(fictional)).order_by(Region.id).limit(1)
    return session.scalar(question)
