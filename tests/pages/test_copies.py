"""Beheer, Kopie en terugzetten: making a copy, looking at one, the word, and who may not."""

import time
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete, select
from streamlit.testing.v1 import AppTest

from dashboard.copying import jobs, kept
from dashboard.texts import copies as words
from data_models import database
from data_models.access import Role
from data_models.queries import people
from data_models.tables import AuditLine, PersonRole, Region
from tests.data_models.people_rows import add_region
from tests.pages.conftest import PATIENCE, Open
from tests.pages.screen import rows, says

pytestmark = pytest.mark.usefixtures("quick_children")


def _press(app: AppTest, label: str, *, number: int = 0) -> None:
    [button for button in app.button if button.label == label][number].click()
    app.run()
    assert [one.value for one in app.exception] == []


def _wait(app: AppTest) -> None:
    end = time.monotonic() + PATIENCE
    while (state := jobs.state()) is not None and state.at_work:
        assert time.monotonic() < end, state
        time.sleep(0.1)
    app.run()
    assert [one.value for one in app.exception] == []


def _open(open_page: Open) -> AppTest:
    return open_page("administration", gebied="GM0034", onderdeel="kopie")


def _regions(engine: Engine) -> set[str]:
    with database.reading(engine) as session:
        return set(session.scalars(select(Region.code)))


def test_a_copy_is_made_looked_at_and_put_back_after_the_word(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    app = _open(open_page)
    assert says(app, words.NEVER_COPIED)
    assert says(app, words.NONE_KEPT)
    _press(app, words.MAKE)
    _wait(app)
    assert says(app, "De kopie is klaar")
    assert [one.kind for one in kept.copies()] == ["copy"]
    _press(app, words.GO_ON)
    assert says(app, "De laatste kopie is gemaakt op")
    assert says(app, "door Anna")

    with database.writing(app_database) as session:
        number = add_region(session, "drenthe")
        session.add(PersonRole(person_id=person_id, region_id=number, role=Role.ADMINISTRATOR, valid_until=None))
    app = _open(open_page)
    _press(app, words.CHOOSE)
    _wait(app)
    (facts,) = [row for row in rows(app) if row[words.FACT] == words.ROWS["regions"]]
    assert "Drenthe" not in facts[words.IN_THE_FILE]
    assert "Drenthe" in facts[words.NOW]
    app.text_input(key="terugzetten-woord").set_value("ja")
    _press(app, words.PUT_BACK)
    assert says(app, words.WRONG_WORD)
    assert "drenthe" in _regions(app_database)

    app.text_input(key="terugzetten-woord").set_value(" terugzetten ")
    _press(app, words.PUT_BACK)
    _wait(app)
    assert says(app, "is teruggezet")
    assert "drenthe" not in _regions(app_database)
    with database.reading(app_database) as session:
        last = session.scalars(select(AuditLine).order_by(AuditLine.id.desc()).limit(1)).one()
        assert (last.action, last.person_name) == ("restore", "Anna")

    _press(app, words.CHOOSE)  # the newest: what stood just before
    _wait(app)
    app.text_input(key="terugzetten-woord").set_value("terugzetten")
    _press(app, words.PUT_BACK)
    _wait(app)
    assert "drenthe" in _regions(app_database)


def test_looking_can_be_left_without_a_change(open_page: Open, person_id: int) -> None:
    app = _open(open_page)
    _press(app, words.MAKE)
    _wait(app)
    _press(app, words.CHOOSE)
    _wait(app)
    assert says(app, "Alles wat er nu staat, verdwijnt")
    _press(app, words.NOT_NOW)
    assert jobs.state() is None
    assert says(app, words.MAKE_HOW)


def test_a_file_that_another_beheerder_chose_meanwhile_is_not_put_back_by_a_click_for_the_first(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    app = _open(open_page)
    _press(app, words.MAKE)
    _wait(app)
    _press(app, words.CHOOSE)
    _wait(app)
    looked = jobs.state()
    assert looked is not None
    (copy,) = kept.copies()
    with database.reading(app_database) as session:
        request = looked.request
        actor = people.actor(session, person_id=request.person_id, region_id=request.region_id)
    assert actor is not None
    jobs.put_away()
    assert jobs.start(jobs.LOOK, actor=actor, called="ander.zip", upload=copy.path.read_bytes())
    while (state := jobs.state()) is not None and state.at_work:
        time.sleep(0.1)

    app.text_input(key="terugzetten-woord").set_value(words.WORD)
    _press(app, words.PUT_BACK)
    state = jobs.state()
    assert state is not None
    assert (state.request.kind, state.request.called) == (jobs.LOOK, "ander.zip")
    assert says(app, "ander.zip")


def test_a_damaged_file_is_said_and_put_away(open_page: Open, person_id: int) -> None:
    path = kept.new_path("copy")
    path.write_bytes(b"PK\x03\x04 en verder niets")
    app = _open(open_page)
    _press(app, words.CHOOSE)
    _wait(app)
    assert any("beschadigd" in one.value for one in app.error)
    _press(app, words.GO_ON)
    assert not app.error


def test_no_file_chosen_is_said(open_page: Open, person_id: int) -> None:
    app = _open(open_page)
    _press(app, words.LOOK)
    assert any(words.NO_FILE in one.value for one in app.error)


def test_who_does_not_manage_every_region_is_told_which_and_what_else_can_be_done(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    with database.writing(app_database) as session:
        add_region(session, "drenthe")
    app = _open(open_page)
    assert any("Drenthe" in one.value for one in app.info)
    assert [one.value for one in app.code] == [words.COMMANDS]
    assert [button.label for button in app.button if button.label in {words.MAKE, words.LOOK}] == []


def test_who_loses_the_role_while_the_page_is_open_gets_nothing(
    open_page: Open, person_id: int, app_database: Engine, tmp_path: Path
) -> None:
    app = _open(open_page)
    with database.writing(app_database) as session:
        session.execute(delete(PersonRole).where(PersonRole.person_id == person_id, PersonRole.role == "administrator"))
    next(button for button in app.button if button.label == words.MAKE).click()
    app.run()
    _wait(app)
    state = jobs.state()
    assert state is not None
    assert state.failed == words.NOT_ALLOWED
    assert kept.copies() == []


def test_a_child_that_was_killed_is_said(open_page: Open, person_id: int, monkeypatch: pytest.MonkeyPatch) -> None:
    app = _open(open_page)
    _press(app, words.MAKE)
    _wait(app)
    jobs._folder().drop(jobs.OUTCOME)
    app.run()
    assert any("onderbroken" in one.value for one in app.error)
