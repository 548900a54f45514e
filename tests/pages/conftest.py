"""A screen as a test opens it: its script, an address, and who sits at the computer."""

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import Engine
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from dashboard import local_identity
from dashboard.data import news
from data_models import database
from data_models.commands.people import register_person
from tests.conftest import sqlite_template

PAGES = Path(__file__).resolve().parents[2] / "pages"
PATIENCE = 60  # seconds a run may take on a busy machine

Open = Callable[..., AppTest]

# What is installed stays the same: AppTest looks through all of it for components again for each screen it opens.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)

# A page of the menu knows its address only when a running script imports it first, as in the application.
AppTest.from_string("import dashboard.navigation", default_timeout=PATIENCE).run()


@pytest.fixture
def app_database(shared_room: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """A seeded SQLite file that the screens read, with nothing remembered of another one."""
    copy = tmp_path / "app.sqlite"
    shutil.copyfile(sqlite_template(shared_room, state="seeded"), copy)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{copy}")
    st.cache_resource.clear()
    news.forget()
    yield database.engine()
    database.engine().dispose()
    st.cache_resource.clear()
    news.forget()


@pytest.fixture
def person_id(app_database: Engine, monkeypatch: pytest.MonkeyPatch) -> int:
    """Someone who said who they are; the cookie that AppTest cannot set says so."""
    with database.writing(app_database) as session:
        number = register_person(session, name="Anna", organisation="Gemeente Almere", perspective="gemeente")
    monkeypatch.setattr(local_identity, "read", lambda _: number)
    return number


@pytest.fixture
def open_page(app_database: Engine) -> Open:
    """Open a screen at an address; it must draw without an exception."""

    def opened(page: str, **address: str) -> AppTest:
        app = AppTest.from_file(PAGES / f"{page}.py", default_timeout=PATIENCE)
        for parameter, value in address.items():
            app.query_params[parameter] = value
        app.run()
        assert [one.value for one in app.exception] == []
        return app

    return opened
