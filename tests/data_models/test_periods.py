"""Periods as people write them."""

import pytest

from data_models import periods
from data_models.periods import PeriodFacts


@pytest.mark.parametrize(
    ("code", "kind", "position"),
    [
        ("2023", "year", 20230),
        ("2023/'24", "school_year", 20230),
        ("1999/'00", "school_year", 19990),
        ("2025H1", "half_year", 20251),
        ("2025H2", "half_year", 20252),
    ],
)
def test_a_period_knows_its_kind_and_its_place_in_time(code: str, kind: str, position: int) -> None:
    assert periods.parse(code) == PeriodFacts(code=code, kind=kind, year=int(code[:4]), position=position)


@pytest.mark.parametrize(
    "code", ["", "23", "2023 ", "2023/'25", "2023/24", "2025H3", "2025h1", "1850", "2099", "٢٠٢٣", "2023JJ00"]
)
def test_anything_else_is_not_a_period(code: str) -> None:
    assert periods.parse(code) is None
