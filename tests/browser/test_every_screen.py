"""Every screen, at every size: Dutch, nothing that breaks WCAG 2.2 A and AA, and no request to anybody else."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Response

from tests.browser.running_server import RunningServer
from tests.browser.screen import SIZES, axe, open_page, wait_until_complete
from tests.browser.screens import VIEWS

pytestmark = pytest.mark.xdist_group("every screen")  # in one process, which opens each screen once
LAPTOP, TABLET, TELEPHONE = SIZES
# Streamlit asks for these beside a page's own path and does without.
STREAMLITS_OWN = ("/_stcore/health", "/_stcore/host-config")


@dataclass
class Opened:
    """A screen that was opened, what it asked of which address, and what the browser complained of."""

    page: Page
    asked: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("websocket", lambda websocket: self.asked.append(websocket.url))
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on("console", self._hear)
        self.page.on("response", self._look_at)

    def _hear(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.problems.append(message.text)

    def _look_at(self, answer: Response) -> None:
        if answer.status >= 400 and not urlsplit(answer.url).path.endswith(STREAMLITS_OWN):
            self.problems.append(f"{answer.status} {answer.url}")


def _opened(address: str, *, browser: Browser, context: dict[str, Any], width: int) -> Iterator[Opened]:
    own = browser.new_context(**{**context, "viewport": {"width": width, "height": SIZES[width]}})
    opened = Opened(own.new_page())
    open_page(opened.page, address)
    yield opened
    own.close()


@pytest.fixture(scope="module", params=VIEWS)
def on_a_laptop(
    request: pytest.FixtureRequest,
    browser: Browser,
    browser_context_args: dict[str, Any],
    reading_server: RunningServer,
) -> Iterator[Opened]:
    """A screen that was opened once, for every test that looks at it."""
    address = f"{reading_server.address}/{VIEWS[request.param]}"
    yield from _opened(address, browser=browser, context=browser_context_args, width=LAPTOP)


@pytest.fixture(scope="module", params=VIEWS)
def on_a_telephone(
    request: pytest.FixtureRequest,
    browser: Browser,
    browser_context_args: dict[str, Any],
    reading_server: RunningServer,
) -> Iterator[Opened]:
    """The same, opened on a telephone."""
    address = f"{reading_server.address}/{VIEWS[request.param]}"
    yield from _opened(address, browser=browser, context=browser_context_args, width=TELEPHONE)


def test_a_screen_says_that_it_is_dutch_and_what_it_is_called(on_a_laptop: Opened) -> None:
    assert on_a_laptop.page.evaluate("document.documentElement.lang") == "nl"
    assert on_a_laptop.page.title() not in ("", "Streamlit")
    assert on_a_laptop.page.locator("h1").count() == 1


def test_a_screen_asks_nothing_of_another_host(on_a_laptop: Opened) -> None:
    assert on_a_laptop.asked
    hosts = {urlsplit(url).hostname for url in on_a_laptop.asked if urlsplit(url).scheme not in ("data", "blob")}
    assert hosts == {"localhost"}


def test_a_screen_loads_without_errors_in_the_browser(on_a_laptop: Opened) -> None:
    assert on_a_laptop.problems == []


def test_axe_finds_nothing_on_a_laptop_nor_when_the_window_becomes_narrower(on_a_laptop: Opened) -> None:
    assert axe(on_a_laptop.page) == []
    on_a_laptop.page.set_viewport_size({"width": TABLET, "height": SIZES[TABLET]})
    wait_until_complete(on_a_laptop.page)
    assert axe(on_a_laptop.page) == []


def test_axe_finds_nothing_on_a_telephone(on_a_telephone: Opened) -> None:
    assert axe(on_a_telephone.page) == []


def test_a_screen_on_a_telephone_does_not_scroll_sideways(on_a_telephone: Opened) -> None:
    assert on_a_telephone.page.evaluate("document.documentElement.scrollWidth") <= TELEPHONE
    main = on_a_telephone.page.locator('[data-testid="stMain"]')
    assert main.evaluate("main => main.scrollWidth") <= TELEPHONE
