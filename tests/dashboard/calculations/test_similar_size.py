"""Which gemeenten are about as large as another."""

from dashboard.calculations.similar_size import similar_size
from data_models.facts import AreaFacts


def _area(name: str) -> AreaFacts:
    return AreaFacts(name, "municipality", name, 2018, None, fictional=False)


A, B, C, D, E = (_area(name) for name in ("Ede", "Zeist", "Urk", "Almere", "Breda"))
PEOPLE = {A: 3000.0, B: 2000.0, C: 1999.0, D: 4500.0, E: 4501.0}


def test_two_thirds_and_one_and_a_half_times_as_many_are_as_large_and_more_or_fewer_are_not() -> None:
    assert [one.name for one in similar_size(A, people=PEOPLE)] == ["Almere", "Zeist"]


def test_an_area_of_unknown_size_is_like_no_other() -> None:
    assert similar_size(_area("Texel"), people=PEOPLE) == ()
    assert similar_size(A, people={A: 0.0, B: 0.0}) == ()
