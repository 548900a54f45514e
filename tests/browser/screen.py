"""Looking at a screen in the browser: when it is complete, and what axe finds."""

import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

SIZES = {1440: 900, 820: 1180, 390: 844}  # width and height in CSS pixels: laptop, tablet, telephone
PATIENCE = 60_000  # milliseconds, on a busy machine
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]

AXE = """async tags => {
    const only = {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']};
    return (await axe.run(document, only)).violations;
}"""  # what passes need not be described: that is most of the work

COMPLETE = """begun => {
    if (window.waitingSince !== begun) { window.waitingSince = begun; window.completeSince = undefined; }
    const app = document.querySelector('[data-testid="stApp"]');
    const idle = app && app.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED';
    const shown = document.querySelector('[data-testid="stMain"] [data-testid="stElementContainer"]');
    const unfinished = '[data-testid="stSkeleton"], [data-testid="stAppSkeleton"], [data-stale="true"]';
    const waiting = document.querySelector(unfinished);
    const charts = [...document.querySelectorAll('[data-testid="stPlotlyChart"]')];
    const drawn = charts.every(chart => chart.querySelector('.main-svg') || !chart.checkVisibility());
    if (!(idle && shown && !waiting && drawn)) { window.completeSince = undefined; return false; }
    window.completeSince ??= performance.now();
    return performance.now() - window.completeSince > 250;
}"""


def wait_until_complete(page: Page, *, seconds: float = 60) -> None:
    """Return when Streamlit is idle and has drawn everything, and stayed so for a quarter of a second."""
    page.wait_for_function(COMPLETE, arg=time.monotonic_ns(), timeout=seconds * 1000, polling=25)


def expect_once(what: Locator, *, timeout: float = PATIENCE) -> None:
    """It is to be seen, once: while news is being drawn there may be two for a moment, which Playwright refuses."""
    expect(what.filter(visible=True)).to_have_count(1, timeout=timeout)


def open_page(page: Page, address: str) -> None:
    """Go to an address and wait until it is complete."""
    page.goto(address)
    wait_until_complete(page)


def open_more(page: Page) -> None:
    """Fold out the screens that the menu keeps under "Meer", once the screen is complete: a new one folds them in."""
    wait_until_complete(page)
    page.locator(".st-key-menu-meer summary").click()


def say_who(page: Page, *, name: str = "Anna", organisation: str = "gemeente Almere") -> None:
    """Where nobody signs in: say who is working here, once the screen is complete, and wait until it knows."""
    wait_until_complete(page)
    page.get_by_label("Naam", exact=True).fill(name, timeout=PATIENCE)
    page.get_by_label("Organisatie").fill(organisation)
    page.get_by_label("Perspectief").select_option("gemeente")
    button = page.get_by_role("button", name="Dit ben ik")
    button.click()
    expect(button).to_have_count(0, timeout=PATIENCE)


@dataclass(frozen=True, slots=True)
class Violation:
    """What axe found: the rule, what it means, and the elements that break it."""

    rule: str
    meaning: str
    elements: tuple[str, ...]


@lru_cache(maxsize=1)
def _axe() -> str:
    return Path(__file__).with_name("vendor").joinpath("axe.min.js").read_text(encoding="utf-8")


def axe(page: Page) -> list[Violation]:
    """The violations of WCAG 2.2 A and AA that axe finds on the page as it is now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())
    found: list[dict[str, Any]] = page.evaluate(AXE, WCAG)
    return [
        Violation(
            rule=violation["id"],
            meaning=violation["help"],
            elements=tuple(node["html"][:200] for node in violation["nodes"]),
        )
        for violation in found
    ]
