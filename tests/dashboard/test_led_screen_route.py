"""The route that tells who looks along whether the screen went on, and how often a wrong code may be tried."""

from dataclasses import dataclass
from pathlib import Path

import pytest
import streamlit as st
from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard import guesses, led_screen_route, signing
from dashboard.data import led_screens as data
from dashboard.guesses import MOST_WRONG, Guesses, TooManyGuessesError
from data_models import database
from data_models.access import Actor, Role
from data_models.commands import led_screens as commands
from data_models.queries.led_screens import LedFacts
from tests.data_models.people_rows import add_actor, add_region


@dataclass(frozen=True, slots=True)
class Led:
    """A screen that is led, and the route to ask about it."""

    client: TestClient
    chair: Actor
    code: str

    def move(self, page: str) -> None:
        with database.writing(actor=self.chair) as session:
            commands.move_screen(session, actor=self.chair, code=self.code, page=page, choices="")
        st.cache_resource.clear()  # half a second later

    def stop(self) -> None:
        with database.writing(actor=self.chair) as session:
            commands.stop_leading(session, actor=self.chair, code=self.code)
        st.cache_resource.clear()

    def asked(self) -> dict[str, int]:
        answer = self.client.get(f"{data.ADDRESS}/{data.ticket(self.code)}")
        assert answer.status_code == 200
        return dict(answer.json())


@pytest.fixture
def led(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Led:
    monkeypatch.setenv("DATABASE_URL", engine.url.render_as_string(hide_password=False))
    monkeypatch.setattr(database, "DEFAULT_DATABASE", tmp_path / "var" / "default.sqlite")
    monkeypatch.setattr(guesses, "everybody", Guesses())
    st.cache_resource.clear()
    with database.writing(engine) as session:
        chair = add_actor(session, "Anna", region_id=add_region(session, "flevoland"), role=Role.CHAIR)
    with database.writing(actor=chair) as session:
        code = commands.lead_screen(session, actor=chair, page="cijfer", choices="")
    return Led(TestClient(Starlette(routes=led_screen_route.ROUTES)), chair, code)


def test_the_number_goes_up_with_each_move_and_is_nought_when_it_ended(led: Led) -> None:
    assert led.asked() == {"moves": 1}
    led.move("normen")
    assert led.asked() == {"moves": 2}
    led.stop()
    assert led.asked() == {"moves": 0}


def test_without_a_ticket_of_ours_nothing_is_answered(led: Led) -> None:
    other = signing.sign([led.code], purpose="iets anders")
    for ticket in (led.code, other, "x", data.ticket(led.code)[:-1]):
        assert led.client.get(f"{data.ADDRESS}/{ticket}").status_code == 404, ticket


def test_sixty_telephones_ask_the_database_once(led: Led, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    where = data.where

    def counted(code: str) -> LedFacts | None:
        asked.append(code)
        return where(code)

    monkeypatch.setattr(data, "where", counted)
    for _ in range(60):
        led.asked()
    assert 1 <= len(asked) <= 20  # half a second each: on a busy machine sixty requests may take some


@pytest.mark.parametrize("typed", ["bcd fgh", "BCD-FGH", " BCDFGH ", "b c d f g h"])
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert data.spelled(typed) == "BCDFGH"


@pytest.mark.parametrize("typed", ["", "BCDFG", "BCDFGHJ", "BCD_GH", "BCD%GH", "ÉÉNZES"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(data.NoCodeError):
        data.spelled(typed)


def test_after_sixty_wrong_codes_in_a_minute_not_even_the_right_one_is_looked_at(
    led: Led, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [0.0]
    monkeypatch.setattr(guesses, "everybody", Guesses(clock=lambda: clock[0]))
    assert data.found(led.code) is not None
    for _ in range(MOST_WRONG):
        assert data.found("BBBBBB") is None
    with pytest.raises(TooManyGuessesError):
        data.found(led.code)
    assert led.asked() == {"moves": 1}  # who was let in before is not hindered
    clock[0] = 61.0
    found = data.found(led.code)
    assert found is not None
    assert found.page == "cijfer"
