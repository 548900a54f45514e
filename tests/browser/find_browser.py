"""A Chromium to test in: without a window of its own if there is one, for that needs a third less of the processor."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

SMALL = "chromium-headless-shell"  # as Debian and Ubuntu call it
NAMES = (SMALL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
ON_A_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
FAILURE = (
    "De browsertests hebben Chromium nodig, en die is hier niet te vinden of te installeren. "
    "Installeer Chromium of Chrome, of zet BROWSER_PATH op het pad ervan, en begin opnieuw."
)
MINUTES = 5  # that an installation may take


def _playwrights_own() -> Iterator[str]:
    room = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    rooms = (
        [Path(room)]
        if room
        else [Path.home() / ".cache" / "ms-playwright", Path.home() / "Library/Caches/ms-playwright"]
    )
    for place in rooms:
        for pattern in (
            "chromium_headless_shell-*/chrom*/*headless?shell*",
            "chromium-*/chrome-linux*/chrome",
            "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
        ):
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


def _is_small(executable: str) -> bool:
    return "headless" in Path(executable).name


def _attempts() -> Iterator[list[list[str]]]:
    """Commands that may bring a browser; whoever is no root, or has one and knows no small one, installs nothing."""
    apt = shutil.which("apt-get") and os.geteuid() == 0
    install = ["apt-get", "install", "--yes", "--no-install-recommends"]
    if apt:
        yield [[*install, SMALL]]
    if find():
        return
    yield [[sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"]]
    if apt:
        yield [["apt-get", "update"], [*install, SMALL]]
        yield [[*install, "chromium"]]


def find_or_install() -> str | None:
    """The path of a browser that starts, installed when there was none; None when that is impossible."""
    found = find()
    if found and (_is_small(found) or os.environ.get("BROWSER_PATH")):
        return found
    for commands in _attempts():
        for command in commands:
            print(f"Browser installeren: {' '.join(command[-3:])} …", flush=True)
            try:
                subprocess.run(  # fixed commands
                    command, capture_output=True, timeout=MINUTES * 60, check=False
                )
            except (OSError, subprocess.TimeoutExpired):
                break
        find.cache_clear()
        if (found := find()) and _is_small(found):
            return found
    return find()


if __name__ == "__main__":
    sys.exit(None if find_or_install() else FAILURE)
