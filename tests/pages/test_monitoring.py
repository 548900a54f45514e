"""Monitoringsafspraken: what is agreed, the calendar, and the overview that follows."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, update
from streamlit.testing.v1 import AppTest

from dashboard.data import people
from dashboard.formatting import day_in_digits
from data_models import database
from data_models.tables import MonitoringAgreement
from tests.pages.conftest import Open
from tests.pages.screen import headings, rows, says


def _press(app: AppTest, label: str) -> None:
    (button,) = (button for button in app.button if button.label == label)
    button.click()
    app.run()
    assert [one.value for one in app.exception] == []


def _type(app: AppTest, ending: str, text: str) -> None:
    (field,) = (field for field in (*app.text_input, *app.text_area) if str(field.key).endswith(f"-{ending}"))
    field.set_value(text)


def _agree(open_page: Open, *indicators: str) -> AppTest:
    app = open_page("monitoring", gebied="GM0034")
    _press(app, "Afspraken vastleggen")
    _type(app, "waarvoor", "Samen zien of kinderen eerder hulp krijgen")
    if indicators:
        (chosen,) = app.multiselect
        chosen.set_value(list(indicators))
        app.run()
    _press(app, "Afspraken bewaren")
    return app


def test_the_example_region_shows_what_it_agreed_and_when_figures_are_due(open_page: Open) -> None:
    app = open_page("monitoring", gebied="VG0001")
    assert headings(app) == ["Monitoringsafspraken in Waterdam", "Wat is afgesproken", "Kalender van cijfers"]
    chosen, plans, calendar = (rows(app, number) for number in range(3))
    assert len(chosen) == 11
    assert chosen[0]["Cijfer"] == "Jeugdzorg"
    assert [row["Plan"] for row in plans] == ["Ondersteuningsplan", "Jeugdplan", "Lokale educatieve agenda"]
    assert [(row["Over"], row["Stand"]) for row in calendar] == [("2024", "is er"), ("2030", "komt nog")]


def test_who_takes_no_part_is_not_told_that_nothing_was_agreed_but_who_reads_it(open_page: Open) -> None:
    app = open_page("monitoring", gebied="GM0034")
    assert says(app, "Wat deze regio afsprak om te volgen, leest wie er meedoet.")
    assert says(app, "Er staat nog geen cijfer op de kalender.")
    assert says(app, "Zeg eerst wie u bent.")


@pytest.mark.usefixtures("person_id")
def test_the_form_begins_with_the_start_set_of_ten(open_page: Open) -> None:
    app = open_page("monitoring", gebied="GM0034")
    _press(app, "Afspraken vastleggen")
    (chosen,) = app.multiselect
    assert len(chosen.value) == 10
    _press(app, "Afspraken bewaren")
    assert says(app, "Schrijf op waarvoor u dit volgt.")
    assert len(app.multiselect[0].value) == 10


@pytest.mark.usefixtures("person_id")
def test_the_overview_follows_what_was_agreed_until_that_is_undone(open_page: Open) -> None:
    app = _agree(open_page, "jeugdzorg")
    assert says(app, "De afspraken zijn bewaard.")
    assert [row["Cijfer"] for row in rows(app)] == ["Jeugdzorg"]
    overview = open_page("overview", gebied="GM0034")
    assert says(overview, "gekozen in de monitoringsafspraken")
    assert says(overview, "U ziet 1 van de ")
    everything = open_page("overview", gebied="GM0034", cijfers="alle")
    assert says(everything, "U ziet alle ")
    _press(app, "Ongedaan maken")
    assert says(app, "Deze regio heeft nog geen monitoringsafspraken.")
    assert says(open_page("overview", gebied="GM0034"), "U ziet alle ")


@pytest.mark.usefixtures("person_id")
def test_who_searches_the_overview_searches_in_all_figures(open_page: Open) -> None:
    _agree(open_page, "jeugdzorg")
    overview = open_page("overview", gebied="GM0034", zoek="thuiszitters")
    assert not says(overview, "gekozen in de monitoringsafspraken")
    assert says(overview, "gezocht op")


@pytest.mark.usefixtures("person_id")
def test_two_who_change_the_agreements_do_not_overwrite_each_other(open_page: Open, app_database: Engine) -> None:
    app = _agree(open_page, "jeugdzorg")
    _press(app, "Afspraken wijzigen")
    with database.writing(app_database) as session:
        own = MonitoringAgreement.version == 1, MonitoringAgreement.purpose.startswith("Samen zien")
        session.execute(update(MonitoringAgreement).where(*own).values(purpose="Iemand was eerder", version=2))
    _type(app, "waarvoor", "Mijn tekst")
    _press(app, "Afspraken bewaren")
    assert says(app, "Iemand anders heeft dit ondertussen gewijzigd.")
    _press(app, "Afspraken bewaren")
    assert says(app, "Mijn tekst")


@pytest.mark.usefixtures("person_id")
def test_what_was_agreed_before_is_told_with_what_became_different(open_page: Open) -> None:
    app = _agree(open_page, "jeugdzorg", "vsv")
    assert not [one.label for one in app.expander if one.label.startswith("Wat er eerst stond")]
    _press(app, "Afspraken wijzigen")
    _type(app, "waarvoor", "Samen leren")
    (chosen,) = app.multiselect
    chosen.set_value(["jeugdzorg", "thuiszitters"])
    app.run()
    _type(app, "verzamelt-jeugdzorg", "De gemeente")
    _press(app, "Afspraken bewaren")
    (before,) = [one for one in app.expander if one.label == "Wat er eerst stond (1 wijziging)"]
    assert [one.value for one in before.text] == [
        "Waarvoor volgen we dit? Eerst stond er: Samen zien of kinderen eerder hulp krijgen",
        "Cijfers erbij: Thuiszitters.",
        "Cijfers eraf: Voortijdig schoolverlaters.",
        "Wie verzamelt Jeugdzorg? Eerst stond er: nog niet afgesproken",
    ]
    _press(app, "Ongedaan maken")
    assert "Wat er eerst stond (2 wijzigingen)" in [one.label for one in app.expander]


@pytest.mark.usefixtures("person_id")
def test_a_phone_number_in_an_agreement_is_stopped(open_page: Open) -> None:
    app = open_page("monitoring", gebied="GM0034")
    _press(app, "Afspraken vastleggen")
    _type(app, "waarvoor", "Bel 06-12345678")
    _press(app, "Afspraken bewaren")
    assert says(app, "telefoonnummer")


@pytest.mark.usefixtures("person_id")
def test_a_figure_that_is_late_or_soon_is_said_in_the_calendar(open_page: Open) -> None:
    app = open_page("monitoring", gebied="GM0034")
    today = people.today()
    for days, year, expected in (
        (-3, "2025", "te laat: het cijfer is er nog niet"),
        (10, "2026", "komt binnen 10 dagen"),
    ):
        (choice,) = (box for box in app.selectbox if str(box.key).endswith("-cijfer"))
        choice.set_value("jeugdzorg")
        _type(app, "jaar", year)
        _type(app, "dag", day_in_digits(today + timedelta(days=days)))
        _press(app, "Op de kalender zetten")
        assert says(app, "Het staat op de kalender.")
        assert expected in {row["Stand"] for row in rows(app)}
    assert says(app, "Een cijfer is te laat: Jeugdzorg over 2025.")
    assert says(open_page("overview", gebied="GM0034"), "Een cijfer is te laat: Jeugdzorg over 2025.")
    assert not says(open_page("overview", gebied="VG0001"), "te laat")
    _press(app, "Ongedaan maken")
    assert [row["Over"] for row in rows(app)] == ["2025"]


@pytest.mark.usefixtures("person_id")
def test_a_figure_without_a_day_is_not_put_on_the_calendar(open_page: Open) -> None:
    app = open_page("monitoring", gebied="GM0034")
    _press(app, "Op de kalender zetten")
    assert says(app, "Kies een cijfer.")
    assert says(app, "Schrijf een datum als 1-9-2026.")
