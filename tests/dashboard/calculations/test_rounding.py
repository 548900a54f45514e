"""What a rounded count may have been."""

from dashboard.calculations.rounding import Share, count_within_rounding, within_rounding


def test_a_count_in_tens_may_be_five_more_or_less() -> None:
    share = within_rounding(220, denominator=3215, multiple=10)
    assert (share.low, share.high) == (Share(215, 3215), Share(225, 3215))


def test_a_count_that_is_no_multiple_was_not_rounded() -> None:
    share = within_rounding(222, denominator=3215, multiple=5)
    assert share.low == share.nominal == share.high == Share(222, 3215)


def test_the_ends_stay_between_none_and_everybody() -> None:
    assert within_rounding(0, denominator=100, multiple=10).low == Share(0, 100)
    assert within_rounding(100, denominator=100, multiple=10).high == Share(100, 100)


def test_a_count_without_denominator_has_ends_too() -> None:
    share = count_within_rounding(20, multiple=5)
    assert (share.low.numerator, share.high.numerator) == (17.5, 22.5)
