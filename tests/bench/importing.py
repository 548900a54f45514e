"""Importing a million figures, against reading them with polars and inserting raw rows into the same keyed table.

Meanwhile someone saves something small twenty times a second, and someone else looks at a page.
"""

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles

import polars as pl
import psutil
import psycopg
from sqlalchemy import URL, Engine, select

from data_models.database import make_engine, writing
from data_models.tables import Area, Breakdown, Indicator, Period, Setting, Source
from seed_data.loader import prepare_database
from tests import postgresql
from tests.bench import synthetic
from tests.bench.results import Results
from tests.bench.session import session
from tests.browser.running_server import PROJECT, RunningServer
from tests.conftest import sqlite_template

FIGURES = 1_000_000
MOST_PREVIEW, MOST_PUBLISHED = 3.0, 4.0
MOST_MEMORY = 1000.0  # megabytes
MOST_WAIT = 3.0  # seconds that someone else waits to save something
MOST_PAGE = 2.0
PAUSE = 0.05  # seconds between small writes
PAGE, QUERY, VIEWS = "cijfer", "gebied=GM0034&indicator=jeugdzorg", 60
ROUNDS = 3
COLUMNS = (
    "indicator_id, breakdown_id, area_id, period_id, numerator, denominator, value, status, reason, source_id, batch_id"
)


def _numbered(file: Path, *, engine: Engine) -> list[tuple[object, ...]]:
    """The file by polars, as rows with the database's own keys."""
    frame = pl.read_csv(file, schema_overrides={"period": pl.String})
    keyed = {
        "indicator": select(Indicator.code, Indicator.id),
        "breakdown": select(Breakdown.code, Breakdown.id),
        "area": select(Area.code, Area.id),
        "period": select(Period.code, Period.id),
        "source": select(Source.code, Source.id),
    }
    with engine.connect() as connection:
        for name, question in keyed.items():
            keys = dict(connection.execute(question).tuples().all())
            frame = frame.with_columns(pl.col(name).replace_strict(keys, return_dtype=pl.Int64))
    return frame.select(
        *("indicator", "breakdown", "area", "period"),
        *(pl.col(name).cast(pl.Float64) for name in ("numerator", "denominator", "value")),
        *("status", pl.lit("").alias("reason"), "source", pl.lit(1).alias("batch")),
    ).rows()


def _raw_sqlite(file: Path, *, engine: Engine) -> float:
    """Seconds for reading with polars and inserting raw tuples, in one transaction, WAL and synchronous FULL."""
    begun = time.perf_counter()
    rows = _numbered(file, engine=engine)
    values = ",".join("?" * len(rows[0]))
    with closing(engine.raw_connection()) as connection:
        connection.cursor().execute("BEGIN IMMEDIATE")
        connection.cursor().executemany(f"INSERT INTO figures ({COLUMNS}) VALUES ({values})", rows)
        connection.commit()
    return time.perf_counter() - begun


def _raw_postgresql(file: Path, *, engine: Engine) -> float:
    """Seconds for reading with polars and one COPY."""
    begun = time.perf_counter()
    rows = _numbered(file, engine=engine)
    address = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    statement = f"COPY figures ({COLUMNS}) FROM STDIN".encode()
    with psycopg.connect(address) as connection, connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)
    return time.perf_counter() - begun


def _imported(file: Path, *, url: URL, options: Sequence[str] = ()) -> tuple[float, float]:
    """Seconds, and the megabytes that the import and its child processes used at most."""
    environment = {**os.environ, "DATABASE_URL": url.render_as_string(hide_password=False)}
    begun = time.perf_counter()
    command = [sys.executable, "-m", "dashboard", "import", "--source", "tidy", *options, str(file)]
    log = file.with_suffix(".log")
    with log.open("wb") as output:
        process = subprocess.Popen(command, env=environment, stdout=output, stderr=output)
    most = 0.0
    while process.poll() is None:
        most = max(most, _memory(process.pid))
        time.sleep(0.02)
    if process.returncode != 0:
        raise RuntimeError(f"the import failed: {log.read_text(encoding='utf-8')[:2000]}")
    return time.perf_counter() - begun, most


@contextmanager
def _repeatedly(does: Callable[[], object], *, pause: float) -> Iterator[list[float]]:
    """Do something over and over beside the block, and list the seconds that each time took."""
    seconds: list[float] = []
    ended = threading.Event()

    def repeat() -> None:
        while not ended.wait(pause):
            begun = time.perf_counter()
            does()
            seconds.append(time.perf_counter() - begun)

    with ThreadPoolExecutor(1) as pool:
        repeating = pool.submit(repeat)
        try:
            yield seconds
        finally:
            ended.set()
            repeating.result()


def _save_something(engine: Engine) -> None:
    with writing(engine) as transaction:
        transaction.merge(Setting(name="bench", value=str(time.time())))


@dataclass(slots=True)
class _Measures:
    """Seconds per round, and megabytes."""

    raw: list[float] = field(default_factory=list)
    preview: list[float] = field(default_factory=list)
    published: list[float] = field(default_factory=list)
    wait: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)

    def judge(self, results: Results, *, database: str) -> None:
        """Print all of it."""
        for name, ours, most in (
            ("Preview of", self.preview, MOST_PREVIEW),
            ("Import of", self.published, MOST_PUBLISHED),
        ):
            results.ratio(f"{name} 1M figures, {database}", ours=ours, bare=self.raw, most=most, unit="s")
        results.amount(f"Longest wait to save beside it, {database}", values=self.wait, most=MOST_WAIT, unit="s")
        results.amount(f"Memory of the import, {database}", values=self.memory, most=MOST_MEMORY, unit="MB")


def _measured(file: Path, *, url: URL, measures: _Measures) -> None:
    """A preview and an import, with someone who saves something small during the import."""
    measures.preview.append(_imported(file, url=url, options=["--dry-run"])[0])
    engine = make_engine(url)
    with _repeatedly(lambda: _save_something(engine), pause=PAUSE) as waits:
        seconds, megabytes = _imported(file, url=url)
    engine.dispose()
    measures.published.append(seconds)
    measures.memory.append(megabytes)
    measures.wait.append(max(waits))


def _memory(pid: int) -> float:
    try:
        parent = psutil.Process(pid)
        return sum(process.memory_info().rss for process in (parent, *parent.children(recursive=True))) / 1e6
    except psutil.NoSuchProcess:
        return 0.0


def _on_sqlite(defined: Path, file: Path, results: Results) -> None:
    measures = _Measures()
    copy = defined.with_name("own.sqlite")
    url = URL.create("sqlite", database=str(copy))
    for _ in range(ROUNDS):
        _fresh(copy, of=defined)
        engine = make_engine(url)
        measures.raw.append(_raw_sqlite(file, engine=engine))
        engine.dispose()
        _fresh(copy, of=defined)
        _measured(file, url=url, measures=measures)
    measures.judge(results, database="SQLite")
    _fresh(copy, of=defined)
    _page_beside(file, url=url, results=results)


def _fresh(copy: Path, *, of: Path) -> None:
    for ending in ("-wal", "-shm"):
        copy.with_name(copy.name + ending).unlink(missing_ok=True)
    shutil.copyfile(of, copy)


def _page_beside(file: Path, *, url: URL, results: Results) -> None:
    """The slowest twentieth of someone's page runs during an import, against those before it."""
    entry = PROJECT / "tests" / "bench" / "served" / "asgi.py"
    server = RunningServer(url, log=file.with_name("bench-server.log"), entry=entry)
    server.start()
    try:
        with session(server.address, page=PAGE, query=QUERY) as opened:
            for _ in range(5):
                opened.run()  # the first runs fill caches
            with _repeatedly(opened.run, pause=PAUSE) as before:
                while len(before) < VIEWS:
                    time.sleep(PAUSE)
            with _repeatedly(opened.run, pause=PAUSE) as beside:
                _imported(file, url=url)
    finally:
        server.stop()
    slowest = [quantiles(runs, n=20)[-1] for runs in (beside, before)]
    results.ratio("A page beside an import, p95", ours=slowest[:1], bare=slowest[1:], most=MOST_PAGE, unit="ms")


def _on_postgresql(file: Path, results: Results) -> None:
    measures = _Measures()
    template = "bench-defined"
    engine = make_engine(postgresql.create(template))
    prepare_database(engine)
    synthetic.define(engine)
    engine.dispose()
    for number in range(ROUNDS):
        raw, own = f"bench-raw-{number}", f"bench-import-{number}"
        engine = make_engine(postgresql.create(raw, template=template))
        measures.raw.append(_raw_postgresql(file, engine=engine))
        engine.dispose()
        _measured(file, url=postgresql.create(own, template=template), measures=measures)
        postgresql.drop(raw)
        postgresql.drop(own)
    measures.judge(results, database="PostgreSQL")


def measure(results: Results, *, room: Path) -> None:
    """Import a million figures on both databases, three times each, every time into a fresh copy."""
    defined, file = room / "defined.sqlite", room / "million.csv"
    shutil.copyfile(sqlite_template(room, state="seeded"), defined)
    engine = make_engine(URL.create("sqlite", database=str(defined)))
    synthetic.define(engine)
    synthetic.write_tidy(file, engine=engine, count=FIGURES)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    print(f"        The file of 1M figures is {file.stat().st_size / 1e6:.0f} MB", flush=True)
    _on_sqlite(defined, file, results)
    _on_postgresql(file, results)
