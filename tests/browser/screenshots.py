"""`make screenshots`: every screen at three sizes, in docs/screenshots."""

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from sqlalchemy import URL

from tests.browser.find_browser import find
from tests.browser.running_server import PROJECT, RunningServer
from tests.browser.screen import SIZES, open_page
from tests.browser.screens import SCREENS

PICTURES = PROJECT / "docs" / "screenshots"
SHOWN = SCREENS | {"verhaal": "cijfer?gebied=VG0001&indicator=jeugdzorg#verhaal-1"}  # and a place further down
TO_PLACE = "place => document.getElementById(place)?.scrollIntoView()"


def main() -> None:
    """Start a server on a fresh database and make the pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="tellen-screenshots-") as room, sync_playwright() as playwright:
        database = URL.create("sqlite", database=str(Path(room) / "screenshots.sqlite"))
        server = RunningServer(database, log=Path(room) / "server.log")
        server.start()
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        for width, height in SIZES.items():
            context = browser.new_context(
                viewport={"width": width, "height": height}, locale="nl-NL", timezone_id="Europe/Amsterdam"
            )
            page = context.new_page()
            for name, address in SHOWN.items():
                open_page(page, f"{server.address}/{address}")
                page.evaluate(TO_PLACE, address.partition("#")[2])
                page.screenshot(path=PICTURES / f"{name}-{width}.png")
            context.close()
        browser.close()
        server.stop()
    print(f"{len(SIZES) * len(SHOWN)} pictures in {PICTURES.relative_to(PROJECT)}")


if __name__ == "__main__":
    main()
