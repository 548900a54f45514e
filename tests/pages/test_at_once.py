"""Two people who open the same page at the same moment both get their screen."""

from pathlib import Path

import pytest
from sqlalchemy import Engine
from streamlit.runtime import Runtime
from streamlit.testing.v1 import AppTest

from dashboard.components import following
from tests.pages.screen import headings

APP = Path(__file__).resolve().parents[2] / "dashboard" / "app.py"


def test_who_opens_a_page_while_somebody_else_is_opening_it_takes_nothing_from_them(
    app_database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    others: list[AppTest] = []

    def meanwhile(*_: object, **__: object) -> None:
        if not others:
            others.append(AppTest.from_file(APP, default_timeout=60))
            runtime = Runtime._instance  # one AppTest takes the one in use away when it is ready
            others[0].run()
            Runtime._instance = runtime

    monkeypatch.setattr(following, "follow", meanwhile)
    first = AppTest.from_file(APP, default_timeout=60).run()
    for app in (first, *others):
        assert [error.value for error in app.error] == []
        assert headings(app)[0].startswith("Staat van de jeugd in ")
