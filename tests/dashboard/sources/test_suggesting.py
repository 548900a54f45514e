"""A likely mapping for headers that people and sources really use."""

import polars as pl
import pytest

from dashboard.sources.columns.mapping import ColumnMapping, Measure
from dashboard.sources.columns.suggesting import suggested
from dashboard.sources.problems import Findings
from tests.dashboard.sources.mapped_tables import KNOWN, LinesTable


def _suggested(*lines: str) -> ColumnMapping:
    table = LinesTable(*lines)
    sample = pl.concat(list(table.slices(columns=table.header, findings=Findings())))
    return suggested(table.header, known=KNOWN, sample=sample)


def test_the_gemeenten_file_of_the_kerncijfers_is_understood() -> None:
    found = _suggested(
        "gm_code;gemeente_2021;provincie;inwoners;pct_onder15;pct_15_24;jeugdzorg_pct_2021;bijstand_per_1000;wmo_per_1000",
        "GM0034;Almere;Flevoland;214715;18.5;12.6;10.7;38.2;50.0",
        "GM0228;Ede;Gelderland;118530;18.9;12.9;8.4;20.1;",
    )
    assert (found.area, found.period) == ("gm_code", "")
    assert found.measures == (Measure("jeugdzorg", "value", ("jeugdzorg_pct_2021",), period="2021"),)


def test_a_name_in_a_long_column_points_at_its_indicator_and_year() -> None:
    found = _suggested("gemeente;jongeren_tot18_jeugdhulp_natura_2020_pct", "Nederland;12,0", "Almere;11,8")
    assert found.area == "gemeente"
    assert found.measures == (
        Measure("jeugdhulp", "value", ("jongeren_tot18_jeugdhulp_natura_2020_pct",), period="2020"),
    )


def test_count_rate_and_population_each_get_their_role() -> None:
    found = _suggested(
        "Gemeente;Jaar;Aantal thuiszitters;Aantal leerplichtigen;Thuiszitters per 1.000",
        "Almere;2023;120;30.000;4,0",
        "Ede;2023;<5;15.000;",
    )
    assert (found.area, found.period, found.sums_rows) == ("Gemeente", "Jaar", False)
    assert found.measures == (
        Measure("thuiszitters", "numerator", ("Aantal thuiszitters",)),
        Measure("thuiszitters", "value", ("Thuiszitters per 1.000",)),
        Measure("thuiszitters", "denominator", ("Aantal leerplichtigen",)),
    )


def test_groups_are_understood_with_their_totals() -> None:
    found = _suggested(
        "gemeente;schooljaar;geslacht;leeftijd;vsv pct",
        "Almere;2022-2023;man;12 tot 18 jaar;2,1",
        "Almere;2022-2023;Totaal mannen en vrouwen;18 t/m 22 jaar;2,1",
        "Almere;2022-2023;meisjes;totaal;2,1",
    )
    assert found.groups == {
        "geslacht": {"man": "geslacht:jongens", "Totaal mannen en vrouwen": "", "meisjes": "geslacht:meisjes"},
        "leeftijd": {"12 tot 18 jaar": "leeftijd:12-17", "18 t/m 22 jaar": "leeftijd:18-22", "totaal": ""},
    }
    assert found.period == "schooljaar"


def test_a_column_of_not_dropping_out_is_not_taken_for_dropping_out() -> None:
    found = _suggested(
        "regio;schooljaar;leerlingen;vsv;niet_vsv;vsv_pct", "Nederland;2023/'24*;1.271.820;34.210;1.237.610;3"
    )
    assert found.measures == (
        Measure("vsv", "numerator", ("vsv",)),
        Measure("vsv", "value", ("vsv_pct",)),
        Measure("vsv", "denominator", ("leerlingen",)),
    )


def test_two_columns_that_could_be_the_same_are_left_to_the_person() -> None:
    assert _suggested("gemeente;vsv jongens;vsv meisjes", "Almere;12;13").measures == ()


def test_a_count_without_denominator_is_an_indicator_that_is_a_count() -> None:
    assert _suggested("gemeente;jaar;Aantal kinderen en jongeren", "Almere;2023;60000").measures == (
        Measure("jongeren", "value", ("Aantal kinderen en jongeren",)),
    )


def test_schools_of_one_gemeente_are_added_up() -> None:
    found = _suggested("BRIN;GEMEENTENUMMER;jaar;vsv;leerlingen", "00AA;34;2023;1;100", "00BB;34;2023;2;200")
    assert (found.area, found.sums_rows) == ("GEMEENTENUMMER", True)


@pytest.mark.parametrize(
    ("header", "row", "area"),
    [
        ("Codering (code);Naam;vsv", "GM0034  ;Almere;3", "Codering (code)"),
        ("statcode;statnaam;vsv", "GM0034;Almere;3", "statcode"),
        ("kolom a;kolom b", "Almere;3", "kolom a"),
        ("kolom a;kolom b", "34;3", ""),
        ("Regio's;vsv", "Almere;3", "Regio's"),
    ],
)
def test_the_column_with_the_area_is_found_by_its_name_or_by_what_stands_in_it(
    header: str, row: str, area: str
) -> None:
    assert _suggested(header, row).area == area


def test_a_year_is_found_by_what_stands_in_it() -> None:
    assert _suggested("gemeente;kolom x;vsv", "Almere;2022;3", "Ede;2023;3").period == "kolom x"


def test_a_suggestion_may_be_far_from_complete() -> None:
    found = _suggested("a;b", "x;y")
    assert (found.area, found.period, found.measures) == ("", "", ())
    assert suggested([], known=KNOWN, sample=pl.DataFrame()).measures == ()
