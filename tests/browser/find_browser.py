"""A Chromium to test in: the one of this machine, else Playwright's, else one that is installed now."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
ON_A_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
FAILURE = (
    "De browsertests hebben Chromium nodig, en die is hier niet te vinden of te installeren. "
    "Installeer Chromium of Chrome, of zet BROWSER_PATH op het pad ervan, en begin opnieuw."
)
PLAYWRIGHT_MINUTES = 5


def _playwrights_own() -> Iterator[str]:
    room = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    rooms = (
        [Path(room)]
        if room
        else [Path.home() / ".cache" / "ms-playwright", Path.home() / "Library/Caches/ms-playwright"]
    )
    for place in rooms:
        for pattern in ("chromium-*/chrome-linux*/chrome", "chromium-*/chrome-mac*/*.app/Contents/MacOS/*"):
            yield from (str(path) for path in sorted(place.glob(pattern), reverse=True))


def _candidates() -> Iterator[str]:
    if chosen := os.environ.get("BROWSER_PATH"):
        yield chosen
    yield from (path for name in NAMES if (path := shutil.which(name)))
    yield from (path for path in ON_A_MAC if Path(path).exists())
    yield from _playwrights_own()


def starts(executable: str) -> bool:
    """Whether this browser really starts: it may be a stub, or miss a library."""
    command = [executable, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "about:blank"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=60, check=False)  # a path found above
    except (OSError, subprocess.TimeoutExpired):
        return False
    return b"<html>" in done.stdout


@lru_cache(maxsize=1)
def find() -> str | None:
    """The path of a browser that starts, or None."""
    return next((path for path in _candidates() if starts(path)), None)


def _attempts() -> Iterator[list[list[str]]]:
    yield [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get") and os.geteuid() == 0:
        yield [["apt-get", "update"], ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"]]


def find_or_install() -> str | None:
    """The path of a browser that starts, installed when there was none; None when that is impossible."""
    if found := find():
        return found
    for commands in _attempts():
        for command in commands:
            print(f"Browser installeren: {' '.join(command[-3:])} …", flush=True)
            try:
                subprocess.run(  # fixed commands
                    command, capture_output=True, timeout=PLAYWRIGHT_MINUTES * 60, check=False
                )
            except (OSError, subprocess.TimeoutExpired):
                break
        find.cache_clear()
        if found := find():
            return found
    return None


if __name__ == "__main__":
    sys.exit(None if find_or_install() else FAILURE)
