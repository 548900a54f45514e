"""An own table, from the file to the figures: what is asked, what is refused, what comes out."""

# ruff: noqa: E501 - a line of a file and the sentence about it belong together

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.sources import spreadsheet
from dashboard.sources.columns.mapping import ColumnMapping, Measure
from dashboard.sources.files.opening import open_file
from dashboard.sources.problems import RefusedError
from dashboard.sources.reader import Answers, FileContent, Question, QuestionError
from tests.dashboard.sources.mapped_tables import KNOWN, OWN
from tests.dashboard.sources.workbooks import Cells, workbook

LINES = "Gemeente;Jaar;Thuiszitters;Leerplichtigen\nAlmere;2023;120;30.000\nEde;2023;<5;15.000\n"
MAPPING = ColumnMapping(
    "Gemeente",
    (
        Measure("thuiszitters", "numerator", ("Thuiszitters",)),
        Measure("thuiszitters", "denominator", ("Leerplichtigen",)),
    ),
    OWN,
    period="Jaar",
)


def _read(path: Path, text: str, *, answers: Answers | None = None) -> FileContent:
    path.write_text(text, encoding="utf-8")
    return spreadsheet.read(open_file(path), known=KNOWN, answers=answers or Answers())


def _question(path: Path, text: str, *, answers: Answers | None = None) -> Question:
    with pytest.raises(QuestionError) as asked:
        _read(path, text, answers=answers)
    return asked.value.question


def _sentences(path: Path, text: str, *, answers: Answers | None = None) -> list[str]:
    with pytest.raises(RefusedError) as refused:
        _read(path, text, answers=answers)
    return refused.value.sentences()


def test_what_the_columns_mean_is_asked_with_a_suggestion_and_never_assumed(tmp_path: Path) -> None:
    question = _question(tmp_path / "eigen.csv", LINES)
    assert question.about == "mapping"
    assert question.sentence == "Wat betekenen de kolommen? Wijs aan waar het gebied, de periode en de cijfers staan."
    assert question.header == ("Gemeente", "Jaar", "Thuiszitters", "Leerplichtigen")
    assert question.mapping == MAPPING


def test_with_the_answer_there_are_figures(tmp_path: Path) -> None:
    content = _read(tmp_path / "eigen.csv", LINES, answers=Answers(mapping=MAPPING))
    assert content.figures.select("area", "period", "value", "status", "source").rows() == [
        ("GM0034", "2023", 4.0, "final", OWN),
        ("GM0228", "2023", None, "withheld:source", OWN),
    ]


def test_the_period_is_asked_when_the_table_does_not_say_it(tmp_path: Path) -> None:
    mapping = replace(MAPPING, period="")
    question = _question(tmp_path / "thuiszitters 2022-2023.csv", LINES, answers=Answers(mapping=mapping))
    assert (question.about, question.suggestion) == ("period", "2022/'23")
    assert question.sentence == "Over welke periode gaat dit bestand? Het staat er zelf niet in."
    assert question.options[0] == "2026"
    answers = Answers(mapping=mapping, period="2022-2023")
    assert _read(tmp_path / "eigen.csv", LINES, answers=answers).figures["period"].to_list() == ["2022/'23"] * 2


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ("ooit", "Dit is geen periode: 'ooit'. Schrijf 2023, 2023/'24 of 2025H1."),
        ("2040", "Dit jaar ligt in de toekomst: '2040'. Controleer het jaartal."),
    ],
)
def test_an_answer_that_is_no_period_is_refused(tmp_path: Path, answer: str, sentence: str) -> None:
    answers = Answers(mapping=replace(MAPPING, period=""), period=answer)
    assert _sentences(tmp_path / "eigen.csv", LINES, answers=answers) == [sentence]


def test_of_two_sheets_one_is_asked_for(tmp_path: Path) -> None:
    cells: Cells = [["Gemeente", "Jaar", "Thuiszitters", "Leerplichtigen"], ["Almere", "2023", 120, 30000]]
    path = workbook(tmp_path / "eigen.xlsx", {"Uitleg": [["Toelichting", "x"], ["a", "b"]], "Cijfers": cells})
    with pytest.raises(QuestionError) as asked:
        spreadsheet.read(open_file(path), known=KNOWN, answers=Answers(mapping=MAPPING))
    assert asked.value.question.about == "sheet"
    assert asked.value.question.options == ("Uitleg", "Cijfers")
    content = spreadsheet.read(open_file(path), known=KNOWN, answers=Answers(sheet="Cijfers", mapping=MAPPING))
    assert content.figures["value"].to_list() == [4.0]


def test_a_problem_in_a_workbook_names_sheet_line_and_column(tmp_path: Path) -> None:
    cells: Cells = [["Gemeente", "Jaar", "Thuiszitters", "Leerplichtigen"], ["Almere", "2023", "veel", 30000]]
    path = workbook(tmp_path / "eigen.xlsx", {"Cijfers": cells})
    with pytest.raises(RefusedError) as refused:
        spreadsheet.read(open_file(path), known=KNOWN, answers=Answers(mapping=MAPPING))
    assert refused.value.sentences() == [
        "Blad 'Cijfers', regel 2, kolom C (Thuiszitters): Dit is geen getal: 'veel'. Vul een getal in, of laat de cel leeg."
    ]


def test_what_public_sources_pass_over_is_refused_in_an_own_table_whatever_its_source(tmp_path: Path) -> None:
    answers = Answers(mapping=replace(MAPPING, source="cbs-odata"))
    assert _sentences(tmp_path / "eigen.csv", LINES + "Noord-Nederland (LD);2023;1;100\n", answers=answers) == [
        "Regel 4, kolom Gemeente: Van dit soort gebied worden geen cijfers bewaard: 'Noord-Nederland (LD)'. "
        "Haal de regel weg; gemeenten, wijken, provincies, samenwerkingsverbanden en Nederland kunnen wel."
    ]


@pytest.mark.parametrize(
    "column",
    [
        *(
            "naam",
            "Naam",
            "achternaam",
            "Voornaam",
            "geboortedatum",
            "BSN",
            "burgerservicenummer",
            "e-mail",
            "Emailadres",
        ),
        *("naam leerling", "leerlingnaam", "Telefoon", "adres", "Naam van het kind"),
    ],
)
def test_a_column_named_after_persons_is_refused_even_when_it_is_not_used(tmp_path: Path, column: str) -> None:
    text = f"Gemeente;Jaar;Thuiszitters;Leerplichtigen;{column}\nAlmere;2023;120;30.000;Jansen\n"
    for answers in (Answers(), Answers(mapping=MAPPING)):
        assert _sentences(tmp_path / "eigen.csv", text, answers=answers) == [
            f"Kolom {column}: Deze kolom lijkt gegevens van personen te bevatten. Er is niets opgeslagen. "
            "Haal de kolom weg; dit programma bewaart alleen cijfers over groepen, om kinderen te beschermen."
        ]


@pytest.mark.parametrize("numbers", [("111222333", "123456782"), ("111.222.333", "1234 56 782"), ("111222333", "")])
def test_numbers_that_pass_the_elfproef_are_refused_whatever_the_column_is_called(
    tmp_path: Path, numbers: tuple[str, str]
) -> None:
    text = f"Gemeente;Jaar;kenmerk\nAlmere;2023;{numbers[0]}\nEde;2023;{numbers[1]}\n"
    sentences = _sentences(tmp_path / "eigen.csv", text)
    assert sentences[0].startswith("Kolom kenmerk: Deze kolom lijkt gegevens van personen te bevatten.")
    assert not any(number and number in sentence for number in numbers for sentence in sentences)


def test_e_mail_addresses_are_refused(tmp_path: Path) -> None:
    text = "Gemeente;Jaar;contact\nAlmere;2023;a.b@almere.nl\nEde;2023;c@ede.nl\n"
    assert _sentences(tmp_path / "eigen.csv", text)[0].startswith("Kolom contact: ")


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("naam", ("Almere", "Ede")),  # of gemeenten
        ("inwoners", ("123456789", "214715")),  # nine digits that are no burgerservicenummer
        ("gemeentenaam", ("Almere", "Ede")),
        ("instellingsnaam", ("De Stapsteen", "De Vlieger")),
    ],
)
def test_names_of_places_and_large_numbers_are_fine(tmp_path: Path, header: str, cells: tuple[str, str]) -> None:
    text = f"code;Jaar;{header}\nGM0034;2023;{cells[0]}\nGM0228;2023;{cells[1]}\n"
    assert _question(tmp_path / "eigen.csv", text).about == "mapping"


def test_a_file_without_a_table_is_refused() -> None:
    from dashboard.sources.table import Opened

    with pytest.raises(RefusedError) as refused:
        spreadsheet.read(Opened("x", "", "json", ()), known=KNOWN, answers=Answers())
    assert refused.value.sentences()[0].startswith("In dit bestand staat geen tabel")
