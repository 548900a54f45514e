"""What a figure did since something was agreed: both figures whole, and a direction only where the test allows it."""

from dataclasses import replace

from dashboard import statements
from data_models.facts import AnnotationFacts
from tests.dashboard.example_facts import THUISZITTERS, VSV, series_of, withheld

FALLING = ["621/3454", "599/3195", "556/3256", "535/3227", "447/3121"]  # falls: chi-squared 20.1151 (METHODS 3)


def test_two_figures_are_said_whole_and_make_no_trend() -> None:
    said = statements.since(series_of(FALLING), period="2021", indicator=VSV)
    assert said.text == (
        "In 2021: 535 van 3.227 · 16,6%. In 2022: 447 van 3.121 · 14,3%. "
        "Te weinig gegevens voor een trend: 2 van de 5 jaren die nodig zijn."
    )
    assert said.verdict == "too few points"


def test_five_years_that_fall_by_themselves_are_said_to_fall() -> None:
    said = statements.since(series_of(FALLING), period="2018", indicator=VSV)
    assert said.text == (
        "In 2018: 621 van 3.454 · 18,0%. In 2022: 447 van 3.121 · 14,3%. "
        "Dat daalt: van 18,0% in 2018 naar 14,3% in 2022."
    )


def test_years_before_the_agreement_count_for_nothing() -> None:
    before = series_of(["900/3454", "850/3454", "800/3454"], first_year=2015)
    said = statements.since([*before, *series_of(FALLING)], period="2019", indicator=VSV)
    assert said.verdict == "too few points"
    assert said.text.endswith("Te weinig gegevens voor een trend: 4 van de 5 jaren die nodig zijn.")


def test_as_long_as_there_is_no_newer_figure_that_is_what_is_said() -> None:
    said = statements.since(series_of(FALLING), period="2022", indicator=VSV)
    assert (said.text, said.verdict) == ("Nog geen nieuw cijfer. In 2022: 447 van 3.121 · 14,3%.", "nothing new")


def test_figures_on_both_sides_of_a_break_are_not_compared() -> None:
    changed = AnnotationFacts(indicator="jeugdzorg", area=None, kind="break", year=2021, text="")
    said = statements.since(
        series_of(FALLING), period="2020", indicator=replace(VSV, code="jeugdzorg"), annotations=[changed]
    )
    assert said.verdict == "broken"
    assert said.text.endswith("Ertussen is de reeks veranderd, dus deze cijfers zijn niet te vergelijken.")
    assert "daalt" not in said.text


def test_a_withheld_figure_stays_withheld() -> None:
    figures = [*series_of(FALLING[:1]), withheld("small-count", year=2019)]
    said = statements.since(figures, period="2018", indicator=THUISZITTERS)
    assert "In 2019: niet getoond: minder dan 10 jongeren." in said.text


def test_what_has_no_figure_says_so() -> None:
    assert statements.since([], period="2022", indicator=VSV).text == "Er is geen cijfer."
    only = statements.since(series_of(FALLING[:1]), period="2010", indicator=VSV)
    assert only.text == "In 2018: 621 van 3.454 · 18,0%."
