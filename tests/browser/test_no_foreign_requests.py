"""The application asks nothing of any other host: it works without internet, and nobody else learns who reads what."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.running_server import RunningServer
from tests.browser.screen import open_page
from tests.browser.screens import SCREENS

# Streamlit asks for these beside a page's own path and does without.
STREAMLITS_OWN = ("/_stcore/health", "/_stcore/host-config")


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_asks_nothing_of_another_host(page: Page, reading_server: RunningServer, name: str) -> None:
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda websocket: asked.append(websocket.url))
    open_page(page, f"{reading_server.address}/{SCREENS[name]}")
    foreign = [
        url for url in asked if urlsplit(url).scheme not in ("data", "blob") and urlsplit(url).hostname != "localhost"
    ]
    assert asked
    assert foreign == []


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_loads_without_errors_in_the_browser(page: Page, reading_server: RunningServer, name: str) -> None:
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on(
        "console", lambda message: problems.append(message.text) if "Content Security Policy" in message.text else None
    )
    page.on(
        "response",
        lambda answer: (
            problems.append(f"{answer.status} {answer.url}")
            if answer.status >= 400 and not urlsplit(answer.url).path.endswith(STREAMLITS_OWN)
            else None
        ),
    )
    open_page(page, f"{reading_server.address}/{SCREENS[name]}")
    assert problems == []
