"""Comparison with a large reference and with a small one."""

import pytest

from dashboard.calculations.comparison import (
    ComparisonOutcome,
    against_point,
    against_share,
    p_value,
    smallest_relevant_difference,
    weighed,
)
from dashboard.calculations.intervals import wilson
from dashboard.calculations.rounding import Share, exact, within_rounding

INTERVAL = wilson(20, denominator=100)  # 0.133 to 0.289


@pytest.mark.parametrize(
    ("reference", "outcome"),
    [
        (0.30, ComparisonOutcome.LOWER),
        (0.13, ComparisonOutcome.HIGHER),
        (0.20, ComparisonOutcome.NO_CLEAR_DIFFERENCE),
        (0.28, ComparisonOutcome.NO_CLEAR_DIFFERENCE),
    ],
)
def test_the_interval_is_held_against_the_point_value(reference: float, outcome: ComparisonOutcome) -> None:
    assert against_point(INTERVAL, reference=reference) == outcome


def test_a_small_reference_moves_by_chance_too() -> None:
    # The interval of 20 of 100 ends at 28.9%; but against 32 of 100 z = (33 - 21)/102 / 0.0612 = 1.92, short of 1.96.
    assert against_point(INTERVAL, reference=0.32) == ComparisonOutcome.LOWER
    assert (
        against_share(exact(20, denominator=100), reference=exact(32, denominator=100), unit="percentage")
        == ComparisonOutcome.NO_CLEAR_DIFFERENCE
    )


def test_a_large_difference_with_a_small_reference_is_named() -> None:
    one, other = exact(60, denominator=100), exact(20, denominator=100)
    assert against_share(one, reference=other, unit="percentage") == ComparisonOutcome.HIGHER
    assert against_share(other, reference=one, unit="percentage") == ComparisonOutcome.LOWER


def test_the_p_value_of_two_proportions_is_that_of_the_worked_example() -> None:
    # Agresti-Caffo adds one to both counts: (11/102 - 21/112) / sqrt(p(1-p)/102 + q(1-q)/112) = -1.6597.
    assert p_value(Share(10, 100), reference=Share(20, 110), unit="percentage") == pytest.approx(0.09697, abs=1e-5)


def test_rates_are_compared_as_rates() -> None:
    one, other = exact(40, denominator=4000), exact(10, denominator=4000)
    assert against_share(one, reference=other, unit="per_1000") == ComparisonOutcome.HIGHER


def test_rates_of_a_composed_area_whose_count_is_no_whole_number_can_be_compared() -> None:
    whole = p_value(Share(30, 1000), reference=Share(52, 1000), unit="per_1000")
    weighted = p_value(Share(30, 1000), reference=Share(51.6, 1000), unit="per_1000")
    assert weighted == whole == pytest.approx(0.0198269158, abs=1e-9)  # binomial: 30 or fewer of 82, at a half


def test_no_events_on_either_side_are_no_difference() -> None:
    assert p_value(Share(0, 100), reference=Share(0, 200), unit="percentage") == 1.0


def test_rounded_counts_must_agree_at_both_ends() -> None:
    exactly = against_share(exact(40, denominator=200), reference=exact(24, denominator=200), unit="percentage")
    rounded = against_share(
        within_rounding(40, denominator=200, multiple=10),
        reference=within_rounding(24, denominator=200, multiple=10),
        unit="percentage",
    )
    assert exactly == ComparisonOutcome.HIGHER
    assert rounded == ComparisonOutcome.NO_CLEAR_DIFFERENCE


@pytest.mark.parametrize(
    ("value", "unit", "catalogue", "smallest"),
    [
        (8.0, "percentage", None, 0.5),
        (20.0, "percentage", None, 1.0),
        (20.0, "percentage", 2.0, 2.0),
        (4.0, "per_1000", None, 0.2),
    ],
)
def test_the_smallest_relevant_difference_follows_the_general_rule_unless_the_catalogue_says_otherwise(
    value: float, unit: str, catalogue: float | None, smallest: float
) -> None:
    assert smallest_relevant_difference(value, unit=unit, catalogue=catalogue) == pytest.approx(smallest)


def test_a_difference_too_small_to_matter_is_nearly_equal_only_when_it_passed_the_test() -> None:
    assert weighed(ComparisonOutcome.HIGHER, difference=0.4, smallest=0.5) == ComparisonOutcome.NEARLY_EQUAL
    assert weighed(ComparisonOutcome.HIGHER, difference=12.2 - 11.7, smallest=0.5) == ComparisonOutcome.HIGHER
    unclear = ComparisonOutcome.NO_CLEAR_DIFFERENCE
    assert weighed(unclear, difference=0.0, smallest=0.5) == unclear
