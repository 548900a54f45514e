"""Who is signed in: by what their cookie says, asked anew at every run, and the list of a region."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, select
from sqlalchemy.orm import Session, aliased

from data_models import access
from data_models.access import Action, Actor, Role
from data_models.queries import people
from data_models.tables import Person, PersonRole, Region, SignIn
from data_models.tables.declaration import now


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody who signed in once; `counts` when that was neither ended nor too long ago."""

    sign_in_id: int
    person_id: int
    name: str
    organisation: str
    perspective: str
    counts: bool
    expires_at: datetime
    regions: tuple["RolesInRegion", ...]
    example_id: int | None  # the region of invented areas, in which everybody may look

    def actor(self, region_id: int) -> Actor:
        """The person in this region, with the roles they have there, which may be none."""
        roles = next((one.roles for one in self.regions if one.region_id == region_id), frozenset())
        return Actor(
            person_id=self.person_id,
            name=self.name,
            organisation=self.organisation,
            perspective=self.perspective,
            roles=roles,
            region_id=region_id,
            sign_in_id=self.sign_in_id,
        )


@dataclass(frozen=True, slots=True)
class RolesInRegion:
    """A region in which somebody has roles, and which."""

    region_id: int
    code: str
    name: str
    fictional: bool
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody of a region who is signed in, since when, and until when that counts."""

    person_id: int
    name: str
    organisation: str
    began_at: datetime
    expires_at: datetime


def signed_in(session: Session, *, key: str) -> SignedIn | None:
    """Who signed in with this key, with their roles in every region by its name, in one query; None: never seen.

    Asked by whoever owns the tables, for this is how it becomes known for whom a transaction is.
    """
    invented = aliased(Region)
    example = select(invented.id).where(invented.fictional).order_by(invented.id).limit(1).scalar_subquery()
    theirs = and_(PersonRole.person_id == SignIn.person_id, people.counts_now())
    question = (
        select(SignIn, Person, PersonRole.role, Region, example)
        .join(Person, Person.id == SignIn.person_id)
        .outerjoin(PersonRole, theirs)
        .outerjoin(Region, Region.id == PersonRole.region_id)
        .where(SignIn.key == key)
        .order_by(Region.name, Region.id)
    )
    rows = session.execute(question).all()
    if not rows:
        return None
    row, person = rows[0][0], rows[0][1]
    roles: dict[Region, frozenset[Role]] = {}
    for _, _, role, region, _ in rows:
        if region is not None:
            roles[region] = roles.get(region, frozenset()) | {Role(role)}
    return SignedIn(
        sign_in_id=row.id,
        person_id=person.id,
        name=person.name,
        organisation=person.organisation,
        perspective=person.perspective,
        counts=row.ended_at is None and row.expires_at > now(),
        expires_at=row.expires_at,
        regions=tuple(
            RolesInRegion(one.id, one.code, one.name, one.fictional, of_one) for one, of_one in roles.items()
        ),
        example_id=rows[0][4],
    )


def is_of(session: Session, *, sign_in_id: int, key: str) -> bool:
    """Whether this sign-in is the one with this key."""
    return session.scalar(select(SignIn.id).where(SignIn.id == sign_in_id, SignIn.key == key)) is not None


def still_is(session: Session, *, actor: Actor) -> bool:
    """Whether somebody is who they were when their screen was drawn: signed in, and with the same roles."""
    if actor.sign_in_id is not None:
        counts = (SignIn.id == actor.sign_in_id) & SignIn.ended_at.is_(None) & (SignIn.expires_at > now())
        if session.scalar(select(SignIn.id).where(counts)) is None:
            return False
    current = people.actor(session, person_id=actor.person_id, region_id=actor.region_id)
    return (current.roles if current else frozenset()) == actor.roles


def present(session: Session, *, asker: Actor) -> list[Present]:
    """Who of the asker's region is signed in now, the last one first; nobody to who may not manage people."""
    if not access.may(asker, Action.MANAGE_PEOPLE):
        return []
    here = select(PersonRole.person_id).where(PersonRole.region_id == asker.region_id)
    question = (
        select(Person.id, Person.name, Person.organisation, SignIn.began_at, SignIn.expires_at)
        .join(SignIn, SignIn.person_id == Person.id)
        .where(Person.id.in_(here), SignIn.ended_at.is_(None), SignIn.expires_at > now())
        .order_by(SignIn.began_at.desc(), SignIn.id.desc())
    )
    return [Present(*row) for row in session.execute(question)]
