"""Wat valt samen?: a gemeente that is a partnership, one that is half of one, a partnership, and areas without."""

import pytest

from tests.pages.conftest import Open
from tests.pages.screen import headings, message, rows, says, tables


def test_a_gemeente_that_is_the_partnership_is_told_to_be_the_same_area(open_page: Open) -> None:
    app = open_page("bridge", gebied="GM0034")
    assert message(app) == "Samenwerkingsverband PO2401 (po) valt samen met Almere: het is hetzelfde gebied."
    assert rows(app) == [
        {
            "Gemeente": "Almere",
            "Hoort erbij": "100%, sinds 2018",
            "Jeugd in beide": "69.413 van 69.413",
            "Deel van het swv": "100%",
        }
    ]
    assert rows(app, 2)[0] == {
        "Cijfer": "Jeugdzorg",
        "Cijfer van het samenwerkingsverband": "hetzelfde als het cijfer van Almere",
    }


def test_a_real_partnership_of_two_gemeenten_is_divided_by_where_its_youth_lives(open_page: Open) -> None:
    """Noordoostpolder has 15.091 young people in 2025 and Urk 9.463: of 24.554 that is 61,5% and 38,5%."""
    app = open_page("bridge", gebied="PO2402")
    assert message(app).endswith("bestaat uit 2 gemeenten. De meeste jeugd woont in Noordoostpolder: 61,5%.")
    assert [(row["Gemeente"], row["Jeugd in beide"], row["Deel van het swv"]) for row in rows(app)] == [
        ("Noordoostpolder", "15.091 van 15.091", "61,5%"),
        ("Urk", "9.463 van 9.463", "38,5%"),
    ]


def test_a_gemeente_that_belongs_for_a_part_counts_for_that_part(open_page: Open) -> None:
    """65% of Heuveloord's 10.930 is 7.104,5; with 27.359, 5.800 and 15.950 that is 12,6% of 56.213,5."""
    app = open_page("bridge", gebied="VG0003")
    assert message(app).startswith("Heuveloord hoort voor 65% bij Samenwerkingsverband Rivierenrijk po")
    heuveloord = next(row for row in rows(app) if row["Gemeente"] == "Heuveloord")
    assert heuveloord == {
        "Gemeente": "Heuveloord",
        "Hoort erbij": "65%, sinds 2017",
        "Jeugd in beide": "7.105 van 10.930",
        "Deel van het swv": "12,6%",
    }
    assert [(row["Aandeel"], row["Jaren"]) for row in rows(app, 1)] == [("65%", "sinds 2017"), ("100%", "sinds 2017")]
    vo = open_page("bridge", gebied="VG0003", swv="VV0001")
    assert message(vo).startswith("Heuveloord hoort helemaal bij Samenwerkingsverband Rivierenrijk vo")


def test_figures_of_two_bases_stand_apart_and_say_why_and_how_they_were_made(open_page: Open) -> None:
    app = open_page("bridge", gebied="VP0001")
    assert says(app, "Een kind telt mee waar het woont.")
    assert says(app, "Zet deze cijfers daarom niet naast cijfers naar woonplaats.")
    of = "Cijfer van het samenwerkingsverband"
    residence = {row["Cijfer"]: row[of] for row in rows(app, 1)}
    assert residence["Jeugdzorg"] == "berekend uit 4 van 4 gemeenten, naar hun aandeel"
    assert residence["Thuiszitters"] == "berekend uit 3 van 4 gemeenten, naar hun aandeel"
    school = {row["Cijfer"]: row[of] for row in rows(app, 2)}
    assert school["Speciaal onderwijs"] == "de bron geeft het zelf"


def test_what_came_and_went_is_told(open_page: Open) -> None:
    app = open_page("bridge", gebied="PO2710")
    left = "Haarlemmerliede en Spaarnwoude hoorde er tot en met 2018 voor 96% bij"
    assert says(app, f"{left}; de gemeente bestaat sindsdien niet meer.")


def test_the_partnership_that_a_gemeente_is_in_most_is_shown_first(open_page: Open) -> None:
    assert message(open_page("bridge", gebied="GM0394")) == (
        "Samenwerkingsverband PO2710 (po) valt bijna samen met Haarlemmermeer: Haarlemmermeer hoort er voor 96% bij, "
        "en 100% van de jeugd van het samenwerkingsverband woont daar. In grafieken is dat één lijn."
    )
    assert message(open_page("bridge", gebied="GM1896")).startswith("Zwartewaterland hoort voor 79% bij")


@pytest.mark.parametrize("area", ["NL00", "PV24", "WK003401", "VR0001"])
def test_other_areas_are_asked_for_a_gemeente_or_a_partnership(open_page: Open, area: str) -> None:
    app = open_page("bridge", gebied=area)
    assert says(app, "Kies hierboven een gemeente of een samenwerkingsverband")
    assert tables(app) == []


def test_every_partnership_and_gemeente_has_its_screen(open_page: Open) -> None:
    for area in ("PO2101", "GM0363", "GM0180", "GM0009-2018", "GM0796"):
        assert headings(open_page("bridge", gebied=area))[0] == "Wat valt samen?"
