"""Small counts of registrations of our own are withheld before they are stored."""

from dataclasses import replace

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from dashboard.calculations.small_counts import COMPLEMENTARY, SMALL_COUNT, SMALL_GROUP, UNTESTED
from dashboard.calculations.withholding import CannotProtectError, protect
from data_models.protected import FIGURE_SCHEMA
from tests.dashboard.example_facts import JEUGDZORG, THUISZITTERS

LOCAL = {"thuiszitters": THUISZITTERS, "jeugdzorg": JEUGDZORG}
EMPTY = (None, None, None)


def frame(*rows: dict[str, object]) -> pl.DataFrame:
    row: dict[str, object] = {
        "indicator": "thuiszitters",
        "area": "GM9001",
        "period": "2024",
        "breakdown": "",
        "numerator": None,
        "denominator": None,
        "value": None,
        "unit": "per_1000",
        "status": "final",
        "source": "voorbeeld",
    }
    return pl.DataFrame([row | changes for changes in rows], schema=FIGURE_SCHEMA, orient="row")


def counted(numerator: float, denominator: float, **changes: object) -> dict[str, object]:
    value = 1000 * numerator / denominator
    return {"numerator": numerator, "denominator": denominator, "value": value, **changes}


def protected(*rows: dict[str, object], **changes: object) -> list[tuple[object, ...]]:
    indicators = LOCAL | {"thuiszitters": replace(THUISZITTERS, **changes)}  # type: ignore[arg-type]
    result = protect(frame(*rows), indicators=indicators).frame
    return result.select("numerator", "denominator", "value", "status").rows()


@pytest.mark.parametrize("count", [1, 5, 9])
def test_count_rate_and_denominator_are_withheld_below_ten_children(count: int) -> None:
    assert protected(counted(count, 4000)) == [(*EMPTY, SMALL_COUNT)]


def test_ten_children_are_shown() -> None:
    assert protected(counted(10, 4000)) == [(10.0, 4000.0, 2.5, "final")]


def test_zero_is_shown_where_the_catalogue_allows_it_and_only_there() -> None:
    assert protected(counted(0, 4000)) == [(0.0, 4000.0, 0.0, "final")]
    assert protected(counted(0, 4000), zero_may_be_shown=False) == [(*EMPTY, SMALL_COUNT)]


@pytest.mark.parametrize(("count", "size"), [(100, 100), (95, 100), (91, 100), (20, 49)])
def test_a_small_rest_or_a_small_group_is_withheld(count: int, size: int) -> None:
    assert protected(counted(count, size)) == [(*EMPTY, SMALL_GROUP)]


def test_a_rest_of_ten_and_a_group_of_fifty_are_shown() -> None:
    assert protected(counted(90, 100))[0][3] == "final"
    assert protected(counted(20, 50))[0][3] == "final"


def test_an_indicator_may_be_stricter() -> None:
    assert protected(counted(15, 4000), minimum_count=20) == [(*EMPTY, SMALL_COUNT)]


def test_a_missing_count_or_denominator_is_worked_out_from_the_value() -> None:
    assert protected({"denominator": 4000.0, "value": 1.0}) == [(*EMPTY, SMALL_COUNT)]
    assert protected({"numerator": 20.0, "value": 500.0}) == [(*EMPTY, SMALL_GROUP)]


def test_a_bare_count_is_tested_as_a_count() -> None:
    assert protected({"value": 4.0, "unit": "count"}, unit="count") == [(*EMPTY, SMALL_COUNT)]
    assert protected({"value": 0.0, "unit": "count"}, unit="count") == [(None, None, 0.0, "final")]


def test_a_median_without_counts_passes() -> None:
    assert protected({"value": 9.0, "unit": "weeks"}, unit="weeks") == [(None, None, 9.0, "final")]


def test_public_sources_pass_unchanged() -> None:
    public = frame(
        {"indicator": "jeugdzorg", "numerator": 5.0, "value": 0.5, "unit": "percentage"},
        {"indicator": "jeugdzorg", "area": "WK003401", "numerator": 12.0, "value": 1.0, "unit": "percentage"},
    )
    assert_frame_equal(protect(public, indicators=LOCAL).frame, public)


def test_public_and_local_rows_keep_their_order() -> None:
    mixed = frame(
        {"indicator": "jeugdzorg", "numerator": 5.0, "value": 0.5}, counted(5, 4000), {"indicator": "jeugdzorg"}
    )
    result = protect(mixed, indicators=LOCAL).frame
    assert result["indicator"].to_list() == ["jeugdzorg", "thuiszitters", "jeugdzorg"]
    assert result["numerator"].to_list() == [5.0, None, None]


def test_below_gemeente_counts_are_rounded_to_fives_and_the_rate_follows() -> None:
    # 13 of 407 become 15 of 405: 37.0 per 1.000, not 31.9.
    assert protected(counted(13, 407, area="WK900101")) == [(15.0, 405.0, 37.0, "final")]
    assert protected(counted(12, 402, area="01AB"))[0][:2] == (10.0, 400.0)
    assert protected(counted(13, 407))[0][:2] == (13.0, 407.0)


def test_the_next_smallest_part_is_withheld_when_one_part_alone_is_hidden() -> None:
    parts = (
        counted(60, 4000),
        counted(4, 1000, breakdown="leeftijd:4-11"),
        counted(16, 1000, breakdown="leeftijd:12-15"),
        counted(40, 2000, breakdown="leeftijd:16-17"),
    )
    statuses = [row[3] for row in protected(*parts)]
    assert statuses == ["final", SMALL_COUNT, COMPLEMENTARY, "final"]
    assert protected(*parts)[2][:3] == EMPTY


def test_no_other_part_is_withheld_without_a_shown_total_or_with_two_hidden_parts() -> None:
    small, large = counted(4, 1000, breakdown="leeftijd:4-11"), counted(40, 2000, breakdown="leeftijd:12-17")
    also_small = counted(6, 1000, breakdown="leeftijd:0-3")
    assert [row[3] for row in protected(small, large)] == [SMALL_COUNT, "final"]
    assert [row[3] for row in protected(counted(50, 4000), small, also_small, large)] == [
        "final",
        SMALL_COUNT,
        SMALL_COUNT,
        "final",
    ]


def test_dimensions_are_looked_at_one_by_one() -> None:
    rows = protected(
        counted(44, 3000),
        counted(4, 1000, breakdown="leeftijd:4-11"),
        counted(40, 2000, breakdown="leeftijd:12-17"),
        counted(20, 1500, breakdown="geslacht:meisjes"),
        counted(24, 1500, breakdown="geslacht:jongens"),
    )
    assert [row[3] for row in rows] == ["final", SMALL_COUNT, COMPLEMENTARY, "final", "final"]


def test_what_came_withheld_gives_no_count_away() -> None:
    rows = protected({"numerator": 40.0, "status": "withheld:source"}, counted(20, 4000, area="GM9002"))
    assert rows[0] == (*EMPTY, "withheld:source")
    assert rows[1][3] == "final"


def test_a_count_stays_beside_a_percentage_that_could_not_be_decided_unless_it_is_small() -> None:
    undecided = "withheld:percentage-undecided"
    assert protected({"numerator": 40.0, "status": undecided}) == [(40.0, None, None, undecided)]
    assert protected({"numerator": 4.0, "status": undecided}) == [(*EMPTY, SMALL_COUNT)]


def test_a_share_without_count_or_denominator_cannot_be_tested_and_says_so() -> None:
    assert protected({"value": 12.5}) == [(*EMPTY, UNTESTED)]
    assert protected({"value": 0.0}) == [(*EMPTY, UNTESTED)]
    assert protected({"value": 12.5, "denominator": 4000.0})[0][3] == "final"


def test_a_count_that_may_be_small_within_the_rounding_of_its_value_is_withheld() -> None:
    """0,2 per 1.000 of 45.000 is 6,75 to 11,25 children."""
    assert protected({"denominator": 45000.0, "value": 0.2}) == [(*EMPTY, SMALL_COUNT)]
    assert protected({"denominator": 45000.0, "value": 0.3})[0][3] == "final"


def test_a_zero_that_may_be_shown_is_shown_in_a_small_group_too() -> None:
    assert protected(counted(0, 30)) == [(0.0, 30.0, 0.0, "final")]


def test_a_value_below_gemeente_follows_its_rounded_count_when_that_is_not_given() -> None:
    """30,2 per 1.000 of 397 is 12 of 397: 10 of 395 is 25,3."""
    assert protected({"area": "WK900101", "denominator": 397.0, "value": 30.2}) == [(None, 395.0, 25.3, "final")]


def test_the_same_figures_again_are_withheld_in_the_same_way() -> None:
    parts = (
        counted(60, 4000),
        counted(4, 1000, breakdown="leeftijd:4-11"),
        counted(16, 1000, breakdown="leeftijd:12-15"),
        counted(40, 2000, breakdown="leeftijd:16-17"),
    )
    first = protect(frame(*parts), indicators=LOCAL).frame
    again = protect(frame(*parts), indicators=LOCAL, standing=first.with_columns(replaced=pl.lit(False))).frame
    assert_frame_equal(again, first)


def test_an_import_stops_when_what_gives_a_small_count_away_stands_in_public() -> None:
    """The 56 boys and the 60 together were seen before: the 4 girls cannot be hidden any more."""
    boys, all_of_them = counted(56, 3000, breakdown="geslacht:j"), counted(60, 4000)
    standing = frame(boys, all_of_them).with_columns(replaced=pl.lit(False))
    with pytest.raises(CannotProtectError) as stopped:
        protect(frame(boys, all_of_them, counted(4, 1000, breakdown="geslacht:m")), indicators=LOCAL, standing=standing)
    assert {one.breakdown for one in stopped.value.disclosed} >= {"geslacht:m"}
