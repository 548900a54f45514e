"""Cijfer en verhaal with more areas, three years together, and what people of the region note."""

import json
from collections.abc import Callable

import pytest
from sqlalchemy import Engine, update
from streamlit.testing.v1 import AppTest

from data_models import database
from data_models.access import Actor
from data_models.queries import annotations, people
from data_models.tables import Figure
from tests.pages.conftest import Open
from tests.pages.screen import alternative, message, rows, says

TAB = "gebeurtenissen"
Noted = Callable[[], list[tuple[str, str, int]]]


def _opened(open_page: Open, **address: str) -> AppTest:
    return open_page("figure", tabblad=TAB, **{"gebied": "GM0034", "indicator": "jeugdzorg", **address})


def test_years_of_a_partnership_that_count_other_gemeenten_are_named(open_page: Open) -> None:
    app = open_page("figure", gebied="VG0002", indicator="thuiszitters", vergelijk="VL00")
    assert says(app, "In 2020/'21 en 2023/'24 tellen andere gemeenten mee: vergelijk dat niet met de andere jaren.")


def test_no_trend_of_a_partnership_crosses_a_year_with_other_gemeenten(open_page: Open) -> None:
    """Boslo is withheld in all years but two, so no three years beside each other rest on the same gemeenten."""
    app = open_page("figure", gebied="VP0001", indicator="thuiszitters", tabblad=TAB)
    assert not app.exception
    assert message(app).endswith("te weinig gegevens voor een trend.")
    assert "breuk" not in alternative(app)
    (figure,) = app.get("plotly_chart")
    own = next(one for one in json.loads(figure.proto.spec)["data"] if one.get("name", "").startswith("Samenwerking"))
    assert own["y"].count(None) == 4  # three years, one, two, one, and the provisional year


def test_two_more_areas_are_drawn_compared_and_tabled(open_page: Open) -> None:
    app = open_page("figure", gebied="GM0034", indicator="jeugdzorg", vergelijk="NL00", ook="GM0820,GM0796")
    said = alternative(app)
    assert "Nuenen, Gerwen en Nederwetten: van" in said
    assert "'s-Hertogenbosch: van" in said
    assert says(app, "Over 2022, het laatste jaar dat van beide bekend is: hoger dan Nuenen, Gerwen en Nederwetten")
    beside = rows(app, 1)
    assert list(beside[0]) == ["Jaar", "Almere", "Nuenen, Gerwen en Nederwetten", "'s-Hertogenbosch", "Nederland"]
    assert (beside[0]["Jaar"], beside[0]["Almere"]) == ("2024", "11,7%")
    assert "GM0820,GM0796" in app.query_params["ook"]


def test_areas_that_cannot_be_beside_it_are_left_out(open_page: Open) -> None:
    """An invented area, the area itself, the reference, one that is not there, and a third."""
    app = open_page(
        "figure",
        gebied="GM0034",
        indicator="jeugdzorg",
        vergelijk="NL00",
        ook="VG0001,GM0034,NL00,GM9999,GM0820,GM0796,GM0995",
    )
    assert app.multiselect[0].value == ["GM0820", "GM0796"]
    assert "Waterdam" not in alternative(app)


def test_three_years_together_stop_at_the_break_and_say_so_in_chart_and_table(open_page: Open) -> None:
    app = open_page("figure", gebied="GM0034", indicator="jeugdzorg", samen="ja")
    # 6.680 + 7.160 + 7.400
    assert message(app).startswith("2022–2024 samen: 21.240 van 187.907 · 11,3%")
    assert [row["Jaar"] for row in rows(app)] == ["2022–2024", "2019–2021", "2018–2020"]
    assert rows(app)[0]["Aantal"] == "21.240"
    assert "Almere: van 9,7% in 2018–2020 naar 11,3% in 2022–2024." in alternative(app)
    assert "Breuk in 2022" in alternative(app)
    assert says(app, "Drie jaren samen kan hier niet voor Nederland")


def test_what_cannot_be_summed_offers_no_switch(open_page: Open) -> None:
    def switches(app: AppTest) -> list[str]:
        return [one.label for one in app.toggle]

    assert "Drie jaar samen" in switches(open_page("figure", gebied="GM0034", indicator="jeugdzorg"))
    for gebied, indicator, toon in (
        ("GM0034", "thuiszitters", "waarde"),  # no figure
        ("NL00", "jeugdzorg", "waarde"),  # one or two years
        ("GM0034", "jeugdzorg", "aantal"),  # counts of three years are no count
    ):
        app = open_page("figure", gebied=gebied, indicator=indicator, toon=toon, samen="ja")
        assert "Drie jaar samen" not in switches(app), (gebied, indicator, toon)


def test_withheld_years_are_never_summed(open_page: Open, app_database: Engine) -> None:
    with database.writing(app_database) as session:
        hidden = {"value": None, "numerator": None, "denominator": None}
        session.execute(update(Figure).values(status="withheld", reason="small-count", **hidden))
    app = open_page("figure", gebied="GM0034", indicator="jeugdzorg", samen="ja", ook="GM0820,GM0796")
    assert "Drie jaar samen" not in [one.label for one in app.toggle]
    assert message(app) == "Niet getoond: minder dan 10 jongeren."
    assert says(app, "Nuenen, Gerwen en Nederwetten: van dit cijfer is niets bekend of niets te tonen.")
    assert {cell for row in rows(app, 1) for name, cell in row.items() if name != "Jaar"} <= {"niet getoond", ""}


@pytest.fixture
def noted(person_id: int, app_database: Engine) -> Noted:
    """What the person's region noted: text, kind and year."""

    def _noted() -> list[tuple[str, str, int]]:
        with database.reading(app_database) as session:
            region_id = people.region_of_kind(session, fictional=False)
            assert region_id is not None
            asker: Actor | None = people.actor(session, person_id=person_id, region_id=region_id)
            found = annotations.annotations(session, asker=asker)
        return [(one.text, one.kind, one.year) for one in found if one.region_id is not None]

    return _noted


def _note(app: AppTest, *, text: str, year: int, kind: str = "event") -> None:
    app.text_input(key="gebeurtenis-nieuw-GM0034-jeugdzorg-0-tekst").input(text)
    app.selectbox(key="gebeurtenis-nieuw-GM0034-jeugdzorg-0-jaar").select(year)
    app.radio(key="gebeurtenis-nieuw-GM0034-jeugdzorg-0-soort").set_value(kind)
    app.run()
    app.button(key="gebeurtenis-toevoegen").click().run()


def test_an_event_stands_in_the_chart_is_taken_away_and_put_back(open_page: Open, noted: Noted) -> None:
    app = _opened(open_page)
    _note(app, text="corona", year=2020)
    assert noted() == [("corona", "event", 2020)]
    assert says(app, "Toegevoegd. U ziet het in de grafiek.")
    assert "In 2020: in Almere: corona." in alternative(app)
    assert "In 2020: corona." not in alternative(open_page("figure", gebied="GM0995", indicator="jeugdzorg"))

    number = next(one.key for one in app.button if one.key and one.key.endswith("-weg"))
    app.button(key=number).click().run()
    assert noted() == []
    assert "corona" not in alternative(app)
    app.button(key="gebeurtenissen-ongedaan").click().run()
    assert noted() == [("corona", "event", 2020)]


def test_a_break_cuts_the_line_and_counts_in_what_is_said(open_page: Open, noted: Noted) -> None:
    """Since 2020 Almere has 2020 and 2021 before the source's own break: no three years together end in 2021."""
    app = _opened(open_page)
    _note(app, text="nieuwe registratie", year=2020, kind="break")
    assert noted() == [("nieuwe registratie", "break", 2020)]
    assert "Breuk in 2020: in Almere: nieuwe registratie." in alternative(app)
    together = open_page("figure", gebied="GM0034", indicator="jeugdzorg", samen="ja")
    assert [row["Jaar"] for row in rows(together)] == ["2022–2024"]


def test_what_is_wrong_is_said_and_what_was_typed_stays(open_page: Open, noted: Noted) -> None:
    app = _opened(open_page)
    app.text_input(key="gebeurtenis-nieuw-GM0034-jeugdzorg-0-tekst").input("Bel 06-12345678").run()
    app.button(key="gebeurtenis-toevoegen").click().run()
    assert says(app, "Kies het eerste jaar erna, van 1990 tot en met dit jaar.")
    app.selectbox(key="gebeurtenis-nieuw-GM0034-jeugdzorg-0-jaar").select(2020).run()
    app.button(key="gebeurtenis-toevoegen").click().run()
    assert says(app, "telefoonnummer")
    assert app.text_input(key="gebeurtenis-nieuw-GM0034-jeugdzorg-0-tekst").value == "Bel 06-12345678"
    assert noted() == []


def test_a_change_is_kept_and_undone(open_page: Open, noted: Noted) -> None:
    app = _opened(open_page)
    _note(app, text="corona", year=2020)
    number = next(one.key for one in app.button if one.key and one.key.endswith("-wijzigen")).removesuffix("-wijzigen")
    app.button(key=f"{number}-wijzigen").click().run()
    app.text_input(key=f"{number}-tekst").input("scholen dicht").run()
    app.button(key=f"{number}-bewaren").click().run()
    assert noted() == [("scholen dicht", "event", 2020)]
    app.button(key="gebeurtenissen-ongedaan").click().run()
    assert noted() == [("corona", "event", 2020)]


def test_everybodys_breaks_are_listed_and_cannot_be_changed(open_page: Open, person_id: int) -> None:
    app = _opened(open_page)
    assert person_id
    assert says(app, "2022, breuk")
    assert says(app, "Hoort bij de bron; dit is niet te wijzigen.")
    assert not any(one.key and one.key.endswith("-weg") for one in app.button)


def test_nobody_known_is_asked_who_they_are_before_noting(open_page: Open) -> None:
    app = _opened(open_page)
    assert says(app, "Dan kunt u een gebeurtenis toevoegen.")
    assert not app.radio
