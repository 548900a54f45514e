"""A draft is kept for who is signed in, no longer than that counts, and never with the proof of the other mode."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from httpx import Response
from sqlalchemy import Engine, update
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard import draft_route, drafts, identity_route, local_identity, sign_in
from dashboard.data import secrets_file
from dashboard.data.secrets_file import SecretsFile
from data_models import database
from data_models.access import Role
from data_models.commands import sign_ins
from data_models.commands.sign_ins import Claimed, Grant
from data_models.queries.sign_ins import SignedIn, signed_in
from data_models.tables import SignIn
from data_models.tables.declaration import now

SUBJECT = "jeugdzorg||GM0034|2024#1"


@pytest.fixture
def client(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """The routes on this database, where people sign in."""
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
    monkeypatch.setattr(database, "DEFAULT_DATABASE", tmp_path / "var" / "default.sqlite")
    monkeypatch.setattr(secrets_file, "read", lambda: SecretsFile(content={"auth": {}}))
    sign_in.read_again()
    yield TestClient(Starlette(routes=[*draft_route.ROUTES, *identity_route.ROUTES]))
    monkeypatch.undo()
    sign_in.read_again()


@pytest.fixture
def anna(engine: Engine) -> SignedIn:
    """Somebody who just signed in."""
    claimed = Claimed("i|1", "Anna", "Gemeente Almere", "gemeente", (Grant("flevoland", Role.PARTICIPANT),))
    with database.writing(engine) as session:
        sign_ins.begin_sign_in(session, claimed=claimed, key="k", issued_at=now())
    with database.reading(engine) as session:
        found = signed_in(session, key="k")
    assert found is not None
    return found


def _token(anna: SignedIn, *, sign_in_id: int | None) -> str:
    region_id = anna.regions[0].region_id
    return drafts.sign(anna.person_id, region_id=region_id, subject=SUBJECT, sign_in_id=sign_in_id)


def _put(client: TestClient, token: str) -> Response:
    content = {"text": "Wij zien", "seen_version": 0, "base_version": 0}
    answer: Response = client.put("/concept", json=content, headers={"x-concept-token": token})
    return answer


def test_who_is_signed_in_keeps_a_draft(client: TestClient, anna: SignedIn) -> None:
    assert _put(client, _token(anna, sign_in_id=anna.sign_in_id)).json()["version"] == 1


@pytest.mark.parametrize("change", [{"ended_at": now()}, {"expires_at": now() - timedelta(seconds=1)}])
def test_who_is_signed_out_keeps_nothing_and_reads_nothing(
    client: TestClient, anna: SignedIn, engine: Engine, change: dict[str, object]
) -> None:
    token = _token(anna, sign_in_id=anna.sign_in_id)
    with database.writing(engine) as session:
        session.execute(update(SignIn).values(**change))
    answer = _put(client, token)
    assert (answer.status_code, answer.json()["problem"]) == (401, "signed_out")
    assert "meld u opnieuw aan" in answer.json()["sentence"]
    assert client.get("/concept", headers={"x-concept-token": token}).status_code == 401


def test_a_proof_of_local_mode_counts_for_nothing_where_people_sign_in(client: TestClient, anna: SignedIn) -> None:
    assert _put(client, _token(anna, sign_in_id=None)).json()["problem"] == "signed_out"


def test_a_proof_of_a_sign_in_counts_for_nothing_in_local_mode(
    client: TestClient, anna: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secrets_file, "read", SecretsFile)
    sign_in.read_again()
    assert _put(client, _token(anna, sign_in_id=anna.sign_in_id)).json()["problem"] == "signed_out"


def test_nobody_says_who_they_are_where_people_sign_in(client: TestClient, anna: SignedIn) -> None:
    said = {"name": "Indringer", "organisation": "Buiten", "perspective": "overig"}
    client.cookies.set(local_identity.COOKIE, local_identity.sign(anna.person_id))
    answer = client.post("/wie", json={**said, "changes": True})
    assert (answer.status_code, "set-cookie" in answer.headers) == (403, False)
