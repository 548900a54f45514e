"""The route for who was invited: what is kept, what is refused, and that it lasts no longer than the invitation."""

from pathlib import Path

import pytest
from httpx import Response
from sqlalchemy import Engine, update
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard import drafts, invited_right, invited_route
from dashboard.pace import Pace, TooFastError
from data_models import database
from data_models.access import Role
from data_models.commands import invitations, invited
from data_models.facts import FigureSubject, PictureSubject
from data_models.queries.invitations import hash_of
from data_models.tables import Invitation
from data_models.tables.declaration import now
from tests.data_models.people_rows import add_actor, add_region

PICTURE = PictureSubject((FigureSubject("jeugdzorg", "", "GM0034", "2024"),))
FOREIGN = {"sec-fetch-site": "cross-site"}


@pytest.fixture
def client(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """The route on this database."""
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
    monkeypatch.setattr(database, "DEFAULT_DATABASE", tmp_path / "var" / "default.sqlite")
    monkeypatch.setattr(invited_route, "_pace", Pace(12))
    return TestClient(Starlette(routes=invited_route.ROUTES))


@pytest.fixture
def token_hash(client: TestClient, engine: Engine) -> str:
    """An invitation, by what is kept of its token."""
    with database.writing(engine) as session:
        officer = add_actor(session, "Anna", region_id=add_region(session, "flevoland"), role=Role.CHAIR)
        token = invitations.invite(session, actor=officer, picture=PICTURE, perspective="ouders", days=7)
    return hash_of(token)


def put(client: TestClient, token: str, text: str, *, seen: int = 0, headers: dict[str, str] | None = None) -> Response:
    content = {"text": text, "seen_version": seen, "base_version": 0}
    answer: Response = client.put("/uitgenodigd", json=content, headers={"x-concept-token": token, **(headers or {})})
    return answer


def test_what_is_typed_is_kept_until_it_is_sent(client: TestClient, token_hash: str) -> None:
    right = invited_right.sign(token_hash, question=2)
    assert put(client, right, "Wij zien: 's-Hertogenbosch, 🙂, <b>").json()["version"] == 1
    conflict = put(client, right, "Uit een ander venster")
    assert (conflict.status_code, conflict.json()["other"]["version"]) == (409, 1)
    standing = client.get("/uitgenodigd", headers={"x-concept-token": right}).json()
    assert standing == {"text": "Wij zien: 's-Hertogenbosch, 🙂, <b>", "version": 1}
    assert put(client, invited_right.sign(token_hash, question=0), "x" * 121).status_code == 413
    with database.writing() as session:
        invited.send(session, token_hash=token_hash, seen={2: 1})
    refused = put(client, right, "Nog iets", seen=1)
    assert (refused.status_code, refused.json()["problem"]) == (403, "role")


def test_what_is_not_of_this_invitation_is_refused(client: TestClient, token_hash: str, engine: Engine) -> None:
    right = invited_right.sign(token_hash, question=2)
    for token in (
        token_hash,
        "x",
        drafts.sign(1, region_id=1, subject="x"),
        invited_right.sign(hash_of("y"), question=2),
    ):
        assert put(client, token, "Iets").status_code == 403
    assert put(client, right, "Iets", headers=FOREIGN).status_code == 403
    assert client.put("/uitgenodigd", content=b"geen json", headers={"x-concept-token": right}).status_code == 400
    with database.writing(engine) as session:
        session.execute(update(Invitation).values(ends_at=now()))
    over = put(client, right, "Iets")
    assert (over.status_code, "voorbij" in over.json()["sentence"]) == (403, True)


def test_who_writes_faster_than_anybody_types_is_held_up(client: TestClient, token_hash: str) -> None:
    right = invited_right.sign(token_hash, question=2)
    answers = [put(client, right, f"Tekst {number}", seen=number).status_code for number in range(13)]
    assert answers == [200] * 12 + [429]


def test_a_pace_is_of_each_by_themselves_and_of_the_last_minute() -> None:
    moment = [0.0]
    pace = Pace(2, clock=lambda: moment[0])
    for who in ("a", "a", "b"):
        pace.keep(who)
    with pytest.raises(TooFastError):
        pace.keep("a")
    moment[0] = 61
    pace.keep("a")
