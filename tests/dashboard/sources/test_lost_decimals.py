"""Percentages without their comma: decided by count and population, or left empty."""

import pytest

from dashboard.sources.kwb.lost_decimals import restored


@pytest.mark.parametrize(
    ("digits", "count", "youngest", "young_people", "percentage"),
    [
        (117, 7400, 41399, 69413, 11.7),  # Almere 2024: 7.400 of about 63.300
        (96, 5805, 38921, 65413, 9.6),
        (7, 2165, 18890, 33515, 7.0),  # its ",0" was lost, not its comma
        (10, 35, 215, 375, 10.0),
        (10, 35, 3000, 3900, 1.0),  # the same text, another population
        (242, 10, 10, 35, 24.2),
    ],
)
def test_count_and_population_decide(
    digits: float, count: float, youngest: float, young_people: float, percentage: float
) -> None:
    assert restored(digits, count=count, youngest=youngest, oldest=young_people) == percentage


def test_both_readings_possible_is_not_decided() -> None:
    # 10 children, somewhere between 0 and 1.000: 1,0% and 10,0% are both possible.
    assert restored(10, count=10, youngest=0, oldest=1000) is None


def test_no_reading_possible_is_not_decided() -> None:
    assert restored(117, count=7400, youngest=414, oldest=694) is None


def test_without_a_count_nothing_is_decided() -> None:
    assert restored(117, count=None, youngest=41399, oldest=69413) is None
