"""The route that tells an open screen whether something changed."""

from pathlib import Path

import pytest
from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard import news_route
from dashboard.data import news
from data_models import database
from data_models.commands import topics
from tests.data_models.people_rows import add_region


def test_a_topic_has_another_word_after_a_change_and_the_others_keep_theirs(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
    client = TestClient(Starlette(routes=news_route.ROUTES))

    def words() -> dict[str, str]:
        news.forget()  # a quarter of a second later
        answer = client.get("/nieuws")
        assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
        return dict(answer.json())

    with database.writing(engine) as session:
        region_id = add_region(session, "flevoland")
    first = words()
    assert words() == first
    with database.writing(engine) as session:
        topics.bump(session, topic="stories", region_id=region_id)
    second = words()
    assert {topic for topic in first if second[topic] != first[topic]} == {"stories"}
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}")  # a folder: no database answers
    news.forget()
    assert client.get("/nieuws").status_code == 503
