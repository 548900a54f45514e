"""The route that remembers who sits at this computer."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard import identity_route, local_identity
from data_models import database
from data_models.tables import Person

ANNA = {"name": "Anna de Vries", "organisation": "gemeente Almere", "perspective": "gemeente"}


@pytest.fixture
def client(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """The route on this database."""
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
    monkeypatch.setattr(database, "DEFAULT_DATABASE", tmp_path / "var" / "default.sqlite")
    return TestClient(Starlette(routes=identity_route.ROUTES))


def names(engine: Engine) -> list[str]:
    with database.reading(engine) as session:
        return list(session.scalars(select(Person.name).order_by(Person.id)))


def test_who_someone_is_stays_a_year_in_a_cookie_that_scripts_cannot_read(client: TestClient, engine: Engine) -> None:
    answer = client.post("/wie", json={**ANNA, "name": "  Anna \n de Vries "})
    assert answer.status_code == 200
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Max-Age=31536000" in cookie
    assert names(engine) == ["Anna de Vries"]
    assert local_identity.read(client.cookies[local_identity.COOKIE]) is not None


def test_correcting_a_name_keeps_the_person_and_somebody_else_is_another(client: TestClient, engine: Engine) -> None:
    client.post("/wie", json=ANNA)
    first = client.cookies[local_identity.COOKIE]
    client.post("/wie", json={**ANNA, "name": "Anne de Vries", "changes": True})
    assert client.cookies[local_identity.COOKIE] == first
    assert names(engine) == ["Anne de Vries"]
    client.post("/wie", json={**ANNA, "name": "Bram"})
    assert names(engine) == ["Anne de Vries", "Bram"]


def test_somebody_can_be_forgotten(client: TestClient) -> None:
    client.post("/wie", json=ANNA)
    client.delete("/wie")
    assert local_identity.COOKIE not in client.cookies


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"name": "  "}, "Vul uw naam in"),
        ({"organisation": ""}, "Vul uw organisatie in"),
        ({"perspective": ""}, "Kies het perspectief"),
        ({"perspective": "koning"}, "Kies het perspectief"),
        ({"name": "a" * 121}, "mogen elk 120 tekens"),
        ({"name": "a" * 20_000}, "mogen elk 120 tekens"),
        ({"name": "a\x00"}, "niet te lezen"),
        ({"name": "a\ud83d"}, "niet te lezen"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(
    client: TestClient, engine: Engine, changed: dict[str, Any], sentence: str
) -> None:
    answer = client.post("/wie", content=json.dumps({**ANNA, **changed}))
    assert answer.status_code == 422
    assert sentence in answer.json()["sentence"]
    assert names(engine) == []


def test_another_site_cannot_say_who_someone_is(client: TestClient, engine: Engine) -> None:
    assert client.post("/wie", json=ANNA, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert client.delete("/wie", headers={"origin": "https://elders.example"}).status_code == 403
    assert names(engine) == []


def test_a_phone_number_in_a_name_is_refused_with_what_was_seen(client: TestClient, engine: Engine) -> None:
    answer = client.post("/wie", json={**ANNA, "name": "Anna 06-12345678"})
    assert answer.status_code == 422
    assert answer.json()["sentence"].startswith("Naam of organisatie bevat een telefoonnummer.")
    assert names(engine) == []
