"""After signing in one is where one was; never on another site; and a provider that is away is said in Dutch."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard.coming_back import COOKIE, ComingBack
from dashboard.sign_in import Provider

HERE = "http://testserver"
PLACE = "/cijfer?gebied=GM0034&indicator=jeugdzorg"


async def _login(request: Request) -> Response:
    if "weg" in request.query_params:
        return Response("Authentication error", status_code=400)
    return RedirectResponse("https://inloggen.nl/", status_code=302)


async def _callback(request: Request) -> Response:
    answer = RedirectResponse("/", status_code=302)
    if "code" in request.query_params:
        answer.set_cookie("_streamlit_user", "getekend")
    else:
        answer.delete_cookie("_streamlit_user")
    return answer


@pytest.fixture
def client() -> TestClient:
    """A browser at a server that signs in as Streamlit does."""
    app = Starlette(
        routes=[Route("/auth/login", _login), Route("/oauth2callback", _callback)],
        middleware=[Middleware(ComingBack, providers=(Provider("default", "inloggen.nl"),))],
    )
    return TestClient(app, follow_redirects=False)


def _comes_back(client: TestClient, referer: str, *, asked: str = "state=s&code=c") -> str:
    client.get("/auth/login", headers={"referer": referer})
    return str(client.get(f"/oauth2callback?{asked}").headers["location"])


def test_one_comes_back_to_the_page_and_choices_one_left(client: TestClient) -> None:
    assert _comes_back(client, HERE + PLACE) == PLACE
    assert COOKIE not in client.cookies


@pytest.mark.parametrize(
    "referer",
    [
        "https://elders.nl/cijfer",
        "",
        f"{HERE}//elders.nl/",
        f"{HERE}/\\elders.nl/",
        f"{HERE}/auth/login?x=1",
        f"{HERE}/?x={'a' * 3000}",
    ],
)
def test_one_never_comes_back_on_another_site(client: TestClient, referer: str) -> None:
    assert _comes_back(client, referer) == "/"


@pytest.mark.parametrize(
    "planted", ["https://elders.nl", "//elders.nl", "/%5Celders.nl", "%2F%2Felders.nl", "/a%0D%0AX: y"]
)
def test_a_planted_cookie_leads_nowhere(client: TestClient, planted: str) -> None:
    client.cookies.set(COOKIE, planted)
    assert client.get("/oauth2callback?state=s&code=c").headers["location"] == "/"


def test_who_did_not_sign_in_comes_back_with_that_said(client: TestClient) -> None:
    for asked in ("state=s&error=access_denied", "error=access_denied"):
        assert _comes_back(client, HERE + PLACE, asked=asked) == f"{PLACE}&aanmelden=mislukt"


def test_who_comes_from_signing_out_is_left_where_streamlit_puts_them(client: TestClient) -> None:
    assert client.get("/oauth2callback").headers["location"] == "/"


def test_a_provider_that_is_away_is_said_in_dutch_with_the_way_back(client: TestClient) -> None:
    answer = client.get("/auth/login?weg", headers={"referer": HERE + '/cijfer?gebied="><script>'})
    assert answer.status_code == 503
    assert "De aanmelddienst (inloggen.nl) antwoordt niet" in answer.text
    assert "Authentication error" not in answer.text
    assert "<script>" not in answer.text
    assert 'lang="nl"' in answer.text
