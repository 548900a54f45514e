"""The route that keeps drafts: who may write, what is refused, and that nothing is overwritten unseen."""

import re
from pathlib import Path

import pytest
from httpx import Response
from sqlalchemy import Engine, create_engine, select
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard import draft_route, drafts
from data_models import database
from data_models.commands.people import register_person
from data_models.queries.people import region_of_kind
from data_models.tables import Draft, PersonRole

SUBJECT = "jeugdzorg||GM0034|2024#1"


@pytest.fixture
def client(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """The route on this database."""
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
    monkeypatch.setattr(database, "DEFAULT_DATABASE", tmp_path / "var" / "default.sqlite")
    return TestClient(Starlette(routes=draft_route.ROUTES))


@pytest.fixture
def token(client: TestClient, engine: Engine) -> str:
    """The right of somebody to write one answer."""
    with database.writing(engine) as session:
        person_id = register_person(session, name="Anna", organisation="gemeente Almere", perspective="gemeente")
        region_id = region_of_kind(session, fictional=False)
    assert region_id is not None
    return drafts.sign(person_id, region_id=region_id, subject=SUBJECT)


def put(client: TestClient, token: str, text: str, *, seen: int = 0, base: int = 0, **more: object) -> Response:
    content = {"text": text, "seen_version": seen, "base_version": base, **more}
    answer: Response = client.put("/concept", json=content, headers={"x-concept-token": token})
    return answer


def get(client: TestClient, token: str) -> dict[str, object]:
    answer: dict[str, object] = client.get("/concept", headers={"x-concept-token": token}).json()
    return answer


def test_a_draft_is_kept_with_its_version_and_the_time_here(client: TestClient, token: str) -> None:
    assert put(client, token, "Wij zien").json()["version"] == 1
    answer = put(client, token, "Wij zien dit ook: 's-Hertogenbosch, 🙂, <b>", seen=1)
    assert answer.status_code == 200
    assert answer.json()["version"] == 2
    assert re.fullmatch(r"\d\d:\d\d", answer.json()["saved_at"])
    assert get(client, token)["text"] == "Wij zien dit ook: 's-Hertogenbosch, 🙂, <b>"


def test_nothing_stands_before_the_first_word(client: TestClient, token: str) -> None:
    assert get(client, token) == {"text": "", "version": 0}


def test_saving_the_same_text_again_after_a_lost_answer_changes_nothing(client: TestClient, token: str) -> None:
    first = put(client, token, "Wij zien").json()
    assert put(client, token, "Wij zien").json() == first


def test_a_text_that_was_changed_elsewhere_is_not_overwritten_and_both_are_told(client: TestClient, token: str) -> None:
    put(client, token, "Van de laptop")
    answer = put(client, token, "Van de telefoon")
    assert answer.status_code == 409
    assert answer.json()["mine"] == "Van de telefoon"
    assert answer.json()["other"] == {"text": "Van de laptop", "version": 1}
    assert get(client, token)["text"] == "Van de laptop"


def test_what_follows_on_an_own_text_whose_answer_got_lost_is_saved(client: TestClient, token: str) -> None:
    put(client, token, "Wij zi")
    answer = put(client, token, "Wij zien dit", follows=["Wij zi"])
    assert (answer.status_code, answer.json()["version"]) == (200, 2)
    assert get(client, token)["text"] == "Wij zien dit"


def test_a_draft_that_was_shared_meanwhile_conflicts_with_nothing_but_says_so(client: TestClient, token: str) -> None:
    answer = put(client, token, "Nog een woord", seen=4)
    assert answer.status_code == 409
    assert answer.json()["other"] == {"text": "", "version": 0}


def test_a_browser_that_closes_may_post_with_the_token_in_the_body(client: TestClient, token: str) -> None:
    content = {"token": token, "text": "Midden in een zi", "seen_version": 0, "base_version": 0}
    assert client.post("/concept", json=content).status_code == 200
    assert get(client, token)["text"] == "Midden in een zi"


def test_the_version_of_the_contribution_travels_along(client: TestClient, token: str, engine: Engine) -> None:
    put(client, token, "Gewijzigd", base=3)
    with database.reading(engine) as session:
        assert session.scalars(select(Draft.base_version)).one() == 3


def test_without_a_token_of_ours_nothing_is_kept(client: TestClient, token: str) -> None:
    assert put(client, token[:-2] + "xx", "Wij zien").status_code == 403
    assert put(client, "onzin", "Wij zien").status_code == 403
    assert get(client, token)["version"] == 0


def test_an_expired_token_asks_for_a_new_one(client: TestClient, token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    later = drafts.read(token).expires + 1.0
    monkeypatch.setattr("time.time", lambda: later)
    answer = put(client, token, "Wij zien")
    assert (answer.status_code, answer.json()["problem"]) == (401, "expired")


def test_the_role_is_asked_again_at_every_save(client: TestClient, token: str, engine: Engine) -> None:
    put(client, token, "Wij zien")
    with database.writing(engine) as session:
        for role in session.scalars(select(PersonRole)):
            role.role = "ambassador"
    assert put(client, token, "Wij zien dit", seen=1).status_code == 403
    with database.writing(engine) as session:
        for role in session.scalars(select(PersonRole)):
            session.delete(role)
    assert put(client, token, "Wij zien dit", seen=1).status_code == 403
    assert client.get("/concept", headers={"x-concept-token": token}).status_code == 403


def test_five_thousand_characters_are_kept_and_one_more_is_refused(client: TestClient, token: str) -> None:
    assert put(client, token, "é" * 5_000).status_code == 200
    answer = put(client, token, "é" * 5_001, seen=1)
    assert answer.status_code == 413
    assert "5.000 tekens" in answer.json()["sentence"]
    assert get(client, token)["text"] == "é" * 5_000


def test_a_huge_request_is_refused_before_it_is_read(client: TestClient, token: str) -> None:
    huge = b'{"text": "' + b"x" * 2_000_000
    assert client.put("/concept", content=huge, headers={"x-concept-token": token}).status_code == 413


@pytest.mark.parametrize(
    "body",
    [b"", b"x", b"[]", b"{}", b'{"text": 1, "seen_version": 0, "base_version": 0}', b"[" * 100_000, b"\xff\xfe"],
)
def test_what_is_no_draft_is_refused(client: TestClient, token: str, body: bytes) -> None:
    answer = client.put("/concept", content=body, headers={"x-concept-token": token})
    assert answer.status_code == 400


def test_half_a_character_pair_and_a_zero_do_not_stop_the_rest(client: TestClient, token: str) -> None:
    body = b'{"text": "a\\ud83db\\u0000c", "seen_version": 0, "base_version": 0}'
    assert client.put("/concept", content=body, headers={"x-concept-token": token}).status_code == 200
    assert get(client, token)["text"] == "a?bc"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin", "origin": "http://testserver"}, 200),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "http://testserver"}, 200),
        ({"origin": "http://elders.example"}, 403),
        ({"origin": "null"}, 403),
    ],
)
def test_only_our_own_pages_may_save(client: TestClient, token: str, headers: dict[str, str], status: int) -> None:
    content = {"token": token, "text": "Wij", "seen_version": 0, "base_version": 0}
    assert client.put("/concept", json=content, headers=headers).status_code == status


def test_a_database_that_is_away_is_said_in_a_sentence(
    client: TestClient, token: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = create_engine(f"sqlite:///{tmp_path / 'nowhere' / 'gone.sqlite'}")
    monkeypatch.setattr(database, "engine", lambda: away)
    answer = put(client, token, "Wij zien")
    assert answer.status_code == 503
    assert answer.json()["sentence"].startswith("De database antwoordt niet")
