"""The overview of twenty indicators against a bare page with twenty prebuilt small charts, and switching to it."""

import shutil
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from sqlalchemy import URL

from data_models.database import make_engine
from tests.bench import synthetic
from tests.bench.results import Results
from tests.bench.screens import VIEWS, costs_beside, judge, serving
from tests.bench.session import session
from tests.browser.find_browser import find
from tests.browser.screen import wait_until_complete
from tests.conftest import sqlite_template

INDICATORS = 20
AREAS = ("GM0034", "GM0995", "GM0050", "NL00")  # Almere, two neighbours of its own swv's size, and the reference
QUERY = "gebied=GM0034&indicator=proef-0"
BARE = ",".join(["3"] * INDICATORS)  # as many lines as a sparkline has: the area's, its swv's and the reference's
MOST_WARM, MOST_COLD = 2.5, 6.0
MOST_SWITCH = 0.35  # seconds

SWITCH = """cards => new Promise(done => {
    const link = [...document.querySelectorAll('.st-key-menu a')].find(one => one.textContent === 'Overzicht');
    const begun = performance.now();
    link.click();
    const look = () => {
        const pictures = [...document.querySelectorAll('[class*="st-key-kaart-"] img')];
        const drawn = pictures.filter(one => one.complete && one.checkVisibility());
        drawn.length >= cards ? done((performance.now() - begun) / 1000) : requestAnimationFrame(look);
    };
    look();
})"""


def _switch(page: Page, *, address: str) -> float:
    """Seconds from the click in the menu of Cijfer en verhaal until every card of the overview is drawn."""
    page.goto(f"{address}/cijfer?{QUERY}")
    wait_until_complete(page)
    seconds: float = page.evaluate(SWITCH, INDICATORS)
    return seconds


def measure(results: Results, *, room: Path) -> None:
    """Warm and cold on the server, and the switch in the browser."""
    path = room / "overview.sqlite"
    shutil.copyfile(sqlite_template(room, state="seeded"), path)
    database = URL.create("sqlite", database=str(path))
    engine = make_engine(database)
    synthetic.define(engine)
    synthetic.fill_overview(engine, areas=AREAS)
    engine.dispose()
    with serving(database, room=room) as server:
        address = server.address
        with session(address, query=QUERY) as real:
            if real.images != INDICATORS:
                raise RuntimeError(f"the overview draws {real.images} cards instead of {INDICATORS}")
            costs = costs_beside(address, real, charts=BARE)
        judge(results, "Warm rerun of Overzicht with 20 cards", ours=costs.warm, beside=costs, most=MOST_WARM)
        judge(results, "The same overview with nothing cached", ours=costs.cold, beside=costs, most=MOST_COLD)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
            page = browser.new_context(viewport={"width": 1440, "height": 900}, locale="nl-NL").new_page()
            _switch(page, address=address)  # the first fills the browser's cache
            switches = [_switch(page, address=address) for _ in range(VIEWS)]
            browser.close()
        results.amount("From Cijfer to Overzicht, 20 cards drawn", values=switches, most=MOST_SWITCH, unit="s")
