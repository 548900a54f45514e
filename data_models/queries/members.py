"""The people of a region: their roles, until when and from whom; and who signed in and has none."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from unicodedata import combining, normalize

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from data_models import access
from data_models.access import Action, Actor, Role
from data_models.queries import people
from data_models.tables import Party, Person, PersonRole

SUBJECT_BAR = "|"  # in the subject of somebody, between the identity provider and its number for them


@dataclass(frozen=True, slots=True)
class RoleFacts:
    """A role that somebody has or had in a region."""

    id: int
    role: Role
    party: str  # for whom they sign; empty when for nobody
    valid_until: datetime | None
    counts: bool  # now
    from_claims: bool  # renewed at every sign-in, by what the identity provider says
    granted_by: str  # empty: the project itself, or the identity provider
    granted_at: datetime


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody with the roles they have or had in a region, those that count first."""

    person_id: int
    name: str
    organisation: str
    roles: tuple[RoleFacts, ...]


def members(session: Session, *, asker: Actor) -> list[Member]:
    """Everybody who has or had a role in the asker's region, by name; nobody to who may not manage people."""
    if not access.may(asker, Action.MANAGE_PEOPLE):
        return []
    granter = aliased(Person)
    question = (
        select(Person, PersonRole, Party.name, granter.name, people.counts_now())
        .join(PersonRole, PersonRole.person_id == Person.id)
        .outerjoin(Party, Party.id == PersonRole.party_id)
        .outerjoin(granter, granter.id == PersonRole.granted_by)
        .where(PersonRole.region_id == asker.region_id)
        .order_by(PersonRole.id)
    )
    roles: defaultdict[Person, list[RoleFacts]] = defaultdict(list)
    for person, role, party, granted_by, counts in session.execute(question):
        roles[person].append(
            RoleFacts(
                id=role.id,
                role=Role(role.role),
                party=party or "",
                valid_until=role.valid_until,
                counts=bool(counts),
                from_claims=role.origin == people.FROM_CLAIMS,
                granted_by=granted_by or "",
                granted_at=role.granted_at,
            )
        )
    order = list(Role)
    return _by_name(
        Member(
            person_id=person.id,
            name=person.name,
            organisation=person.organisation,
            roles=tuple(sorted(theirs, key=lambda one: (not one.counts, order.index(one.role), one.party))),
        )
        for person, theirs in roles.items()
    )


def with_no_role(session: Session, *, asker: Actor) -> list[Member]:
    """Everybody who signed in and has no role in any region, by name; nobody to who may not manage people."""
    if not access.may(asker, Action.MANAGE_PEOPLE):
        return []
    question = select(Person).where(~_has_a_role_somewhere(session))
    return _by_name(Member(one.id, one.name, one.organisation, ()) for one in session.scalars(question))


def knows(session: Session, *, asker: Actor, person_id: int) -> bool:
    """Whether the lists of the asker's region show this person: with a role there, now or before, or none anywhere."""
    here = select(PersonRole.id).where(PersonRole.person_id == Person.id, PersonRole.region_id == asker.region_id)
    shown = or_(here.exists(), ~_has_a_role_somewhere(session))
    return session.scalar(select(Person.id).where(Person.id == person_id, shown)) is not None


def named_exactly(session: Session, *, asker: Actor, name: str, organisation: str) -> list[int]:
    """The ids of who is called exactly so, in whatever region; nobody to who may not manage people.

    The name as it is stored, with the organisation, or only the number that the identity provider gives somebody. On
    PostgreSQL asked of a function that sees past the wall, and answers nothing else (docs/adr/0013).
    """
    if not name or not access.may(asker, Action.MANAGE_PEOPLE):
        return []
    if session.get_bind().dialect.name == "postgresql":
        return list(session.scalars(select(func.people_named(name, organisation))))
    bar = func.instr(Person.subject, SUBJECT_BAR)
    number = and_(bar > 0, func.substr(Person.subject, bar + 1) == name)
    called = and_(Person.name == name, Person.organisation == organisation)
    question = select(Person.id).where(or_(called, Person.subject == name, number))
    return list(session.scalars(question.order_by(Person.id)))


def parties(session: Session, *, asker: Actor) -> dict[int, str]:
    """The name of every party of the asker's region by its id, in alphabetical order."""
    question = select(Party.id, Party.name).where(Party.region_id == asker.region_id).order_by(Party.name)
    return dict(session.execute(question).all())


def signs_for(session: Session, *, asker: Actor) -> dict[int, str]:
    """The parties that the asker may sign for at this moment: the name of each by its id."""
    question = (
        select(Party.id, Party.name)
        .join(PersonRole, PersonRole.party_id == Party.id)
        .where(
            Party.region_id == asker.region_id,
            PersonRole.region_id == asker.region_id,
            PersonRole.person_id == asker.person_id,
            PersonRole.role == Role.SIGNATORY,
            people.counts_now(),
        )
        .order_by(Party.name)
    )
    return dict(session.execute(question).all())


def _has_a_role_somewhere(session: Session) -> ColumnElement[bool]:
    """On PostgreSQL asked of a function that sees past the wall: the asker does not see the roles of other regions."""
    if session.get_bind().dialect.name == "postgresql":
        return func.has_a_role_somewhere(Person.id)
    return select(PersonRole.id).where(PersonRole.person_id == Person.id).exists()


def _by_name(found: Iterable[Member]) -> list[Member]:
    return sorted(found, key=lambda one: (_without_accents(one.name), one.organisation, one.person_id))


def _without_accents(name: str) -> str:
    """As an alphabetical list sorts it: É with E."""
    return "".join(letter for letter in normalize("NFKD", name) if not combining(letter)).casefold()
