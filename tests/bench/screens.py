"""Cijfer en verhaal against a bare page: on the server, in the browser, in memory, and after a second start."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from playwright.sync_api import Browser, sync_playwright
from sqlalchemy import URL

from data_models.database import make_engine
from tests.bench import synthetic
from tests.bench.results import Results
from tests.bench.session import Session, processor_seconds, session
from tests.browser.find_browser import find
from tests.browser.running_server import PROJECT, RunningServer
from tests.browser.screen import wait_until_complete
from tests.conftest import sqlite_template

ENTRY = PROJECT / "tests" / "bench" / "served" / "asgi.py"
PAGE, QUERY = "cijfer", "gebied=GM0034&indicator=jeugdzorg"
SMALL, LARGE = 25_000, 2_500_000
MOST_WARM, MOST_COLD, MOST_LARGE, MOST_FIRST_VIEW = 3.0, 5.0, 1.2, 1.3
EVERYWHERE, MOST_EVERYWHERE = "gebied=GM0034&indicator=jeugdzorg&groep=alle&jaar=2022", 4.0  # all 342 gemeenten
MOST_MEMORY = 600.0  # megabytes
MOST_SECOND_START = 6.0  # seconds
ROUNDS, RUNS, VIEWS, STARTS = 9, 10, 7, 3
CHART_DRAWN = "() => [...document.querySelectorAll('.js-plotly-plot .main-svg')].some(drawn => drawn.checkVisibility())"


def _database(room: Path, *, figures: int) -> URL:
    """A seeded database with this many figures more."""
    path = room / f"figures-{figures}.sqlite"
    shutil.copyfile(sqlite_template(room, state="seeded"), path)
    url = URL.create("sqlite", database=str(path))
    engine = make_engine(url)
    synthetic.define(engine)
    synthetic.fill(engine, count=figures)
    engine.dispose()
    return url


@contextmanager
def serving(database: URL, *, room: Path, entry: Path = ENTRY) -> Iterator[RunningServer]:
    server = RunningServer(database, log=room / "bench-server.log", entry=entry)
    server.start()
    try:
        yield server
    except Exception:
        print(server.log.read_text(encoding="utf-8")[-2000:], flush=True)  # the reason is in the server's words
        raise
    finally:
        server.stop()


def cost(opened: Session, *, address: str, forgets: bool = False, runs: int = RUNS) -> float:
    """Processor seconds of the server per run, with all it does afterwards."""
    before = processor_seconds(address)
    for _ in range(runs):
        if forgets:
            opened.forget()
        opened.run()
    time.sleep(0.05)  # what the server does after a run counts too
    return (processor_seconds(address) - before) / runs


@dataclass(slots=True)
class Costs:
    """Processor seconds per run, block by block: of a page, with nothing cached, and of two bare pages beside it."""

    warm: list[float] = field(default_factory=list)
    cold: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    lighter: list[float] = field(default_factory=list)  # the bare page without what Streamlit does after a run


def costs_beside(address: str, real: Session, *, charts: str, cold: bool = True) -> Costs:
    """What this page costs the server, in turns with bare pages that draw charts of so many traces."""
    costs = Costs()
    with (
        session(address, query=f"kaal={charts}") as bare,
        session(address, query=f"kaal={charts}&afval=blijft") as lighter,
    ):
        for opened in (real, bare, lighter):
            cost(opened, address=address)  # the first runs fill caches
        for _ in range(ROUNDS):
            costs.bare.append(cost(bare, address=address))
            costs.lighter.append(cost(lighter, address=address))
            costs.warm.append(cost(real, address=address))
            if cold:
                costs.cold.append(cost(real, address=address, forgets=True, runs=3))
    return costs


def judge(results: Results, name: str, *, ours: list[float], beside: Costs, most: float) -> None:
    """Against the bare page as Streamlit gives it, and in passing against the one that keeps garbage as ours do."""
    results.ratio(name, ours=ours, bare=beside.bare, lighter=beside.lighter, most=most, unit="ms")


def _costs(server: RunningServer, results: Results | None) -> Costs:
    """Of Cijfer en verhaal; with results, judged."""
    with session(server.address, page=PAGE, query=QUERY) as real:
        charts = ",".join(str(count) for count in real.charts)
        costs = costs_beside(server.address, real, charts=charts)
    if results is not None:
        print(f"        Cijfer en verhaal draws charts of {charts} traces; so does the bare page", flush=True)
        judge(results, "Warm rerun of Cijfer en verhaal", ours=costs.warm, beside=costs, most=MOST_WARM)
        judge(results, "The same with nothing cached", ours=costs.cold, beside=costs, most=MOST_COLD)
    return costs


def compare_everywhere(server: RunningServer, results: Results) -> None:
    """All gemeenten beside each other, against the bare page with as many traces."""
    with session(server.address, page="vergelijken", query=EVERYWHERE) as real:
        charts = ",".join(str(count) for count in real.charts)
        costs = costs_beside(server.address, real, charts=charts, cold=False)
    judge(results, "Comparing all 342 gemeenten", ours=costs.warm, beside=costs, most=MOST_EVERYWHERE)


def _first_view(browser: Browser, *, address: str) -> float:
    """Seconds from opening an address, with an empty browser cache, until a chart is drawn."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="nl-NL")
    page = context.new_page()
    begun = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.wait_for_function(CHART_DRAWN, timeout=60_000)
    seconds = time.perf_counter() - begun
    context.close()
    return seconds


def _second_start(browser: Browser, *, database: URL, room: Path) -> float:
    """Seconds from starting the server on a database that exists until the first page is complete."""
    begun = time.perf_counter()
    with serving(database, room=room, entry=PROJECT / "dashboard" / "asgi.py") as server:
        page = browser.new_page()
        page.goto(server.address)
        wait_until_complete(page)
        seconds = time.perf_counter() - begun - 0.25  # that long a page must have been complete
        page.close()
    return seconds


def measure(results: Results, *, room: Path) -> None:
    """Everything about screens, on databases with 25 thousand and 2,5 million figures."""
    small = _database(room, figures=SMALL)
    large = _database(room, figures=LARGE)
    with serving(small, room=room) as server, sync_playwright() as playwright:
        few = _costs(server, results)
        compare_everywhere(server, results)
        with session(server.address, page=PAGE, query=QUERY) as opened:
            charts = ",".join(str(count) for count in opened.charts)
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        ours, bare = [], []
        for _ in range(VIEWS):
            bare.append(_first_view(browser, address=f"{server.address}/?kaal={charts}"))
            ours.append(_first_view(browser, address=f"{server.address}/{PAGE}?{QUERY}"))
        results.ratio("First view in Chromium, chart drawn", ours=ours, bare=bare, most=MOST_FIRST_VIEW, unit="s")
        starts = [_second_start(browser, database=small, room=room) for _ in range(STARTS)]
        results.amount("Second start to the first page", values=starts, most=MOST_SECOND_START, unit="s")
        browser.close()
    with serving(large, room=room) as server:
        many = _costs(server, None)
        for page in ("", "normen", "uitleg"):
            with session(server.address, page=page, query=QUERY):
                pass
        memory = psutil.Process(server.pid).memory_info().rss / 1e6
    name = "with 2,5 million figures against 25 thousand"
    results.ratio(f"Warm rerun {name}", ours=many.warm, bare=few.warm, most=MOST_LARGE, unit="ms")
    results.ratio(f"Nothing cached, {name}", ours=many.cold, bare=few.cold, most=MOST_LARGE, unit="ms")
    results.amount("Server memory with 2,5 million figures", values=[memory], most=MOST_MEMORY, unit="MB")
