"""Vergelijken: one figure of many areas, against one reference."""

import streamlit as st
from sqlalchemy import Engine, event

from tests.pages.conftest import Open
from tests.pages.screen import alternative, chosen, headings, rows, says


def test_the_gemeenten_of_the_province_stand_beside_each_other_by_name(open_page: Open) -> None:
    app = open_page("comparison", gebied="GM0034", jaar="2022")
    assert headings(app)[0] == "Jeugdzorg vergeleken"
    names = [row["Gebied"] for row in rows(app)]
    assert names == ["Almere", "Dronten", "Lelystad", "Noordoostpolder", "Urk", "Zeewolde"]
    assert says(app, "Driehoek naar rechts: hoger dan Nederland.")
    assert "Almere: 10,8%" in alternative(app)


def test_by_value_is_asked_for_and_says_that_an_order_is_no_judgement(open_page: Open) -> None:
    app = open_page("comparison", gebied="GM0034", jaar="2022", volgorde="waarde")
    assert says(app, "Een volgorde is geen oordeel")
    assert not says(open_page("comparison", gebied="GM0034", jaar="2022"), "Een volgorde is geen oordeel")


def test_too_small_to_matter_is_told_apart_from_what_may_be_chance(open_page: Open) -> None:
    app = open_page("comparison", gebied="GM0034", jaar="2022", vergelijk="NL00")
    assert headings(app)[1] == "1 hoger dan Nederland, 4 lager, 1 vrijwel gelijk, 0 niet duidelijk anders (2022)."
    assert says(app, "Open vierkantje: vrijwel gelijk; het verschil is te klein om ertoe te doen.")
    assert not says(app, "Open rondje")


def test_all_gemeenten_of_a_year_are_there(open_page: Open) -> None:
    app = open_page("comparison", gebied="GM0034", jaar="2022", groep="alle")
    assert len(rows(app)) == 342
    assert headings(app)[1].endswith("niet duidelijk anders (2022).")


def test_invented_gemeenten_are_compared_with_invented_ones_only(open_page: Open) -> None:
    app = open_page("comparison", gebied="VG0001", vergelijk="VL00")
    assert len(rows(app)) == 4
    assert "voorbeeld met verzonnen cijfers" in alternative(app)


def test_a_figure_of_which_nothing_is_known_says_so(open_page: Open) -> None:
    app = open_page("comparison", gebied="GM0034", indicator="wachttijd")
    assert says(app, "Van dit cijfer is nog niets bekend om te vergelijken.")


def test_areas_of_ones_own_stand_by_name_or_in_the_order_of_the_address(open_page: Open) -> None:
    own = {"gebied": "GM0034", "groep": "eigen", "gebieden": "GM0820,GM0796,GM0034,GM0796,bestaat-niet", "jaar": "2022"}
    by_name = [row["Gebied"] for row in rows(open_page("comparison", **own))]
    assert by_name == ["Almere", "Nuenen, Gerwen en Nederwetten", "'s-Hertogenbosch"]
    in_order = [row["Gebied"] for row in rows(open_page("comparison", **own, volgorde="eigen"))]
    assert in_order == ["Nuenen, Gerwen en Nederwetten", "'s-Hertogenbosch", "Almere"]


def test_without_areas_of_ones_own_it_says_to_choose_some(open_page: Open) -> None:
    app = open_page("comparison", gebied="GM0034", groep="eigen")
    assert says(app, "Kies hierboven een of meer gebieden")
    assert not app.get("plotly_chart")


def test_one_area_says_how_it_lies_and_no_counts(open_page: Open) -> None:
    app = open_page("comparison", gebied="GM0034", groep="eigen", gebieden="GM0050", jaar="2022")
    assert headings(app)[1] == "Zeewolde: hoger dan Nederland (2022)."


def test_one_area_of_a_year_without_the_reference_says_why_it_is_not_compared(open_page: Open) -> None:
    app = open_page("comparison", gebied="GM0034", jaar="2024", groep="eigen", gebieden="GM0034")
    assert headings(app)[1].startswith("Almere: niet te vergelijken met Nederland: ")
    assert headings(app)[1].endswith(" (2024).")


def test_only_the_reference_says_that_it_is_the_reference(open_page: Open) -> None:
    app = open_page("comparison", gebied="GM0034", vergelijk="GM0050", groep="eigen", gebieden="GM0050")
    assert says(app, "U koos alleen Zeewolde, en daarmee vergelijkt u al.")


def test_a_province_beside_gemeenten_is_composed_or_published_and_named_once(open_page: Open) -> None:
    app = open_page("comparison", gebied="GM0034", groep="eigen", gebieden="GM0034,PV24", jaar="2022")
    assert [row["Gebied"] for row in rows(app)] == ["Almere", "Provincie Flevoland"]
    assert "berekend uit 6 van 6 gemeenten" in rows(app)[1]["Cijfer"]
    assert says(app, "Wat uit gemeenten is opgeteld")


def test_samenwerkingsverbanden_stand_beside_each_other_with_what_they_are_made_of(open_page: Open) -> None:
    app = open_page("comparison", gebied="GM0034", groep="swvs", jaar="2022")
    assert "swv PO2401 (po)" in [row["Gebied"] for row in rows(app)]


def test_counts_are_not_compared_and_the_screen_says_why(open_page: Open) -> None:
    app = open_page("comparison", gebied="GM0034", indicator="leerlingen-po")
    assert (
        "niet te vergelijken met Nederland: aantallen van verschillende gebieden zeggen dan niets" in headings(app)[1]
    )


def test_a_figure_by_school_says_that_it_does_not_count_where_children_live(open_page: Open) -> None:
    here = {"gebied": "VG0001", "vergelijk": "VL00"}
    words = "telt leerlingen bij hun school of samenwerkingsverband, niet waar zij wonen"
    for form in ("stippen", "kaart", "jaren"):
        assert says(open_page("comparison", **here, indicator="speciaal-basisonderwijs", weergave=form), words)
    assert not says(open_page("comparison", **here, indicator="jeugdzorg"), words)


def test_through_the_years_every_area_has_a_line_with_its_name(open_page: Open) -> None:
    app = open_page("comparison", gebied="VG0001", vergelijk="VL00", weergave="jaren")
    assert len(app.get("image")) == 4
    assert says(app, "overal dezelfde schaal")
    assert says(app, "**Waterdam \\(gekozen\\)**")


def test_through_the_years_a_withheld_latest_figure_says_so_beside_the_earlier_one(open_page: Open) -> None:
    app = open_page("comparison", gebied="VG0001", vergelijk="VL00", indicator="thuiszitters", weergave="jaren")
    assert says(app, "Niet getoond: minder dan 10 jongeren. Het getal is van een eerder jaar.")


def test_a_partnership_says_of_the_year_that_is_drawn_how_many_gemeenten_count(open_page: Open) -> None:
    # Of one of the four gemeenten the thuiszitters of 2024/'25 are not shown, of 2023/'24 those of all are.
    here = {"gebied": "VP0001", "vergelijk": "VL00", "indicator": "thuiszitters", "groep": "swvs"}
    for year, told in (("2024/'25", "3 van 4"), ("2023/'24", "4 van 4"), ("2022/'23", "3 van 4")):
        app = open_page("comparison", **here, jaar=year)
        assert [f"berekend uit {told} gemeenten" in row["Cijfer"] for row in rows(app)] == [True, True]


def test_what_is_compared_with_says_of_the_year_that_is_drawn_how_many_gemeenten_count(open_page: Open) -> None:
    here = {"gebied": "VG0001", "vergelijk": "VP0001", "indicator": "thuiszitters"}
    for year, told in (("2024/'25", "3 van 4"), ("2023/'24", "4 van 4")):
        assert says(open_page("comparison", **here, jaar=year), f"Rivierenrijk po, berekend uit {told} gemeenten.")
    through = open_page("comparison", **here, weergave="jaren")
    others = "In 2020/'21 en 2023/'24 tellen andere gemeenten mee: vergelijk dat niet met de andere jaren."
    assert says(through, f"Rivierenrijk po, berekend uit 3 van 4 gemeenten. {others}")


def test_through_the_years_no_line_of_a_partnership_crosses_a_year_with_other_gemeenten(open_page: Open) -> None:
    app = open_page("comparison", gebied="VP0001", indicator="thuiszitters", groep="swvs", weergave="jaren")
    assert says(app, "te weinig jaren")
    changed = "in 2020/'21, 2021/'22, 2023/'24 en 2024/'25 tellen andere gemeenten mee dan in het jaar ervoor"
    assert says(app, f"te weinig gegevens voor een trend: {changed}")
    assert says(app, "De lijn van swv Rivierenrijk po en swv Rivierenrijk vo stopt waar andere gemeenten meetellen")
    assert "Vóór 2023 stopt de lijn: vanaf dan tellen andere gemeenten mee." in app.get("image")[0].proto.imgs[0].alt


def test_through_the_years_what_the_strokes_in_the_lines_are_is_said_once(open_page: Open) -> None:
    here = {"gebied": "VP0001", "indicator": "relatief-verzuim", "groep": "swvs", "weergave": "jaren"}
    app = open_page("comparison", **here, vergelijk="VL00")
    assert says(app, "Een dunne rechte streep is een jaar waarin iets veranderde: 2021")
    assert says(app, "te weinig gegevens voor een trend: de manier van tellen veranderde in 2021/'22")
    assert "Breuk in 2021" in app.get("image")[0].proto.imgs[0].alt
    without = open_page("comparison", **{**here, "indicator": "thuiszitters"}, vergelijk="VL00")
    assert not says(without, "Een dunne rechte streep")


def test_through_the_years_342_areas_are_too_many_to_read(open_page: Open) -> None:
    app = open_page("comparison", gebied="GM0034", groep="alle", weergave="jaren")
    assert says(app, "Naast elkaar zijn 342 gebieden te veel om te lezen.")
    assert len(rows(app)) == 342


def test_a_group_is_saved_found_again_and_removed(open_page: Open, person_id: int) -> None:
    own = {"gebied": "GM0034", "groep": "eigen", "gebieden": "GM0050,GM0034"}
    app = open_page("comparison", **own)
    app.text_input[0].set_value("Onze buren").run()
    app.button(key="groep-bewaren").click().run()
    assert says(app, "De groep is bewaard.")
    assert chosen(open_page("comparison", **own))["Welke gebieden"].startswith("bewaard-")
    app.button(key="groep-weg-1").click().run()
    assert says(app, "De groep is weggehaald.")
    assert chosen(open_page("comparison", **own))["Welke gebieden"] == "eigen"


def test_a_group_without_a_name_is_not_saved_and_nothing_is_lost(open_page: Open, person_id: int) -> None:
    app = open_page("comparison", gebied="GM0034", groep="eigen", gebieden="GM0050,GM0034")
    app.button(key="groep-bewaren").click().run()
    assert says(app, "Geef de groep een naam.")
    app.text_input[0].set_value("Bel 06-12345678").run()
    app.button(key="groep-bewaren").click().run()
    assert says(app, "telefoonnummer")
    assert len(rows(app)) == 2


def test_who_is_nobody_can_choose_areas_and_save_nothing(open_page: Open) -> None:
    app = open_page("comparison", gebied="GM0034", groep="eigen", gebieden="GM0050,GM0034")
    assert not [one for one in app.button if one.key == "groep-bewaren"]


def _queries(open_page: Open, engine: Engine, **address: str) -> int:
    """How many questions a screen asks the database when nothing is remembered."""
    asked: list[str] = []

    def note(*given: object) -> None:
        asked.append(str(given[2]))

    st.cache_resource.clear()
    event.listen(engine, "before_cursor_execute", note)
    try:
        open_page("comparison", **address)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return len(asked)


def test_two_areas_ask_as_many_questions_as_342(open_page: Open, app_database: Engine) -> None:
    here = {"gebied": "GM0034", "jaar": "2022"}
    two = _queries(open_page, app_database, **here, groep="eigen", gebieden="GM0034,GM0050")
    assert _queries(open_page, app_database, **here, groep="alle") == two
    many = _queries(open_page, app_database, **here, groep="eigen", gebieden="PO2401,PO2402,PO2403,PV24,PV25")
    assert many == _queries(open_page, app_database, **here, groep="eigen", gebieden="PO2401,PV24")
