"""Beheer, Regio en gebieden: full, without areas, and for who may not."""

import pytest
from sqlalchemy import Engine, delete, select
from streamlit.testing.v1 import AppTest

from data_models import database
from data_models.access import Role
from data_models.compositions import Place
from data_models.queries import compositions
from data_models.tables import PersonRole, Region
from tests.pages.conftest import Open
from tests.pages.screen import headings, rows, says, tables

EXAMPLE = {"onderdeel": "regio", "gebied": "VG0003"}
REAL = {"onderdeel": "regio", "gebied": "GM0034"}


def _choose(app: AppTest, task: str) -> None:
    app.selectbox("regio-taak").select(task).run()


def _confirm(app: AppTest) -> None:
    next(one for one in app.button if one.label == "Zo vastleggen").click().run()


def _shares(engine: Engine) -> dict[tuple[Place, Place], tuple[tuple[int, int | None, float], ...]]:
    with database.reading(engine) as session:
        return dict(compositions.known(session).shares)


def test_the_region_is_shown_with_its_swvs_and_their_gemeenten(person_id: int, open_page: Open) -> None:
    app = open_page("administration", **EXAMPLE)
    assert "Regio en gebieden" in headings(app)
    assert {row["Bestaat uit"].replace("\\", "") for row in rows(app)} == {
        "Boslo, Heuveloord (65%), Rietmeer en Waterdam",
        "Boslo, Heuveloord, Rietmeer en Waterdam",
    }


def test_a_region_without_areas_says_that_it_is_about_all(person_id: int, open_page: Open) -> None:
    app = open_page("administration", **REAL)
    assert says(app, "Uw regio noemt nog geen gebieden")
    assert says(app, "Uw regio heeft nog geen partijen")


def test_what_a_share_means_is_told_before_it_is_stored(person_id: int, open_page: Open, app_database: Engine) -> None:
    app = open_page("administration", **EXAMPLE)
    app.selectbox("regio-gemeente-VP0001").select(("VG0003", 2017)).run()
    assert says(app, "Zo staat het er al")
    before = _shares(app_database)
    app.text_input("regio-aandeel-VP0001-VG0003").input("40,5")
    app.text_input("regio-aandeel-VP0001-VG0003-vanaf").input("2024").run()
    assert says(
        app,
        "wordt vanaf 2024 opgebouwd uit Boslo, Heuveloord (40,5%), Rietmeer en Waterdam.",
    )
    assert _shares(app_database) == before
    _confirm(app)
    assert says(app, "Vastgelegd.")
    after = _shares(app_database)[("VP0001", 2017), ("VG0003", 2017)]
    assert after == ((2017, 2023, 0.65), (2024, None, 0.405))
    next(one for one in app.button if one.label == "Ja, maak ongedaan").click().run()
    assert says(app, "Ongedaan gemaakt.")
    assert _shares(app_database) == before


@pytest.mark.parametrize(
    ("share", "year", "said"),
    [
        ("zestig", "2024", "‘zestig’ is geen percentage"),
        ("101", "2024", "‘101’ is geen percentage"),
        ("-5", "2024", "‘-5’ is geen percentage"),
        ("50", "24", "‘24’ is geen jaar"),
        ("50", "2016", "bestond niet"),
        ("65", "2024", "Zo staat het er al"),
    ],
)
def test_what_cannot_be_is_told_in_dutch(person_id: int, open_page: Open, share: str, year: str, said: str) -> None:
    app = open_page("administration", **EXAMPLE)
    app.selectbox("regio-gemeente-VP0001").select(("VG0003", 2017)).run()
    app.text_input("regio-aandeel-VP0001-VG0003").input(share)
    app.text_input("regio-aandeel-VP0001-VG0003-vanaf").input(year).run()
    assert says(app, said)
    assert not [one for one in app.button if one.label == "Zo vastleggen"]


def test_two_real_swvs_merge(person_id: int, open_page: Open, app_database: Engine) -> None:
    app = open_page("administration", **REAL)
    _choose(app, "merger")
    assert says(app, "Kies minstens één samenwerkingsverband")
    app.multiselect("regio-opgaand").select(("PO2401", 2018)).select(("PO2501", 2018)).run()
    assert says(app, "Schrijf een naam op")
    app.text_input("regio-samen-naam").input("Samen")
    app.text_input("regio-samen-code").input("po9901").run()
    assert says(app, "Samen (PO9901) bestaat vanaf")
    _confirm(app)
    assert says(app, "Vastgelegd.")
    with database.reading(app_database) as session:
        known = compositions.known(session)
    new = next(place for place in known.areas if place[0] == "PO9901")
    assert ("GM0034", 2018) in known.parts_of(new)


def test_a_gemeente_goes_over_into_another(person_id: int, open_page: Open, app_database: Engine) -> None:
    app = open_page("administration", **EXAMPLE)
    _choose(app, "abolition")
    app.selectbox("regio-opgeheven").select(("VG0002", 2017)).run()
    assert says(app, "Kies minstens één gemeente waarin zij opgaat")
    app.multiselect("regio-erfgenamen-VG0002").select(("VG0001", 2017)).run()
    assert says(app, "Boslo bestaat tot en met")
    _confirm(app)
    with database.reading(app_database) as session:
        known = compositions.known(session)
    assert known.areas["VG0002", 2017].valid_until is not None


def test_areas_parties_and_the_name_are_changed(person_id: int, open_page: Open, app_database: Engine) -> None:
    app = open_page("administration", **EXAMPLE)
    _choose(app, "areas")
    box = next(one for one in app.multiselect if one.label == "Waar gaat de regio over?")
    box.unselect(("VG0001", 2017)).run()
    assert says(app, "Niet meer in de regio: Waterdam.")
    assert says(app, "blijven")
    _confirm(app)
    assert says(app, "Vastgelegd.")
    _choose(app, "parties")
    name = next(one for one in app.text_input if one.label == "Naam")
    name.input("Jeugdraad *Rivierenrijk*")
    _confirm(app)
    names = [row.get("Partij", "") for table in tables(app) for row in table]
    assert "Jeugdraad *Rivierenrijk*" in names
    _choose(app, "name")
    next(one for one in app.text_input if one.label == "Naam van de regio").input("Regio Andersrijk")
    _confirm(app)
    with database.reading(app_database) as session:
        assert session.scalars(select(Region.name).where(Region.fictional)).one() == "Regio Andersrijk"


def test_who_is_no_beheerder_sees_nothing_of_it(person_id: int, open_page: Open, app_database: Engine) -> None:
    with database.writing(app_database) as session:
        session.execute(
            delete(PersonRole).where(PersonRole.person_id == person_id, PersonRole.role == Role.ADMINISTRATOR)
        )
    app = open_page("administration", **EXAMPLE)
    assert not tables(app)
    assert not [one for one in app.button if one.label == "Zo vastleggen"]
