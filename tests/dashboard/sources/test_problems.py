"""A problem says where it is, as far as that is known: the sheet or file, the line, the column and Excel's letter."""

import pytest

from dashboard.sources.problems import Findings, Problem, RefusedError


@pytest.mark.parametrize(
    ("problem", "sentence"),
    [
        (Problem("Dit is geen getal"), "Dit is geen getal."),
        (Problem("Dit is geen getal", 3), "Regel 3: Dit is geen getal."),
        (Problem("Dit is geen getal", column="aantal"), "Kolom aantal: Dit is geen getal."),
        (Problem("Dit is geen getal", 3, "aantal", "x"), "Regel 3, kolom aantal: Dit is geen getal: 'x'."),
        (Problem("Dit is geen getal", sheet="Cijfers"), "Blad 'Cijfers': Dit is geen getal."),
        (Problem("Dit is geen getal", 3, sheet="Cijfers"), "Blad 'Cijfers', regel 3: Dit is geen getal."),
        (Problem("Dit is geen getal", column="n", sheet="Cijfers"), "Blad 'Cijfers', kolom n: Dit is geen getal."),
        (
            Problem("Dit is geen getal", 3, "aantal", sheet="Cijfers", letter="C"),
            "Blad 'Cijfers', regel 3, kolom C (aantal): Dit is geen getal.",
        ),
        (
            Problem("Dit is geen getal", 3, "kolom C", sheet="Cijfers", letter="C"),
            "Blad 'Cijfers', regel 3, kolom C: Dit is geen getal.",
        ),
        (
            Problem("Dit is geen getal", 3, "Value", sheet="Observations.csv"),
            "Bestand 'Observations.csv', regel 3, kolom Value: Dit is geen getal.",
        ),
    ],
)
def test_a_problem_says_where_it_is(problem: Problem, sentence: str) -> None:
    assert problem.sentence() == sentence


def test_findings_know_the_sheet_that_is_read() -> None:
    findings = Findings()
    findings.reading("Cijfers", letters={"aantal": "C"})
    findings.add(Problem("Dit is geen getal", 3, "aantal"))
    findings.add_all([Problem("Dit is geen periode", 2, "jaar")], total=40)
    findings.reading("")
    findings.add(Problem("Dit is geen getal", 4, "aantal"))
    with pytest.raises(RefusedError) as refused:
        findings.refuse()
    assert refused.value.sentences() == [
        "Blad 'Cijfers', regel 2, kolom jaar: Dit is geen periode.",
        "Blad 'Cijfers', regel 3, kolom C (aantal): Dit is geen getal.",
        "Regel 4, kolom aantal: Dit is geen getal.",
        "… en nog 39 soortgelijke.",
    ]


def test_a_refusal_can_be_said_of_a_file_in_a_zip() -> None:
    refused = RefusedError([Problem("Het bestand is leeg")]).on("Observations.csv")
    assert refused.sentences() == ["Bestand 'Observations.csv': Het bestand is leeg."]
