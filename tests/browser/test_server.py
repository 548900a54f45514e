"""The real server: its headers, its health, its refusals, and its return after a power failure."""

import os
import subprocess
import sys
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page
from sqlalchemy import URL

from dashboard.headers import HEADERS
from tests.browser.running_server import PROJECT, RunningServer
from tests.browser.screen import open_page, wait_until_complete


def test_it_is_healthy_and_every_answer_has_the_safe_headers(reading_server: RunningServer) -> None:
    for path in ("/", "/health", "/_stcore/health"):
        with urlopen(reading_server.address + path, timeout=10) as answer:
            assert answer.status == 200
            assert {name: answer.headers[name] for name in HEADERS} == HEADERS


def test_another_host_name_is_refused(reading_server: RunningServer) -> None:
    with pytest.raises(HTTPError) as refused:
        urlopen(Request(reading_server.address, headers={"Host": "evil.example"}), timeout=10)
    assert refused.value.code == 400


@pytest.mark.parametrize("address", ["0.0.0.0", ""])
def test_it_does_not_start_on_a_public_address(address: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    own = URL.create("sqlite", database=str(tmp_path_factory.mktemp("refused") / "x.sqlite"))
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "streamlit",
            "run",
            "dashboard/asgi.py",
            f"--server.address={address}",
            "--server.port=0",
        ],
        cwd=PROJECT,
        env={**os.environ, "DATABASE_URL": str(own)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode != 0
    assert "start niet" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_page_comes_back_by_itself_when_the_server_was_killed(page: Page, server: RunningServer) -> None:
    open_page(page, server.address)
    server.restart()
    wait_until_complete(page)
    assert page.locator("h1").count() == 1
