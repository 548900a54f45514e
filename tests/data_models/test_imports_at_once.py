"""Imports beside each other, beside people who write, and cut off half-way, on both databases."""

import os
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context

import pytest
from sqlalchemy import Engine, make_url, select
from sqlalchemy.orm import Session

from data_models import database
from data_models.commands import comparing, drafts, publishing, replacing
from data_models.commands.undoing import NothingToUndoError, undo_last
from data_models.database import make_engine
from data_models.queries import tidy_figures
from data_models.tables import AuditLine, Draft, Figure, FigureRevision, FigureTotal, ImportBatch, Period
from tests.data_models.catalogue_rows import add_catalogue
from tests.data_models.people_rows import add_actor, add_figures_to_speak_of, add_region
from tests.data_models.published import (
    ALMERE,
    ALMERE_BEFORE,
    Row,
    count,
    counted_totals,
    kept_totals,
    put,
    standing,
    with_value,
)

YEARS = range(2018, 2026)
GROUPS = 100


def _rows(value: float) -> list[Row]:
    return [
        ("jeugdzorg", "GM0034", str(year), f"leeftijd:{group}", None, None, value, "percentage", "final", "cbs-kwb")
        for year in YEARS
        for group in range(GROUPS)
    ]


@pytest.fixture
def catalogued(engine: Engine) -> Engine:
    with database.writing(engine) as session:
        add_catalogue(session)
    return engine


def _meanwhile(monkeypatch: pytest.MonkeyPatch, happens: Callable[[], None]) -> None:
    """Let something happen once, when an import has compared and is about to take its lock."""
    take_lock, left = database.take_lock, [happens]

    def after_it(session: Session) -> None:
        if left:
            left.pop()()
        take_lock(session)

    monkeypatch.setattr(database, "take_lock", after_it)


def _import(engine: Engine, *rows: Row) -> tuple[int, int, int]:
    with database.staging(engine) as session:
        done = put(session, *rows)
    return done.new, done.changed, done.unchanged


def test_an_import_that_was_overtaken_compares_again(catalogued: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    overtaken: list[tuple[int, int, int]] = []
    _meanwhile(monkeypatch, lambda: overtaken.append(_import(catalogued, with_value(ALMERE, 11.5))))
    assert _import(catalogued, ALMERE_BEFORE, ALMERE) == (1, 1, 0)
    assert overtaken == [(1, 0, 0)]
    assert standing(catalogued) == [ALMERE_BEFORE, ALMERE]
    assert kept_totals(catalogued) == counted_totals(catalogued)


def test_an_import_that_was_overtaken_between_its_looks_makes_no_period_twice(
    catalogued: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    overtaken: list[tuple[int, int, int]] = []
    classify, left = comparing.classify, [lambda: overtaken.append(_import(catalogued, with_value(ALMERE, 11.5)))]

    def after_it(session: Session, **arguments: object) -> comparing.Comparison:
        if left:
            left.pop()()
        return classify(session, **arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(publishing, "classify", after_it)
    assert _import(catalogued, ALMERE) == (0, 1, 0)
    assert overtaken == [(1, 0, 0)]
    assert count(catalogued, Period) == 1


def test_an_undoing_that_was_overtaken_looks_again(catalogued: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def undo() -> None:
        with database.staging(catalogued) as session:
            undo_last(session, actor=None, region_id=None)

    _import(catalogued, ALMERE)
    _meanwhile(monkeypatch, undo)
    with pytest.raises(NothingToUndoError):
        undo()
    assert (count(catalogued, Figure), count(catalogued, ImportBatch)) == (0, 2)


def test_people_write_while_an_import_compares(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    with database.writing(engine) as session:
        add_figures_to_speak_of(session)
        anna = add_actor(session, "Anna", region_id=add_region(session, "flevoland"))

    def write() -> None:
        with database.writing(engine) as session:
            drafts.save_draft(session, actor=anna, subject="a", text="Dit zie ik", seen_version=0, base_version=0)

    _meanwhile(monkeypatch, write)
    assert _import(engine, ALMERE) == (1, 0, 0)
    assert count(engine, Draft) == 1


def test_figures_are_read_as_they_were_until_all_of_an_import_is_there(
    catalogued: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    _import(catalogued, ALMERE_BEFORE)
    seen: list[int] = []
    add_new = replacing.add_new

    def look(session: Session, **arguments: object) -> None:
        add_new(session, **arguments)  # type: ignore[arg-type]
        seen.append(count(catalogued, Figure))

    monkeypatch.setattr(publishing, "add_new", look)
    with database.reading(catalogued) as reader:
        assert len(reader.scalars(select(Figure.id)).all()) == 1
        assert _import(catalogued, *_rows(1.0)) == (800, 0, 0)
        before = sum(part.height for part in tidy_figures.tidy(reader, asker=None))
    assert (seen, before, count(catalogued, Figure)) == ([1], 1, 801)


def test_imports_of_the_same_figures_at_once_leave_one_of_each(catalogued: Engine) -> None:
    def bring(value: float) -> None:
        _import(catalogued, *_rows(value))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(bring, [1.0, 2.0, 3.0, 4.0]))
    assert count(catalogued, Figure) == len(_rows(1.0))
    with database.reading(catalogued) as session:
        assert len(session.scalars(select(Figure.value).distinct()).all()) == 1
        batches = session.execute(select(ImportBatch.rows_new, ImportBatch.rows_changed).order_by(ImportBatch.id)).all()
    assert [tuple(row) for row in batches] == [(800, 0), (0, 800), (0, 800), (0, 800)]
    assert count(catalogued, FigureRevision) == 3 * len(_rows(1.0))
    assert kept_totals(catalogued) == counted_totals(catalogued)


def _import_until_killed(address: str, step: str) -> None:
    def die(*_: object, **__: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(publishing, step, die)
    with database.staging(make_engine(make_url(address))) as session:
        put(session, *_rows(1.0))


@pytest.mark.parametrize("step", ["classify", "add_new", "record_batch"])
def test_an_import_that_is_killed_leaves_nothing(catalogued: Engine, step: str) -> None:
    address = catalogued.url.render_as_string(hide_password=False)
    process = get_context("spawn").Process(target=_import_until_killed, args=(address, step))
    process.start()
    process.join(60)
    assert process.exitcode == -signal.SIGKILL
    left = [count(catalogued, table) for table in (Figure, ImportBatch, FigureTotal, AuditLine, Period)]
    assert left == [0, 0, 0, 0, 0]
    assert _import(catalogued, *_rows(1.0)) == (800, 0, 0)
