"""Groups in words: beside everybody, and the gap between two of them; Waterdam's jeugdzorg of 2024."""

from dataclasses import replace

import pytest

from dashboard.statements.groups import beside_whole, gap_between, groups_message
from data_models.facts import FigureFacts
from tests.dashboard.example_facts import JEUGDZORG, a_figure, withheld

WHOLE = a_figure(11.0, numerator=2770.0, denominator=25216.0)
GIRLS = a_figure(9.7, numerator=1190.0, denominator=12305.0, breakdown="geslacht:meisjes")
BOYS = a_figure(12.2, numerator=1580.0, denominator=12911.0, breakdown="geslacht:jongens")
NAMES = ("meisjes", "jongens")
EVERYBODY = "iedereen samen"


def _beside(figure: FigureFacts, *, whole: FigureFacts | None = WHOLE) -> tuple[str, str]:
    said = beside_whole(figure, whole=whole, indicator=JEUGDZORG, whole_name=EVERYBODY)
    return said.verdict, said.text


def test_a_group_is_held_against_everybody_by_its_interval() -> None:
    assert _beside(GIRLS) == ("lower", "lager dan iedereen samen")
    assert _beside(BOYS) == ("higher", "hoger dan iedereen samen")
    few = a_figure(12.0, numerator=60.0, denominator=500.0, breakdown="geslacht:jongens")
    assert _beside(few) == ("no clear difference", "geen duidelijk verschil met iedereen samen")


@pytest.mark.parametrize(
    ("figure", "whole", "reason"),
    [
        (withheld("small-count"), WHOLE, "niet getoond"),
        (GIRLS, None, "geen cijfer van iedereen samen om naast te leggen"),
        (GIRLS, withheld("small-count"), "het cijfer van iedereen samen is niet getoond"),
        (GIRLS, replace(WHOLE, source="cbs-85098NED"), "het cijfer van iedereen samen komt uit een andere bron"),
        (GIRLS, replace(WHOLE, status="provisional"), "het ene cijfer is voorlopig, het andere definitief"),
        (a_figure(9.7), WHOLE, "geen toets mogelijk: aantal of noemer ontbreekt"),
    ],
)
def test_a_group_that_cannot_be_held_against_everybody_says_why(
    figure: FigureFacts, whole: FigureFacts | None, reason: str
) -> None:
    assert _beside(figure, whole=whole) == ("not comparable", reason)


def test_counts_of_groups_are_never_compared() -> None:
    counted = replace(JEUGDZORG, unit="count")
    said = beside_whole(GIRLS, whole=WHOLE, indicator=counted, whole_name=EVERYBODY)
    assert (said.verdict, said.text) == ("not comparable", "aantallen van groepen zijn niet te vergelijken")
    gap = gap_between(GIRLS, other=BOYS, period="2024", indicator=counted, names=NAMES)
    assert gap.text == "In 2024: geen verschil te geven, want aantallen van groepen zijn niet te vergelijken."


def test_the_gap_is_told_with_its_interval() -> None:
    """Newcombe, with counts rounded to fives: 1187,5-1192,5 of 12305 against 1577,5-1582,5 of 12911."""
    said = gap_between(GIRLS, other=BOYS, period="2024", indicator=JEUGDZORG, names=NAMES)
    assert said.verdict == "lower"
    assert said.text == (
        "In 2024: lager bij meisjes dan bij jongens, 9,7% tegen 12,2%. Het verschil is 2,5 procentpunt; "
        "door toeval kan het tussen 1,8 en 3,4 procentpunt liggen."
    )
    turned = gap_between(BOYS, other=GIRLS, period="2024", indicator=JEUGDZORG, names=("jongens", "meisjes"))
    assert turned.text.startswith("In 2024: hoger bij jongens dan bij meisjes, 12,2% tegen 9,7%. Het verschil is 2,5")
    assert turned.numbers["lower"] == -float(said.numbers["upper"] or 0)


def test_a_difference_that_may_be_chance_says_so() -> None:
    one = a_figure(10.0, numerator=50.0, denominator=500.0)
    other = a_figure(12.0, numerator=60.0, denominator=500.0)
    plain = replace(JEUGDZORG, rounding=1)
    said = gap_between(one, other=other, period="2024", indicator=plain, names=NAMES)
    assert said.verdict == "no clear difference"
    assert said.text == (
        "In 2024: 10,0% bij meisjes en 12,0% bij jongens. Het verschil kan toeval zijn: "
        "het ligt tussen -5,9 en +1,9 procentpunt."
    )


def test_a_clear_difference_too_small_to_matter_is_nearly_equal() -> None:
    one = a_figure(10.0, numerator=100_000.0, denominator=1_000_000.0)
    other = a_figure(10.3, numerator=103_000.0, denominator=1_000_000.0)
    said = gap_between(one, other=other, period="2024", indicator=JEUGDZORG, names=NAMES)
    assert said.text == "In 2024: vrijwel gelijk bij meisjes en jongens, 10,0% en 10,3%."


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (None, "van een van de twee is niets bekend"),
        (withheld("small-count"), "een van de twee is niet getoond"),
        (replace(BOYS, source="elders"), "de twee komen uit verschillende bronnen"),
        (a_figure(12.2), "aantal of noemer ontbreekt"),
    ],
)
def test_without_two_shown_figures_of_one_source_there_is_no_gap(other: FigureFacts | None, reason: str) -> None:
    said = gap_between(GIRLS, other=other, period="2024", indicator=JEUGDZORG, names=NAMES)
    assert said.text == f"In 2024: geen verschil te geven, want {reason}."
    assert "difference" not in said.numbers


def test_final_beside_provisional_and_an_estimate_say_so() -> None:
    said = gap_between(
        replace(GIRLS, status="provisional"), other=BOYS, period="2024", indicator=JEUGDZORG, names=NAMES
    )
    assert said.text.endswith("Het ene cijfer is voorlopig, het andere definitief.")
    guessed = gap_between(
        replace(GIRLS, status="estimated"), other=BOYS, period="2024", indicator=JEUGDZORG, names=NAMES
    )
    assert guessed.text.endswith("Dit geldt bij benadering.")


def test_the_message_names_the_groups_in_their_own_order_and_never_ranks() -> None:
    verdicts = {"meisjes": "lower", "jongens": "higher", "onbekend": "not comparable", "anders": "nearly equal"}
    said = groups_message(verdicts, withheld={"onbekend"}, counts=False, period="2024", whole_name=EVERYBODY)
    assert said.text == (
        "In 2024, naast iedereen samen: hoger bij jongens; lager bij meisjes; vrijwel gelijk bij anders; "
        "niet getoond van onbekend."
    )
    many = groups_message(
        dict.fromkeys("abcde", "higher"), withheld=(), counts=False, period="2023/'24", whole_name=EVERYBODY
    )
    assert many.text == "In schooljaar 2023/'24, naast iedereen samen: hoger bij 5 groepen."
    districts = groups_message(
        dict.fromkeys("abcde", "higher"), withheld=(), counts=False, period="2024", whole_name="Almere", called="wijken"
    )
    assert districts.text == "In 2024, naast Almere: hoger bij 5 wijken."
    nothing = groups_message({"a": "not comparable"}, withheld={"a"}, counts=False, period="2024", whole_name="")
    assert nothing.text == "Van 2024 is van geen van deze groepen een cijfer te tonen."
