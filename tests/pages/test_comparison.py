"""Vergelijken: one figure of many areas, against one reference."""

from tests.pages.conftest import Open
from tests.pages.screen import alternative, headings, rows, says


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


def test_all_gemeenten_of_a_year_are_there(open_page: Open) -> None:
    app = open_page("comparison", gebied="GM0034", jaar="2022", groep="alle")
    assert len(rows(app)) == 342
    assert headings(app)[1].startswith("In 2022: van 341 gebieden")


def test_invented_gemeenten_are_compared_with_invented_ones_only(open_page: Open) -> None:
    app = open_page("comparison", gebied="VG0001", vergelijk="VL00")
    assert len(rows(app)) == 4
    assert "voorbeeld met verzonnen cijfers" in alternative(app)


def test_a_figure_of_which_nothing_is_known_says_so(open_page: Open) -> None:
    app = open_page("comparison", gebied="GM0034", indicator="wachttijd")
    assert says(app, "Van dit cijfer is nog niets bekend om te vergelijken.")
