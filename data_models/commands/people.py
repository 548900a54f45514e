"""Who takes part: in local mode people say themselves who they are."""

from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models.access import Action, Actor, Role
from data_models.commands import audit
from data_models.commands.permission import refuse_signed_out
from data_models.personal_data import refuse_personal_data
from data_models.tables import Person, PersonRole, Region

OWN_REGION = "eigen"  # the region of someone who works on their own computer, about any real area
OWN_REGION_NAME = "Eigen regio"
LOCAL_ROLES = (Role.POLICY_OFFICER, Role.ADMINISTRATOR)  # of whoever sits at this computer


def register_person(session: Session, *, name: str, organisation: str, perspective: str) -> int:
    """Remember someone who said who they are, and answer their id; everywhere a policy officer and a beheerder.

    Only for local mode, where whoever sits at this computer owns the database.
    """
    refuse_personal_data(name, organisation)
    person = Person(
        subject=f"local:{uuid4()}", name=name.strip(), organisation=organisation.strip(), perspective=perspective
    )
    session.add(person)
    own = own_region(session)
    session.flush()
    session.add_all(
        PersonRole(person_id=person.id, region_id=region_id, role=role, party_id=None, valid_until=None)
        for region_id in session.scalars(select(Region.id).order_by(Region.id))
        for role in LOCAL_ROLES
    )
    session.flush()
    audit.record(
        session,
        actor=Actor(person.id, person.name, person.organisation, person.perspective, frozenset(LOCAL_ROLES), own),
        action="register_person",
        subject_kind="person",
        subject_id=person.id,
        from_version=0,
        to_version=1,
        detail="",
    )
    return person.id


def own_region(session: Session) -> int:
    """The id of the region of whoever works on their own computer; it is made when it is not there yet."""
    known = session.scalar(select(Region.id).where(Region.code == OWN_REGION))
    if known is not None:
        return known
    region = Region(code=OWN_REGION, name=OWN_REGION_NAME, fictional=False)
    session.add(region)
    session.flush()
    return region.id


def change_person(session: Session, *, actor: Actor, name: str, organisation: str, perspective: str) -> None:
    """Correct what someone said about themselves; what they wrote before keeps what it said then."""
    refuse_signed_out(session, actor=actor, action=Action.CONTRIBUTE)
    refuse_personal_data(name, organisation)
    person = session.get_one(Person, actor.person_id)
    from_version = person.version
    person.name, person.organisation, person.perspective = name.strip(), organisation.strip(), perspective
    session.flush()
    audit.record(
        session,
        actor=actor,
        action="change_person",
        subject_kind="person",
        subject_id=person.id,
        from_version=from_version,
        to_version=person.version,
        detail="",
    )
