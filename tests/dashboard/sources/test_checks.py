"""Everything that a refused table gets, with its exact sentence; and what only asks for a second look."""

# ruff: noqa: E501 - a line of a file and the sentence about it belong together

from dataclasses import replace

import polars as pl
import pytest

from dashboard.sources.columns.mapping import ColumnMapping, Measure
from dashboard.sources.columns.second_looks import tenfold_jumps
from dashboard.sources.reader import FileContent
from tests.dashboard.sources.mapped_tables import (
    COUNTS,
    INDICATORS,
    KNOWN,
    OWN,
    OWN_COUNTS,
    VALUES,
    read_lines,
    refused,
    shown,
)

HEADER = "gebied;periode;teller;noemer"
VALUE_HEADER = "gebied;periode;waarde"
DAYS = replace(VALUES, measures=(Measure("wachttijd", "value", ("waarde",)),))
ALL_THREE = replace(
    VALUES,
    measures=(
        Measure("jeugdhulp", "numerator", ("teller",)),
        Measure("jeugdhulp", "denominator", ("noemer",)),
        Measure("jeugdhulp", "value", ("waarde",)),
    ),
)


def test_a_dutch_number_with_points_and_a_comma_is_accepted() -> None:
    assert shown(read_lines(VALUE_HEADER, "34;2022;1.234,5", mapping=DAYS), "value") == [(1234.5,)]


@pytest.mark.parametrize(("text", "value"), [("8,5%", 8.5), ("8.5", 8.5), ("11,667", 11.667), ("13", 13.0)])
def test_a_percentage_is_accepted_with_its_sign_and_any_decimals(text: str, value: float) -> None:
    assert shown(read_lines(VALUE_HEADER, f"34;2022;{text}", mapping=VALUES), "value") == [(value,)]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1,234.5", "Dit getal is op twee manieren te lezen: '1,234.5'. Schrijf het zonder teken tussen de duizendtallen."),
        ("inf", "Dit is geen getal: 'inf'. Vul een getal in, of laat de cel leeg."),
        ("nan", "Dit is geen getal: 'nan'. Vul een getal in, of laat de cel leeg."),
        ("1e400", "Dit getal is met een macht van tien geschreven: '1e400'. Schrijf het getal voluit."),
        ("1E+05", "Dit getal is met een macht van tien geschreven: '1E+05'. Schrijf het getal voluit."),
        ("-3", "Een aantal of percentage kan niet negatief zijn: '-3'."),
        ("−3", "Een aantal of percentage kan niet negatief zijn: '−3'."),
        ("140%", "Een percentage kan niet boven de 100 zijn: '140%'."),
        ("12-okt", "Excel heeft hier een datum van gemaakt: '12-okt'. Zet de kolom op Tekst en vul de waarde opnieuw in."),
        ("2024-10-12", "Excel heeft hier een datum van gemaakt: '2024-10-12'. Zet de kolom op Tekst en vul de waarde opnieuw in."),
        ("=1+1", "Dit is een formule: '=1+1'. Kopieer de kolom en plak haar als waarden."),
        ("#N/B", "Excel geeft hier een fout: '#N/B'. Herstel de fout, of maak de cel leeg."),
        ("9" * 1000, f"Dit getal is te groot: '{'9' * 60}…'. Controleer het getal."),
        ("٣", "Dit is geen getal: '٣'. Vul een getal in, of laat de cel leeg."),
    ],
)  # fmt: skip
def test_a_cell_that_is_no_percentage_is_refused(text: str, sentence: str) -> None:
    assert refused(VALUE_HEADER, f"34;2022;{text}", mapping=VALUES) == [f"Regel 2, kolom waarde: {sentence}"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("8,5%", "Dit is een percentage; hier hoort een aantal: '8,5%'. Wijs deze kolom aan als percentage, of vul aantallen in."),
        ("7,5", "Een aantal kinderen is een heel getal: '7,5'."),
        ("1,234", "Dit getal is op twee manieren te lezen: '1,234'. Schrijf het zonder teken tussen de duizendtallen."),
    ],
)  # fmt: skip
def test_a_cell_that_is_no_count_is_refused(text: str, sentence: str) -> None:
    assert refused(HEADER, f"34;2022;{text};90.000", mapping=COUNTS) == [f"Regel 2, kolom teller: {sentence}"]


def test_a_rate_above_a_thousand_is_refused() -> None:
    mapping = replace(VALUES, measures=(Measure("thuiszitters", "value", ("waarde",)),))
    assert refused(VALUE_HEADER, "34;2022;1200", mapping=mapping) == [
        "Regel 2, kolom waarde: Een aantal per 1.000 kan niet boven de 1.000 zijn: '1200'."
    ]


@pytest.mark.parametrize(
    ("area", "sentence"),
    [
        ("GM0035", "Dit gebied is niet bekend: 'GM0035'. Gebruik de gemeentecode (GM0034) of de naam die het CBS gebruikt."),
        ("Almeer", "Dit gebied is niet bekend: 'Almeer'. Bedoelt u Almere?"),
        ("Qwxz", "Dit gebied is niet bekend: 'Qwxz'. Gebruik de gemeentecode (GM0034) of de naam die het CBS gebruikt."),
        ("Utrecht", "Deze naam hoort bij meer dan één gebied: 'Utrecht'. Kies Utrecht (GM0344) of Provincie Utrecht (PV26) en schrijf de code."),
        ("Bergen", "Deze naam hoort bij meer dan één gebied: 'Bergen'. Kies Bergen (L.) (GM0893) of Bergen (NH.) (GM0373) en schrijf de code."),
        ("", "Er staat geen gebied in deze regel. Vul de code of de naam van de gemeente in, of haal de regel weg."),
    ],
)  # fmt: skip
def test_an_area_that_is_not_one_is_refused(area: str, sentence: str) -> None:
    assert refused(VALUE_HEADER, f"{area};2022;9", mapping=VALUES) == [f"Regel 2, kolom gebied: {sentence}"]


def test_a_column_about_gemeenten_needs_no_choice_between_gemeente_and_provincie() -> None:
    mapping = replace(VALUES, area="Gemeentenaam")
    assert shown(read_lines("Gemeentenaam;periode;waarde", "Utrecht;2022;9", mapping=mapping), "area") == [("GM0344",)]


@pytest.mark.parametrize(
    ("period", "sentence"),
    [
        ("2099", "Dit jaar ligt in de toekomst: '2099'. Controleer het jaartal."),
        ("2027", "Dit jaar ligt in de toekomst: '2027'. Controleer het jaartal."),
        ("ooit", "Dit is geen periode: 'ooit'. Schrijf 2023, 2023/'24 of 2025H1."),
        ("", "Er staat geen periode in deze regel. Schrijf 2023, 2023/'24 of 2025H1."),
        ("2023KW01", "Van kwartaal- en maandcijfers worden geen cijfers bewaard: '2023KW01'. Kies jaren, schooljaren of halve jaren."),
    ],
)  # fmt: skip
def test_a_period_that_is_not_one_is_refused(period: str, sentence: str) -> None:
    assert refused(HEADER, f"34;{period};1;10", mapping=OWN_COUNTS) == [f"Regel 2, kolom periode: {sentence}"]


def test_a_school_year_where_a_year_is_due_is_refused() -> None:
    assert refused(VALUE_HEADER, "34;2022;9", "34;2023;9", "34;2022-2023;9", mapping=VALUES) == [
        "Regel 4: De indicator Jeugdhulp heeft in dit bestand zowel jaren als schooljaren: '2022/'23'. "
        "Een cijfer over een jaar en een cijfer over een schooljaar zijn niet hetzelfde; kies één van de twee."
    ]


def test_years_and_half_years_may_stand_beside_each_other() -> None:
    content = read_lines(VALUE_HEADER, "34;2022JJ00;9", "34;2022HJ01;8", mapping=VALUES)
    assert shown(content, "period") == [("2022",), ("2022H1",)]


def test_a_count_above_its_denominator_is_refused() -> None:
    assert refused(HEADER, "34;2022;140;120", mapping=COUNTS) == [
        "Regel 2, kolom teller: De teller is groter dan de noemer: '140 van 120'. "
        "Controleer of teller en noemer verwisseld zijn."
    ]


def test_a_denominator_of_nought_is_refused() -> None:
    sentence = "Regel 2, kolom noemer: De noemer is nul: '{} van 0'. Vul de noemer in, of haal de regel weg."
    assert refused(HEADER, "34;2022;5;0", mapping=COUNTS) == [sentence.format(5)]
    assert refused(HEADER, "34;2022;0;0", mapping=OWN_COUNTS) == [sentence.format(0)]


def test_nobody_of_nobody_is_left_out_when_a_public_source_says_so() -> None:
    content = read_lines(HEADER, "34;2022;0;0", "Ede;2022;1;10", mapping=COUNTS)
    assert shown(content, "area") == [("GM0228",)]
    assert "Weggelaten cijfers: 1. Ze gaan over een groep zonder kinderen (de noemer is nul)." in content.notes


def test_the_same_figure_twice_is_refused_however_it_is_spelled() -> None:
    assert refused(VALUE_HEADER, "GM0034;2022;9", "Ede;2022;8", "Almere;2022JJ00;9", mapping=VALUES) == [
        "Regel 4: Dit cijfer staat er twee keer in, ook op regel 2: 'jeugdhulp GM0034 2022'. "
        "Laat één van de twee staan."
    ]


def test_the_same_figure_from_two_columns_is_refused() -> None:
    measures = (*VALUES.measures, Measure("jeugdhulp", "value", ("in 2022",), period="2022"))
    header = f"{VALUE_HEADER};in 2022"
    assert refused(header, "34;2022;9;9", mapping=replace(VALUES, measures=measures)) == [
        "Regel 2: Dit cijfer staat er twee keer in, ook op regel 2: 'jeugdhulp GM0034 2022'. "
        "Laat één van de twee staan."
    ]


def test_percentage_count_and_denominator_must_agree() -> None:
    header = "gebied;periode;teller;noemer;waarde"
    assert refused(header, "34;2022;7.400;63.300;9,9", mapping=ALL_THREE) == [
        "Regel 2, kolom waarde: Percentage, teller en noemer passen niet bij elkaar: 7.400 van 63.300 is 11,69, "
        "er staat 9,9. Controleer of de drie kolommen goed zijn aangewezen."
    ]


@pytest.mark.parametrize(
    ("numerator", "denominator", "value"),
    [("7.400", "63.300", "11,7"), ("7.400", "63.300", "12"), ("35", "350", "10,7"), ("35", "350", "9,3")],
)
def test_what_rounding_allows_agrees(numerator: str, denominator: str, value: str) -> None:
    # Counts are rounded to fives: 35 is 32,5-37,5 and 350 is 347,5-352,5, so 9,22% up to 10,79%.
    assert (
        refused("gebied;periode;teller;noemer;waarde", f"34;2022;{numerator};{denominator};{value}", mapping=ALL_THREE)
        == []
    )


def test_a_total_that_adds_up_is_passed_over() -> None:
    content = read_lines(HEADER, "34;2022;10;100", "Ede;2022;20;300", "Totaal;2022;30;400", mapping=OWN_COUNTS)
    assert shown(content, "area") == [("GM0034",), ("GM0228",)]
    assert content.notes[0] == "De totaalregel klopt met de andere regels en is overgeslagen."


def test_a_total_that_does_not_add_up_is_refused() -> None:
    assert refused(HEADER, "34;2022;10;100", "Ede;2022;20;300", "Eindtotaal;2022;31;400", mapping=OWN_COUNTS) == [
        "Regel 4, kolom teller: Deze totaalregel telt niet op: de regels erboven zijn samen 30: '31'. "
        "Controleer de regels, of haal de totaalregel weg."
    ]


def test_a_total_over_a_hidden_part_is_passed_over_and_said() -> None:
    content = read_lines("gebied;periode;waarde", "34;2022;<5", "Ede;2022;20", "Totaal;2022;23", mapping=_counted(OWN))
    assert content.notes[0] == (
        "De totaalregel is overgeslagen; hij is niet na te tellen, omdat een deel niet getoond is."
    )


def _counted(source: str) -> ColumnMapping:
    return replace(VALUES, measures=(Measure("jongeren", "value", ("waarde",)),), source=source)


def _in_groups(source: str, *lines: str) -> FileContent:
    groups = {"leeftijd": {"totaal": "", "0-3": "leeftijd:0-3", "4-11": "leeftijd:4-11"}}
    return read_lines(f"{VALUE_HEADER};leeftijd", *lines, mapping=replace(_counted(source), groups=groups))


def test_groups_that_do_not_add_up_are_a_warning_in_an_own_table_and_a_note_of_a_public_one() -> None:
    lines = ("34;2022;100;totaal", "34;2022;30;0-3", "34;2022;60;4-11")
    public = "Kinderen en jongeren, Almere, 2022: de groepen naar leeftijd tellen niet op (90, het totaal is 100)."
    assert _in_groups(OWN, *lines).warnings == (
        "Kinderen en jongeren, Almere, 2022: de groepen naar leeftijd tellen niet op tot het totaal.",
    )
    assert _in_groups("cbs-odata", *lines).notes == (public,)


def test_groups_that_add_up_or_are_hidden_give_no_warning() -> None:
    assert _in_groups(OWN, "34;2022;90;totaal", "34;2022;30;0-3", "34;2022;60;4-11").warnings == ()
    assert _in_groups(OWN, "34;2022;90;totaal", "34;2022;<5;0-3", "34;2022;60;4-11").warnings == ()


def test_a_tenfold_jump_is_a_warning() -> None:
    content = read_lines(VALUE_HEADER, "34;2022;1,2", "34;2023;12", "Ede;2022;3", "Ede;2023;20", mapping=VALUES)
    assert content.warnings == (
        "Jeugdhulp, Almere: van 1,2% in 2022 naar 12,0% in 2023. Controleer of er een komma of een kolom is verschoven.",
    )


def test_a_jump_in_an_own_table_is_told_without_its_counts_which_nobody_has_protected_yet() -> None:
    (warning,) = read_lines(VALUE_HEADER, "34;2022;4", "34;2023;52", mapping=_counted(OWN)).warnings
    assert warning == (
        "Kinderen en jongeren, Almere: in 2023 tien keer zo hoog of zo laag als in 2022. "
        "Controleer of er een komma of een kolom is verschoven."
    )


def test_a_tenfold_fall_against_what_is_stored_is_a_warning_too() -> None:
    stored = read_lines(VALUE_HEADER, "34;2022;12", "34;2021;1", mapping=VALUES).figures
    figures = read_lines(VALUE_HEADER, "34;2023;1,1", mapping=VALUES).figures
    assert tenfold_jumps(figures, known=KNOWN) == []
    assert tenfold_jumps(figures, known=KNOWN, before=stored) == [
        "Jeugdhulp, Almere: van 12,0% in 2022 naar 1,1% in 2023. Controleer of er een komma of een kolom is verschoven."
    ]


def test_jumps_are_named_five_times_and_then_counted() -> None:
    figures = pl.concat(
        [
            read_lines(VALUE_HEADER, f"{area};2022;1", f"{area};2023;50", mapping=VALUES).figures
            for area in ("34", "228", "344", "363", "518", "757", "865")
        ]
    )
    sentences = tenfold_jumps(figures, known=KNOWN)
    assert len(sentences) == 6
    assert sentences[-1] == "Ook tien keer zo hoog of zo laag als de periode ervoor: 2."
    begins, stored = figures.filter(pl.col("period") == "2023"), figures.filter(pl.col("period") == "2022")
    sentences = tenfold_jumps(begins, known=KNOWN, before=stored)
    assert len(sentences) == 6
    assert sentences[-1] == "Ook tien keer zo hoog of zo laag als wat er van de periode voor dit bestand al staat: 2."


def test_an_area_of_another_region_is_refused_in_an_own_table_only() -> None:
    known = replace(KNOWN, own_areas=frozenset({"GM0034", "GM0363"}))
    assert refused(HEADER, "34;2022;1;10", "Ede;2022;1;10", mapping=OWN_COUNTS, known=known) == [
        "Regel 3, kolom gebied: Dit gebied is van een andere regio: 'Ede'. "
        "U kunt alleen cijfers inlezen over gebieden van uw eigen regio; haal de regel weg."
    ]
    assert refused(HEADER, "Ede;2022;1;10", mapping=COUNTS, known=known) == []


def test_a_former_gemeente_that_became_part_of_the_own_region_is_not_of_another() -> None:
    known = replace(KNOWN, own_areas=frozenset({"GM0363"}))
    content = read_lines(HEADER, "Weesp;2023;1;10", "Amsterdam;2023;9;90", mapping=OWN_COUNTS, known=known)
    assert shown(content, "area") == [("GM0363",)]


def test_a_group_that_was_not_explained_is_refused() -> None:
    mapping = replace(COUNTS, groups={"geslacht": {"Totaal": ""}})
    assert refused(f"{HEADER};geslacht", "34;2022;1;10;Mannen", mapping=mapping) == [
        "Regel 2, kolom geslacht: Van deze groep is niet gezegd welke het is: 'Mannen'. "
        "Wijs de groep aan, of laat de regels ervan weg."
    ]


def test_every_problem_is_counted_and_fifty_are_shown() -> None:
    lines = [f"34;2022;fout {place}" for place in range(70)]
    sentences = refused(VALUE_HEADER, *lines, mapping=VALUES)
    assert len(sentences) == 51
    assert sentences[-1].startswith("… en nog ")


def test_the_indicators_of_these_tests_are_of_every_kind() -> None:
    assert {one.unit for one in INDICATORS.values()} == {"percentage", "per_1000", "count", "days", "story"}
