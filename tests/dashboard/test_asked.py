"""What a norm that is being typed asks a year, in words worked by hand."""

import pytest

from dashboard import statements
from data_models.facts import AnnotationFacts
from tests.dashboard.example_facts import VSV, a_figure, a_norm

FALLING = [a_figure(value, year=2018 + place) for place, value in enumerate((12.0, 11.9, 11.8, 11.7, 11.6, 11.5, 11.4))]
FASTER = [a_figure(value, year=2018 + place) for place, value in enumerate((12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0))]
NORM = a_norm(9.0, year=2030, start_year=2024, start_value=11.4)  # from 11,4 in 2024: 2,4 in six years, 0,4 a year


def test_the_change_that_is_needed_stands_beside_that_of_the_last_six_years() -> None:
    # 11,4 less 12,0 in six years: 0,1 a year down.
    said = statements.asked(FALLING, norm=NORM, indicator=VSV)
    assert said.text == (
        "Nodig tot 2030: -0,4 procentpunt per jaar. In de afgelopen 6 jaar was het -0,1 procentpunt per jaar."
    )
    assert said.verdict == "unknown"


def test_what_is_said_already_is_not_said_twice() -> None:
    said = statements.asked(FALLING, norm=NORM, indicator=VSV, is_said=True)
    assert said.text == "In de afgelopen 6 jaar was het -0,1 procentpunt per jaar."


@pytest.mark.parametrize(
    ("others", "sentence", "verdict"),
    [
        (
            [FALLING] * 10,
            "In de afgelopen zes jaar daalde het in geen enkele gemeente van deze grootte zo snel "
            "(10 gemeenten bekeken).",
            "never seen",
        ),
        (
            [FALLING] * 9 + [FASTER] * 3,
            "In de afgelopen zes jaar daalde het in 3 van 12 gemeenten van deze grootte minstens zo snel.",
            "seen before",
        ),
    ],
)
def test_how_unusual_it_would_be_is_told_of_ten_gemeenten_or_more(
    others: list[list[object]], sentence: str, verdict: str
) -> None:
    said = statements.asked(FALLING, norm=NORM, indicator=VSV, others=[(one, ()) for one in others])  # type: ignore[misc]
    assert said.text.endswith(sentence)
    assert said.verdict == verdict


def test_of_nine_gemeenten_it_is_not_told_how_unusual_it_is_but_why_not() -> None:
    too_short = FASTER[1:]  # six years
    said = statements.asked(FALLING, norm=NORM, indicator=VSV, others=[*[(FASTER, ())] * 9, (too_short, ())])
    assert said.text.endswith(
        "Hoe ongewoon dat zou zijn, is nog niet te zeggen. Daarvoor zijn van minstens 10 gemeenten van deze grootte de "
        "cijfers van zeven jaren op rij nodig, definitief en steeds op dezelfde manier geteld. Nu zijn die er van 9."
    )
    assert said.verdict == "unknown"


def test_where_no_gemeente_is_alike_nothing_is_said_about_others() -> None:
    assert "gemeente" not in statements.asked(FALLING, norm=NORM, indicator=VSV, others=[]).text


def test_nothing_is_asked_of_who_is_past_the_norm_or_of_a_norm_whose_year_is_over() -> None:
    assert statements.asked(FALLING, norm=a_norm(11.5, year=2030), indicator=VSV).text == ""
    assert statements.asked(FALLING, norm=a_norm(9.0, year=2024), indicator=VSV).text == ""
    assert statements.asked([], norm=NORM, indicator=VSV).text == ""


def test_a_pace_is_not_told_across_a_break() -> None:
    counted_otherwise = AnnotationFacts(indicator=None, area=None, kind="break", year=2023, text="anders geteld")
    said = statements.asked(FALLING, norm=NORM, indicator=VSV, annotations=[counted_otherwise])
    assert said.text == "Nodig tot 2030: -0,4 procentpunt per jaar."
