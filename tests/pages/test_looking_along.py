"""Meekijken: the field for a code, and who may let others look along."""

from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import Engine, select
from streamlit.testing.v1 import AppTest

from dashboard import guesses
from dashboard.components import led_address
from dashboard.guesses import Guesses
from data_models import database
from data_models.queries.led_screens import LedFacts
from data_models.tables import LedScreen
from tests.pages.conftest import PAGES, PATIENCE, Open
from tests.pages.screen import says

APP = PAGES.parent / "dashboard" / "app.py"


@pytest.fixture(autouse=True)
def _nobody_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guesses, "everybody", Guesses())


def whole(**address: str) -> AppTest:
    """The application as it opens, on its first page."""
    app = AppTest.from_file(APP, default_timeout=PATIENCE)
    for parameter, value in address.items():
        app.query_params[parameter] = value
    app.run()
    assert [one.value for one in app.exception] == []
    return app


def led(engine: Engine) -> LedScreen:
    with database.reading(engine) as session:
        found = session.scalars(select(LedScreen)).one()
        session.expunge(found)
        return found


def test_who_did_not_say_who_they_are_can_follow_and_not_lead(open_page: Open) -> None:
    app = open_page("looking_along")
    assert app.title[0].value == "Meekijken"
    assert app.text_input[0].label == "Code van het grote scherm"
    assert [one.label for one in app.button] == ["Kijk mee"]
    assert says(app, "Zeg eerst bij ‘Cijfer en verhaal’ wie u bent.")


@pytest.mark.usefixtures("person_id")
def test_who_said_who_they_are_begins_here_and_goes_on_from_the_first_page(
    open_page: Open, app_database: Engine
) -> None:
    app = open_page("looking_along", gebied="GM0034")
    app.button(key="laat-meekijken-hier").click().run()
    assert [one.value for one in app.exception] == []
    screen = led(app_database)
    assert (screen.page, screen.organisation) == ("", "Gemeente Almere")
    assert [one.label for one in app.button] == ["Kijk mee"]


@pytest.mark.usefixtures("person_id")
def test_each_choice_goes_along_and_what_is_searched_does_not(app_database: Engine) -> None:
    app = whole(gebied="GM0034")
    app.button(key="laat-meekijken-begin").click().run()
    code = led(app_database).code
    assert app.query_params["laat-meekijken"] == code
    assert any(one.label == f"Anderen kunnen meekijken met code {code[:3]} {code[3:]}" for one in app.expander)
    reloaded = whole(**{"gebied": "GM0034", "laat-meekijken": code})  # one step of Back, when it goes to another screen
    (other,) = [one.proto for one in reloaded.get("page_link") if one.proto.label == "Vergelijken"]
    assert f"laat-meekijken={code}" in other.query_string
    assert "gebied=GM0034" in led(app_database).choices
    before = led(app_database).moves
    app.query_params["gebied"] = "GM0995"
    app.query_params["zoek"] = "jeugd"
    app.run()
    assert led(app_database).moves == before + 1
    assert "gebied=GM0995" in led(app_database).choices
    assert "jeugd" not in led(app_database).choices
    assert "meekijken" not in led(app_database).choices


@pytest.mark.usefixtures("person_id")
def test_who_stops_is_followed_no_more(app_database: Engine) -> None:
    app = whole(gebied="GM0034")
    app.button(key="laat-meekijken-begin").click().run()
    app.button(key="laat-meekijken-stop").click().run()
    assert led(app_database).ended_at is not None
    assert says(app, "U laat niemand meer meekijken.")
    assert "laat-meekijken" not in app.query_params


@pytest.mark.usefixtures("app_database")
def test_the_code_of_somebody_else_in_ones_address_leads_nothing() -> None:
    app = whole(**{"gebied": "GM0034", "laat-meekijken": "BCDFGH"})
    assert "laat-meekijken" not in app.query_params


@pytest.mark.usefixtures("app_database")
def test_a_code_that_stands_for_nothing_is_said_in_words() -> None:
    app = whole(meekijken="BCDFGH")
    assert says(app, "Met deze code kijkt nu niemand mee.")
    assert "meekijken" not in app.query_params


@pytest.mark.usefixtures("app_database")
def test_what_is_said_of_looking_along_stays_when_the_screen_is_drawn_again_and_goes_when_one_goes_on() -> None:
    app = whole(gebied="GM0034", meekijken="BCDFGH")
    assert says(app.run(), "Met deze code kijkt nu niemand mee.")
    app.query_params["gebied"] = "GM0995"
    assert not says(app.run(), "Met deze code kijkt nu niemand mee.")


@pytest.mark.usefixtures("app_database")
def test_after_too_many_wrong_codes_one_is_asked_to_wait() -> None:
    for _ in range(guesses.MOST_WRONG):
        guesses.everybody.note_wrong()
    assert says(whole(meekijken="BCDFGH"), "Er is te vaak een verkeerde code ingevuld.")


def test_nobody_is_led_to_what_is_no_page_or_parameter_of_ours() -> None:
    pages: list[Any] = [SimpleNamespace(url_path=""), SimpleNamespace(url_path="cijfer")]
    screen = LedFacts("BCDFGH", "Almere", "cijfer", "gebied=GM0034&zoek=x&laat-meekijken=x&vreemd=1", 1)
    assert led_address.target(screen, pages=pages) == (pages[1], {"gebied": "GM0034"})
    for page in ("beheer", "meekijken", "https://elders.example", "cijfer/.."):
        elsewhere = LedFacts("BCDFGH", "Almere", page, "", 1)
        assert led_address.target(elsewhere, pages=pages) is None, page
