"""Every screen, at every size: Dutch, nothing that breaks WCAG 2.2 A and AA, and no request to anybody else."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Response

from tests.browser.conftest import KeptServer
from tests.browser.screen import SIZES, axe, open_page, wait_until_complete
from tests.browser.screens import VIEWS

pytestmark = pytest.mark.xdist_group("every screen")  # in one process, which opens each screen once
TELEPHONE = min(SIZES)
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


def _made(opened: Opened, *, width: int) -> Page:
    """The same screen in a window of this width, as when a telephone is turned."""
    if opened.page.viewport_size != {"width": width, "height": SIZES[width]}:
        opened.page.set_viewport_size({"width": width, "height": SIZES[width]})
        wait_until_complete(opened.page)
    return opened.page


@pytest.fixture(scope="module", params=VIEWS)
def opened(
    request: pytest.FixtureRequest,
    browser: Browser,
    browser_context_args: dict[str, Any],
    kept_server: KeptServer,
) -> Iterator[Opened]:
    """A screen that was opened once on a laptop, for every test that looks at it."""
    own = browser.new_context(**browser_context_args)
    screen = Opened(own.new_page())
    open_page(screen.page, f"{kept_server.to_look_at().address}/{VIEWS[request.param]}")
    yield screen
    own.close()


def test_a_screen_says_that_it_is_dutch_and_what_it_is_called(opened: Opened) -> None:
    assert opened.page.evaluate("document.documentElement.lang") == "nl"
    assert opened.page.title() not in ("", "Streamlit")
    assert opened.page.locator("h1").count() == 1


def test_axe_finds_nothing_however_wide_the_window_is(opened: Opened) -> None:
    found = {width: axe(_made(opened, width=width)) for width in SIZES}
    assert not any(found.values()), found


def test_a_screen_on_a_telephone_does_not_scroll_sideways(opened: Opened) -> None:
    page = _made(opened, width=TELEPHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= TELEPHONE
    main = page.locator('[data-testid="stMain"]')
    assert main.evaluate("main => main.scrollWidth") <= TELEPHONE


def test_a_screen_asks_nothing_of_another_host(opened: Opened) -> None:
    assert opened.asked
    hosts = {urlsplit(url).hostname for url in opened.asked if urlsplit(url).scheme not in ("data", "blob")}
    assert hosts == {"localhost"}


def test_a_screen_loads_without_errors_in_the_browser(opened: Opened) -> None:
    assert opened.problems == []
