"""Composed areas: sums of counts and denominators, weighted with shares, never averages."""

import pytest

from dashboard.calculations.composed import Part, composed


def test_counts_and_denominators_are_summed_with_their_shares() -> None:
    # 100 + 0.5 × 60 = 130 of 1000 + 0.5 × 400 = 1200.
    whole = composed([Part("GM0001", 1.0, 100, 1000), Part("GM0002", 0.5, 60, 400)])
    assert whole is not None
    assert (whole.numerator, whole.denominator) == (130.0, 1200.0)
    assert whole.proportion == pytest.approx(130 / 1200)
    assert (whole.used, whole.total, whole.coverage) == (2, 2, 1.0)


def test_exactly_four_fifths_of_the_denominator_is_enough() -> None:
    whole = composed([Part("GM0001", 1.0, 100, 800), Part("GM0002", 1.0, None, None, size=200)])
    assert whole is not None
    assert (whole.used, whole.total, whole.coverage) == (1, 2, 0.8)


def test_under_four_fifths_of_the_denominator_there_is_no_figure() -> None:
    assert composed([Part("GM0001", 1.0, 100, 799), Part("GM0002", 1.0, None, None, size=201)]) is None


def test_a_missing_part_of_unknown_size_leaves_no_figure() -> None:
    assert composed([Part("GM0001", 1.0, 100, 800), Part("GM0002", 1.0, None, None)]) is None


def test_nothing_known_is_no_figure() -> None:
    assert composed([]) is None


def test_an_estimated_part_makes_the_whole_approximate() -> None:
    whole = composed([Part("GM0001", 1.0, 100, 800, approximate=True), Part("GM0002", 1.0, 10, 100)])
    assert whole is not None
    assert whole.approximate
