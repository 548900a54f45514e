"""What happens when people sign in and out: who they are is renewed, and each time is a row that can be ended."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from data_models.access import Action, Actor, Role
from data_models.commands import audit
from data_models.commands.permission import permit
from data_models.queries import people
from data_models.tables import Party, Person, PersonRole, Region, SignIn
from data_models.tables.declaration import now

VALID_FOR = timedelta(hours=12)  # a working day; Streamlit's cookie alone would last 30 days
FRESH = timedelta(minutes=10)  # between what the provider said and the first time that its cookie is seen
KEPT_FOR = timedelta(days=30)  # a row that ended is kept as long as a cookie may still name it


@dataclass(frozen=True, slots=True)
class Grant:
    """A role in a region, for a party when one is named; `region_name` is for a region that has to be made."""

    region: str
    role: Role
    party: str = ""
    region_name: str = ""


@dataclass(frozen=True, slots=True)
class Claimed:
    """Who somebody is and what they may, as their identity provider says at this sign-in."""

    subject: str
    name: str
    organisation: str
    perspective: str
    grants: tuple[Grant, ...] = ()


class StaleClaimsError(Exception):
    """The provider said this too long ago for a first time: a copied cookie, or one whose row is gone."""


class NotSignedInError(LookupError):
    """Nobody of the region with this number is signed in (any more); nothing was changed."""


def begin_sign_in(session: Session, *, claimed: Claimed, key: str, issued_at: datetime) -> int:
    """Register that somebody signed in, with who they are and may according to their provider; answers the row's id.

    `key` tells this time from any other. Runs in a transaction of whoever owns the tables: nobody is signed in yet.
    """
    if abs(now() - issued_at) > FRESH or not claimed.subject:
        raise StaleClaimsError(issued_at)
    person = _person(session, claimed=claimed)
    before = _roles(session, person_id=person.id)
    _renew_roles(session, person_id=person.id, grants=claimed.grants)
    session.flush()
    signed_in = SignIn(key=key, person_id=person.id, began_at=now(), expires_at=now() + VALID_FOR, ended_at=None)
    session.add(signed_in)
    session.flush()
    after = _roles(session, person_id=person.id)
    for region_id in sorted(before.keys() | after.keys()):
        had, has = before.get(region_id, frozenset()), after.get(region_id, frozenset())
        actor = _actor(person, roles=has, region_id=region_id)
        if had != has:
            _record(session, actor=actor, action="renew_roles", detail=f"{_spelled(had)} → {_spelled(has)}")
        _record(session, actor=actor, action="sign_in")
    _forget_old_ones(session)
    return signed_in.id


def end_sign_in(session: Session, *, person_id: int, sign_in_id: int) -> None:
    """Sign somebody out who says so: what still carries this sign-in counts for nothing from now on."""
    _end(session, person_id=person_id, sign_in_id=sign_in_id, by=None)


def end_everywhere(session: Session, *, person_id: int) -> None:
    """Sign somebody out who says so, on every device where they are signed in."""
    _end(session, person_id=person_id, sign_in_id=None, by=None)


def end_for_somebody(session: Session, *, actor: Actor, person_id: int) -> None:
    """Sign somebody of the region out on every device; for who may manage its people. Raises `NotSignedInError`."""
    permit(session, actor=actor, action=Action.MANAGE_PEOPLE)
    here = select(PersonRole.id).where(PersonRole.person_id == person_id, PersonRole.region_id == actor.region_id)
    if session.scalar(here.limit(1)) is None or not _end(session, person_id=person_id, sign_in_id=None, by=actor):
        raise NotSignedInError(person_id)


def _person(session: Session, *, claimed: Claimed) -> Person:
    """The person with this subject, called and belonging as the provider says now."""
    person = session.scalars(select(Person).where(Person.subject == claimed.subject)).one_or_none()
    said = (claimed.name, claimed.organisation, claimed.perspective)
    if person is None:
        person = Person(subject=claimed.subject, name=said[0], organisation=said[1], perspective=said[2])
        session.add(person)
        session.flush()
    elif (person.name, person.organisation, person.perspective) != said:
        person.name, person.organisation, person.perspective = said
        for region_id, roles in _roles(session, person_id=person.id).items():
            _record(session, actor=_actor(person, roles=roles, region_id=region_id), action="renew_person")
    return person


def _renew_roles(session: Session, *, person_id: int, grants: tuple[Grant, ...]) -> None:
    """The roles from claims become these; what a beheerder gave stays as it is until it expires.

    A role that a beheerder ended stays ended.
    """
    standing = {
        (one.region_id, one.role, one.party_id): one
        for one in session.scalars(select(PersonRole).where(PersonRole.person_id == person_id))
    }
    wanted = {_place(session, grant=grant) for grant in grants}
    for place, before in standing.items():
        if before.origin == people.FROM_CLAIMS and place not in wanted:
            session.delete(before)
    for place in sorted(wanted, key=str):
        role = standing.get(place)
        if role is None:
            region_id, role_code, party_id = place
            role = PersonRole(person_id=person_id, region_id=region_id, role=role_code, party_id=party_id)
            session.add(role)
        elif not _has_expired(role):
            continue
        role.origin, role.valid_until, role.granted_by, role.granted_at = people.FROM_CLAIMS, None, None, now()


def _has_expired(role: PersonRole) -> bool:
    """Whether a role that was given until a day came to its end, with nobody ending it."""
    return role.origin == people.BY_HAND and role.valid_until is not None and role.valid_until <= now()


def _place(session: Session, *, grant: Grant) -> tuple[int, str, int | None]:
    """The region, role and party that a grant means; those that the mapping is the first to name are made."""
    region = session.scalars(select(Region).where(Region.code == grant.region)).one_or_none()
    if region is None:
        region = Region(code=grant.region, name=grant.region_name or grant.region.capitalize(), fictional=False)
        session.add(region)
        session.flush()
    if not grant.party or grant.role != Role.SIGNATORY:
        return region.id, str(grant.role), None
    named = select(Party).where(Party.region_id == region.id, Party.name == grant.party)
    party = session.scalars(named).one_or_none()
    if party is None:
        party = Party(region_id=region.id, area_id=None, name=grant.party, kind="other")
        session.add(party)
        session.flush()
    return region.id, str(grant.role), party.id


def _end(session: Session, *, person_id: int, sign_in_id: int | None, by: Actor | None) -> bool:
    """End what is not over yet, and say so in the audit trail; answers whether there was anything to end."""
    going = update(SignIn).where(SignIn.person_id == person_id, SignIn.ended_at.is_(None), SignIn.expires_at > now())
    if sign_in_id is not None:
        going = going.where(SignIn.id == sign_in_id)
    ended = len(session.scalars(going.values(ended_at=now()).returning(SignIn.id)).all())
    if not ended:
        return False
    if by is not None:
        _record(session, actor=by, action="end_sign_in", person_id=person_id)
        return True
    person = session.get_one(Person, person_id)
    for region_id, roles in _roles(session, person_id=person_id).items():
        _record(session, actor=_actor(person, roles=roles, region_id=region_id), action="sign_out")
    return True


def _roles(session: Session, *, person_id: int) -> dict[int, frozenset[Role]]:
    """The roles that count now, by region."""
    found: dict[int, frozenset[Role]] = {}
    question = select(PersonRole.region_id, PersonRole.role).where(
        PersonRole.person_id == person_id, people.counts_now()
    )
    for region_id, role in session.execute(question.order_by(PersonRole.region_id)):
        found[region_id] = found.get(region_id, frozenset()) | {Role(role)}
    return found


def _actor(person: Person, *, roles: frozenset[Role], region_id: int) -> Actor:
    return Actor(person.id, person.name, person.organisation, person.perspective, roles, region_id)


def _spelled(roles: frozenset[Role]) -> str:
    return " ".join(role for role in Role if role in roles) or "-"


def _record(session: Session, *, actor: Actor, action: str, person_id: int | None = None, detail: str = "") -> None:
    audit.record(
        session,
        actor=actor,
        action=action,
        subject_kind="person",
        subject_id=actor.person_id if person_id is None else person_id,
        from_version=0,
        to_version=0,
        detail=detail,
    )


def _forget_old_ones(session: Session) -> None:
    """Remove rows that ended so long ago that no cookie names them any more; a new one could not be made from it."""
    session.execute(delete(SignIn).where(SignIn.expires_at < now() - KEPT_FOR))
