"""Importing a million figures, against reading them with polars and inserting raw rows into the same keyed table."""

import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import polars as pl
import psutil
import psycopg
from sqlalchemy import URL, Engine
from sqlalchemy.schema import CreateIndex, CreateTable

from data_models.database import make_engine
from data_models.tables import Figure
from tests.bench import synthetic
from tests.bench.results import Results
from tests.conftest import _fill, sqlite_template
from tests.postgresql import create, drop

FIGURES = 1_000_000
MOST_OF_POLARS_AND_RAW = 4.0
MOST_OF_COPY = 5.0
MOST_MEMORY = 1000.0  # megabytes
ROUNDS = 3
COLUMNS = (
    "indicator_id, breakdown_id, area_id, period_id, numerator, denominator, value, status, reason, source_id, batch_id"
)


def _numbered(file: Path) -> list[tuple[object, ...]]:
    """The file as rows with integer keys, as the table wants them, by polars."""
    frame = pl.read_csv(file)
    keys = [
        pl.col(name).cast(pl.Categorical).to_physical().cast(pl.Int64) + 1
        for name in ("indicator", "breakdown", "area")
    ]
    return frame.select(
        *keys,
        pl.col("period"),
        pl.col("numerator").cast(pl.Float64),
        pl.col("denominator").cast(pl.Float64),
        pl.col("value"),
        pl.col("status"),
        pl.lit("").alias("reason"),
        pl.lit(1).alias("source_id"),
        pl.lit(1).alias("batch_id"),
    ).rows()


def _bare_table(engine: Engine) -> list[str]:
    """The statements that make `figures` with its keys and indexes, and without what it refers to."""
    create_table = str(CreateTable(Figure.__table__, include_foreign_key_constraints=[]).compile(engine))
    return [create_table, *(str(CreateIndex(index).compile(engine)) for index in Figure.__table__.indexes)]


def _raw_sqlite(file: Path, *, own: Path) -> float:
    begun = time.perf_counter()
    rows = _numbered(file)
    connection = sqlite3.connect(own)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    for statement in _bare_table(make_engine(URL.create("sqlite", database=str(own)))):
        connection.execute(statement)
    connection.executemany(f"INSERT INTO figures ({COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?,?)", rows)
    connection.commit()
    connection.close()
    return time.perf_counter() - begun


def _raw_postgresql(file: Path, *, url: URL) -> float:
    begun = time.perf_counter()
    rows = _numbered(file)
    address = url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address) as connection:
        for statement in _bare_table(make_engine(url)):
            connection.execute(statement.encode())
        with connection.cursor().copy(f"COPY figures (id, {COLUMNS}) FROM STDIN".encode()) as copy:
            for number, row in enumerate(rows):
                copy.write_row((number, *row))
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


def measure(results: Results, *, room: Path) -> None:
    """Import a million figures on both databases, three times each, every time into a fresh database."""
    template = sqlite_template(room, state="seeded")
    defined = room / "defined.sqlite"
    defined.write_bytes(template.read_bytes())
    engine = make_engine(URL.create("sqlite", database=str(defined)))
    synthetic.define(engine)
    file = room / "million.csv"
    synthetic.write_tidy(file, engine=engine, count=FIGURES)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()

    ours, bare, memory = [], [], []
    for number in range(ROUNDS):
        bare.append(_raw_sqlite(file, own=room / f"raw-{number}.sqlite"))
        copy = room / f"import-{number}.sqlite"
        copy.write_bytes(defined.read_bytes())
        seconds, megabytes = _imported(file, url=URL.create("sqlite", database=str(copy)))
        ours.append(seconds)
        memory.append(megabytes)
        for left in (room / f"raw-{number}.sqlite", copy):
            left.unlink()
    results.ratio("Import 1M figures, SQLite", ours=ours, bare=bare, most=MOST_OF_POLARS_AND_RAW, unit="s")
    results.amount("Import 1M figures, memory on SQLite", values=memory, most=MOST_MEMORY, unit="MB")

    ours, bare, memory = [], [], []
    for number in range(ROUNDS):
        raw, name = f"bench-raw-{number}", f"bench-import-{number}"
        bare.append(_raw_postgresql(file, url=create(raw)))
        url = create(name)
        _fill(url, state="seeded")
        engine = make_engine(url)
        synthetic.define(engine)
        engine.dispose()
        seconds, megabytes = _imported(file, url=url)
        ours.append(seconds)
        memory.append(megabytes)
        drop(raw)
        drop(name)
    results.ratio("Import 1M figures, PostgreSQL", ours=ours, bare=bare, most=MOST_OF_COPY, unit="s")
    results.amount("Import 1M figures, memory on PostgreSQL", values=memory, most=MOST_MEMORY, unit="MB")
