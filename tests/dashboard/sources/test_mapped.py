"""A table of which the columns were told what they mean, into figures."""

# ruff: noqa: E501 - a line of a file and the sentence about it belong together

from dataclasses import replace

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.sources.columns.mapping import ColumnMapping, Measure
from dashboard.sources.problems import Findings
from data_models.protected import FIGURE_SCHEMA
from tests.dashboard.sources.mapped_tables import (
    COUNTS,
    KNOWN,
    OWN,
    OWN_COUNTS,
    PUBLIC,
    VALUES,
    LinesTable,
    read_lines,
    refused,
    shown,
)
from tests.length import rounds

HEADER = "gebied;periode;teller;noemer"
VALUE_HEADER = "gebied;periode;waarde"


def test_a_figure_has_every_column_of_the_tidy_form() -> None:
    content = read_lines(VALUE_HEADER, "GM0034  ;2022*;13,2", mapping=VALUES)
    assert content.figures.schema == pl.Schema(FIGURE_SCHEMA)
    assert content.figures.rows() == [
        ("jeugdhulp", "GM0034", "2022", "", None, None, 13.2, "percentage", "provisional", PUBLIC)
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("GM0034", "GM0034"),
        ("34", "GM0034"),
        ("0034", "GM0034"),
        ("gm0034  ", "GM0034"),
        ("NL00", "NL00"),
        ("NL01", "NL00"),
        ("PV26", "PV26"),
        ("PO2401", "PO2401"),
        ("WK003401", "WK003401"),
        ("almere", "GM0034"),
        ("Den Haag", "GM0518"),
        ("Utrecht (PV)", "PV26"),
    ],
)
def test_an_area_is_known_by_its_code_in_every_spelling_and_by_its_name(text: str, code: str) -> None:
    assert shown(read_lines(VALUE_HEADER, f"{text};2022;13,2", mapping=VALUES), "area") == [(code,)]


def test_a_percentage_is_worked_out_from_count_and_denominator_with_every_digit() -> None:
    content = read_lines(HEADER, "34;2022SJ00;10;300", mapping=COUNTS)
    assert shown(content, "period", "numerator", "denominator", "value") == [("2022/'23", 10.0, 300.0, 10 / 300 * 100)]
    assert content.notes == ("Uitgerekend uit teller en noemer: 1.",)


def test_a_rate_per_thousand_is_worked_out_too() -> None:
    assert shown(read_lines(HEADER, "34;2022;4;500", mapping=OWN_COUNTS), "value", "unit") == [(8.0, "per_1000")]


def test_a_count_and_a_percentage_without_denominator_stay_as_published() -> None:
    mapping = replace(
        VALUES, measures=(Measure("jeugdhulp", "value", ("p",)), Measure("jeugdhulp", "numerator", ("a",)))
    )
    content = read_lines("gebied;periode;a;p", "34;2024;7.400;11,7", mapping=mapping)
    assert shown(content, "numerator", "denominator", "value") == [(7400.0, None, 11.7)]


def test_a_count_of_which_the_percentage_is_not_published_is_kept_without_value() -> None:
    mapping = replace(
        VALUES, measures=(Measure("jeugdhulp", "value", ("p",)), Measure("jeugdhulp", "numerator", ("a",)))
    )
    content = read_lines("gebied;periode;a;p", "34;2024;35;.", "Ede;2024;40;9", mapping=mapping)
    assert shown(content, "numerator", "value", "status")[0] == (35.0, None, "withheld:percentage-undecided")


@pytest.mark.parametrize("text", ["", ".", "x", "-", "<5", "< 5", "NA", "n.v.t."])
def test_what_a_source_does_not_show_is_withheld_and_never_nought(text: str) -> None:
    content = read_lines(VALUE_HEADER, f"34;2022;{text}", "Ede;2022;0", mapping=VALUES)
    assert shown(content, "area", "value", "status") == [
        ("GM0034", None, "withheld:source"),
        ("GM0228", 0.0, "final"),
    ]
    assert content.notes == ("Cijfers die de bron niet toont: 1. Ze zijn bewaard als niet getoond, niet als nul.",)


def test_a_year_of_which_the_source_says_nothing_at_all_is_absent() -> None:
    content = read_lines(VALUE_HEADER, "34;2022;.", "Ede;2022;", "34;2021;9,1", mapping=VALUES)
    assert shown(content, "period") == [("2021",)]
    assert content.notes == ("Over 2022 staan er geen cijfers in voor Jeugdhulp; dat is geen nul.",)


def test_columns_are_added_and_a_missing_part_makes_the_sum_missing() -> None:
    mapping = replace(COUNTS, measures=(Measure("jongeren", "value", ("a", "b")),))
    content = read_lines("gebied;periode;a;b", "34;2025;100;20", "Ede;2025;100;x", mapping=mapping)
    assert shown(content, "value", "status") == [(120.0, "final"), (None, "withheld:source")]


def test_schools_are_added_to_their_gemeente_and_a_hidden_part_hides_the_sum() -> None:
    lines = ("34;2022;10;100", "34;2022;5;300", "Ede;2022;<5;100", "Ede;2022;20;200")
    content = read_lines(HEADER, *lines, mapping=replace(COUNTS, sums_rows=True))
    assert shown(content, "area", "numerator", "denominator", "value", "status") == [
        ("GM0034", 15.0, 400.0, 3.75, "final"),
        ("GM0228", None, 300.0, None, "withheld:source"),
    ]
    assert content.notes[0] == "Opgetelde cijfers die niet getoond worden: 1. De bron toont een deel ervan niet."


def test_groups_come_from_a_column_and_rows_that_do_not_count_are_passed_over() -> None:
    mapping = replace(
        COUNTS,
        groups={"geslacht": {"Totaal": "", "Mannen": "geslacht:jongens"}},
        only={"soort": ("voltijd",)},
    )
    content = read_lines(
        f"{HEADER};geslacht;soort",
        "34;2022;10;100;Totaal;voltijd",
        "34;2022;9;100;Totaal;deeltijd",
        "34;2022;6;50;Mannen;voltijd",
        mapping=mapping,
    )
    assert shown(content, "breakdown", "value") == [("", 10.0), ("geslacht:jongens", 12.0)]


def test_a_row_about_two_groups_at_once_is_passed_over_and_said() -> None:
    groups = {"g": {"T": "", "M": "geslacht:jongens"}, "l": {"T": "", "j": "leeftijd:0-3"}}
    lines = ("34;2022;10;100;T;T", "34;2022;6;50;M;T", "34;2022;3;20;T;j", "34;2022;2;9;M;j")
    content = read_lines(f"{HEADER};g;l", *lines, mapping=replace(COUNTS, groups=groups))
    assert shown(content, "breakdown") == [("",), ("geslacht:jongens",), ("leeftijd:0-3",)]
    assert "Overgeslagen regels: 1. Ze gaan over twee groepen tegelijk." in content.notes


def test_a_column_can_be_about_one_group_and_one_period() -> None:
    mapping = ColumnMapping(
        "gebied",
        (
            Measure("jeugdhulp", "value", ("pct_2021",), period="2021"),
            Measure("jeugdhulp", "value", ("pct_2022",), period="2022"),
            Measure("jeugdhulp", "value", ("meisjes_2022",), breakdown="geslacht:meisjes", period="2022"),
        ),
        PUBLIC,
    )
    content = read_lines("gebied;pct_2021;pct_2022;meisjes_2022", "34;9,1;9,2;8", mapping=mapping)
    assert shown(content, "period", "breakdown", "value") == [
        ("2021", "", 9.1),
        ("2022", "", 9.2),
        ("2022", "geslacht:meisjes", 8.0),
    ]


def test_a_whole_table_can_be_about_one_period() -> None:
    mapping = replace(COUNTS, period="", whole_period="2022-2023")
    assert shown(read_lines(HEADER, "34;;1;10", mapping=mapping), "period") == [("2022/'23",)]


LONG = ColumnMapping(
    "gebied",
    (Measure("vsv", "numerator", ("uitvallers",)), Measure("vsv", "denominator", ("vo", "mbo"))),
    PUBLIC,
    period="periode",
    name_column="onderwerp",
    number_column="aantal",
)


def test_a_long_table_has_each_number_on_a_line_of_its_own() -> None:
    lines = ("34;2022;uitvallers;10", "34;2022;vo;300", "34;2022;mbo;200", "34;2022;iets anders;x")
    content = read_lines("gebied;periode;onderwerp;aantal", *lines, mapping=LONG)
    assert shown(content, "numerator", "denominator", "value") == [(10.0, 500.0, 2.0)]


def test_a_long_table_without_one_of_the_lines_to_add_has_no_sum() -> None:
    lines = ("34;2022;uitvallers;10", "34;2022;vo;300")
    content = read_lines("gebied;periode;onderwerp;aantal", *lines, mapping=LONG)
    assert shown(content, "denominator", "value") == [(None, None)]


def test_a_line_of_a_long_table_that_stands_there_twice_is_refused() -> None:
    lines = ("34;2022;uitvallers;10", "34;2022;uitvallers;12", "34;2022;vo;300", "34;2022;mbo;200")
    assert refused("gebied;periode;onderwerp;aantal", *lines, mapping=LONG) == [
        "Regel 3: Dit cijfer staat er twee keer in, ook op regel 2: 'vsv GM0034 2022'. Laat één van de twee staan."
    ]


def test_former_gemeenten_are_moved_by_their_counts_and_the_mapping_is_shown() -> None:
    content = read_lines(HEADER, "GM0398;2022;10;1000", "GM0416;2022;20;1000", mapping=COUNTS)
    assert shown(content, "area", "numerator", "denominator", "value") == [("GM1980", 30.0, 2000.0, 1.5)]
    assert content.moved == ("Heerhugowaard (GM0398) en Langedijk (GM0416) → Dijk en Waard (GM1980), vanaf 2022",)


def test_the_former_gemeente_is_added_to_what_its_successor_has_itself() -> None:
    content = read_lines(HEADER, "Weesp;2023;10;100", "Amsterdam;2023;90;900", mapping=COUNTS)
    assert shown(content, "area", "numerator", "denominator") == [("GM0363", 100.0, 1000.0)]


def test_a_gemeente_that_still_existed_in_the_period_is_not_moved() -> None:
    content = read_lines(HEADER, "Weesp;2022;10;100", "Amsterdam;2022;90;900", mapping=COUNTS)
    assert shown(content, "area") == [("GM0363",), ("GM0457",)]
    assert content.moved == ()


def test_a_split_gemeente_is_divided_and_its_figures_are_estimated() -> None:
    content = read_lines(HEADER, "Haaren;2021;40;400", "Boxtel;2021;10;100", "Vught;2021;20;200", mapping=COUNTS)
    assert shown(content, "area", "numerator", "denominator", "status") == [
        ("GM0757", 20.0, 200.0, "estimated"),
        ("GM0865", 50.0, 500.0, "estimated"),
    ]
    assert content.moved == ("Haaren (GM0788) → Boxtel (GM0757) en Vught (GM0865), vanaf 2021, verdeeld naar inwoners",)


def test_a_hidden_part_of_a_moved_figure_hides_the_whole() -> None:
    content = read_lines(HEADER, "GM0398;2022;<5;1000", "GM0416;2022;20;1000", mapping=COUNTS)
    assert shown(content, "area", "numerator", "status") == [("GM1980", None, "withheld:source")]


def test_a_moved_figure_without_one_of_its_parts_is_not_made() -> None:
    content = read_lines(HEADER, "GM0398;2022;10;1000", "34;2022;1;10", mapping=COUNTS)
    assert shown(content, "area") == [("GM0034",)]
    assert "Overgeslagen cijfers: 1. Een deel van de heringedeelde gemeente ontbreekt: Dijk en Waard (GM1980)." in (
        content.notes
    )
    assert refused(HEADER, "GM0398;2022;10;1000", mapping=OWN_COUNTS) == [
        "Regel 2: Het cijfer van Dijk en Waard over 2022 is niet compleet: Langedijk ontbreekt. "
        "Voeg de regel toe, of gebruik de gemeenten van nu."
    ]


def test_a_percentage_of_a_former_gemeente_cannot_be_moved() -> None:
    assert refused(VALUE_HEADER, "Weesp;2023;9,1", mapping=VALUES) == [
        "Regel 2, kolom waarde: Weesp is nu Amsterdam (GM0363); een percentage zonder teller en noemer kan niet worden "
        "overgezet. Geef ook teller en noemer, of gebruik de gemeenten van nu."
    ]


def test_empty_rows_about_former_gemeenten_are_passed_over_with_a_note() -> None:
    content = read_lines(VALUE_HEADER, "Weesp;2023;", "Aalburg;2023;.", "34;2023;9,1", mapping=VALUES)
    assert shown(content, "area") == [("GM0034",)]
    assert content.notes == ("Overgeslagen lege regels: 2. Deze gebieden bestaan in de periode niet: Weesp, Aalburg.",)


def test_a_later_gemeente_is_passed_over_for_a_public_source_and_refused_in_an_own_table() -> None:
    content = read_lines(HEADER, "GM1991;2021;1;10", "34;2021;1;10", mapping=COUNTS)
    assert content.notes[0] == "Overgeslagen regels: 1. Deze gemeenten bestonden toen nog niet: GM1991."
    assert refused(HEADER, "GM1991;2021;1;10", mapping=OWN_COUNTS) == [
        "Regel 2, kolom gebied: Maashorst bestond nog niet in 2021: 'GM1991'. "
        "Gebruik de gemeenten zoals ze in 2021 waren."
    ]


def test_areas_and_periods_of_which_nothing_is_kept_are_passed_over_with_a_note() -> None:
    lines = ("34;2023;9,1", "Noord-Nederland (LD);2023;9", "34;2023KW01;9", "34;2015;9")
    assert read_lines(VALUE_HEADER, *lines, mapping=VALUES).notes == (
        "Overgeslagen regels: 1. Van deze gebieden worden geen cijfers bewaard: Noord-Nederland (LD).",
        "Overgeslagen regels: 1. Van voor 2018 zijn geen gebieden bekend.",
        "Overgeslagen regels: 1. Van kwartaal- en maandcijfers worden geen cijfers bewaard.",
    )


def test_a_column_that_is_not_there_is_refused_with_the_nearest_name() -> None:
    assert refused("gebied;periode;waarden", "34;2022;1", mapping=VALUES) == [
        "Regel 1, kolom waarde: Deze kolom is aangewezen maar staat niet in het bestand. Bedoelt u waarden?"
    ]


@pytest.mark.parametrize(
    ("mapping", "sentence"),
    [
        (replace(VALUES, measures=()), "Er is geen enkele kolom met cijfers aangewezen. Wijs aan welke kolom bij welke indicator hoort."),
        (replace(VALUES, period=""), "Er is geen periode aangewezen. Wijs de kolom met het jaar aan, of vul de periode van het hele bestand in."),
        (replace(VALUES, period="", whole_period="2099"), "Dit jaar ligt in de toekomst: '2099'. Controleer het jaartal."),
        (replace(VALUES, source="elders"), "Deze bron is niet bekend: 'elders'."),
        (replace(VALUES, measures=(Measure("jeugdhlp", "value", ("waarde",)),)), "Deze indicator is niet bekend: 'jeugdhlp'. Bedoelt u jeugdhulp?"),
        (replace(VALUES, measures=(Measure("verhalen", "value", ("waarde",)),)), "De indicator Verhalen van ouders bestaat uit verhalen en heeft geen cijfers."),
        (replace(VALUES, measures=(Measure("vsv", "numerator", ("waarde",)),)), "Met de aangewezen kolommen is er geen cijfer voor Voortijdig schoolverlaters. Wijs een kolom met het percentage aan, of teller en noemer."),
        (replace(VALUES, measures=(Measure("wachttijd", "numerator", ("waarde",)),)), "Met de aangewezen kolommen is er geen cijfer voor Wachttijd. Wijs de kolom aan waarin het cijfer zelf staat."),
        (replace(VALUES, sums_rows=True), "De cijfers van Jeugdhulp kunnen niet bij elkaar opgeteld worden. Wijs teller en noemer aan; die worden wel opgeteld."),
        (replace(VALUES, measures=(Measure("jeugdhulp", "value", ("waarde",), breakdown="Jongens"),)), "Dit is geen uitsplitsing: 'Jongens'. Schrijf bijvoorbeeld leeftijd:12-17, of laat de cel leeg voor het totaal."),
    ],
)  # fmt: skip
def test_a_mapping_that_cannot_give_figures_is_refused_before_anything_is_read(
    mapping: ColumnMapping, sentence: str
) -> None:
    assert refused(VALUE_HEADER, "34;2022;1", mapping=mapping) == [sentence]


def test_a_table_without_any_figure_says_so() -> None:
    assert refused(VALUE_HEADER, "Noord-Nederland (LD);2022;1", mapping=VALUES) == [
        "Er staat geen enkel cijfer in over een gebied dat bekend is. Controleer of de kolommen goed zijn aangewezen."
    ]


def test_problems_can_be_gathered_by_the_caller() -> None:
    from dashboard.sources.columns.mapped import read_mapped

    findings = Findings()
    table = LinesTable(VALUE_HEADER, "34;2022;twaalf", sheet="Blad1")
    read_mapped(table, mapping=VALUES, known=KNOWN, findings=findings)
    assert [problem.sentence() for problem in findings.problems] == [
        "Blad 'Blad1', regel 2, kolom waarde: Dit is geen getal: 'twaalf'. Vul een getal in, of laat de cel leeg."
    ]


def test_a_header_may_be_called_as_the_project_calls_things_itself() -> None:
    mapping = ColumnMapping(
        "area",
        (Measure("vsv", "numerator", ("value",)), Measure("vsv", "denominator", ("text",))),
        PUBLIC,
        period="period",
        groups={"breakdown": {"T": "", "M": "geslacht:jongens"}},
    )
    content = read_lines(
        "area;period;breakdown;value;text", "Almere;2022*;T;10;100", "Almere;2022*;M;6;50", ";;;;", mapping=mapping
    )
    assert shown(content, "area", "period", "breakdown", "value", "status") == [
        ("GM0034", "2022", "", 10.0, "provisional"),
        ("GM0034", "2022", "geslacht:jongens", 12.0, "provisional"),
    ]


def test_everything_that_is_wrong_with_a_row_is_told_at_once() -> None:
    assert refused(HEADER, "Nergenshuizen;2022;twaalf;12-okt", "34;ooit;x;veel", mapping=OWN_COUNTS) == [
        "Regel 2, kolom gebied: Dit gebied is niet bekend: 'Nergenshuizen'. Gebruik de gemeentecode (GM0034) of de naam die het CBS gebruikt.",
        "Regel 2, kolom teller: Dit is geen getal: 'twaalf'. Vul een getal in, of laat de cel leeg.",
        "Regel 2, kolom noemer: Excel heeft hier een datum van gemaakt: '12-okt'. Zet de kolom op Tekst en vul de waarde opnieuw in.",
        "Regel 3, kolom periode: Dit is geen periode: 'ooit'. Schrijf 2023, 2023/'24 of 2025H1.",
        "Regel 3, kolom noemer: Dit is geen getal: 'veel'. Vul een getal in, of laat de cel leeg.",
    ]


_CELL = st.sampled_from(["", ".", "x", "<5", "-", "7", "12", "1.234", "8,5", "140", "-3", "1e400", "=1+1", "twee", "0"])
_AREA = st.sampled_from(["34", "GM0228", "Bergen", "Weesp", "GM1991", "Totaal", "", "Noord-Nederland (LD)", "Nergens"])
_PERIOD = st.sampled_from(["2022", "2023*", "2022-2023", "2099", "2023KW01", "", "x", "2015"])
_ROW = st.tuples(_AREA, _PERIOD, _CELL, _CELL).map(";".join)


@settings(max_examples=rounds(150, full=2_000), deadline=None)
@given(st.lists(_ROW, min_size=1, max_size=8), st.booleans(), st.booleans())
def test_whatever_stands_in_the_cells_there_are_sound_figures_or_sentences(
    rows: list[str], own: bool, sums_rows: bool
) -> None:
    mapping = replace(OWN_COUNTS if own else COUNTS, sums_rows=sums_rows)
    if sentences := refused(HEADER, *rows, mapping=mapping):
        assert all(sentence.endswith((".", "?")) for sentence in sentences)
        return
    figures = read_lines(HEADER, *rows, mapping=mapping).figures
    scale = 1_000 if own else 100
    assert figures.select("indicator", "area", "period", "breakdown").is_unique().all()
    assert not set(figures["area"]) - set(KNOWN.areas)
    for value, numerator, denominator, status in figures.select("value", "numerator", "denominator", "status").rows():
        assert (value is None) == status.startswith("withheld")
        assert value is None or value == pytest.approx(numerator / denominator * scale)
        assert value is None or 0 <= numerator <= denominator


def test_own_is_decided_by_the_source_or_by_a_local_indicator() -> None:
    lines = (VALUE_HEADER, "Noord-Nederland (LD);2022;1", "34;2022;1")
    assert refused(*lines, mapping=VALUES) == []
    sentence = (
        "Regel 2, kolom gebied: Van dit soort gebied worden geen cijfers bewaard: 'Noord-Nederland (LD)'. Haal de regel "
        "weg; gemeenten, wijken, provincies, samenwerkingsverbanden en Nederland kunnen wel."
    )
    assert refused(*lines, mapping=replace(VALUES, source=OWN)) == [sentence]
    assert refused(*lines, mapping=replace(VALUES, measures=(Measure("wachttijd", "value", ("waarde",)),))) == [
        sentence
    ]
