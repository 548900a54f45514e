"""Databases of each kind to copy from and to put back into."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.conftest import _engine


@pytest.fixture(params=["sqlite", "postgresql"])
def other(request: pytest.FixtureRequest, shared_room: Path, tmp_path: Path) -> Iterator[Engine]:
    """Another database, seeded, of each kind."""
    own = tmp_path / uuid.uuid4().hex
    own.mkdir()
    yield from _engine(request.param, state="seeded", room=shared_room, own=own)


@pytest.fixture
def sqlite_full(shared_room: Path, tmp_path: Path) -> Iterator[Engine]:
    """A SQLite database with something of everything."""
    yield from _engine("sqlite", state="full", room=shared_room, own=tmp_path)
