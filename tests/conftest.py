"""Databases for tests: migrated once per test run, then copied, on SQLite and on PostgreSQL."""

import shutil
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import fasteners
import pytest
from sqlalchemy import URL, Engine

from dashboard.importing import child_process
from data_models import schema
from data_models.database import make_engine
from tests import postgresql
from tests import quick_children as quick
from tests.quick_room import choose_room
from tests.services.cbs_server import CbsServer, serving

Fill = Callable[[Engine], None]

BROWSER = Path(__file__).parent / "browser"
_MIXED = 0.85  # of the tests; after these no journey begins


def pytest_configure() -> None:
    """Before pytest makes its first temporary directory."""
    choose_room()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mix what waits for a browser with what computes, and end with what is short: so that no processor is idle.

    What has to stay in one process comes first, for it takes longest.
    """
    journeys = [item for item in items if item.path.parent == BROWSER]
    journeys.sort(key=lambda item: item.get_closest_marker("xdist_group") is None)
    others = [item for item in items if item.path.parent != BROWSER]
    placed = [(_MIXED * number / len(journeys), item) for number, item in enumerate(journeys)]
    placed += [(number / len(others), item) for number, item in enumerate(others)]
    items[:] = [item for _, item in sorted(placed, key=lambda one: one[0])]


def _seed(engine: Engine) -> None:
    from seed_data.loader import prepare_database

    prepare_database(engine)


def _fill_everything(engine: Engine) -> None:
    from tests.data_models.archive.whole import fill

    _seed(engine)
    fill(engine)


FILLS: dict[str, Fill] = {"migrated": schema.migrate, "seeded": _seed, "full": _fill_everything}


@pytest.fixture(scope="session")
def shared_room(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A directory that all processes of this test run share."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


def _fill(url: URL, *, state: str) -> None:
    engine = make_engine(url)
    FILLS[state](engine)
    if url.get_backend_name() == "sqlite":
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()


def sqlite_template(room: Path, *, state: str) -> Path:
    """A SQLite file in this state (of `FILLS`), made once and not to be opened: copy it."""
    template = room / f"{state}.sqlite"
    with fasteners.InterProcessLock(room / f"{state}.sqlite.lock"):
        if not template.exists():
            draft = room / f"{state}-draft.sqlite"
            _fill(URL.create("sqlite", database=str(draft)), state=state)
            draft.rename(template)
    return template


def postgresql_template(room: Path, *, state: str) -> str:
    """The name of a PostgreSQL database in this state, made once and not to be connected to: copy it."""
    with fasteners.InterProcessLock(room / f"{state}.postgresql.lock"):
        if not postgresql.exists(state):
            draft = f"{state}-draft"
            postgresql.drop(draft)
            _fill(postgresql.create(draft), state=state)
            postgresql.rename(draft, to=state)
    return state


def _engine(backend: str, *, state: str, room: Path, own: Path) -> Iterator[Engine]:
    name = f"test-{uuid.uuid4().hex}"
    if backend == "sqlite":
        copy = own / f"{name}.sqlite"
        shutil.copyfile(sqlite_template(room, state=state), copy)
        url = URL.create("sqlite", database=str(copy))
    else:
        url = postgresql.create(name, template=postgresql_template(room, state=state))
    engine = make_engine(url)
    yield engine
    engine.dispose()
    if backend == "postgresql":
        postgresql.drop(name)


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, shared_room: Path, tmp_path: Path) -> Iterator[Engine]:
    """A migrated database without rows, on each of the two kinds."""
    yield from _engine(request.param, state="migrated", room=shared_room, own=tmp_path)


@pytest.fixture(params=["sqlite", "postgresql"])
def seeded_engine(request: pytest.FixtureRequest, shared_room: Path, tmp_path: Path) -> Iterator[Engine]:
    """A database with the seed data, on each of the two kinds."""
    yield from _engine(request.param, state="seeded", room=shared_room, own=tmp_path)


@pytest.fixture(params=["sqlite", "postgresql"])
def full(request: pytest.FixtureRequest, shared_room: Path, tmp_path: Path) -> Iterator[Engine]:
    """A database with something of everything, on each of the two kinds."""
    yield from _engine(request.param, state="full", room=shared_room, own=tmp_path)


@pytest.fixture
def quick_children(monkeypatch: pytest.MonkeyPatch) -> None:
    """Imports and copies work in child processes that need not load everything again."""
    monkeypatch.setattr(child_process, "start", quick.start)


@pytest.fixture
def cbs_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[CbsServer]:
    """CBS on this computer, which this process and its children ask without a proxy."""
    with serving() as server:
        monkeypatch.setenv("FETCH_ROOM", str(tmp_path / "fetched"))
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        monkeypatch.setenv("CBS_ODATA_V3", server.v3_address)
        monkeypatch.setenv("CBS_ODATA_V4", server.v4_address)
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[URL]:
    """The address of a database that has no tables yet."""
    if request.param == "sqlite":
        yield URL.create("sqlite", database=str(tmp_path / "empty.sqlite"))
        return
    name = f"test-{uuid.uuid4().hex}"
    yield postgresql.create(name)
    postgresql.drop(name)
