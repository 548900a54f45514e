"""Progress to a norm, worked by hand: from 12.0 in 2020 to 9.0 in 2026, half a point a year."""

import pytest

from dashboard.calculations.intervals import Interval
from dashboard.calculations.progress import Latest, ProgressOutcome, assess, path
from data_models.facts import NormFacts
from tests.dashboard.example_facts import a_norm

UP = a_norm(90.0, direction="up", start_value=60.0)
BAND = a_norm(None, direction="band", lower=8.0, upper=10.0, start_value=13.0)


def outcome(norm: NormFacts, value: float, *, half: float = 0.3, year: int = 2024) -> ProgressOutcome:
    interval = Interval(lower=value - half, upper=value + half, level=0.95, method="Wilson")
    return assess(norm, latest=Latest(year=year, value=value, interval=interval), start=norm.start_value).outcome


@pytest.mark.parametrize(
    ("year", "value"), [(2019, 12.0), (2020, 12.0), (2022, 11.0), (2024, 10.0), (2026, 9.0), (2030, 9.0)]
)
def test_the_path_is_straight_and_flat_outside_its_years(year: int, value: float) -> None:
    assert path(year, norm=a_norm(), start=12.0) == pytest.approx(value)


def test_a_band_asks_which_edge_is_aimed_at() -> None:
    assert path(2023, norm=BAND, start=13.0, aim=10.0) == pytest.approx(11.5)
    with pytest.raises(ValueError, match="which edge"):
        path(2023, norm=BAND, start=13.0)


@pytest.mark.parametrize(
    ("value", "expected"),
    [  # the path of 2024 is at 10.0, the norm at 9.0; the interval is 0.3 to both sides
        (8.6, ProgressOutcome.ACHIEVED),
        (8.9, ProgressOutcome.ON_COURSE),
        (9.6, ProgressOutcome.ON_COURSE),
        (9.9, ProgressOutcome.ON_PATH_MAYBE_CHANCE),
        (10.2, ProgressOutcome.BEHIND_MAYBE_CHANCE),
        (10.4, ProgressOutcome.NOT_ON_COURSE),
    ],
)
def test_downward_before_the_norm_year(value: float, expected: ProgressOutcome) -> None:
    assert outcome(a_norm(), value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [  # the path of 2024 is at 80, the norm at 90; the interval is 2 to both sides
        (93.0, ProgressOutcome.ACHIEVED),
        (91.0, ProgressOutcome.ON_COURSE),
        (83.0, ProgressOutcome.ON_COURSE),
        (81.0, ProgressOutcome.ON_PATH_MAYBE_CHANCE),
        (79.0, ProgressOutcome.BEHIND_MAYBE_CHANCE),
        (77.0, ProgressOutcome.NOT_ON_COURSE),
    ],
)
def test_upward_is_the_mirror(value: float, expected: ProgressOutcome) -> None:
    assert outcome(UP, value, half=2.0) == expected


@pytest.mark.parametrize("year", [2026, 2029])
@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (8.6, ProgressOutcome.ACHIEVED),
        (8.9, ProgressOutcome.ACHIEVED_MAYBE_CHANCE),
        (9.1, ProgressOutcome.BEHIND_MAYBE_CHANCE),
        (9.4, ProgressOutcome.NOT_ON_COURSE),
    ],
)
def test_at_and_after_the_norm_year_the_path_is_the_norm(year: int, value: float, expected: ProgressOutcome) -> None:
    assert outcome(a_norm(), value, year=year) == expected


def test_a_value_past_the_norm_with_an_interval_across_the_path_may_be_chance() -> None:
    assert outcome(a_norm(), 8.9, half=1.5) == ProgressOutcome.ACHIEVED_MAYBE_CHANCE


@pytest.mark.parametrize(
    ("value", "expected"),
    [  # from 13.0 down to the upper edge 10.0: the path of 2024 is at 11.0
        (9.0, ProgressOutcome.ACHIEVED),
        (9.9, ProgressOutcome.ON_COURSE),
        (8.1, ProgressOutcome.ACHIEVED_MAYBE_CHANCE),
        (10.6, ProgressOutcome.ON_COURSE),
        (10.9, ProgressOutcome.ON_PATH_MAYBE_CHANCE),
        (11.2, ProgressOutcome.BEHIND_MAYBE_CHANCE),
        (11.5, ProgressOutcome.NOT_ON_COURSE),
        (7.5, ProgressOutcome.NOT_ON_COURSE),
    ],
)
def test_a_band_is_reached_from_its_nearest_edge_and_not_passed(value: float, expected: ProgressOutcome) -> None:
    assert outcome(BAND, value) == expected


def test_inside_the_band_nothing_more_is_required() -> None:
    latest = Latest(year=2024, value=9.0, interval=Interval(8.7, 9.3, 0.95, "Wilson"))
    assert assess(BAND, latest=latest, start=13.0).required_per_year == 0.0


def test_required_and_achieved_change_stand_beside_it() -> None:
    latest = Latest(year=2024, value=10.0, interval=Interval(9.7, 10.3, 0.95, "Wilson"))
    progress = assess(a_norm(), latest=latest, start=12.0)
    assert progress.path_value == pytest.approx(10.0)
    assert progress.required_per_year == pytest.approx(-0.5)
    assert progress.achieved_per_year == pytest.approx(-0.5)


def test_after_the_norm_year_no_change_is_required_any_more() -> None:
    latest = Latest(year=2026, value=10.0, interval=Interval(9.7, 10.3, 0.95, "Wilson"))
    assert assess(a_norm(), latest=latest, start=12.0).required_per_year is None


def test_zero_is_the_norm_of_zero_achieved() -> None:
    latest = Latest(year=2024, value=0.0, interval=Interval(0.0, 0.4, 0.95, "exact Poisson"))
    assert assess(a_norm(0.0), latest=latest, start=4.0).outcome == ProgressOutcome.ACHIEVED


def test_a_withheld_small_count_is_not_yet_zero() -> None:
    latest = Latest(year=2024, value=None, interval=None, small_count=True)
    assert assess(a_norm(0.0), latest=latest, start=4.0).outcome == ProgressOutcome.NOT_YET_ZERO
    assert assess(a_norm(2.0), latest=latest, start=4.0).outcome == ProgressOutcome.NOT_ASSESSABLE


def test_without_a_figure_after_the_start_year_it_is_too_early() -> None:
    at_start = Latest(year=2020, value=12.0, interval=Interval(11.7, 12.3, 0.95, "Wilson"))
    assert assess(a_norm(), latest=at_start, start=12.0).outcome == ProgressOutcome.TOO_EARLY
    assert assess(a_norm(), latest=None, start=12.0).outcome == ProgressOutcome.TOO_EARLY


def test_without_count_and_denominator_it_cannot_be_assessed_but_the_pace_is_known() -> None:
    progress = assess(a_norm(), latest=Latest(year=2024, value=10.0, interval=None), start=12.0)
    assert progress.outcome == ProgressOutcome.NOT_ASSESSABLE
    assert progress.achieved_per_year == pytest.approx(-0.5)


def test_without_a_start_only_reaching_the_norm_can_be_said() -> None:
    near = Latest(year=2024, value=9.5, interval=Interval(9.2, 9.8, 0.95, "Wilson"))
    past = Latest(year=2024, value=8.5, interval=Interval(8.2, 8.8, 0.95, "Wilson"))
    assert assess(a_norm(), latest=near, start=None).outcome == ProgressOutcome.START_MISSING
    assert assess(a_norm(), latest=past, start=None).outcome == ProgressOutcome.ACHIEVED


@pytest.mark.parametrize(("break_year", "broken"), [(2020, False), (2021, True), (2024, True), (2025, False)])
def test_nothing_is_said_across_a_break_between_the_start_and_the_latest_figure(break_year: int, broken: bool) -> None:
    # From 12.0 in 2020; the latest is of 2024. A break in the start year itself came before the start.
    found = assess(
        a_norm(), latest=Latest(2024, 9.5, Interval(9.0, 10.0, 0.95, "Wilson")), start=12.0, breaks=[break_year]
    )
    assert (found.outcome == ProgressOutcome.BROKEN) == broken
    assert found.broken_since == (break_year if broken else None)
    if broken:
        assert (found.path_value, found.required_per_year, found.achieved_per_year) == (None, None, None)


def test_the_last_of_two_breaks_is_named() -> None:
    latest = Latest(2024, 9.5, Interval(9.0, 10.0, 0.95, "Wilson"))
    assert assess(a_norm(), latest=latest, start=12.0, breaks=[2021, 2023]).broken_since == 2023
