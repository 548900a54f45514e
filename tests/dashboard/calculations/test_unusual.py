"""How unusual a pace would be, worked by hand: seven years, 2018-2024, of areas of the same size."""

from collections.abc import Sequence

import pytest

from dashboard.calculations.unusual import Pace, Unusual, past_pace, unusual
from data_models.facts import FigureFacts
from tests.dashboard.example_facts import a_figure

STEADY = (10.0, 9.9, 9.8, 9.7, 9.6, 9.5, 9.4)  # -0.1 a year
SPRINT = (10.0, 10.0, 10.0, 9.0, 8.0, 7.0, 7.0)  # -1.0 a year over 2020-2023, -0.5 over six years
RISING = (8.0, 8.5, 9.0, 9.5, 10.0, 10.5, 11.0)  # +0.5 a year


def _series(values: Sequence[float], *, first_year: int = 2018, **changes: object) -> list[FigureFacts]:
    return [a_figure(value, year=first_year + index, **changes) for index, value in enumerate(values)]


def _among(*values: Sequence[float], of: int = 10) -> list[tuple[list[FigureFacts], list[int]]]:
    """Areas with these values, and as many steady ones as it takes."""
    shown = [*values, *[STEADY] * (of - len(values))]
    return [(_series(one), []) for one in shown]


def test_nobody_fell_so_fast() -> None:
    assert unusual(-0.6, years_left=6, last_year=2024, others=_among(SPRINT)) == Unusual(areas=10, as_fast=0)


@pytest.mark.parametrize(
    ("required", "years_left", "as_fast"),
    [
        (-1.0, 3, 1),  # the sprint of three years took exactly this
        (-1.01, 3, 0),
        (-1.0, 1, 1),  # a norm for next year is held against three years too: one year is much chance
        (-1.0, 4, 0),  # over four years the sprint made 0.75 a year
        (-0.75, 4, 1),
        (-0.5, 9, 1),  # a norm further away is held against the six years there are
        (-0.51, 9, 0),
        (-0.1, 6, 10),
        (0.5, 6, 1),
        (0.4, 3, 1),
        (0.6, 3, 0),
    ],
)
def test_the_pace_is_held_against_as_many_years_as_the_norm_leaves(
    required: float, years_left: int, as_fast: int
) -> None:
    found = unusual(required, years_left=years_left, last_year=2024, others=_among(SPRINT, RISING, of=11))
    assert found is not None
    assert found.areas == 11
    assert found.as_fast == as_fast


def test_nothing_is_said_of_nine_areas_or_of_no_change() -> None:
    assert unusual(-0.6, years_left=6, last_year=2024, others=_among(of=9)) is None
    assert unusual(0.0, years_left=6, last_year=2024, others=_among()) is None


def test_an_area_with_a_break_a_gap_or_a_provisional_year_does_not_count() -> None:
    nine = _among(of=9)
    gap = [figure for figure in _series(STEADY) if figure.year != 2021]
    provisional = [*_series(STEADY[:6]), a_figure(9.4, year=2024, status="provisional")]
    for figures, breaks in ((_series(STEADY), [2021]), (gap, []), (provisional, [])):
        assert unusual(-0.6, years_left=6, last_year=2024, others=[*nine, (figures, breaks)]) is None
    before = [*nine, (_series(STEADY), [2018])]  # a break before the first of the seven years is no break among them
    assert unusual(-0.6, years_left=6, last_year=2024, others=before) == Unusual(areas=10, as_fast=0)


def test_the_past_pace_is_of_at_most_six_years_and_of_at_least_three() -> None:
    assert past_pace(_series((20.0, *SPRINT), first_year=2017), breaks=[]) == Pace(per_year=-0.5, years=6)
    since_break = past_pace(_series(SPRINT), breaks=[2021])  # from 9.0 to 7.0
    assert since_break is not None
    assert since_break.per_year == pytest.approx(-2 / 3)
    assert since_break.years == 3
    assert past_pace(_series(SPRINT), breaks=[2022]) is None
    assert past_pace([], breaks=[]) is None
