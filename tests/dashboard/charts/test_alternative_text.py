"""A chart in words."""

from dashboard.charts.alternative_text import alternative_text
from dashboard.charts.chart import Annotation, NormLine
from tests.dashboard.charts.examples import ALMERE, BREAK, NETHERLANDS, NORM, REPLACED, chart, series


def test_it_carries_title_message_first_and_last_value_and_norm() -> None:
    assert alternative_text(chart(series(ALMERE), NETHERLANDS, norms=(NORM,))) == (
        "Jongeren met jeugdzorg. Ruim 1 op de 9 jongeren kreeg jeugdzorg. "
        "Almere: van 9,6% in 2018 naar 11,7% in 2024. "
        "Nederland: 10,5% in 2022. Voorlopig: 2022. "
        "De streeplijn loopt naar norm 2028: 10,5%."
    )


def test_a_withheld_year_is_named() -> None:
    assert "Niet getoond: 2019." in alternative_text(chart(series((3.1, None, 3.5))))


def test_a_series_without_values_is_said_not_to_be_shown() -> None:
    assert "Almere: niet getoond." in alternative_text(chart(series((None, None))))


def test_breaks_events_and_examples_are_told() -> None:
    said = alternative_text(chart(breaks=(BREAK,), events=(Annotation(year=2020, text="corona"),), fictional=True))
    assert "Breuk in 2022: woonplaatsbeginsel gewijzigd." in said
    assert "In 2020: corona." in said
    assert said.endswith("Dit is een voorbeeld met verzonnen cijfers.")


def test_replaced_norms_and_bands_are_told() -> None:
    band = NormLine(label="norm 2027", start_year=2024, start_value=None, year=2027, lower=2.0, upper=3.0)
    said = alternative_text(chart(norms=(REPLACED, band), unit="per_1000"))
    assert "Eerder gold een andere norm: norm 2026 was 9,0 per 1.000." in said
    assert "norm 2027: 2,0 per 1.000 tot 3,0 per 1.000." in said


def test_what_is_of_one_area_names_it() -> None:
    said = alternative_text(chart(breaks=(Annotation(year=2022, text="anders geteld", of=("Urk", "Ede")),)))
    assert "Breuk in 2022: in Urk en Ede: anders geteld." in said
