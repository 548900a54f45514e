"""Herindelingen: what predecessors counted is added up for the gemeente that arose from them."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from dashboard.calculations.successions import CarriedBack, carried_back, joined, predecessors
from data_models.facts import AreaFacts, FigureFacts, IndicatorFacts, SuccessionFacts
from tests.dashboard.example_facts import JEUGDZORG, THUISZITTERS, VSV, a_figure, withheld


def _area(code: str, name: str, *, valid_from: int = 2018, valid_until: int | None = None) -> AreaFacts:
    return AreaFacts(code, "municipality", name, valid_from, valid_until, fictional=True)


OOST, WEST = _area("GM1", "Oost", valid_until=2021), _area("GM2", "West", valid_until=2021)
SAMEN = _area("GM3", "Samen", valid_from=2022)
GROOT, KLEIN = _area("GM4", "Groot"), _area("GM5", "Klein", valid_until=2022)
AREAS = [SAMEN, WEST, OOST, GROOT, KLEIN]
SUCCESSIONS = [
    SuccessionFacts("GM1", "GM3", 2022, 1.0),
    SuccessionFacts("GM2", "GM3", 2022, 1.0),
    SuccessionFacts("GM5", "GM4", 2023, 0.4),
]


def _share(text: str, *, area: str, year: int = 2021, **changes: str) -> FigureFacts:
    count, size = (float(part) for part in text.split("/"))
    return a_figure(100 * count / size, area=area, year=year, numerator=count, denominator=size, **changes)


def _carried(
    oost: Sequence[FigureFacts],
    west: Sequence[FigureFacts],
    *,
    own: Sequence[FigureFacts] = (),
    indicator: IndicatorFacts = VSV,
    share_of_west: float = 1.0,
) -> CarriedBack:
    return carried_back(
        SAMEN,
        figures=own,
        formers=((OOST, 1.0), (WEST, share_of_west)),
        of_formers={"GM1": oost, "GM2": west},
        indicator=indicator,
    )


def test_a_gemeente_that_arose_has_its_predecessors_by_name() -> None:
    assert predecessors(SAMEN, successions=SUCCESSIONS, areas=AREAS) == ((OOST, 1.0), (WEST, 1.0))
    assert predecessors(GROOT, successions=SUCCESSIONS, areas=AREAS) == ()
    assert predecessors(OOST, successions=SUCCESSIONS, areas=AREAS) == ()


def test_a_gemeente_that_was_there_already_took_in_another() -> None:
    assert joined(GROOT, successions=SUCCESSIONS, areas=AREAS) == ((2023, ((KLEIN, 0.4),)),)
    assert joined(SAMEN, successions=SUCCESSIONS, areas=AREAS) == ()


def test_a_code_that_was_used_again_is_the_area_of_that_year() -> None:
    later = replace(OOST, name="Ander Oost", valid_from=2022, valid_until=None)
    assert predecessors(SAMEN, successions=SUCCESSIONS, areas=[later, *AREAS]) == ((OOST, 1.0), (WEST, 1.0))


def test_counts_and_denominators_of_the_predecessors_are_summed() -> None:
    # 30 + 20 of 400 + 600: 5.0%, not the average of 7.5 and 3.3.
    own = [_share("55/1010", area="GM3", year=2022)]
    found = _carried([_share("30/400", area="GM1")], [_share("20/600", area="GM2")], own=own)
    (added,) = found.added
    assert (added.area, added.period, added.status) == ("GM3", "2021", "derived")
    assert (added.numerator, added.denominator, added.value) == (50.0, 1000.0, 5.0)
    assert found.figures == (added, *own)
    assert [former.name for former, _ in found.formers] == ["Oost", "West"]


def test_only_the_share_that_went_to_the_successor_counts() -> None:
    # 30 + 0.5 × 20 of 400 + 0.5 × 600.
    (added,) = _carried([_share("30/400", area="GM1")], [_share("20/600", area="GM2")], share_of_west=0.5).added
    assert (added.numerator, added.denominator) == (40.0, 700.0)


def test_a_rate_stays_a_rate() -> None:
    (added,) = _carried([_share("3/400", area="GM1")], [_share("2/600", area="GM2")], indicator=THUISZITTERS).added
    assert added.value == pytest.approx(5.0)


@pytest.mark.parametrize(
    ("of_oost", "of_west", "status"),
    [
        ("final", "provisional", "provisional"),
        ("final", "estimated", "estimated"),
        ("revised", "final", "derived"),
    ],
)
def test_a_sum_is_as_certain_as_its_least_certain_predecessor(of_oost: str, of_west: str, status: str) -> None:
    (added,) = _carried(
        [_share("30/400", area="GM1", status=of_oost)], [_share("20/600", area="GM2", status=of_west)]
    ).added
    assert added.status == status


def test_a_derived_denominator_makes_the_sum_an_estimate() -> None:
    # 45 children are 9.0%: 500.
    derived = a_figure(9.0, area="GM1", year=2021, numerator=45.0)
    (added,) = _carried([derived], [_share("20/600", area="GM2")], indicator=JEUGDZORG).added
    assert (added.status, added.numerator) == ("estimated", 65.0)
    assert added.denominator == pytest.approx(1100.0)


def test_a_year_is_left_out_when_a_predecessor_is_withheld_or_missing_or_has_no_count() -> None:
    oost = [_share("30/400", area="GM1", year=year) for year in (2019, 2020, 2021)]
    west = [withheld("small-count", area="GM2", year=2019), a_figure(3.3, area="GM2", year=2021)]
    assert _carried(oost, west).added == ()
    assert _carried(oost, []).added == ()
    assert _carried([], []).added == ()


def test_years_from_the_herindeling_on_and_years_the_source_gives_stay_as_they_are() -> None:
    own = [_share("55/1010", area="GM3", year=2021)]
    oost = [_share("30/400", area="GM1", year=year) for year in (2021, 2022)]
    west = [_share("20/600", area="GM2", year=year) for year in (2021, 2022)]
    assert _carried(oost, west, own=own).figures == tuple(own)


def test_added_years_come_in_time_order() -> None:
    oost = [_share("30/400", area="GM1", year=year) for year in (2021, 2019, 2020)]
    west = [_share("20/600", area="GM2", year=year) for year in (2020, 2021, 2019)]
    assert [figure.year for figure in _carried(oost, west).added] == [2019, 2020, 2021]


def test_counts_without_denominator_are_summed_too() -> None:
    people = replace(VSV, code="jongeren", unit="count", rounding=1)
    one, other = (a_figure(value, area=area, year=2021) for value, area in ((400.0, "GM1"), (600.0, "GM2")))
    (added,) = _carried([one], [other], indicator=people).added
    assert (added.value, added.numerator, added.status) == (1000.0, None, "derived")
    (partly,) = _carried([one], [other], indicator=people, share_of_west=0.5).added
    assert (partly.value, partly.status) == (700.0, "estimated")
    assert _carried([one], [withheld("source", area="GM2", year=2021)], indicator=people).added == ()


@pytest.mark.parametrize("unit", ["days", "weeks", "scale"])
def test_what_is_not_counted_is_never_added_up(unit: str) -> None:
    indicator = replace(VSV, unit=unit)
    assert _carried([_share("30/400", area="GM1")], [_share("20/600", area="GM2")], indicator=indicator).added == ()
