"""What a beheerder does with roles: give one, change until when it counts, end it; a role that ended stays readable."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from data_models.access import Action, Actor, Role
from data_models.commands import audit
from data_models.commands.permission import permit
from data_models.queries import members, people
from data_models.tables import Party, Person, PersonRole
from data_models.tables.declaration import now

ROLES_LOCK = 7_407_001  # PostgreSQL advisory lock, with the region: two beheerders could each end the other's role
LOCAL = "local:"  # how the subject of somebody begins who cannot sign in: they said who they are on this computer


class RoleRefusedError(ValueError):
    """The role cannot be given, changed or ended so; `fault` names why, for the screen to put into words."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


class RoleConflictError(Exception):
    """Someone else changed or ended the role after what the person saw."""


def grant_role(
    session: Session,
    *,
    actor: Actor,
    person_id: int,
    role: Role,
    party_id: int | None = None,
    valid_until: datetime | None = None,
) -> int:
    """Give somebody of the lists of the actor's region a role in it; answers its id.

    One that they had before begins again.
    """
    _permit(session, actor=actor)
    if not members.knows(session, asker=actor, person_id=person_id):
        raise RoleRefusedError("person_unknown")
    return _grant(session, actor=actor, person_id=person_id, role=role, party_id=party_id, valid_until=valid_until)


def grant_role_by_name(
    session: Session,
    *,
    actor: Actor,
    name: str,
    organisation: str = "",
    role: Role,
    party_id: int | None = None,
    valid_until: datetime | None = None,
) -> str:
    """Give a role to who is called exactly so, also when they are of another region only; answers how they are called.

    Nothing is told of anybody without giving them a role, which is in the audit trail (docs/adr/0013).
    """
    _permit(session, actor=actor)
    sought, belongs = " ".join(name.split()), " ".join(organisation.split())
    if not sought:
        raise RoleRefusedError("name_missing")
    found = members.named_exactly(session, asker=actor, name=sought, organisation=belongs)
    if not found:
        raise RoleRefusedError("nobody_named")
    if len(found) > 1:
        raise RoleRefusedError("several_named")
    _grant(session, actor=actor, person_id=found[0], role=role, party_id=party_id, valid_until=valid_until)
    return session.scalars(select(Person.name).where(Person.id == found[0])).one()


def _grant(
    session: Session, *, actor: Actor, person_id: int, role: Role, party_id: int | None, valid_until: datetime | None
) -> int:
    _refuse_past(valid_until)
    _refuse_wrong_party(session, actor=actor, role=role, party_id=party_id)
    granted = _had(session, region_id=actor.region_id, person_id=person_id, role=role, party_id=party_id)
    if granted is None:
        granted = PersonRole(person_id=person_id, region_id=actor.region_id, role=role, party_id=party_id)
        session.add(granted)
    elif granted.valid_until is None or granted.valid_until > now():
        raise RoleRefusedError("granted_already")
    granted.valid_until, granted.origin = valid_until, people.BY_HAND
    granted.granted_by, granted.granted_at = actor.person_id, now()
    session.flush()
    _record(session, actor=actor, action="grant_role", role=granted, what=f"→ {_until(valid_until)}")
    return granted.id


def change_validity(
    session: Session, *, actor: Actor, role_id: int, seen_until: datetime | None, valid_until: datetime | None
) -> None:
    """Let a role count until another moment than the person saw; also brings back a role that was ended."""
    role = _seen(session, actor=actor, role_id=role_id, seen_until=seen_until)
    _refuse_past(valid_until)
    if valid_until == seen_until:
        raise RoleRefusedError("nothing_changed")
    _keep_an_administrator(session, actor=actor, role=role, valid_until=valid_until)
    _let_count_until(session, role=role, valid_until=valid_until, origin=people.BY_HAND)
    what = f"{_until(seen_until)} → {_until(valid_until)}"
    _record(session, actor=actor, action="change_role", role=role, what=what)


def end_role(session: Session, *, actor: Actor, role_id: int, seen_until: datetime | None) -> datetime:
    """End a role now, and answer the moment at which it ended; `change_validity` from that moment undoes it."""
    role = _seen(session, actor=actor, role_id=role_id, seen_until=seen_until)
    ended = now()
    if seen_until is not None and seen_until <= ended:
        raise RoleRefusedError("ended_already")
    _keep_an_administrator(session, actor=actor, role=role, valid_until=ended)
    _let_count_until(session, role=role, valid_until=ended, origin=people.ENDED)
    _record(session, actor=actor, action="end_role", role=role, what=f"{_until(seen_until)} → {_until(ended)}")
    return ended


def _permit(session: Session, *, actor: Actor, region_id: int | None = None) -> None:
    """Whether the actor still may, once nobody else is changing roles of the region."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(ROLES_LOCK, actor.region_id)))
    permit(session, actor=actor, action=Action.MANAGE_PEOPLE, region_id=region_id)


def _seen(session: Session, *, actor: Actor, role_id: int, seen_until: datetime | None) -> PersonRole:
    """The role as the person saw it; what comes from the identity provider is changed there."""
    _permit(session, actor=actor)
    role = session.get(PersonRole, role_id)
    if role is None:
        raise RoleConflictError
    permit(session, actor=actor, action=Action.MANAGE_PEOPLE, region_id=role.region_id)
    if role.origin == people.FROM_CLAIMS:
        raise RoleRefusedError("from_claims")
    if role.valid_until != seen_until:
        raise RoleConflictError
    return role


def _refuse_past(valid_until: datetime | None) -> None:
    if valid_until is not None and valid_until <= now():
        raise RoleRefusedError("until_past")


def _refuse_wrong_party(session: Session, *, actor: Actor, role: Role, party_id: int | None) -> None:
    """A signatory signs for a party of the region; no other role signs for anybody."""
    if role != Role.SIGNATORY:
        if party_id is not None:
            raise RoleRefusedError("party_of_nobody")
        return
    if party_id is None:
        raise RoleRefusedError("party_missing")
    if session.scalar(select(Party.id).where(Party.id == party_id, Party.region_id == actor.region_id)) is None:
        raise RoleRefusedError("party_unknown")


def _had(session: Session, *, region_id: int, person_id: int, role: Role, party_id: int | None) -> PersonRole | None:
    """The same role of the person in this region, ended or not; one that counts longest first."""
    question = select(PersonRole).where(
        PersonRole.person_id == person_id, PersonRole.region_id == region_id, PersonRole.role == role
    )
    if role == Role.SIGNATORY:
        question = question.where(PersonRole.party_id == party_id)
    found = session.scalars(question).all()
    endless = [one for one in found if one.valid_until is None]
    ending = sorted((one for one in found if one.valid_until is not None), key=lambda one: str(one.valid_until))
    return next(iter([*endless, *reversed(ending)]), None)


def _keep_an_administrator(session: Session, *, actor: Actor, role: PersonRole, valid_until: datetime | None) -> None:
    """Refuse to leave the region without a beheerder any earlier than it would be: nobody could give the role again.

    Where people sign in, somebody who only ever said who they are on this computer does not count.
    """
    before = role.valid_until
    if role.role != Role.ADMINISTRATOR or _lasts(valid_until, at_least=before):
        return
    others = (
        select(PersonRole.valid_until)
        .join(Person, Person.id == PersonRole.person_id)
        .where(
            PersonRole.region_id == role.region_id,
            PersonRole.role == Role.ADMINISTRATOR,
            PersonRole.id != role.id,
            people.counts_now(),
        )
    )
    if actor.sign_in_id is not None:
        others = others.where(~Person.subject.startswith(LOCAL, autoescape=True))
    if not any(_lasts(until, at_least=before) for until in session.scalars(others)):
        raise RoleRefusedError("last_administrator")


def _lasts(until: datetime | None, *, at_least: datetime | None) -> bool:
    return until is None or (at_least is not None and until >= at_least)


def _let_count_until(session: Session, *, role: PersonRole, valid_until: datetime | None, origin: str) -> None:
    role.valid_until, role.origin = valid_until, origin
    try:
        session.flush()
    except StaleDataError as stale:  # a sign-in took it away meanwhile
        raise RoleConflictError from stale


def _until(moment: datetime | None) -> str:
    return "∞" if moment is None else moment.isoformat(timespec="minutes")


def _record(session: Session, *, actor: Actor, action: str, role: PersonRole, what: str) -> None:
    """Whose role, which, for which party, and from until when to until when."""
    party = session.scalar(select(Party.name).where(Party.id == role.party_id))
    named = role.role if party is None else f"{role.role} {party}"
    audit.record(
        session,
        actor=actor,
        action=action,
        subject_kind="person",
        subject_id=role.person_id,
        from_version=0,
        to_version=0,
        detail=f"{named}: {what}",
    )
