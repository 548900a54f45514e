"""Only this computer may open the application, as long as nobody signs in; afterwards only under its own name."""

import socket
from collections.abc import Callable

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from dashboard import listening
from dashboard.loopback import OnlyOurHosts, is_loopback, refusal


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "localhost", "LOCALHOST", "::1", "[::1]", "127.8.9.10", "::ffff:127.0.0.1"]
)
def test_an_address_of_this_computer_may_be_listened_on(address: str) -> None:
    assert refusal(address) == ""


@pytest.mark.parametrize(
    "address",
    ["0.0.0.0", "::", "192.168.1.20", "::ffff:192.168.1.20", "0", "example.org", "localhost.example.org", "unix:///x"],
)
def test_a_public_address_is_refused_with_a_sentence(address: str) -> None:
    assert address in refusal(address)
    assert "aanmelden" in refusal(address)


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


@pytest.mark.parametrize(("listened", "public"), [({"127.0.0.1", "::1"}, ""), ({"127.0.0.1", "0.0.0.0"}, "0.0.0.0")])
def test_what_the_server_really_listens_on_counts_whatever_it_was_told(listened: set[str], public: str) -> None:
    sentence = refusal("127.0.0.1", listening=listened)
    assert (f"'{public}'" in sentence) if public else sentence == ""


def test_a_socket_that_waits_for_the_network_is_found_and_a_closed_or_connected_one_is_not() -> None:
    with socket.socket() as waiting:
        waiting.bind(("0.0.0.0", 0))
        assert "0.0.0.0" in listening.addresses()
    assert "0.0.0.0" not in listening.addresses()
    with socket.socket() as own:
        own.bind(("127.0.0.2", 0))
        own.listen()
        with socket.create_connection(own.getsockname(), source_address=("127.0.0.3", 0)):
            assert "127.0.0.3" not in listening.addresses()


Connect = Callable[..., TestClient]
STREAM = "ws://localhost/stream"


@pytest.fixture
def connect() -> Connect:
    """A small application behind the middleware, and who connects to it, from where, along which address."""

    def connected(
        *, client: str = "127.0.0.1", server: str = "localhost", hosts: tuple[str, ...] = (), scheme: str = "http"
    ) -> TestClient:
        routes = [Route("/", _page), Route("/health", _page), WebSocketRoute("/stream", _stream)]
        app = Starlette(routes=routes, middleware=[Middleware(OnlyOurHosts, hosts=hosts)])
        return TestClient(app, base_url=f"{scheme}://{server}", client=(client, 50_000))

    return connected


@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1:8501", "[::1]:8501", "localhost"])
def test_a_request_for_this_computer_is_let_in(connect: Connect, host: str) -> None:
    assert connect().get("/", headers={"host": host}).text == "binnen"
    assert connect(client="::1").get("/", headers={"host": host, "origin": f"http://{host}"}).text == "binnen"


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8501", "localhost.evil.example", ""])
def test_a_request_for_another_host_is_refused(connect: Connect, host: str) -> None:
    answer = connect().get("/", headers={"host": host})
    assert answer.status_code == 400
    assert "localhost" in answer.text


@pytest.mark.parametrize("ends", [{"client": "192.168.1.20"}, {"server": "192.168.1.20"}, {"client": ""}])
def test_a_request_along_the_network_is_refused_whatever_host_it_claims(connect: Connect, ends: dict[str, str]) -> None:
    client = connect(**ends)
    answer = client.get("/", headers={"host": "localhost"})
    assert answer.status_code == 400
    assert "zolang aanmelden niet is ingesteld" in answer.text
    stream = f"ws://{ends.get('server', 'localhost')}/stream"
    with pytest.raises(WebSocketDisconnect), client.websocket_connect(stream, headers={"host": "localhost"}):
        pass


@pytest.mark.parametrize(
    "header", ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded", "X-Real-IP", "Via"]
)
def test_a_proxy_on_this_computer_is_refused(connect: Connect, header: str) -> None:
    answer = connect().get("/", headers={header: "127.0.0.1"})
    assert answer.status_code == 400
    assert "proxy" in answer.text


def test_a_page_of_another_site_cannot_ask_anything_here(connect: Connect) -> None:
    headers = {"host": "localhost", "origin": "https://elders.example"}
    assert connect().get("/", headers=headers).status_code == 400
    with pytest.raises(WebSocketDisconnect), connect().websocket_connect(STREAM, headers=headers):
        pass


@pytest.mark.parametrize("hosts", [(), ("localhost",)])
def test_a_page_that_hides_where_it_is_from_opens_no_websocket(connect: Connect, hosts: tuple[str, ...]) -> None:
    """A frame that a foreign page shuts in (`sandbox`) says `null`; our own pages never do at a websocket."""
    headers = {"host": "localhost", "origin": "null"}
    with (
        pytest.raises(WebSocketDisconnect),
        connect(hosts=hosts).websocket_connect(STREAM, headers=headers) as websocket,
    ):
        websocket.receive_text()
    assert connect(hosts=hosts).get("/", headers=headers).status_code == 200


def test_a_websocket_for_another_host_is_refused(connect: Connect) -> None:
    with pytest.raises(WebSocketDisconnect), connect().websocket_connect(STREAM, headers={"host": "evil.example"}):
        pass


def test_a_websocket_for_this_computer_is_let_in(connect: Connect) -> None:
    with connect().websocket_connect(STREAM, headers={"host": "localhost:8501"}) as websocket:
        assert websocket.receive_text() == "binnen"


def test_once_people_sign_in_others_may_come_but_only_under_the_name_that_was_set(connect: Connect) -> None:
    client = connect(client="192.168.1.20", server="10.0.0.4", hosts=("jeugd.example",))
    for host, status in (
        ("jeugd.example", 200),
        ("JEUGD.example:443", 200),
        ("evil.example", 400),
        ("10.0.0.4", 400),
        ("localhost", 400),
        ("", 400),
    ):
        assert client.get("/", headers={"host": host, "x-forwarded-for": "10.9.8.7"}).status_code == status
    with client.websocket_connect(STREAM, headers={"host": "jeugd.example"}) as websocket:
        assert websocket.receive_text() == "binnen"
    with pytest.raises(WebSocketDisconnect), client.websocket_connect(STREAM, headers={"host": "evil.example"}):
        pass


def test_health_may_be_asked_under_the_name_of_this_computer_too_once_people_sign_in(connect: Connect) -> None:
    client = connect(hosts=("jeugd.example",))
    assert client.get("/health", headers={"host": "127.0.0.1:8501"}).status_code == 200
    assert client.get("/health", headers={"host": "evil.example"}).status_code == 400
    assert connect().get("/health", headers={"host": "evil.example"}).status_code == 400
