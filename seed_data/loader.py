"""Preparing a database: the schema, and in it the catalogue, the published figures and the fictional region."""

import secrets

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from data_models import database, schema
from data_models.commands import searchable, topics
from data_models.database import reading, writing
from data_models.queries.topics import EPOCH
from data_models.tables import Setting
from seed_data import catalogue, example_region, figures
from seed_data.rows import content_hash

SEED_HASH = "seed_hash"
SEEDING_LOCK = 7_406_001  # PostgreSQL advisory lock: two processes that start at once would both fill the tables


def prepare_database(engine: Engine) -> None:
    """Migrate the database, let screens use it and bring the seed in; a query or two when there is nothing to do.

    Everything is stored in one transaction or nothing is. What people wrote or imported stays as it is.
    """
    schema.migrate(engine)
    plain = database.plain_role(engine)
    if plain is not None:
        schema.let_use(engine, role=plain)
    with reading(engine) as session:
        if _holds_this_seed(session) and searchable.are_there(session):
            return
    with writing(engine) as session:
        if session.get_bind().dialect.name == "postgresql":
            session.execute(select(func.pg_advisory_xact_lock(SEEDING_LOCK)))
        if not _holds_this_seed(session):
            _seed(session)
        if not searchable.are_there(session):
            searchable.make_anew(session)


def _holds_this_seed(session: Session) -> bool:
    held = session.scalar(select(Setting.value).where(Setting.name == SEED_HASH))
    return held == content_hash()


def _seed(session: Session) -> None:
    if session.get(Setting, EPOCH) is None:
        session.add(Setting(name=EPOCH, value=secrets.token_hex(16)))
    if catalogue.load(session):
        topics.bump(session, topic="areas")
        topics.bump(session, topic="figures")  # screens keep definitions together with the figures they define
    figures.load(session)
    example_region.load(session)
    session.merge(Setting(name=SEED_HASH, value=content_hash()))
