"""The server starts for this computer, or for people who sign in behind a wall; else it says what to set."""

import re
import socket
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from dashboard import free_port, listening, sign_in, starting
from dashboard.data import secrets_file
from dashboard.data.secrets_file import SecretsFile
from data_models import schema

SIGN_IN: dict[str, dict[str, str]] = {
    "auth": {
        "redirect_uri": "https://jeugd.example/oauth2callback",
        "cookie_secret": "b4J7qLw0ZtN3xVd9RfKy2HsUa6MeGcP8",
        "client_id": "tellen",
        "client_secret": "b4J7qLw0ZtN3",
        "server_metadata_url": "https://login.example/.well-known/openid-configuration",
    }
}


def settings(monkeypatch: pytest.MonkeyPatch, content: Mapping[str, Any]) -> None:
    monkeypatch.setattr(secrets_file, "read", lambda: SecretsFile(content=dict(content)))
    sign_in.read_again()
    monkeypatch.setattr(listening, "addresses", set)


@pytest.fixture(autouse=True)
def _forget_settings() -> Iterator[None]:
    yield
    sign_in.read_again()


def test_without_signing_in_only_an_address_of_this_computer_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    settings(monkeypatch, {})
    assert starting.refusal("127.0.0.1") == ""
    for public in ("0.0.0.0", "", None):
        assert "stel aanmelden in" in starting.refusal(public)


def test_when_people_sign_in_any_address_will_do(monkeypatch: pytest.MonkeyPatch, engine: Engine) -> None:
    settings(monkeypatch, SIGN_IN)
    monkeypatch.setattr(schema, "bypasses_security", lambda _: False)
    assert starting.refusal("0.0.0.0") == ""
    assert starting.refusal(None) == ""


def test_a_mistake_in_the_settings_of_signing_in_does_not_fall_back_to_no_signing_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings(monkeypatch, {"auth": {**SIGN_IN["auth"], "cookie_secret": "kort"}})
    assert "cookie_secret" in starting.refusal("127.0.0.1")


def test_a_database_role_that_no_wall_holds_does_not_serve_people_who_sign_in(
    monkeypatch: pytest.MonkeyPatch, engine: Engine
) -> None:
    settings(monkeypatch, SIGN_IN)
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
    if engine.dialect.name == "sqlite":
        assert starting.refusal("0.0.0.0") == ""
    else:  # who made the tables, in this test
        assert "DATABASE_OWNER_URL" in starting.refusal("0.0.0.0")


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("postgresql://jan:geheim@127.0.0.1:1/tellen", "is er niet of antwoordt niet"),
        ("sqlite:////proc/nergens/x.sqlite", "is er niet of antwoordt niet"),
        ("geen adres", "DATABASE_URL"),
    ],
)
def test_a_database_that_is_not_there_is_said_without_its_password(
    monkeypatch: pytest.MonkeyPatch, url: str, sentence: str
) -> None:
    settings(monkeypatch, {})
    monkeypatch.setenv("DATABASE_URL", url)
    assert sentence in starting.refusal("127.0.0.1")
    assert "geheim" not in starting.refusal("127.0.0.1")


def test_a_port_that_is_taken_or_is_none_is_said_before_the_server_starts() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert f"op poort {port} draait al iets" in free_port.problem(str(port))
    assert free_port.problem(str(port)) == ""
    for nonsense in ("", "x", "0", "-1", "65536", "²"):
        assert "is geen poort" in free_port.problem(nonsense)


def test_the_address_that_is_said_is_the_one_that_works(monkeypatch: pytest.MonkeyPatch) -> None:
    settings(monkeypatch, {})
    assert starting.address(8502) == "http://localhost:8502"
    settings(monkeypatch, SIGN_IN)
    assert starting.address(8502) == "https://jeugd.example"
    at_home = {**SIGN_IN["auth"], "redirect_uri": "http://localhost:8600/oauth2callback"}
    settings(monkeypatch, {"auth": at_home})
    assert starting.address(8600) == "http://localhost:8600"


def test_make_run_leaves_it_to_the_server_to_say_where_it_is() -> None:
    makefile = Path(__file__).resolve().parents[2].joinpath("Makefile").read_text(encoding="utf-8")
    (recipe,) = re.findall(r"^run:.*\n((?:\t.*\n)+)", makefile, flags=re.MULTILINE)
    assert "dashboard/asgi.py" in recipe
    assert "://" not in recipe
