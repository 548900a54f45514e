"""Overzicht: the cards of full, sparse and invented areas."""

import pytest

from tests.pages.conftest import Open
from tests.pages.screen import chosen, headings, says


def test_almere_has_a_card_per_indicator_by_theme(open_page: Open) -> None:
    app = open_page("overview", gebied="GM0034")
    assert headings(app) == [
        "Staat van de jeugd in Almere",
        "Wat valt op",
        "Opgroeien en jeugdhulp",
        "Naar school",
        "Passend onderwijs",
        "Samenwerking",
    ]
    assert says(app, "Ruim 1 op de 9 kinderen en jongeren kreeg in 2024 jeugdzorg; te weinig gegevens voor een trend.")
    assert says(app, "Nog geen cijfer.")
    assert says(app, "geen norm")
    assert says(app, "nog niet besproken")


def test_an_invented_gemeente_says_so_with_norms_days_and_what_is_not_shown(open_page: Open) -> None:
    app = open_page("overview", gebied="VG0002")
    assert says(app, "Voorbeeldregio: alle cijfers, normen en verhalen van Boslo zijn verzonnen.")
    assert says(app, "Niet getoond: minder dan 10 jongeren.")
    assert says(app, "besproken op 7 november 2024")
    assert says(app, "norm 2028: 15,0 per 1.000 · ligt achter, maar het verschil kan toeval zijn")


def test_of_an_area_of_which_everything_is_withheld_nothing_is_drawn(open_page: Open) -> None:
    app = open_page("overview", gebied="WK003414")
    assert headings(app)[0] == "Staat van de jeugd in De Steiger"
    assert says(app, "Niet getoond: de bron toont dit cijfer niet.")


def test_a_filter_shows_what_fits(open_page: Open) -> None:
    app = open_page("overview", gebied="VG0001", filter="trend")
    assert says(app, "dat stijgt")
    assert not says(app, "geen duidelijke trend")
    assert not says(app, "te weinig gegevens")
    norms = open_page("overview", gebied="VG0001", filter="met-norm")
    assert not says(norms, "geen norm")


def test_a_filter_that_nothing_fits_says_so(open_page: Open) -> None:
    app = open_page("overview", gebied="GM0034", filter="met-norm")
    assert says(app, "Geen enkel cijfer past bij deze keuze.")


@pytest.mark.parametrize(
    "address", [{}, {"gebied": "onbekend"}, {"gebied": "GM0034", "vergelijk": "VL00", "filter": "rangorde"}]
)
def test_an_address_that_means_nothing_falls_back_to_almere_beside_the_country(
    open_page: Open, address: dict[str, str]
) -> None:
    app = open_page("overview", **address)
    assert says(app, "Per thema de cijfers van Almere, naast Nederland.")
    assert chosen(app) == {"Gebied": "GM0034", "Vergelijk met": "NL00", "Thema": ""}


@pytest.mark.parametrize(
    ("area", "name"),
    [
        ("GM0796", "'s-Hertogenbosch"),
        ("GM0820", "Nuenen, Gerwen en Nederwetten"),
        ("NL00", "Nederland"),
        ("PO2401", "Samenwerkingsverband PO2401 (po)"),
        ("VP0001", "Samenwerkingsverband Rivierenrijk po (voorbeeld)"),
        ("WK003402-2021", "Almere Stad"),
    ],
)
def test_every_kind_of_area_has_the_screen_under_its_whole_name(open_page: Open, area: str, name: str) -> None:
    assert headings(open_page("overview", gebied=area))[0] == f"Staat van de jeugd in {name}"


def test_choosing_another_area_is_written_into_the_address_and_stays(open_page: Open) -> None:
    app = open_page("overview", gebied="GM0034")
    (choice,) = (box for box in app.selectbox if box.label == "Gebied")
    choice.set_value("GM0820").run()
    assert headings(app)[0] == "Staat van de jeugd in Nuenen, Gerwen en Nederwetten"
    assert str(app.query_params["gebied"]).strip("[]'") == "GM0820"
