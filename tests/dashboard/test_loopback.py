"""Only this computer may open the application, as long as nobody signs in."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from dashboard.loopback import OnlyThisComputer, is_loopback, refusal


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "LOCALHOST", "::1", "[::1]", "127.8.9.10"])
def test_an_address_of_this_computer_may_be_listened_on(address: str) -> None:
    assert refusal(address) == ""


@pytest.mark.parametrize(
    "address", ["0.0.0.0", "::", "192.168.1.20", "example.org", "localhost.example.org", "unix:///x"]
)
def test_a_public_address_is_refused_with_a_sentence(address: str) -> None:
    assert address in refusal(address)
    assert "inloggen" in refusal(address)


@pytest.mark.parametrize("address", [None, ""])
def test_no_address_counts_as_public(address: str | None) -> None:
    assert "geen adres" in refusal(address)


def test_a_name_that_only_looks_like_an_address_is_not_this_computer() -> None:
    assert not is_loopback("127.0.0.1.example.org")


async def _page(_: Request) -> PlainTextResponse:
    return PlainTextResponse("binnen")


async def _stream(websocket: WebSocket) -> None:
    await websocket.accept()
    await websocket.send_text("binnen")
    await websocket.close()


@pytest.fixture
def client() -> TestClient:
    """A small application behind the middleware."""
    routes = [Route("/", _page), WebSocketRoute("/stream", _stream)]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(OnlyThisComputer)]))


@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1:8501", "[::1]:8501", "localhost"])
def test_a_request_for_this_computer_is_let_in(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).text == "binnen"


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8501", "localhost.evil.example", ""])
def test_a_request_for_another_host_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 400
    assert "localhost" in answer.text


def test_a_websocket_for_another_host_is_refused(client: TestClient) -> None:
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/stream", headers={"host": "evil.example"}):
        pass


def test_a_websocket_for_this_computer_is_let_in(client: TestClient) -> None:
    with client.websocket_connect("/stream", headers={"host": "localhost:8501"}) as websocket:
        assert websocket.receive_text() == "binnen"
