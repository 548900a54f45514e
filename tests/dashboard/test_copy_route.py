"""The route that hands out a copy: to who may, for a while, as long as they are signed in."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, update
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard import claims, copy_right, copy_route, sign_in
from dashboard.copying import kept
from dashboard.texts import copies as words
from data_models import database
from data_models.access import Actor, Role
from data_models.tables import SignIn
from data_models.tables.declaration import now
from tests.dashboard.signed_cookies import cookies, told
from tests.data_models.people_rows import add_actor, add_region


@pytest.fixture
def client(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """The route on this database, with a copy that is kept."""
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
    monkeypatch.setattr(database, "DEFAULT_DATABASE", tmp_path / "var" / "default.sqlite")
    return TestClient(Starlette(routes=copy_route.ROUTES))


@pytest.fixture
def anna(engine: Engine, client: TestClient, monkeypatch: pytest.MonkeyPatch) -> Actor:
    """Who manages the only real region, and is signed in, in this browser."""
    monkeypatch.setattr(sign_in, "is_configured", lambda: True)
    with database.writing(engine) as session:
        actor = add_actor(session, "Anna", region_id=add_region(session, "flevoland"), role=Role.ADMINISTRATOR)
        signed_in = SignIn(key=claims.key(told("n1")), person_id=actor.person_id, expires_at=now() + timedelta(hours=1))
        session.add(signed_in)
        session.flush()
        client.cookies.update(cookies(told("n1")))
        return Actor(actor.person_id, "Anna", "", "", actor.roles, actor.region_id, signed_in.id)


@pytest.fixture
def copy(client: TestClient) -> Path:
    """A kept copy."""
    path = kept.new_path("copy")
    path.write_bytes(b"PK" * 100_000)
    return path


def test_who_may_gets_the_file_and_nobody_keeps_it_on_the_way(client: TestClient, anna: Actor, copy: Path) -> None:
    answer = client.get(copy_right.link(copy.name, actor=anna), headers={"sec-fetch-site": "same-origin"})
    assert (answer.status_code, answer.content) == (200, copy.read_bytes())
    assert copy.name in answer.headers["content-disposition"]
    assert answer.headers["cache-control"] == "no-store"


def test_a_link_that_is_passed_on_gets_nothing_in_another_browser(
    client: TestClient, anna: Actor, copy: Path, engine: Engine
) -> None:
    link = copy_right.link(copy.name, actor=anna)
    with database.writing(engine) as session:
        until = now() + timedelta(hours=1)
        session.add(SignIn(key=claims.key(told("n2")), person_id=anna.person_id, expires_at=until))
    own = dict(client.cookies)
    forged = {name: value[:-2] + ("aa" if value[-2:] != "aa" else "bb") for name, value in own.items()}
    for others in ({}, cookies(told("n2")), forged, dict.fromkeys(own, "x")):
        client.cookies.clear()
        answer = client.get(link, headers={"cookie": "; ".join(f"{name}={value}" for name, value in others.items())})
        assert (answer.status_code, answer.text) == (403, words.LINK_NOT_ALLOWED), others
    client.cookies.update(own)
    assert client.get(link).status_code == 200


def test_who_has_so_many_roles_that_the_cookie_is_in_parts_gets_the_file(
    client: TestClient, anna: Actor, copy: Path, engine: Engine
) -> None:
    many = cookies(told("n1", roles=500))
    assert len(many) > 1
    client.cookies.clear()
    client.cookies.update(many)
    assert client.get(copy_right.link(copy.name, actor=anna)).status_code == 200
    client.cookies.delete(max(many))
    assert client.get(copy_right.link(copy.name, actor=anna)).status_code == 403


def test_a_link_on_a_page_of_somebody_else_gets_nothing(client: TestClient, anna: Actor, copy: Path) -> None:
    for site in ("cross-site", "same-site", "none"):
        answer = client.get(copy_right.link(copy.name, actor=anna), headers={"sec-fetch-site": site})
        assert answer.status_code == 403, site


@pytest.mark.parametrize("token", ["x", "W10.xyz", "..%2f..%2fetc%2fpasswd"])
def test_a_link_that_was_not_made_here_gets_nothing(client: TestClient, anna: Actor, copy: Path, token: str) -> None:
    assert client.get(f"/kopie/{token}").status_code in {403, 404}


def test_a_link_is_over_after_a_while(
    client: TestClient, anna: Actor, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copy_right, "VALID_FOR", -1)
    answer = client.get(copy_right.link(copy.name, actor=anna))
    assert (answer.status_code, "verlopen" in answer.text) == (410, True)


def test_who_signed_out_since_gets_nothing(client: TestClient, anna: Actor, copy: Path, engine: Engine) -> None:
    link = copy_right.link(copy.name, actor=anna)
    with database.writing(engine) as session:
        session.execute(update(SignIn).values(ended_at=now()))
    assert client.get(link).status_code == 403


def test_a_link_of_local_mode_gets_nothing_where_people_sign_in(
    client: TestClient, anna: Actor, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = copy_right.link(copy.name, actor=replace(anna, sign_in_id=None))
    assert client.get(link).status_code == 403
    monkeypatch.setattr(sign_in, "is_configured", lambda: False)
    assert client.get(link).status_code == 200


def test_who_does_not_manage_every_region_any_more_gets_nothing(
    client: TestClient, anna: Actor, copy: Path, engine: Engine
) -> None:
    link = copy_right.link(copy.name, actor=anna)
    with database.writing(engine) as session:
        add_region(session, "drenthe")
    assert client.get(link).status_code == 403


def test_a_name_that_is_no_kept_copy_leads_nowhere(client: TestClient, anna: Actor, copy: Path) -> None:
    (copy.parent / "geheim.txt").write_text("x")
    for name in ("geheim.txt", "../default.sqlite.secret", str(copy), "kopie-20260101T000000000000.zip"):
        answer = client.get(copy_right.link(name, actor=anna))
        assert (answer.status_code, "niet meer op de server" in answer.text) == (410, True)
