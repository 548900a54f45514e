"""A screen that is drawn anew for what others did still says what was just done here."""

import pytest
from sqlalchemy import Engine
from streamlit.testing.v1 import AppTest

from dashboard.components import looking_again
from tests.pages.conftest import PATIENCE
from tests.pages.screen import says


def _screen() -> None:
    import streamlit as st

    from dashboard import this_session
    from dashboard.components.calm import keeping_calm
    from dashboard.components.happened import say_what_happened
    from dashboard.components.looking_again import look_again_for_norms
    from dashboard.data.reader import read_now

    with keeping_calm():
        say_what_happened("hier")
        if st.button("Opslaan"):
            this_session.tell(good="Het is opgeslagen.", place="hier")
            st.rerun()
        look_again_for_norms(read_now())


def test_what_was_said_of_ones_own_act_stays_when_news_comes_in_the_same_run(
    app_database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert app_database
    moved: list[bool] = []  # what the browser tells in the runs to come
    monkeypatch.setattr(looking_again, "watch_for_news", lambda *_, **__: bool(moved) and moved.pop())
    app = AppTest.from_function(_screen, default_timeout=PATIENCE).run()
    moved.append(True)
    app.button[0].click().run()
    assert moved == []  # it was drawn once more, for the news
    assert says(app, "Het is opgeslagen.")
    app.run()
    assert not says(app, "Het is opgeslagen.")  # the next thing that is done here ends it
