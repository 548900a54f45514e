"""Regions and people to act in tests, and what tests ask of the database afterwards."""

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from data_models import database
from data_models.access import Actor, Role
from data_models.queries import topics
from data_models.tables import AuditLine, Breakdown, Period, Person, PersonRole, Region
from tests.data_models.catalogue_rows import add_catalogue


def add_region(session: Session, code: str, *, fictional: bool = False) -> int:
    """A region; answers its id."""
    region = Region(code=code, name=code.capitalize(), fictional=fictional)
    session.add(region)
    session.flush()
    return region.id


def add_actor(
    session: Session,
    name: str,
    *,
    region_id: int,
    role: Role = Role.POLICY_OFFICER,
    organisation: str = "Gemeente Almere",
) -> Actor:
    """A person with a role in the region, as they would act."""
    person = Person(subject=f"test:{name}", name=name, organisation=organisation, perspective="gemeente")
    session.add(person)
    session.flush()
    session.add(PersonRole(person_id=person.id, region_id=region_id, role=role, party_id=None, valid_until=None))
    session.flush()
    return Actor(
        person_id=person.id,
        name=name,
        organisation=organisation,
        perspective="gemeente",
        roles=frozenset({role}),
        region_id=region_id,
    )


def add_figures_to_speak_of(session: Session) -> None:
    """The small catalogue, everybody as the only group, and 2023 and 2024."""
    add_catalogue(session)
    session.add(Breakdown(code="", dimension="", name="", position=0))
    session.add_all(Period(code=str(year), kind="year", year=year, position=year * 10) for year in (2023, 2024))
    session.flush()


def audit_lines(engine: Engine) -> list[tuple[object, ...]]:
    """Every audit line, oldest first: person, role, action, thing, from version, to version."""
    columns = (
        AuditLine.person_name,
        AuditLine.role,
        AuditLine.action,
        AuditLine.subject_id,
        AuditLine.from_version,
        AuditLine.to_version,
    )
    with database.reading(engine) as session:
        return [tuple(row) for row in session.execute(select(*columns).order_by(AuditLine.id))]


def topic_version(engine: Engine, topic: str, *, region_id: int) -> int:
    """How often a topic changed in a region."""
    with database.reading(engine) as session:
        return topics.versions(session).of(topic, region_id=region_id)
