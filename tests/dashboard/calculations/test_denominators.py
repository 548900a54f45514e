"""Denominators from count and percentage, with the bounds of the percentage's rounding."""

from dataclasses import replace

import pytest

from dashboard.calculations.denominators import bounded_share, derived, is_derived
from dashboard.calculations.rounding import Share
from tests.dashboard.example_facts import JEUGDZORG, THUISZITTERS, a_figure


def test_the_denominator_is_the_count_divided_by_the_percentage() -> None:
    share = derived(7400, value=11.7, scale=100, decimals=1)
    assert share is not None
    assert share.nominal.denominator == pytest.approx(63247.86, abs=0.01)
    assert share.low.denominator == pytest.approx(7400 / 0.1165)
    assert share.high.denominator == pytest.approx(7400 / 0.1175)
    assert share.approximate


def test_a_percentage_that_rounds_to_zero_gives_no_denominator() -> None:
    assert derived(5, value=0.0, scale=100, decimals=1) is None
    assert derived(0, value=0.3, scale=100, decimals=1) is None


def test_a_rate_per_thousand_gives_a_denominator_too() -> None:
    share = bounded_share(a_figure(4.0, numerator=40.0), indicator=THUISZITTERS)
    assert share is not None
    assert share.nominal == Share(40.0, 10000.0)


def test_given_counts_and_denominators_are_taken_as_they_are() -> None:
    figure = a_figure(6.9, numerator=222.0, denominator=3215.0)
    share = bounded_share(figure, indicator=JEUGDZORG)
    assert share is not None
    assert share.nominal == share.low == Share(222.0, 3215.0)
    assert not share.approximate
    assert not is_derived(figure, indicator=JEUGDZORG)


def test_estimated_figures_are_approximate() -> None:
    share = bounded_share(a_figure(6.9, numerator=222.0, denominator=3215.0, status="estimated"), indicator=JEUGDZORG)
    assert share is not None
    assert share.approximate


def test_without_a_count_there_is_nothing_to_test() -> None:
    assert bounded_share(a_figure(11.7), indicator=JEUGDZORG) is None


def test_weeks_and_scales_have_no_share() -> None:
    assert bounded_share(a_figure(12.0, numerator=40.0), indicator=replace(JEUGDZORG, unit="weeks")) is None
