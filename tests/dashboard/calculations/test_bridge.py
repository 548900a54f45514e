"""The overlap of a partnership and its gemeenten, worked by hand."""

import pytest

from dashboard.calculations.bridge import Fit, bridge, changes
from data_models.compositions import Belonging
from data_models.facts import AreaFacts


def area(code: str, name: str = "", *, kind: str = "municipality", until: int | None = None) -> AreaFacts:
    return AreaFacts(code, kind, name or code, 2017, until, True)


SWV = area("VP0001", "Samenwerkingsverband Rivierenrijk po", kind="partnership")
WATERDAM, BOSLO, HEUVELOORD = (area(name) for name in ("Waterdam", "Boslo", "Heuveloord"))
PARTS = [(WATERDAM, 1.0), (BOSLO, 1.0), (HEUVELOORD, 0.65)]
PEOPLE = {WATERDAM: {2023: 27000.0, 2024: 28000.0}, BOSLO: {2024: 5500.0}, HEUVELOORD: {2023: 9000.0, 2024: 10000.0}}


def test_a_gemeente_counts_for_its_share_and_the_parts_add_up_to_one() -> None:
    found = bridge(SWV, parts=PARTS, people=PEOPLE)
    assert found.year == 2024
    assert found.people == 28000 + 5500 + 6500
    parts = [found.part_of_whole(one) for one in (WATERDAM, BOSLO, HEUVELOORD)]
    assert parts == [0.7, 0.1375, 0.1625]
    assert found.share_of(HEUVELOORD) == 0.65
    assert found.fit(HEUVELOORD) is Fit.PARTS


def test_a_part_of_the_whole_is_unknown_as_soon_as_one_gemeente_is() -> None:
    found = bridge(SWV, parts=PARTS, people={**PEOPLE, BOSLO: {}})
    assert found.people is None
    assert found.part_of_whole(WATERDAM) is None
    assert found.overlaps[0].inside == 28000


def test_all_are_counted_in_the_year_that_most_have() -> None:
    found = bridge(SWV, parts=PARTS[:2], people={WATERDAM: {2023: 1.0, 2024: 2.0}, BOSLO: {2023: 3.0}})
    assert (found.year, found.people) == (2023, 4.0)


def test_one_gemeente_that_belongs_entirely_is_the_same_area() -> None:
    assert bridge(SWV, parts=[(WATERDAM, 1.0)], people={}).fit(WATERDAM) is Fit.SAME
    assert bridge(SWV, parts=[(WATERDAM, 0.96)], people={}).fit(WATERDAM) is Fit.ONE_LINE
    assert bridge(SWV, parts=[(WATERDAM, 1.0), (BOSLO, 0.3)], people={}).fit(WATERDAM) is Fit.ONE_LINE
    assert bridge(SWV, parts=[(WATERDAM, 1.0), (BOSLO, 0.6)], people={}).fit(WATERDAM) is Fit.PARTS


def test_nothing_is_known_of_a_partnership_without_gemeenten() -> None:
    found = bridge(SWV, parts=[], people={})
    assert (found.year, found.people, found.overlaps) == (None, None, ())


@pytest.mark.parametrize(
    ("first", "last", "told"), [(2017, None, False), (2017, 2018, True), (2020, None, True), (2019, 2021, True)]
)
def test_who_came_later_or_left_changed_the_composition(first: int, last: int | None, told: bool) -> None:
    one = Belonging(BOSLO, 1.0, first, last)
    assert (changes([one], since=2017) == (one,)) is told
