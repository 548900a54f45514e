"""A mapping as text, and the key under which it is remembered."""

import json
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sources.columns.mapping import (
    ROLES,
    ColumnMapping,
    Measure,
    header_signature,
    mapping_as_json,
    mapping_from_json,
)

_TEXT = st.text(max_size=12)
_NAME = st.text(min_size=1, max_size=12)
_MEASURES = st.builds(
    Measure,
    indicator=_NAME,
    role=st.sampled_from(ROLES),
    columns=st.lists(_NAME, min_size=1, max_size=3).map(tuple),
    breakdown=_TEXT,
    period=_TEXT,
)
_MAPPINGS = st.builds(
    ColumnMapping,
    area=_NAME,
    measures=st.lists(_MEASURES, max_size=3).map(tuple),
    source=_NAME,
    period=_TEXT,
    whole_period=_TEXT,
    groups=st.dictionaries(_NAME, st.dictionaries(_TEXT, _TEXT, max_size=3), max_size=2),
    only=st.dictionaries(_NAME, st.lists(_TEXT, max_size=3).map(tuple), max_size=2),
    name_column=st.just("onderwerp"),
    number_column=st.just("aantal"),
    sums_rows=st.booleans(),
    status=st.sampled_from(["final", "provisional"]),
)
GOOD = {
    "area": "gemeente",
    "source": "eigen-registratie",
    "measures": [{"indicator": "vsv", "role": "value", "columns": ["pct"]}],
}


@given(_MAPPINGS)
def test_a_mapping_comes_back_from_its_text_unchanged(mapping: ColumnMapping) -> None:
    assert mapping_from_json(mapping_as_json(mapping)) == mapping


def test_what_is_not_said_has_its_usual_meaning() -> None:
    found = mapping_from_json(json.dumps(GOOD))
    assert found == ColumnMapping("gemeente", (Measure("vsv", "value", ("pct",)),), "eigen-registratie")


@pytest.mark.parametrize(
    "change",
    [
        {"area": ""},
        {"area": 3},
        {"source": ""},
        {"extra": "x"},
        {"measures": "vsv"},
        {"measures": ["vsv"]},
        {"measures": [{"indicator": "vsv", "role": "total", "columns": ["a"]}]},
        {"measures": [{"indicator": "vsv", "role": "value", "columns": []}]},
        {"measures": [{"indicator": "vsv", "role": "value", "columns": "a"}]},
        {"measures": [{"indicator": "vsv", "role": "value", "columns": ["a"], "more": 1}]},
        {"groups": []},
        {"groups": {"geslacht": {"M": 1}}},
        {"only": {"soort": "x"}},
        {"name_column": "onderwerp"},
        {"sums_rows": "ja"},
        {"status": "waar"},
    ],
)
def test_a_text_that_describes_no_mapping_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        mapping_from_json(json.dumps({**GOOD, **change}))


@pytest.mark.parametrize("text", ["", "[]", "null", "{", "[" * 100_000, "x" * 200_000])
def test_a_text_that_is_no_mapping_at_all_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        mapping_from_json(text)


@given(st.text(max_size=60))
def test_no_text_does_more_than_be_refused(text: str) -> None:
    with pytest.raises(ValueError):
        mapping_from_json(text)


def test_the_text_has_every_part() -> None:
    mapping = ColumnMapping("g", (), "s")
    assert set(json.loads(mapping_as_json(mapping))) == set(asdict(mapping))


def test_a_header_keeps_its_key_in_another_order_and_other_capitals() -> None:
    assert header_signature(["Gemeente", "jaar "]) == header_signature([" Jaar", "gemeente"])
    assert header_signature(["gemeente", "jaar"]) != header_signature(["gemeente", "jaar", "aantal"])
    assert header_signature(["a", "b"]) != header_signature(["a b"])
