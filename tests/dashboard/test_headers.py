"""The headers and the shell that every page gets."""

import re
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard.ahead import SCRIPTS
from dashboard.headers import HEADERS, DutchShell, SafeHeaders, in_dutch

SHELL = Path(streamlit.__file__).parent.joinpath("static", "index.html").read_bytes()


async def _shell(request: Request) -> Response:
    if "if-none-match" in request.headers:
        return Response(status_code=304)
    return HTMLResponse(SHELL)


async def _text(_: Request) -> PlainTextResponse:
    return PlainTextResponse('<html lang="en">')


@pytest.fixture
def client() -> TestClient:
    """Streamlit's shell behind our middleware and its own compression."""
    middleware = [Middleware(SafeHeaders), Middleware(DutchShell), Middleware(GZipMiddleware, minimum_size=1)]
    return TestClient(Starlette(routes=[Route("/", _shell), Route("/text", _text)], middleware=middleware))


@pytest.mark.parametrize("name", HEADERS)
def test_every_answer_has_the_safe_headers(client: TestClient, name: str) -> None:
    assert client.get("/text").headers[name] == HEADERS[name]
    assert client.get("/nowhere").headers[name] == HEADERS[name]


def test_the_shell_of_this_streamlit_is_made_dutch() -> None:
    changed = in_dutch(SHELL)
    assert b'<html lang="nl">' in changed
    assert b"<title>Tellen en Vertellen</title>" in changed
    assert b"stCaptionContainer" in changed


def _asked(path: str, *, how: str) -> list[str]:
    """The scripts that the shell of a page asks for beside its own, by name without version."""
    added = in_dutch(SHELL, path=path).decode().removeprefix(SHELL.decode().partition("</head>")[0])
    links = re.findall(rf'rel="{how}"[^>]* href="./static/js/([^"]+)"', added)
    assert all((SCRIPTS / name).exists() for name in links)
    return [name.partition(".")[0] for name in links if name.encode() not in SHELL]


def test_what_draws_charts_is_asked_for_at_once_where_a_page_begins_with_one_and_else_for_the_next_page() -> None:
    assert _asked("/cijfer", how="modulepreload").count("PlotlyChart") == 1
    assert "PlotlyChart" not in _asked("/", how="modulepreload")
    assert "PlotlyChart" in _asked("/", how="prefetch")
    assert "PlotlyChart" not in _asked("/cijfer", how="prefetch")


def test_with_a_part_of_the_screen_all_that_it_imports_is_asked_for_and_nothing_twice() -> None:
    asked = _asked("/", how="modulepreload")
    assert {"Selectbox", "useMenuTrigger", "useFilter"} <= set(asked)
    assert len(asked) == len(set(asked))


def test_a_page_is_dutch_and_complete_for_a_browser(client: TestClient) -> None:
    answer = client.get("/", headers={"accept": "text/html,*/*", "accept-encoding": "gzip"})
    assert answer.text == in_dutch(SHELL).decode()
    assert int(answer.headers["content-length"]) == len(in_dutch(SHELL))


def test_an_older_shell_in_the_browsers_cache_is_not_used_again(client: TestClient) -> None:
    assert client.get("/", headers={"accept": "text/html", "if-none-match": '"x"'}).status_code == 200


def test_what_is_not_html_is_left_alone(client: TestClient) -> None:
    assert client.get("/text", headers={"accept": "text/html"}).text == '<html lang="en">'


def test_the_policy_lets_no_other_host_in() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "http:" not in policy
    assert "https:" not in policy
    assert "*" not in policy


async def _cookies(_: Request) -> Response:
    answer = Response()
    answer.set_cookie("_streamlit_user", "a", httponly=True)
    answer.set_cookie("own", "b", secure=True)
    return answer


@pytest.mark.parametrize("secure", [True, False])
def test_where_people_come_by_https_nothing_travels_otherwise(secure: bool) -> None:
    app = Starlette(routes=[Route("/", _cookies)], middleware=[Middleware(SafeHeaders, secure=secure)])
    answer = TestClient(app).get("/")
    streamlits, own = answer.headers.get_list("set-cookie")
    assert streamlits.startswith("_streamlit_user=a; HttpOnly")
    assert streamlits.endswith("; Secure") == secure
    assert own.count("Secure") == 1
    assert ("strict-transport-security" in answer.headers) == secure
