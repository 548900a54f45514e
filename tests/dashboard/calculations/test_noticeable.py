"""What stands out: only what leaves no room for chance, no theme left out, and never the worst first."""

import pytest

from dashboard.calculations.noticeable import MOST, Finding, Kind, noticed


def _finding(indicator: str, *, theme: str = "thuis", kind: Kind = Kind.TREND, verdict: str = "rising") -> Finding:
    return Finding(theme=theme, indicator=indicator, kind=kind, verdict=verdict, text=f"{indicator} {verdict}")


def _told(*findings: Finding) -> list[str]:
    return [one.indicator for one in noticed(findings).findings]


@pytest.mark.parametrize(
    ("kind", "verdict"),
    [
        (Kind.NORM, "achieved"),
        (Kind.NORM, "not yet on course"),
        (Kind.TREND, "rising"),
        (Kind.TREND, "falling"),
        (Kind.DIFFERENCE, "higher"),
        (Kind.DIFFERENCE, "lower"),
        (Kind.REVISED, "revised"),
        (Kind.PROVISIONAL, "provisional"),
    ],
)
def test_what_a_test_says_for_sure_is_told(kind: Kind, verdict: str) -> None:
    assert _told(_finding("a", kind=kind, verdict=verdict)) == ["a"]


@pytest.mark.parametrize(
    ("kind", "verdict"),
    [
        (Kind.NORM, "behind, may be chance"),
        (Kind.NORM, "achieved, may be chance"),
        (Kind.NORM, "too early"),
        (Kind.NORM, "broken"),
        (Kind.TREND, "no clear trend"),
        (Kind.TREND, "too few points"),
        (Kind.DIFFERENCE, "no clear difference"),
        (Kind.DIFFERENCE, "nearly equal"),
        (Kind.DIFFERENCE, "not comparable"),
        (Kind.REVISED, "unchanged"),
        (Kind.PROVISIONAL, "not provisional"),
    ],
)
def test_what_may_be_chance_is_not_told(kind: Kind, verdict: str) -> None:
    assert noticed([_finding("a", kind=kind, verdict=verdict)]).findings == ()


def test_of_one_figure_one_thing_is_told_what_was_agreed_on_first() -> None:
    found = noticed(
        [
            _finding("a", kind=Kind.DIFFERENCE, verdict="higher"),
            _finding("a", kind=Kind.TREND),
            _finding("a", kind=Kind.NORM, verdict="achieved"),
            _finding("b", kind=Kind.NORM, verdict="behind, may be chance"),
            _finding("b", kind=Kind.TREND),
        ]
    )
    assert [(one.indicator, one.kind) for one in found.findings] == [("a", Kind.NORM), ("b", Kind.TREND)]


def test_at_most_five_are_told_and_how_many_are_left_out() -> None:
    found = noticed([_finding(f"i{number}") for number in range(8)])
    assert len(found.findings) == MOST == 5
    assert found.left_out == 3


def test_themes_take_turns_so_that_none_is_left_out_and_the_order_stays_that_of_the_catalogue() -> None:
    first = [_finding(f"een-{number}", theme="een") for number in range(6)]
    second = [_finding("twee-0", theme="twee")]
    third = [_finding(f"drie-{number}", theme="drie") for number in range(2)]
    # Turns: een-0, twee-0, drie-0, then een-1, drie-1: five.
    assert _told(*first, *second, *third) == ["een-0", "een-1", "twee-0", "drie-0", "drie-1"]


def test_news_is_told_only_where_there_is_room() -> None:
    news = [_finding(f"nieuw-{number}", kind=Kind.PROVISIONAL, verdict="provisional") for number in range(4)]
    trends = [_finding(f"trend-{number}", theme="school") for number in range(4)]
    assert _told(*news, *trends) == ["nieuw-0", "trend-0", "trend-1", "trend-2", "trend-3"]


def test_unfavourable_is_not_told_before_favourable() -> None:
    good = _finding("a", kind=Kind.NORM, verdict="achieved")
    bad = _finding("b", kind=Kind.NORM, verdict="not yet on course")
    assert _told(good, bad) == ["a", "b"]
    assert _told(bad, good) == ["b", "a"]


def test_nothing_stands_out_of_nothing() -> None:
    found = noticed([])
    assert (found.findings, found.left_out) == ((), 0)
