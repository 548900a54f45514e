"""The figures of the example region pass the rules that figures of real registrations must pass (ADR 0010)."""

from collections.abc import Sequence

import polars as pl
import pytest
from polars.testing import assert_frame_equal
from sqlalchemy import Engine

from dashboard.calculations.editions import editions
from dashboard.calculations.seen_cells import seen_cells
from dashboard.calculations.small_counts import rules_of
from dashboard.calculations.sums import AT_MOST, EXACT, Sum, sums_in
from dashboard.calculations.withholding import audit, protect
from data_models import database
from data_models.facts import AreaPartFacts, IndicatorFacts
from data_models.queries import catalogue
from seed_data.figures import read_figures
from seed_data.rows import EXAMPLE_REGION

Known = tuple[dict[str, IndicatorFacts], list[AreaPartFacts]]


@pytest.fixture
def known(seeded_engine: Engine) -> Known:
    """The indicators, and which areas lie in which."""
    with database.reading(seeded_engine) as session:
        return {one.code: one for one in catalogue.indicators(session)}, catalogue.area_parts(session)


def _local_figures(indicators: dict[str, IndicatorFacts]) -> pl.DataFrame:
    local = [code for code, indicator in indicators.items() if indicator.local]
    return read_figures(EXAMPLE_REGION / "figures.csv").filter(pl.col("indicator").is_in(local))


def test_nothing_withheld_in_the_example_can_be_told(known: Known) -> None:
    indicators, parts = known
    figures = _local_figures(indicators)
    assert figures["status"].str.starts_with("withheld:").any()
    assert audit(figures, indicators=indicators, parts=parts) == []


def test_the_example_is_as_protecting_it_would_leave_it(known: Known) -> None:
    indicators, parts = known
    figures = _local_figures(indicators)
    assert_frame_equal(protect(figures, indicators=indicators, parts=parts).frame, figures)


def _off(one: Sum, *, numbers: Sequence[float | None]) -> float:
    """By how much a sum of numbers that are all known does not hold."""
    whole, parts = numbers[one.whole], [number for row in one.parts if (number := numbers[row]) is not None]
    if whole is None or len(parts) < len(one.parts):
        return 0.0
    off = sum(parts) - whole
    return abs(off) if one.sense == EXACT else max(0.0, off if one.sense == AT_MOST else -off)


def test_what_is_said_to_lie_in_an_area_adds_up_to_it(known: Known) -> None:
    indicators, parts = known
    rules = rules_of(indicators.values())
    cells = seen_cells(editions(_local_figures(indicators), rules=rules), rules=rules).frame
    found = sums_in(cells, parts=parts)
    for name in ("numerator", "denominator"):
        numbers = cells[name].to_list()
        assert [one for one in found if _off(one, numbers=numbers)] == []
