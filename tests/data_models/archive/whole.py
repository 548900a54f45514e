"""A database with something of everything, and all of its rows to compare."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from alembic import command
from sqlalchemy import Engine, MetaData, select
from sqlalchemy.orm import Session

from data_models import database, schema
from data_models.access import Role
from data_models.archive import older
from data_models.archive.form import Manifest
from data_models.archive.writing import write
from data_models.commands import copies, drafts
from data_models.facts import FigureSubject, PictureSubject
from data_models.tables import Figure, Norm, NormAdoption, Party, PersonRole, SignIn, Source, Table
from data_models.tables.declaration import now
from tests.data_models.people_rows import add_actor, add_region
from tests.data_models.published import ALMERE, put

PICTURE = PictureSubject((FigureSubject("jeugdzorg", "", "GM0034", "2024"),))
ODD = "Regel 1\nregel 2\t\"aanhaling\" \\ ’s-Hertogenbosch, é, 漢, 🙂, \u2028, ''"
NEW_AFTER_RESTORE = {"settings", "topic_versions", "audit_lines", "sign_ins"}  # tested each by itself

Rows = dict[str, list[dict[str, Any]]]


def fill(engine: Engine) -> None:
    """Give a seeded database figures that are hard to write down, a draft, and a row that refers to a later one."""
    with database.writing(engine) as session:
        region_id = add_region(session, "flevoland")
        actor = add_actor(session, "Anna", region_id=region_id)
        add_actor(session, "Bert", region_id=region_id, role=Role.ADMINISTRATOR)
        put(session, ALMERE, connector="cbs-kwb")
        session.flush()
        for number, value in enumerate((0.1 + 0.2, 1e-300, 5e-324, 1.7976931348623157e308, 1 / 3)):
            figure = session.scalars(select(Figure).order_by(Figure.id).offset(number)).first()
            assert figure is not None
            figure.denominator = value
        session.add(Party(region_id=region_id, area_id=None, name=ODD, kind="other"))
        session.flush()
        norm = _norm(session, region_id=region_id)
        adopted = {"version": 1, "signatory_id": None, "adopted_on": date(2026, 2, 28)}
        session.add(NormAdoption(norm_id=norm.id, party_id=1, **adopted))
        first = session.scalars(select(Norm).order_by(Norm.id)).first()
        assert first is not None
        first.replaces_id = norm.id  # a row that refers to a later one
        source = session.scalars(select(Source)).first()
        assert source is not None
        source.retrieved_on = date(2024, 2, 29)
        session.add(
            PersonRole(
                person_id=actor.person_id,
                region_id=region_id,
                role=Role.GUEST,
                party_id=None,
                valid_until=datetime(2030, 12, 31, 23, 59, 59, 999999, tzinfo=UTC),
            )
        )
        session.add(SignIn(key="anna-1", person_id=actor.person_id, expires_at=now() + timedelta(days=1)))
        drafts.save_draft(
            session, actor=actor, subject=f"{PICTURE.signature}#2", text=ODD, seen_version=0, base_version=0
        )


def _norm(session: Session, *, region_id: int) -> Norm:
    old = session.scalars(select(Norm).order_by(Norm.id)).first()
    columns = {column.name: getattr(old, column.name) for column in Norm.__table__.columns if column.name != "id"}
    norm = Norm(**{**columns, "region_id": region_id, "reason": ODD, "value": None, "replaces_id": None})
    session.add(norm)
    session.flush()
    return norm


def rows(engine: Engine, metadata: MetaData = Table.metadata) -> Rows:
    """Every row of every table, in the order of its key; a float as its exact bits."""
    with database.reading(engine) as session:
        return {
            table.name: [
                {name: value.hex() if isinstance(value, float) else value for name, value in row.items()}
                for row in session.execute(select(*table.columns).order_by(*table.primary_key.columns)).mappings()
            ]
            for table in metadata.sorted_tables
        }


def without_new(found: Rows) -> Rows:
    """The rows apart from those that a restore makes new on purpose."""
    return {name: those for name, those in found.items() if name not in NEW_AFTER_RESTORE}


def copy(engine: Engine, file: Path) -> Manifest:
    """Make a copy as the command line does."""
    return copies.make_copy(engine, actor=None, file=file)


def put_back(engine: Engine, file: Path) -> None:
    """Put a file back as the command line does."""
    with older.checked(file) as archive:
        copies.put_back(engine, actor=None, archive=archive)


def copy_as_then(engine: Engine, file: Path, *, revision: str) -> MetaData:
    """Take a SQLite database back to an earlier schema and make the copy that a program of then would have made."""
    configuration = schema._configuration()
    with engine.connect() as connection, schema._alone(connection):
        configuration.attributes["connection"] = connection
        command.downgrade(configuration, revision)
    metadata = older.tables_of(engine)
    with database.reading(engine) as session:
        write(session, file=file, metadata=metadata, revision=revision)
    return metadata
