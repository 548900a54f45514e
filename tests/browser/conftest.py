"""A real browser and real servers."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL

from tests.browser.find_browser import FAILURE, find
from tests.browser.running_server import RunningServer
from tests.browser.signing_in import SignInServer, providing
from tests.conftest import sqlite_template


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the browser that this machine has; without a sandbox, for root has none."""
    executable = find()
    if executable is None:
        pytest.fail(FAILURE)
    return {**browser_type_launch_args, "executable_path": executable, "args": ["--no-sandbox"]}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A Dutch laptop; a test that wants another size calls `page.set_viewport_size`."""
    return {
        **browser_context_args,
        "viewport": {"width": 1440, "height": 900},
        "locale": "nl-NL",
        "timezone_id": "Europe/Amsterdam",
        "reduced_motion": "reduce",
    }


def _serving(room: Path, own: Path) -> Iterator[RunningServer]:
    database = own / "browser.sqlite"
    shutil.copyfile(sqlite_template(room, state="seeded"), database)
    server = RunningServer(URL.create("sqlite", database=str(database)), log=own / "server.log")
    server.start()
    yield server
    server.stop()


@pytest.fixture
def server(shared_room: Path, tmp_path: Path) -> Iterator[RunningServer]:
    """A server of this test alone on a seeded database: write, kill and restart as you like."""
    yield from _serving(shared_room, tmp_path)


def _signing_in(room: Path, own: Path) -> Iterator[SignInServer]:
    database = own / "browser.sqlite"
    shutil.copyfile(sqlite_template(room, state="seeded"), database)
    with providing() as provider:
        server = SignInServer(URL.create("sqlite", database=str(database)), provider=provider, room=own)
        server.start()
        yield server
        server.stop()


@pytest.fixture
def sign_in_server(shared_room: Path, tmp_path: Path) -> Iterator[SignInServer]:
    """A server of this test alone where people sign in, at a provider that knows `signing_in.PEOPLE`."""
    yield from _signing_in(shared_room, tmp_path)


@pytest.fixture(scope="session")
def shared_sign_in_server(shared_room: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SignInServer]:
    """The same, for all tests that change nothing but what somebody writes."""
    yield from _signing_in(shared_room, tmp_path_factory.mktemp("sign-in-server"))


@pytest.fixture(scope="session")
def reading_server(shared_room: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """A server on a seeded database that all tests share who only look."""
    yield from _serving(shared_room, tmp_path_factory.mktemp("reading-server"))
