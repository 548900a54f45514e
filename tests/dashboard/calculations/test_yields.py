"""What is counted by hand of an output or outcome is protected before it is stored."""

import pytest

from dashboard.calculations.yields import protected


def _stored(
    count: float, *, denominator: float | None = None, counts_people: bool = True
) -> tuple[float | None, float | None, str]:
    frame = protected(count, denominator=denominator, year=2025, counts_people=counts_people).frame
    row = frame.row(0, named=True)
    assert (frame.height, row["period"]) == (1, "2025")
    return row["numerator"], row["denominator"], row["status"]


@pytest.mark.parametrize("count", [0, 1, 9])
def test_fewer_than_ten_people_are_withheld_and_so_is_nobody(count: int) -> None:
    assert _stored(count) == (None, None, "withheld:small-count")


def test_ten_people_are_shown() -> None:
    assert _stored(10) == (10, None, "final")


@pytest.mark.parametrize(
    ("count", "denominator", "status"),
    [
        (20, 49, "withheld:small-group"),  # a group below 50
        (41, 50, "withheld:small-group"),  # only nine are left over
        (9, 400, "withheld:small-count"),
    ],
)
def test_of_a_group_nobody_can_be_told(count: int, denominator: int, status: str) -> None:
    assert _stored(count, denominator=denominator) == (None, None, status)


def test_enough_people_of_a_large_enough_group_are_shown() -> None:
    assert _stored(40, denominator=50) == (40, 50, "final")


def test_what_are_no_people_is_stored_as_it_is() -> None:
    assert _stored(3, counts_people=False) == (3, None, "final")
    assert _stored(2, denominator=4, counts_people=False) == (2, 4, "final")
    assert _stored(0, denominator=0, counts_people=False) == (0, 0, "final")
