"""Importing a million figures, against reading them with polars and inserting raw rows into the same keyed table."""

import os
import shutil
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import polars as pl
import psutil
import psycopg
from sqlalchemy import URL, Engine, select

from data_models.database import make_engine
from data_models.tables import Area, Breakdown, Indicator, Period, Source
from seed_data.loader import prepare_database
from tests import postgresql
from tests.bench import synthetic
from tests.bench.results import Results
from tests.conftest import sqlite_template

FIGURES = 1_000_000
MOST_OF_POLARS_AND_RAW = 4.0
MOST_OF_COPY = 5.0
MOST_MEMORY = 1000.0  # megabytes
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


def _imported(file: Path, *, url: URL) -> tuple[float, float]:
    """Seconds, and the megabytes that the import and its child processes used at most."""
    environment = {**os.environ, "DATABASE_URL": url.render_as_string(hide_password=False)}
    begun = time.perf_counter()
    command = [sys.executable, "-m", "dashboard", "import", "--source", "tidy", str(file)]
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


def _memory(pid: int) -> float:
    try:
        parent = psutil.Process(pid)
        return sum(process.memory_info().rss for process in (parent, *parent.children(recursive=True))) / 1e6
    except psutil.NoSuchProcess:
        return 0.0


def _on_sqlite(defined: Path, file: Path, results: Results) -> None:
    ours, bare, memory = [], [], []
    copy = defined.with_name("own.sqlite")
    url = URL.create("sqlite", database=str(copy))
    for _ in range(ROUNDS):
        shutil.copyfile(defined, copy)
        engine = make_engine(url)
        bare.append(_raw_sqlite(file, engine=engine))
        engine.dispose()
        shutil.copyfile(defined, copy)
        seconds, megabytes = _imported(file, url=url)
        ours.append(seconds)
        memory.append(megabytes)
    results.ratio("Import 1M figures, SQLite", ours=ours, bare=bare, most=MOST_OF_POLARS_AND_RAW, unit="s")
    results.amount("Import 1M figures, memory on SQLite", values=memory, most=MOST_MEMORY, unit="MB")


def _on_postgresql(file: Path, results: Results) -> None:
    ours, bare, memory = [], [], []
    template = "bench-defined"
    engine = make_engine(postgresql.create(template))
    prepare_database(engine)
    synthetic.define(engine)
    engine.dispose()
    for number in range(ROUNDS):
        raw, own = f"bench-raw-{number}", f"bench-import-{number}"
        engine = make_engine(postgresql.create(raw, template=template))
        bare.append(_raw_postgresql(file, engine=engine))
        engine.dispose()
        seconds, megabytes = _imported(file, url=postgresql.create(own, template=template))
        ours.append(seconds)
        memory.append(megabytes)
        postgresql.drop(raw)
        postgresql.drop(own)
    results.ratio("Import 1M figures, PostgreSQL", ours=ours, bare=bare, most=MOST_OF_COPY, unit="s")
    results.amount("Import 1M figures, memory on PostgreSQL", values=memory, most=MOST_MEMORY, unit="MB")


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
