"""What stands out: only what leaves no room for chance, no theme left out, and never the worst first."""

import pytest

from dashboard.calculations.noticeable import MOST, Finding, Kind, noticed


def _finding(indicator: str, *, theme: str = "thuis", kind: Kind = Kind.TREND, verdict: str = "rising") -> Finding:
    return Finding(theme=theme, indicator=indicator, kind=kind, verdict=verdict, text=f"{indicator} {verdict}")


def _told(*findings: Finding) -> list[str]:
    """Whom it is told of, one after another: first what is found, then what is gathered."""
    found = noticed(findings)
    gathered = [one for of_kind in found.gathered for one in of_kind]
    return [one.indicator for one in (*found.findings, *gathered)]


@pytest.mark.parametrize(
    ("kind", "verdict"),
    [
        (Kind.NORM, "achieved"),
        (Kind.NORM, "not yet on course"),
        (Kind.TREND, "rising"),
        (Kind.TREND, "falling"),
        (Kind.DIFFERENCE, "higher"),
        (Kind.DIFFERENCE, "lower"),
        (Kind.BROKEN, "counted otherwise"),
        (Kind.WITHHELD, "withheld"),
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
        (Kind.BROKEN, "counted alike"),
        (Kind.WITHHELD, "shown"),
        (Kind.REVISED, "unchanged"),
        (Kind.PROVISIONAL, "not provisional"),
    ],
)
def test_what_may_be_chance_is_not_told(kind: Kind, verdict: str) -> None:
    assert _told(_finding("a", kind=kind, verdict=verdict)) == []


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


def _news(indicator: str, kind: Kind = Kind.PROVISIONAL) -> Finding:
    verdicts = {Kind.BROKEN: "counted otherwise", Kind.WITHHELD: "withheld", Kind.REVISED: "revised"}
    return _finding(indicator, kind=kind, verdict=verdicts.get(kind, "provisional"))


def test_news_is_gathered_by_kind_after_what_is_found_in_a_fixed_order() -> None:
    kinds = (Kind.PROVISIONAL, Kind.REVISED, Kind.WITHHELD, Kind.BROKEN)
    news = [_news(f"{kind.name}-{number}", kind) for number in range(2) for kind in kinds]
    found = noticed([*news, _finding("trend", theme="school")])
    assert [one.indicator for one in found.findings] == ["trend"]
    assert [[one.indicator for one in of_kind] for of_kind in found.gathered] == [
        ["BROKEN-0", "BROKEN-1"],
        ["WITHHELD-0", "WITHHELD-1"],
        ["REVISED-0", "REVISED-1"],
        ["PROVISIONAL-0", "PROVISIONAL-1"],
    ]
    assert found.left_out == 0


def test_news_is_told_only_where_there_is_room() -> None:
    news = [_news(f"nieuw-{number}") for number in range(4)]
    trends = [_finding(f"trend-{number}", theme="school") for number in range(5)]
    assert _told(*news, *trends[:4]) == [f"trend-{number}" for number in range(4)] + [one.indicator for one in news]
    assert _told(*news, *trends) == [f"trend-{number}" for number in range(5)]
    both = [_news("a", Kind.WITHHELD), *news, *trends[:4]]
    assert [of_kind[0].kind for of_kind in noticed(both).gathered] == [Kind.WITHHELD]


def test_a_provisional_figure_is_named_also_where_something_else_is_told_of_it() -> None:
    found = noticed([_finding("a"), _news("a"), _news("b")])
    assert [one.indicator for one in found.gathered[0]] == ["a", "b"]
    assert not found.only_marked


def test_without_room_it_is_said_that_what_is_told_rests_on_a_provisional_figure_and_a_trend_does_not() -> None:
    trends = [_finding(f"trend-{number}") for number in range(4)]
    higher = _finding("e", kind=Kind.DIFFERENCE, verdict="higher")
    assert noticed([*trends, higher, _news("e")]).only_marked
    assert not noticed([*trends, higher, _news("trend-0")]).only_marked
    assert not noticed([*trends, higher]).only_marked


def test_unfavourable_is_not_told_before_favourable() -> None:
    good = _finding("a", kind=Kind.NORM, verdict="achieved")
    bad = _finding("b", kind=Kind.NORM, verdict="not yet on course")
    assert _told(good, bad) == ["a", "b"]
    assert _told(bad, good) == ["b", "a"]


def test_nothing_stands_out_of_nothing() -> None:
    found = noticed([])
    assert (found.findings, found.left_out) == ((), 0)
