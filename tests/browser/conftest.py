"""A real browser and real servers."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from sqlalchemy import URL

from tests.browser.find_browser import FAILURE, find
from tests.browser.running_server import RunningServer
from tests.browser.screen import PATIENCE
from tests.browser.signing_in import SignInServer, providing
from tests.conftest import sqlite_template

expect.set_options(timeout=PATIENCE)  # Playwright's own five seconds are too few when all tests run at once


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the browser that this machine has; without a sandbox, for root has none."""
    executable = find()
    if executable is None:
        pytest.fail(FAILURE)
    return {
        **browser_type_launch_args,
        "executable_path": executable,
        "args": ["--no-sandbox", "--disable-gpu", "--disable-gpu-compositing", "--num-raster-threads=1"],
    }


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


@pytest.fixture(autouse=True)
def _nothing_stays_open(request: pytest.FixtureRequest) -> Iterator[None]:
    """What a test opened in the browser is closed after it: it would go on asking, and writing what was typed."""
    if "browser" not in request.fixturenames:
        yield
        return
    browser: Browser = request.getfixturevalue("browser")
    before = list(browser.contexts)
    yield
    for context in browser.contexts:
        if context not in before:
            context.close()


class KeptServer(RunningServer):
    """The server that the tests of this process use after one another, on a database with the seed."""

    def __init__(self, database: URL, *, log: Path, seeded: Path) -> None:
        super().__init__(database, log=log)
        self._seeded = seeded
        self._was_written_in = True

    def to_write_in(self) -> RunningServer:
        """As if nobody ever used it."""
        self.begin_anew(self._seeded)
        self._was_written_in = True
        return self

    def to_look_at(self) -> RunningServer:
        """The same, but what another one looked at before may still be warm."""
        if self._was_written_in:
            self.begin_anew(self._seeded)
            self._was_written_in = False
        return self


@pytest.fixture(scope="session")
def kept_server(shared_room: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[KeptServer]:
    """One server for all tests of this process, which starts when the first of them needs it."""
    room, seeded = tmp_path_factory.mktemp("server"), sqlite_template(shared_room, state="seeded")
    database = URL.create("sqlite", database=str(room / "browser.sqlite"))
    server = KeptServer(database, log=room / "server.log", seeded=seeded)
    yield server
    server.stop()


@pytest.fixture
def server(kept_server: KeptServer) -> RunningServer:
    """A server of this test alone on a seeded database: write, kill and restart as you like."""
    return kept_server.to_write_in()


@pytest.fixture
def reading_server(kept_server: KeptServer) -> RunningServer:
    """A server on a seeded database for a test that only looks."""
    return kept_server.to_look_at()


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
