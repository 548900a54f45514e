"""Periods as sources write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sources.columns.period_titles import is_shorter_period, period_from, why_no_period
from data_models import periods


@pytest.mark.parametrize(
    ("text", "period", "status"),
    [
        ("2023", "2023", ""),
        ("2023JJ00", "2023", ""),
        ("2022*", "2022", "provisional"),
        ("2022**", "2022", "provisional"),
        ("2022 (voorlopig)", "2022", "provisional"),
        ("2023.0", "2023", ""),
        ("1-1-2024", "2024", ""),
        ("01-01-2024", "2024", ""),
        ("2024-01-01", "2024", ""),
        ("2024-01-01 00:00:00", "2024", ""),
        ("20241001", "2024", ""),
        ("1 januari 2024", "2024", ""),
        ("2012SJ00", "2012/'13", ""),
        ("1999SJ00", "1999/'00", ""),
        ("2023/'24*", "2023/'24", "provisional"),
        ("2023/24", "2023/'24", ""),
        ("2023-2024", "2023/'24", ""),
        ("2023–2024", "2023/'24", ""),
        ("schooljaar 2023/2024", "2023/'24", ""),
        ("2025HJ01", "2025H1", ""),
        ("2025HJ02", "2025H2", ""),
        ("1e halfjaar 2025*", "2025H1", "provisional"),
        ("2e halfjaar 2023", "2023H2", ""),
        ("2023 2e halfjaar", "2023H2", ""),
        ("eerste helft van 2025", "2025H1", ""),
        ("2025H1", "2025H1", ""),
    ],
)
def test_keys_titles_and_dates_are_periods(text: str, period: str, status: str) -> None:
    assert period_from(text) == (period, status)


@pytest.mark.parametrize("text", ["2023KW01", "2023MM05", "2023 1e kwartaal", "2023 januari", "mei 2023", "2023Q1"])
def test_quarters_and_months_are_told_from_nonsense(text: str) -> None:
    assert period_from(text) is None
    assert is_shorter_period(text)
    assert why_no_period(text, this_year=2026) == (
        "Van kwartaal- en maandcijfers worden geen cijfers bewaard",
        "Kies jaren, schooljaren of halve jaren.",
    )


@pytest.mark.parametrize("text", ["", "ooit", "2023-2025", "23", "1850", "2023H3", "20231301", "٢٠٢٣"])
def test_other_texts_are_no_period(text: str) -> None:
    assert period_from(text) is None
    assert not is_shorter_period(text)


def test_a_year_far_ahead_is_no_period_and_it_is_said_why() -> None:
    assert period_from("2099") is None
    assert why_no_period("2099", this_year=2026)[0] == "Dit jaar ligt in de toekomst"
    assert why_no_period("", this_year=2026)[0] == "Er staat geen periode in deze regel"


@given(st.text(max_size=24))
def test_whatever_is_read_as_a_period_is_one(text: str) -> None:
    found = period_from(text)
    assert found is None or periods.parse(found[0]) is not None


@given(st.integers(1980, 2050))
def test_what_the_project_itself_writes_is_read_back(year: int) -> None:
    for code in (f"{year}", f"{year}/'{(year + 1) % 100:02d}", f"{year}H1", f"{year}H2"):
        assert period_from(code) == (code, "")
