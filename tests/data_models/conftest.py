"""What several tests of the data models use."""

import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL

from data_models import schema
from data_models.database import make_engine
from tests import postgresql
from tests.conftest import postgresql_template, sqlite_template
from tests.data_models import matrix_world
from tests.data_models.matrix_world import World


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def world(
    request: pytest.FixtureRequest, shared_room: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    """Three regions in a database of each kind; on PostgreSQL opened by a plain role. Tests keep nothing in it."""
    name = f"test-{uuid.uuid4().hex}"
    if request.param == "sqlite":
        file = tmp_path_factory.mktemp("matrix") / "world.sqlite"
        shutil.copyfile(sqlite_template(shared_room, state="migrated"), file)
        owner = plain = make_engine(URL.create("sqlite", database=str(file)))
    else:
        url = postgresql.create(name, template=postgresql_template(shared_room, state="migrated"))
        owner, plain = make_engine(url), make_engine(postgresql.plain_url(url))
        schema.let_use(owner, role=postgresql.PLAIN)
    made = World(plain, owner)
    matrix_world.fill(made)
    yield made
    owner.dispose()
    plain.dispose()
    if request.param == "postgresql":
        postgresql.drop(name)
