"""Numbers as Dutch files write them."""

import pytest

from dashboard.sources import dutch_numbers
from dashboard.sources.dutch_numbers import NotANumberError, Number


@pytest.mark.parametrize(("text", "number"), [("7400", 7400), ("7.400", 7400), ("1.234.567", 1234567), ("0", 0)])
def test_a_count_may_have_points_between_thousands(text: str, number: float) -> None:
    assert dutch_numbers.count(text) == number


@pytest.mark.parametrize(
    ("text", "value", "has_decimals"),
    [("11,7", 11.7, True), ("11.7", 11.7, True), ("8,5%", 8.5, True), ("117", 117.0, False), ("12%", 12.0, True)],
)
def test_a_percentage_tells_whether_it_shows_its_decimals(text: str, value: float, has_decimals: bool) -> None:
    assert dutch_numbers.percentage(text) == Number(value, has_decimals=has_decimals)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1,234.5", "Dit getal is op twee manieren te lezen"),
        ("1,234", "Dit getal is op twee manieren te lezen"),
        ("7,5", "Een aantal kinderen is een heel getal"),
        ("-3", "Een aantal of percentage kan niet negatief zijn"),
        ("−3", "Een aantal of percentage kan niet negatief zijn"),
        ("inf", "Dit is geen getal"),
        ("nan", "Dit is geen getal"),
        ("1e400", "Dit getal is met een macht van tien geschreven"),
        ("12-okt", "Excel heeft hier een datum van gemaakt"),
        ("=1+1", "Dit is een formule"),
        ("NA", "Dit is geen getal"),
        ("٣", "Dit is geen getal"),
        ("9" * 1000, "Dit getal is te groot"),
    ],
)
def test_a_count_is_refused_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(NotANumberError) as refused:
        dutch_numbers.count(text)
    assert refused.value.what == sentence


@pytest.mark.parametrize("text", ["140%", "140,5", "1001"])
def test_a_percentage_over_hundred_is_refused(text: str) -> None:
    with pytest.raises(NotANumberError) as refused:
        dutch_numbers.percentage(text)
    assert refused.value.what == "Een percentage kan niet boven de 100 zijn"
