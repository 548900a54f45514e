"""Numbers as Dutch files write them."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sources.columns import dutch_numbers
from dashboard.sources.columns.cells import MISSING, NUMBER, WRONG, NumberColumns
from dashboard.sources.columns.dutch_numbers import NotANumberError, Number
from dashboard.sources.problems import Findings
from dashboard.sources.table import LINE


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


@pytest.mark.parametrize(
    ("text", "unit", "value", "decimals"),
    [
        ("1.234,5", "days", 1234.5, 1),
        ("11,667", "percentage", 11.667, 3),  # 11.667% cannot be
        ("11.667", "percentage", 11.667, 3),
        ("0,123", "per_1000", 0.123, 3),
        ("8,5%", "percentage", 8.5, 1),
        ("13", "percentage", 13.0, 0),
        ("79,6000000000000", "percentage", 79.6, 13),
        ("1.234.567,25", "days", 1234567.25, 2),
        ("179441.0", "count", 179441.0, 0),
    ],
)
def test_a_number_is_read_in_its_unit(text: str, unit: str, value: float, decimals: int) -> None:
    assert dutch_numbers.in_unit(text, unit=unit) == (value, decimals)


_SIGNS = st.text(alphabet="0123456789.,-−%<xX=eE +٣", max_size=20)


@given(st.lists(_SIGNS, min_size=1, max_size=6), st.sampled_from(["count", "percentage", "per_1000", "days"]))
def test_a_whole_column_is_read_as_each_of_its_cells(cells: list[str], unit: str) -> None:
    cells = [cell.strip() for cell in cells]
    part = pl.DataFrame({LINE: range(len(cells)), "getal": cells}, schema={LINE: pl.Int64, "getal": pl.String})
    findings = Findings()
    found = NumberColumns(unit).numbers(part, "getal", findings=findings).rows()
    wrong = 0
    for text, (value, decimals, state) in zip(cells, found, strict=True):
        if dutch_numbers.is_missing(text):
            assert (value, state) == (None, MISSING)
            continue
        try:
            expected = dutch_numbers.in_unit(text, unit=unit)
        except NotANumberError:
            wrong += 1
            assert (value, state) == (None, WRONG)
        else:
            assert (value, decimals, state) == (*expected, NUMBER)
    assert findings.total == wrong
