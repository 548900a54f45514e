"""Figures as rows to take along: numbers as numbers, in the decimals of the screen, with what one must know."""

from dataclasses import replace
from io import BytesIO

from openpyxl import load_workbook

from dashboard.exports.figures import TakenFigure, definitions_sheet, figures_sheet, remarks_sheet
from dashboard.exports.names import spelled
from dashboard.exports.sheets import separated, workbook
from data_models.facts import AnnotationFacts, SourceFacts
from tests.dashboard.example_facts import JEUGDZORG, THUISZITTERS, a_figure

KWB = SourceFacts("cbs-kwb", "Kerncijfers", "CBS", "CC BY 4.0", "", "2026-11-20", "", fictional=False)
ALMERE = a_figure(11.7, numerator=7400.0, source="cbs-kwb")
WITHHELD = a_figure(None, status="withheld", reason="small-count", source="cbs-kwb", area="WK003402")


def test_almere_has_its_numbers_as_numbers_with_the_unit_in_the_headers() -> None:
    sheet = figures_sheet([TakenFigure("Almere", ALMERE, JEUGDZORG)], sources=[KWB])
    (row,) = sheet.rows
    assert [row[name] for name in sheet.columns] == [
        *("Almere", "GM0034", "2024", "iedereen", 7400, 63248, 11.7, 11.4, 12.0),
        *("definitief", "noemer afgeleid", None, "woonplaats van het kind", "Kerncijfers", "CC BY 4.0", "2026-11-20"),
    ]
    assert sheet.columns[4:9] == (
        "Aantal (kinderen en jongeren)",
        "Van (kinderen en jongeren)",
        "Waarde (%)",
        "Ondergrens 95% (%)",
        "Bovengrens 95% (%)",
    )


def test_a_withheld_figure_has_empty_cells_and_its_reason() -> None:
    sheet = figures_sheet([TakenFigure("De Werven", WITHHELD, JEUGDZORG)], sources=[KWB])
    page = load_workbook(BytesIO(workbook([sheet]))).worksheets[0]
    cells = dict(zip(*([cell.value for cell in row] for row in page.iter_rows()), strict=True))
    assert [cells[name] for name in sheet.columns[4:9]] == [None] * 5
    assert cells["Niet getoond omdat"] == "Niet getoond: minder dan 10 jongeren."
    assert cells["Status"] == "niet getoond"


def test_what_the_screen_rounds_away_is_not_taken_along() -> None:
    exact = a_figure(11.6996, numerator=7400.4, denominator=63248.7)
    (row,) = figures_sheet([TakenFigure("Almere", exact, JEUGDZORG)], sources=[]).rows
    assert list(row.values())[4:7] == [7400, 63249, 11.7]


def test_more_indicators_have_their_unit_on_each_row() -> None:
    waiting = replace(JEUGDZORG, code="wachttijd", name="Wachttijd", unit="weeks", decimals=0)
    home = a_figure(4.3, indicator="thuiszitters", numerator=43.0, denominator=10000.0)
    taken = [TakenFigure("Almere", home, THUISZITTERS), TakenFigure("Almere", a_figure(9.0), waiting)]
    rows = figures_sheet(taken, sources=[]).rows
    assert [(row["Cijfer"], row["Waarde"], row["Eenheid"]) for row in rows] == [
        ("Thuiszitters", 4.3, "per 1.000"),
        ("Wachttijd", 9, "weken"),
    ]
    assert [row["Aantal (kinderen en jongeren)"] for row in rows] == [43, None]


def test_a_dutch_excel_opens_the_text_with_decimal_commas() -> None:
    told = separated(figures_sheet([TakenFigure("Almere", ALMERE, JEUGDZORG)], sources=[KWB])).decode("utf-8-sig")
    assert told.splitlines()[1].startswith("Almere;GM0034;2024;iedereen;7400;63248;11,7;11,4;12;definitief;")


def test_definitions_and_breaks_are_told_in_the_words_of_the_screen() -> None:
    (definition,) = definitions_sheet([JEUGDZORG]).rows
    assert definition["De vraag"] == "Hoeveel kinderen en jongeren kregen jeugdzorg?"
    assert definition["Geteld naar"] == "woonplaats van het kind"
    break_of_all = AnnotationFacts("jeugdzorg", None, "break", 2015, "Jeugdwet")
    (remark,) = remarks_sheet([break_of_all], taken=[TakenFigure("Almere", ALMERE, JEUGDZORG)]).rows
    assert list(remark.values()) == [2015, "breuk", "Jeugdwet", "Kinderen en jongeren met jeugdzorg", "alle gebieden"]
    others_count = AnnotationFacts("jeugdzorg", "GM0034", "composition", 2020, "Andere gemeenten tellen mee")
    (remark,) = remarks_sheet([others_count], taken=[TakenFigure("Almere", ALMERE, JEUGDZORG)]).rows
    assert list(remark.values())[:3] == [2020, "samenstelling", "Andere gemeenten tellen mee"]


def test_a_file_is_named_after_what_it_holds() -> None:
    assert spelled("Jeugdzorg", "Almere", "", "2024") == "jeugdzorg-almere-2024"
    assert spelled("Vrouwen (15–24)", "'s-Hertogenbosch") == "vrouwen-15-24-s-hertogenbosch"
    assert spelled("Súdwest-Fryslân", "2023/'24") == "sudwest-fryslan-2023-24"
