"""Which browser the tests take: what was chosen, else a small one, else a whole one, and only one that starts."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser import find_browser

Have = Callable[..., None]


@pytest.fixture
def have(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Have]:
    """Say which browsers are on this computer, by their names, and which of them do not start."""

    def having(*names: str, broken: tuple[str, ...] = ()) -> None:
        monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}" if name in names else None)
        monkeypatch.setattr(find_browser, "starts", lambda path: Path(path).name not in broken)

    monkeypatch.delenv("BROWSER_PATH", raising=False)
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))
    monkeypatch.setattr(find_browser, "ON_A_MAC", ())
    find_browser.find.cache_clear()
    yield having
    find_browser.find.cache_clear()


def test_a_small_browser_goes_before_a_whole_one(have: Have) -> None:
    have("google-chrome", "chromium", "chromium-headless-shell")
    assert find_browser.find() == "/usr/bin/chromium-headless-shell"


def test_what_does_not_start_is_passed_over(have: Have) -> None:
    have("google-chrome", "chromium", "chromium-headless-shell", broken=("chromium-headless-shell", "chromium"))
    assert find_browser.find() == "/usr/bin/google-chrome"


def test_what_was_chosen_goes_before_everything_else(have: Have, monkeypatch: pytest.MonkeyPatch) -> None:
    have("chromium-headless-shell")
    monkeypatch.setenv("BROWSER_PATH", "/opt/eigen/browser")
    assert find_browser.find() == "/opt/eigen/browser"


def test_playwrights_own_is_found_where_the_computer_has_none_the_newest_and_smallest_first(
    have: Have, tmp_path: Path
) -> None:
    have()
    for place in (
        "chromium-1200/chrome-linux/chrome",
        "chromium_headless_shell-1187/chrome-linux/headless_shell",
        "chromium_headless_shell-1200/chrome-linux/headless_shell",
    ):
        (tmp_path / place).parent.mkdir(parents=True)
        (tmp_path / place).touch()
    assert find_browser.find() == str(tmp_path / "chromium_headless_shell-1200/chrome-linux/headless_shell")


def test_without_any_there_is_none(have: Have) -> None:
    have("chromium", broken=("chromium",))
    assert find_browser.find() is None
