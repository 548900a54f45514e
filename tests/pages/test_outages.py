"""A disk that is full, a file that is locked or a database that is away: a sentence, and what was typed stays."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from psycopg import errors
from sqlalchemy import Engine, event, func, select
from streamlit.testing.v1 import AppTest

from dashboard.texts import outages as words
from data_models import database
from data_models.tables import AgendaItem, AuditLine, Norm
from tests.pages.conftest import Open
from tests.pages.screen import says
from tests.pages.test_norms import _fill, _press, _typed

APP = Path(__file__).resolve().parents[2] / "dashboard" / "app.py"
Failure = Callable[[Engine], AbstractContextManager[None]]


@contextmanager
def _full(engine: Engine) -> Iterator[None]:
    """The file may not grow by a page, whatever connection is used."""

    def limit(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute("PRAGMA max_page_count=1")

    def free(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute("PRAGMA max_page_count=1000000")

    event.listen(engine, "checkout", limit)
    yield
    event.remove(engine, "checkout", limit)
    event.listen(engine, "checkout", free)


@contextmanager
def _full_postgresql(engine: Engine) -> Iterator[None]:
    """Every row that is added gets the answer of a PostgreSQL server whose disk is full."""

    def refuse(_: object, statement: str, *__: object) -> None:
        if statement.startswith("INSERT"):
            raise errors.DiskFull

    event.listen(engine, "do_execute", refuse)
    yield
    event.remove(engine, "do_execute", refuse)


@contextmanager
def _locked(engine: Engine) -> Iterator[None]:
    """Another program keeps writing, and no connection waits long."""

    def hurry(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute("PRAGMA busy_timeout=50")

    event.listen(engine, "checkout", hurry)
    with sqlite3.connect(str(engine.url.database), isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def _away(engine: Engine) -> Iterator[None]:
    """The file is not where it was."""
    file = Path(str(engine.url.database))
    file.rename(file.with_name("elders.sqlite"))
    yield
    file.with_name("elders.sqlite").rename(file)


def _rows(engine: Engine) -> tuple[int, ...]:
    with database.reading(engine) as session:
        counted = (select(func.count()).select_from(table) for table in (Norm, AgendaItem, AuditLine))
        return tuple(session.scalar(count) or 0 for count in counted)


@pytest.mark.parametrize(
    ("failure", "sentence"),
    [
        (_full, words.SENTENCES["full"]),
        (_full_postgresql, words.SENTENCES["full"]),
        (_locked, words.SENTENCES["busy"]),
    ],
)
def test_a_norm_that_cannot_be_stored_says_why_keeps_what_was_typed_and_is_saved_later(
    open_page: Open, app_database: Engine, person_id: int, failure: Failure, sentence: str
) -> None:
    app = open_page("norms", gebied="GM0034", indicator="jeugdzorg")
    why = "eerder en lichter helpen " * 150
    _fill(app, waarde="9,5", jaar="2040", waarom=why, door="gemeente", richtingreden="beter")
    before = _rows(app_database)
    with failure(app_database):
        _press(app, "Norm opslaan")
        assert [error.value for error in app.error] == [sentence]
        assert _typed(app, "waarde") == "9,5"
        assert _rows(app_database) == before
    _press(app, "Norm opslaan")
    assert says(app, "De norm is opgeslagen")
    norms, items, lines = _rows(app_database)
    assert (norms - before[0], items - before[1], lines - before[2]) == (1, 0, 1)


def test_a_norm_that_cannot_be_withdrawn_by_its_button_says_why_and_stands(
    open_page: Open, app_database: Engine, person_id: int
) -> None:
    app = open_page("norms", gebied="GM0034", indicator="jeugdzorg")
    _fill(app, waarde="9,5", jaar="2040", waarom="eerder", door="gemeente", richtingreden="beter")
    _press(app, "Norm opslaan")
    (reason,) = (field for field in app.text_input if str(field.key).startswith("reden-"))
    reason.set_value("vergissing")
    before = _rows(app_database)
    with _locked(app_database):
        (button,) = (button for button in app.button if str(button.key).startswith("trek-in-"))
        button.click()
        app.run()
        assert not app.exception
        assert [error.value for error in app.error] == [words.SENTENCES["busy"]]
        assert _rows(app_database) == before


def test_an_agenda_item_that_cannot_be_stored_stays_in_the_form(
    open_page: Open, app_database: Engine, person_id: int
) -> None:
    app = open_page("data", gebied="GM0034", onderdeel="agenda")
    _fill(app, vraag="Hoeveel jongeren wachten?", waarom="De wachttijd is onbekend.")
    before = _rows(app_database)
    with _full_postgresql(app_database):
        _press(app, "Op de agenda zetten")
        assert [error.value for error in app.error] == [words.SENTENCES["full"]]
        assert _typed(app, "vraag") == "Hoeveel jongeren wachten?"
    assert _rows(app_database) == before
    _press(app, "Op de agenda zetten")
    assert _rows(app_database) == (before[0], before[1] + 1, before[2] + 1)


def test_a_screen_without_database_comes_back_with_what_was_typed(
    app_database: Engine, person_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = AppTest.from_file(APP, default_timeout=60)
    app.query_params["gebied"] = "GM0034"
    app.query_params["indicator"] = "jeugdzorg"
    app.run()
    app.switch_page(str(APP.parent.parent / "pages" / "norms.py")).run()
    _fill(app, waarde="9,5", jaar="2040", waarom="eerder en lichter helpen", door="gemeente", richtingreden="beter")
    before = _rows(app_database)
    with _away(app_database):
        (save,) = (button for button in app.button if button.label == "Norm opslaan")
        save.click()
        app.run()
        assert not app.exception
        assert [error.value for error in app.error] == [words.SCREEN_AWAY]
        assert app.text_area.len == 0
    (again,) = (button for button in app.button if button.label == words.TRY_AGAIN)
    again.click()
    app.run()
    assert _typed(app, "waarde") == "9,5"
    assert _typed(app, "waarom") == "eerder en lichter helpen"
    assert _rows(app_database) == before
    _press(app, "Norm opslaan")
    assert _rows(app_database) == (before[0] + 1, before[1], before[2] + 1)


def test_a_mistake_in_the_program_is_not_told_as_an_outage(
    app_database: Engine, person_id: int, open_page: Open
) -> None:
    app = open_page("norms", gebied="GM0034", indicator="jeugdzorg")
    _fill(app, waarde="9,5", jaar="2040", waarom="eerder", door="gemeente", richtingreden="beter")

    def refuse(_: object, statement: str, *__: object) -> None:
        if statement.startswith("INSERT"):
            raise sqlite3.IntegrityError("NOT NULL constraint failed")

    event.listen(app_database, "do_execute", refuse)
    (save,) = (button for button in app.button if button.label == "Norm opslaan")
    save.click()
    app.run()
    assert app.exception  # the server answers it with the sentence for what was not foreseen, and logs it
