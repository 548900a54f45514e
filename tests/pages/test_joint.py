"""The gezamenlijke duiding on Cijfer en verhaal, last time's words beside the new figure, and what Overzicht says."""

import pytest
from sqlalchemy import Engine, select
from streamlit.testing.v1 import AppTest

from data_models import database
from data_models.access import Role
from data_models.tables import Party, PersonRole, Region
from tests.pages.conftest import Open
from tests.pages.screen import says, tables

FIGURE = {"gebied": "VG0001", "indicator": "jeugdzorg", "vergelijk": "VL00"}
HEUVELOORD = "Gemeente Heuveloord (voorbeeld)"


@pytest.fixture
def signatory(app_database: Engine, person_id: int) -> int:
    """Whoever sits here signs for a party of the example that did not confirm anything yet."""
    with database.writing(app_database) as session:
        region_id = session.scalars(select(Region.id).where(Region.fictional)).one()
        party = session.scalars(select(Party.id).where(Party.name == HEUVELOORD)).one()
        signs = {"person_id": person_id, "region_id": region_id, "role": Role.SIGNATORY, "party_id": party}
        session.add(PersonRole(valid_until=None, **signs))
    return person_id


def _labels(app: AppTest) -> list[str]:
    return [button.label.replace("\\", "") for button in app.button]


def _press(app: AppTest, label: str) -> None:
    next(button for button in app.button if button.label.replace("\\", "") == label).click()
    app.run()
    assert [one.value for one in app.exception] == []


def test_what_was_said_together_stands_below_the_question_with_who_confirmed_it_and_who_dissents(
    open_page: Open,
) -> None:
    app = open_page("figure", **FIGURE)
    assert says(app, "Voorbeeld: Wij herkennen de stijging. Het cijfer laat niet zien hoe lang kinderen wachten.")
    assert says(app, "Opgeschreven door Gemeente Waterdam (voorbeeld) op 20 maart 2025, versie 1")
    assert [one.label for one in app.expander if one.label.startswith("Bevestigd door")] == [
        "Bevestigd door 4 van 6 partijen",
        "Bevestigd door 1 van 6 partijen",
    ]
    assert says(app, "Afwijkende zienswijze · Samenwerkingsverband Rivierenrijk vo (voorbeeld) · 20 maart 2025")
    assert says(app, "Voorbeeld: Wij zien ook dat het aanbod zelf vraag maakt.")
    confirmed = next(table for table in tables(app) if "Door" in table[0])
    assert "Noor Waterink, wethouder jeugd" in [row["Door"] for row in confirmed]


def test_last_times_words_stand_beside_the_new_figure_with_who_says_that_they_were_right(open_page: Open) -> None:
    app = open_page("figure", **FIGURE)
    assert says(app, "Vorige keer, over 2023, verklaarden we samen:")
    assert says(app, "Voorbeeld: De stijging is tijdelijk.")
    assert says(app, "Klopte dat?")
    assert says(app, "deels: Gemeente Waterdam (voorbeeld)")
    assert says(app, "nee: Jeugdhulp De Oever (voorbeeld)")
    assert not says(app, "Nog niet opnieuw besproken")  # there are answers about 2024
    assert not {"Aanhalen", "ja", "Gezamenlijke duiding schrijven"} & set(_labels(app))  # nobody is known here


def test_somebody_says_whether_it_was_right_changes_that_and_takes_it_back(open_page: Open, person_id: int) -> None:
    app = open_page("figure", **FIGURE)
    _press(app, "ja")
    assert says(app, "Uw antwoord is bewaard.")
    assert says(app, "ja: Gemeente Almere")
    _press(app, "deels")
    assert says(app, "U zei: deels")
    _press(app, "Antwoord weghalen")
    assert not says(app, "Gemeente Almere, Gemeente Waterdam")
    assert not says(app, "U zei:")


def test_who_signs_confirms_for_the_party_and_takes_it_back_on_the_same_day(open_page: Open, signatory: int) -> None:
    app = open_page("figure", **FIGURE)
    _press(app, f"Bevestigen namens {HEUVELOORD}")
    assert says(app, f"{HEUVELOORD} heeft de gezamenlijke duiding bevestigd.")
    assert "Bevestigd door 5 van 6 partijen" in [one.label for one in app.expander]
    _press(app, f"{HEUVELOORD}: toch niet bevestigen")
    assert "Bevestigd door 4 van 6 partijen" in [one.label for one in app.expander]
    assert "Verder met uw concept van de gezamenlijke duiding" not in _labels(app)


def test_a_newer_figure_than_was_confirmed_says_that_it_was_not_discussed_again(open_page: Open) -> None:
    about = {"gebied": "VG0003", "vergelijk": "VL00"}
    assert says(open_page("overview", **about), "nog niet opnieuw besproken (laatste duiding: 2023/'24)")
    app = open_page("figure", indicator="afstroom", **about)
    assert says(app, "Nog niet opnieuw besproken: de laatste gezamenlijke duiding gaat over 2023/'24.")
    filtered = open_page("overview", filter="niet-besproken", **about)
    assert says(filtered, "nog niet opnieuw besproken (laatste duiding: 2023/'24)")
