"""`explain` says what the screens say: carried back, composed, pooled and estimated, on both databases."""

from typing import Any

import pytest
from sqlalchemy import Engine

from dashboard.command_line.explaining import explain
from dashboard.command_line.finding import NotFoundError


def _explained(engine: Engine, indicator: str, area: str, *, period: str | None = None) -> dict[str, Any]:
    return explain(engine, indicator_code=indicator, area_code=area, reference_code="NL00", period=period)


def test_a_merged_gemeente_says_which_years_were_added_up(seeded_engine: Engine) -> None:
    found = _explained(seeded_engine, "jeugdzorg", "GM1980", period="2021")
    assert (found["period"], found["status"]) == ("2021", "estimated")
    assert found["carried_back"]["text"] == "2021: opgeteld uit Heerhugowaard en Langedijk, bij benadering."
    # The final editions: 2,000 of 16,132 and 642 of 7,375.
    assert found["amounts"]["numbers"]["numerator"] == 2642
    assert found["amounts"]["numbers"]["denominator"] == 16132 + 7375


def test_a_partnership_says_from_how_many_gemeenten_it_was_made(seeded_engine: Engine) -> None:
    found = _explained(seeded_engine, "jeugdzorg", "PO2703")
    assert found["composed"]["text"] == "berekend uit 4 van 4 gemeenten, bij benadering"
    assert found["carried_back"] is None


def test_no_trend_is_explained_over_years_that_count_other_gemeenten(seeded_engine: Engine) -> None:
    # Boslo counts in 2020/'21 and 2023/'24 only, so the last final year stands alone.
    trend = _explained(seeded_engine, "thuiszitters", "VP0001")["trend"]
    assert (trend["verdict"], trend["numbers"]["points"]) == ("too few points", 1)


def test_three_years_together_are_explained_with_their_numbers(seeded_engine: Engine) -> None:
    found = _explained(seeded_engine, "jeugdzorg", "GM0034")
    assert found["pooled"]["verdict"] == "pooled"
    assert found["pooled"]["numbers"]["numerator"] == 6680 + 7160 + 7400
    assert _explained(seeded_engine, "jeugdzorg", "GM0034", period="2019")["pooled"] is None


def test_a_percentage_without_count_is_compared_approximately(seeded_engine: Engine) -> None:
    found = _explained(seeded_engine, "jeugdhulp", "GM0034")
    assert found["amounts"]["text"] == "6.268 van 48.214 (geschat) · 13,0% · voorlopig"
    assert found["interval"]["approximate"]
    assert found["comparison"]["text"].endswith("Dit geldt bij benadering.")


def test_a_period_that_is_not_there_names_the_ones_that_are(seeded_engine: Engine) -> None:
    with pytest.raises(NotFoundError, match="2021, 2022"):
        _explained(seeded_engine, "jeugdzorg", "GM1980", period="2019")


def test_an_invented_gemeente_counts_in_the_invented_country_and_not_in_the_real_one(seeded_engine: Engine) -> None:
    found = explain(
        seeded_engine, indicator_code="thuiszitters", area_code="VG0001", reference_code="VL00", period=None
    )
    assert found["comparison"]["text"].endswith("Dit gebied telt zelf mee in Voorbeeldland.")
    assert "telt zelf mee" not in _explained(seeded_engine, "jeugdzorg", "VG0001")["comparison"]["text"]
