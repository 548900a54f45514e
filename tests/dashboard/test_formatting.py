"""Numbers, dates and periods as Dutch readers expect them."""

import re
from datetime import UTC, date, datetime

import pytest

from dashboard import formatting


def test_numbers_have_a_comma_before_decimals_and_a_point_between_thousands() -> None:
    assert formatting.percentage(11.7) == "11,7%"
    assert formatting.percentage(12, decimals=0) == "12%"
    assert formatting.count(7400) == "7.400"
    assert formatting.number(1234567.891, decimals=2) == "1.234.567,89"


def test_halves_round_away_from_zero_and_nothing_is_minus_zero() -> None:
    assert formatting.number(11.65, decimals=1) == "11,7"
    assert formatting.number((9 - 10.1) / 2, decimals=1) == "-0,6"
    assert formatting.number(-0.04, decimals=1) == "0,0"


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "text"),
    [
        (4.25, "per_1000", 1, "4,3 per 1.000"),
        (9, "weeks", 0, "9 weken"),
        (1, "weeks", 0, "1 week"),
        (45, "days", 0, "45 dagen"),
        (19000, "count", 0, "19.000"),
        (3.4, "scale", 1, "3,4"),
    ],
)
def test_values_carry_their_unit(value: float, unit: str, decimals: int, text: str) -> None:
    assert formatting.value_with_unit(value, unit=unit, decimals=decimals) == text


def test_changes_carry_their_sign() -> None:
    assert formatting.change_with_unit(0.35, unit="percentage", decimals=1) == "+0,4 procentpunt"
    assert formatting.change_with_unit(-0.5, unit="percentage", decimals=1) == "-0,5 procentpunt"
    assert formatting.change_with_unit(0.01, unit="percentage", decimals=1) == "0,0 procentpunt"
    assert formatting.change_with_unit(-2, unit="weeks", decimals=0) == "-2 weken"


def test_dates_are_in_words() -> None:
    assert formatting.day(date(2026, 3, 3)) == "3 maart 2026"


def test_periods_are_said_as_people_say_them() -> None:
    assert formatting.in_period("2024") == "in 2024"
    assert formatting.in_period("2023/'24") == "in schooljaar 2023/'24"
    assert formatting.in_period("2025H1") == "in de eerste helft van 2025"
    assert formatting.in_period("2025H2") == "in de tweede helft van 2025"


@pytest.mark.parametrize(
    ("proportion", "words"),
    [
        (0.117, "ruim 1 op de 9"),
        (0.107, "bijna 1 op de 9"),
        (0.1, "ongeveer 1 op de 10"),
        (0.096, "bijna 1 op de 10"),
        (0.25, "ongeveer 1 op de 4"),
        (0.33, "ruim 3 op de 10"),
        (0.5, "ongeveer de helft van de"),
        (0.53, "ruim de helft van de"),
        (0.78, "bijna 8 op de 10"),
        (0.97, "ongeveer 97 op de 100"),
        (1.0, "100 op de 100"),
        (0.017, "ongeveer 1 op de 60"),
        (0.0042, "ruim 1 op de 250"),
        (0.002, "ongeveer 1 op de 500"),
        (0.0, ""),
    ],
)
def test_a_proportion_is_said_as_one_in_so_many(proportion: float, words: str) -> None:
    assert str(formatting.one_in(proportion)) == words


def test_markdown_finds_nothing_in_what_people_typed() -> None:
    assert formatting.plain("**De Brug** ![x](elders.nl)") == r"\*\*De Brug\*\* \!\[x\]\(elders\.nl\)"
    assert formatting.plain("gemeente Almere · ouders") == "gemeente Almere · ouders"


@pytest.mark.parametrize("typed", ["https://elders.nl/a", "HTTP://elders.nl", "www.elders.nl"])
def test_an_address_that_people_typed_stays_text(typed: str) -> None:
    """The browser looks for addresses after it read the Markdown, so signs before them do not help."""
    shown = formatting.plain(typed).replace("\\", "")
    assert shown.replace("\u2060", "") == typed  # what a reader sees
    assert re.search(r"(https?://|www\.)[-.\w]", shown, re.IGNORECASE) is None


def test_the_day_of_a_moment_is_the_day_that_it_was_here() -> None:
    assert formatting.day(datetime(2026, 3, 2, 23, 30, tzinfo=UTC)) == "3 maart 2026"
    assert formatting.day(date(2026, 3, 2)) == "2 maart 2026"


@pytest.mark.parametrize("typed", ["3-12-2026", "03-12-2026", " 3/12/2026 ", "3 12 2026", "3. 12. 2026"])
def test_a_day_is_read_as_people_type_it(typed: str) -> None:
    assert formatting.typed_day(typed) == date(2026, 12, 3)
    assert formatting.day_in_digits(date(2026, 12, 3)) == "3-12-2026"


@pytest.mark.parametrize(
    "typed", ["", "morgen", "31-6-2026", "29-2-2027", "2026-12-03", "3-12-26", "1-1-0000", "٣-12-2026"]
)
def test_what_is_no_day_is_not_read_as_one(typed: str) -> None:
    assert formatting.typed_day(typed) is None
