"""The real server: its headers, its health, its refusals, and its return after a power failure."""

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page

from dashboard.headers import HEADERS
from dashboard.loopback import is_loopback
from tests.browser.running_server import PATIENCE, PROJECT, RunningServer, free_port
from tests.browser.screen import open_page, wait_until_complete
from tests.conftest import sqlite_template


def test_it_is_healthy_and_every_answer_has_the_safe_headers(reading_server: RunningServer) -> None:
    for path in ("/", "/health", "/_stcore/health"):
        with urlopen(reading_server.address + path, timeout=10) as answer:
            assert answer.status == 200
            assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_another_host_name_is_refused(reading_server: RunningServer) -> None:
    with pytest.raises(HTTPError) as refused:
        urlopen(Request(reading_server.address, headers={"Host": "evil.example"}), timeout=10)
    assert refused.value.code == 400


UVICORN = ("uvicorn", "dashboard.asgi:app")
STREAMLIT = ("streamlit", "run", "dashboard/asgi.py", "--server.port=0")
LATE = """
import sys, uvicorn
sys.path.insert(0, ".")
from dashboard.asgi import app
uvicorn.run(app, host="0.0.0.0", port=int(sys.argv[1]), log_level="error")
"""  # who imports the application before saying where it will listen


def outer_address() -> str:
    """The address of this computer in its network; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("203.0.113.1", 9))
        except OSError:
            return ""
        address: str = probe.getsockname()[0]
    return "" if is_loopback(address) else address


def environment(room: Path, **more: str) -> dict[str, str]:
    return {**os.environ, "DATABASE_URL": f"sqlite:///{room}/x.sqlite", "IMPORT_ROOM": str(room / "imports"), **more}


@pytest.mark.parametrize(
    ("arguments", "more"),
    [
        ((*STREAMLIT, "--server.address=0.0.0.0"), {}),
        ((*STREAMLIT, "--server.address="), {}),
        (STREAMLIT, {"STREAMLIT_SERVER_ADDRESS": "::"}),
        ((*UVICORN, "--host", "0.0.0.0", "--port", "0"), {}),
        ((*UVICORN, "--port", "0"), {"UVICORN_HOST": "::"}),
        ((*UVICORN, "--uds", "tellen.sock"), {}),
    ],
)
def test_it_does_not_start_where_others_could_open_it(
    arguments: tuple[str, ...], more: dict[str, str], tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=PROJECT,
        env=environment(tmp_path, **more),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode != 0
    assert "start niet" in done.stderr
    assert "aanmelden" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "x.sqlite").exists()


def test_what_comes_along_the_network_is_refused_though_the_server_listens_there(
    shared_room: Path, tmp_path: Path
) -> None:
    address = outer_address()
    if not address:
        pytest.skip("this computer has no address but its own")
    shutil.copyfile(sqlite_template(shared_room, state="seeded"), tmp_path / "x.sqlite")
    port = free_port()
    serving = subprocess.Popen(
        [sys.executable, "-c", LATE, str(port)], cwd=PROJECT, env=environment(tmp_path), stderr=subprocess.PIPE
    )
    try:
        healthy = eventually_answered(f"http://127.0.0.1:{port}/health")
        assert healthy == (200, '{"status":"ok"}')
        for host in (address, "localhost", f"127.0.0.1:{port}"):
            for path in ("/", "/health", "/_stcore/health"):
                assert "zolang aanmelden niet is ingesteld" in answered(f"http://{address}:{port}{path}", host=host)[1]
        said = websocket_answer(address, port=port, host="localhost")
        assert said.startswith("HTTP/1.1 403")
        assert websocket_answer("127.0.0.1", port=port, host="localhost").startswith("HTTP/1.1 101")
    finally:
        serving.terminate()
        serving.communicate(timeout=20)


def answered(address: str, *, host: str) -> tuple[int, str]:
    try:
        with urlopen(Request(address, headers={"Host": host}), timeout=10) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as refused:
        return refused.code, refused.read().decode()


def eventually_answered(address: str) -> tuple[int, str]:
    """The first answer, once there is one."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return answered(address, host="localhost")
        except URLError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def websocket_answer(address: str, *, port: int, host: str) -> str:
    """The first line of the answer to who asks for Streamlit's websocket."""
    lines = (
        "GET /_stcore/stream HTTP/1.1",
        f"Host: {host}",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    )
    with socket.create_connection((address, port), timeout=10) as asking:
        asking.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        return asking.recv(200).decode("latin-1")


def test_a_page_comes_back_by_itself_when_the_server_was_killed(page: Page, server: RunningServer) -> None:
    open_page(page, server.address)
    server.restart()
    wait_until_complete(page)
    assert page.locator("h1").count() == 1
