"""The audit tells what can be told from figures as they stand, with numbers worked by hand."""

import time
from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from dashboard.calculations.disclosure import AuditCancelledError
from dashboard.calculations.withholding import audit, protect
from data_models.facts import AreaPartFacts
from data_models.protected import FIGURE_SCHEMA, STANDING_SCHEMA
from tests.dashboard.example_facts import JEUGDZORG, THUISZITTERS

COUNTED = replace(THUISZITTERS, unit="count")
INDICATORS = {"thuiszitters": COUNTED, "jeugdzorg": JEUGDZORG}
SHARES = {"thuiszitters": THUISZITTERS}
SLACK = 3  # times as long on a machine that does other things as well
SMALL, GROUP, OTHER = "withheld:small-count", "withheld:small-group", "withheld:complementary"
Ends = tuple[str, float, float]


def figure(
    count: float | str, *, group: str = "", area: str = "GM9001", size: float | None = None, period: str = "2024"
) -> tuple[object, ...]:
    """A figure as it is shown: a count of so many, or the reason why not."""
    unit = "per_1000" if size else "count"
    if isinstance(count, str):
        return ("thuiszitters", area, period, group, None, None, None, unit, count, "eigen")
    value = round(1000 * count / size, 1) if size else float(count)
    return ("thuiszitters", area, period, group, float(count), size, value, unit, "final", "eigen")


def frame(*rows: tuple[object, ...]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=FIGURE_SCHEMA, orient="row")


def stood(*rows: tuple[object, ...], replaced: bool = False) -> pl.DataFrame:
    return pl.DataFrame([(*row, replaced) for row in rows], schema=STANDING_SCHEMA, orient="row")


def told(*rows: tuple[object, ...], **changes: object) -> list[Ends]:
    return [
        (one.breakdown or one.area, one.lowest, one.highest)
        for one in audit(frame(*rows), indicators=INDICATORS, **changes)  # type: ignore[arg-type]
    ]


def test_one_withheld_part_is_the_total_minus_the_others() -> None:
    rows = figure(60), figure(SMALL, group="leeftijd:4-11"), figure(56, group="leeftijd:12-17")
    assert told(*rows) == [("leeftijd:4-11", 4.0, 4.0)]


def test_two_withheld_parts_of_enough_children_tell_nothing() -> None:
    rows = (
        figure(60),
        figure(SMALL, group="leeftijd:0-3"),
        figure(OTHER, group="leeftijd:4-11"),
        figure(40, group="leeftijd:12-17"),
    )
    assert told(*rows) == []


def test_two_withheld_parts_of_eight_children_together_leave_too_little() -> None:
    """Each of them is 0 to 8 for who does not know why they are withheld: not the ten apart that are asked."""
    rows = (
        figure(60),
        figure(SMALL, group="leeftijd:0-3"),
        figure(SMALL, group="leeftijd:4-11"),
        figure(52, group="leeftijd:12-17"),
    )
    assert told(*rows) == [("leeftijd:0-3", 0.0, 8.0), ("leeftijd:4-11", 0.0, 8.0)]


def test_the_reason_tells_that_one_and_ten_are_eleven() -> None:
    rows = figure(11), figure(SMALL, group="geslacht:m"), figure(OTHER, group="geslacht:j")
    assert told(*rows) == [("geslacht:j", 10.0, 10.0), ("geslacht:m", 1.0, 1.0)]


def test_twelve_leaves_one_or_two() -> None:
    assert told(figure(12), figure(SMALL, group="geslacht:m"), figure(OTHER, group="geslacht:j")) == []


def test_a_zero_that_is_not_shown_and_ten_are_ten() -> None:
    rows = figure(10), figure(SMALL, group="geslacht:m"), figure(OTHER, group="geslacht:j")
    strict = {"thuiszitters": replace(COUNTED, zero_may_be_shown=False)}
    assert [one.breakdown for one in audit(frame(*rows), indicators=strict)] == ["geslacht:j", "geslacht:m"]


def test_gemeenten_add_up_to_their_region_and_a_part_of_one_does_not() -> None:
    rows = figure(60, area="RG01"), figure(SMALL, area="GM9001"), figure(56, area="GM9002")
    whole = [AreaPartFacts("RG01", code, 1.0, 2000, None) for code in ("GM9001", "GM9002")]
    assert told(*rows, parts=whole) == [("GM9001", 4.0, 4.0)]
    assert told(*rows) == []
    assert told(*rows, parts=[whole[0], replace(whole[1], share=0.6)]) == []


def test_a_missing_gemeente_leaves_room() -> None:
    rows = figure(60, area="RG01"), figure(SMALL, area="GM9001"), figure(40, area="GM9002")
    parts = [AreaPartFacts("RG01", code, 1.0, 2000, None) for code in ("GM9001", "GM9002", "GM9003")]
    assert told(*rows, parts=parts) == []


def test_ages_within_wider_ages_add_up_to_those_and_not_twice_to_the_total() -> None:
    rows = (
        figure(100),
        figure(30, group="leeftijd:0-11"),
        figure(SMALL, group="leeftijd:0-3"),
        figure(22, group="leeftijd:4-11"),
        figure(70, group="leeftijd:12-17"),
    )
    assert told(*rows) == [("leeftijd:0-3", 8.0, 8.0)]


def test_two_dimensions_add_up_to_the_same_total_also_when_that_is_withheld() -> None:
    rows = (
        figure(SMALL, group="geslacht:m"),
        figure(20, group="geslacht:j"),
        figure(14, group="leeftijd:4-11"),
        figure(12, group="leeftijd:12-17"),
    )
    assert told(*rows) == [("geslacht:m", 6.0, 6.0)]


def test_a_value_of_a_known_group_is_a_count() -> None:
    """60 of 4.000 is 15,0 per 1.000; 56 of 2.000 is 28,0: nothing but 4 is left, though no count is shown."""
    rows = frame(
        figure(60, size=4000), figure(SMALL, group="leeftijd:4-11"), figure(56, group="leeftijd:12-17", size=2000)
    ).with_columns(numerator=pl.lit(None, pl.Float64))
    assert [(one.lowest, one.highest) for one in audit(rows, indicators=SHARES)] == [(4.0, 4.0)]


def test_no_more_children_than_the_group_has() -> None:
    """The boys are 3.988 of 4.000, so the girls are 12: nobody knows more than that at least 48 of 60 are boys."""
    rows = (
        figure(60, size=4000),
        figure(OTHER, group="geslacht:j"),
        figure(SMALL, group="geslacht:m"),
        figure(30, group="leeftijd:4-11", size=3988),
        figure(30, group="leeftijd:12-17", size=12),
    )
    assert audit(frame(*rows), indicators=SHARES) == []


def test_denominators_that_do_not_add_up_are_not_believed() -> None:
    """Each group is held against all 4.000: the girls are not 4.000 - 4.000 = 0."""
    rows = figure(60, size=4000), figure(SMALL, group="leeftijd:0-3"), figure(OTHER, group="leeftijd:4-11")
    assert audit(frame(*rows, figure(30, group="leeftijd:12-17", size=4000)), indicators=SHARES) == []


def test_rounded_wijken_leave_the_room_of_their_rounding() -> None:
    """Two shown wijken of 30 and 20 are 28-32 and 18-22: of 57 in the gemeente 3 to 11 are left, eight apart."""
    parts = [AreaPartFacts("GM9001", f"WK90010{number}", 1.0, 2000, None) for number in (1, 2, 3)]
    rows = figure(57), figure(SMALL, area="WK900101"), figure(30, area="WK900102"), figure(20, area="WK900103")
    assert told(*rows, parts=parts) == [("WK900101", 3.0, 11.0)]


def test_who_saw_it_before_still_knows_it() -> None:
    """Twelve stood there; now it is withheld for the four beside it. It can be read back, and so can they."""
    before = stood(figure(16), figure(12, group="geslacht:j"), figure(SMALL, group="geslacht:m"))
    after = figure(16), figure(OTHER, group="geslacht:j"), figure(SMALL, group="geslacht:m")
    assert set(told(*after, standing=before)) == {("geslacht:j", 12.0, 12.0), ("geslacht:m", 4.0, 4.0)}


def test_what_was_withheld_before_is_told_by_showing_now_what_stood_beside_it() -> None:
    ages = [f"leeftijd:{ages}" for ages in ("0-3", "4-11", "12-17")]
    before = figure(60), figure(SMALL, group=ages[0]), figure(OTHER, group=ages[1]), figure(30, group=ages[2])
    after = figure(60), figure(SMALL, group=ages[0]), figure(24, group=ages[1]), figure(OTHER, group=ages[2])
    assert ("leeftijd:0-3", 6.0, 6.0) in told(*after, standing=stood(*before))


def test_figures_that_hang_together_with_nothing_new_are_not_looked_at() -> None:
    leak = (figure(60), figure(SMALL, group="geslacht:m"), figure(56, group="geslacht:j"))
    assert told(figure(80, period="2023"), standing=stood(*leak)) == []
    assert len(told(*leak, figure(80, period="2023"))) == 1


def test_figures_that_do_not_add_up_are_let_go_as_little_as_possible_and_it_is_said() -> None:
    """With 9 the parts are 59: two short of 61. Twice that is let go: 61 - 50 is 11, give or take 4."""
    rows = figure(61), figure(SMALL, group="geslacht:m"), figure(50, group="geslacht:j")
    found = audit(frame(*rows), indicators=INDICATORS)
    assert [(one.lowest, one.highest, one.loosened) for one in found] == [(7.0, 15.0, 4.0)]


def test_a_small_count_far_from_what_the_sum_leaves_is_not_told_by_it() -> None:
    """Four gemeenten are known of a country of more: 200 left for one of them cannot be its 1 to 9."""
    rows = figure(500, area="NL00"), figure(SMALL, area="GM9001"), figure(300, area="GM9002")
    parts = [AreaPartFacts("NL00", code, 1.0, 2000, None) for code in ("GM9001", "GM9002")]
    assert told(*rows, parts=parts) == []


def test_progress_is_told_and_the_audit_can_be_stopped() -> None:
    rows = frame(figure(60), figure(SMALL, group="geslacht:m"), figure(56, group="geslacht:j"))
    seen: list[tuple[int, int]] = []
    audit(rows, indicators=INDICATORS, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(0, 1), (1, 1)]
    with pytest.raises(AuditCancelledError):
        audit(rows, indicators=INDICATORS, cancelled=lambda: True)


def crosstable(areas: int, groups: int, *, mean: float) -> tuple[pl.DataFrame, list[AreaPartFacts]]:
    """Areas by groups with the totals both ways."""
    dice = np.random.default_rng(7)
    counts = dice.poisson(np.exp(dice.normal(np.log(mean), 1.0, areas))[:, None] * dice.uniform(0.3, 1.7, groups))
    sizes = counts * 40 + 200
    codes = [f"GM{1000 + number}" for number in range(areas)]
    rows = []
    for code, of_area, of_sizes in (
        *zip(codes, counts, sizes, strict=True),
        ("NL00", counts.sum(axis=0), sizes.sum(axis=0)),
    ):
        rows.append(figure(float(of_area.sum()), area=code, size=float(of_sizes.sum())))
        rows += [
            figure(float(count), area=code, size=float(size), group=f"groep:g{number}")
            for number, (count, size) in enumerate(zip(of_area, of_sizes, strict=True))
        ]
    return frame(*rows), [AreaPartFacts("NL00", code, 1.0, 2000, None) for code in codes]


@pytest.mark.parametrize(("areas", "groups", "seconds"), [(20, 8, 1), (342, 12, 30)])
def test_a_crosstable_is_protected_and_audited_in_time(areas: int, groups: int, seconds: int) -> None:
    figures, parts = crosstable(areas, groups, mean=40)
    started = time.perf_counter()
    result = protect(figures, indicators=SHARES, parts=parts)
    assert audit(result, indicators=SHARES, parts=parts) == []
    assert time.perf_counter() - started < SLACK * seconds
    withheld = result.frame["status"].value_counts()
    counted = dict(withheld.iter_rows())
    assert counted[OTHER] < counted[SMALL]  # what is withheld for others stays less than what must be
