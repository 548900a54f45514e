"""What becomes of compositions: the rows that change, worked out by hand, before anything is stored."""

import pytest

from data_models import composing
from data_models.composing import CompositionRefusedError, NewArea
from data_models.compositions import Known, PartRow, Place, Step, SuccessionRow, summed
from data_models.facts import AreaFacts

EAST, WEST, SOUTH = ("GM0001", 2018), ("GM0002", 2018), ("GM0003", 2018)
FIRST, SECOND, UPPER = ("PO0001", 2018), ("PO0002", 2018), ("VO0001", 2018)


def _area(place: Place, name: str, kind: str, *, sector: str = "", until: int | None = None) -> AreaFacts:
    return AreaFacts(place[0], kind, name, place[1], until, False, sector)


KNOWN = Known(
    areas={
        EAST: _area(EAST, "Oost", "municipality"),
        WEST: _area(WEST, "West", "municipality"),
        SOUTH: _area(SOUTH, "'s-Zuid", "municipality"),
        FIRST: _area(FIRST, "Eerste", "partnership", sector="po"),
        SECOND: _area(SECOND, "Tweede", "partnership", sector="po"),
        UPPER: _area(UPPER, "Voortgezet", "partnership", sector="vo"),
    },
    shares={
        (FIRST, EAST): ((2018, None, 1.0),),
        (FIRST, WEST): ((2018, None, 0.4),),
        (SECOND, WEST): ((2018, None, 0.6),),
        (SECOND, SOUTH): ((2018, None, 0.5),),
        (UPPER, WEST): ((2018, None, 1.0),),
    },
)


def _refused(fault: str, change: object) -> dict[str, str | float]:
    with pytest.raises(CompositionRefusedError) as refused:
        change()  # type: ignore[operator]
    assert refused.value.fault == fault
    return refused.value.about


def test_a_new_share_closes_the_one_before() -> None:
    assert composing.share_set(KNOWN, whole=FIRST, part=WEST, share=0.25, first=2025, last=None) == (
        Step(PartRow(FIRST, WEST, 0.4, 2018, None), PartRow(FIRST, WEST, 0.4, 2018, 2024)),
        Step(None, PartRow(FIRST, WEST, 0.25, 2025, None)),
    )


def test_a_share_of_some_years_leaves_those_before_and_after() -> None:
    steps = composing.share_set(KNOWN, whole=FIRST, part=WEST, share=0.25, first=2020, last=2021)
    assert [step.after for step in steps] == [
        PartRow(FIRST, WEST, 0.4, 2018, 2019),
        PartRow(FIRST, WEST, 0.25, 2020, 2021),
        PartRow(FIRST, WEST, 0.4, 2022, None),
    ]


def test_nothing_of_a_gemeente_ends_its_share() -> None:
    steps = composing.share_set(KNOWN, whole=FIRST, part=WEST, share=0.0, first=2025, last=None)
    assert [step.after for step in steps] == [PartRow(FIRST, WEST, 0.4, 2018, 2024)]


def test_a_gemeente_is_at_most_once_in_the_swvs_of_a_sector() -> None:
    # 0.6 in the second and 0.5 in the first make 110% from 2025; the one for voortgezet onderwijs does not count.
    about = _refused(
        "over_whole", lambda: composing.share_set(KNOWN, whole=FIRST, part=WEST, share=0.5, first=2025, last=None)
    )
    assert about == {"name": "West", "sector": "po", "year": 2025, "share": 1.1}
    assert composing.share_set(KNOWN, whole=FIRST, part=WEST, share=0.403, first=2025, last=None)


@pytest.mark.parametrize(
    ("fault", "share", "first", "last"),
    [
        ("share_impossible", 1.01, 2025, None),
        ("share_impossible", -0.1, 2025, None),
        ("years_reversed", 0.3, 2025, 2024),
        ("year_impossible", 0.3, 25, None),
        ("year_impossible", 0.3, 20250, None),
        ("not_there", 0.3, 2017, None),
        ("nothing_changes", 0.4, 2025, None),
    ],
)
def test_a_share_that_cannot_be_is_refused(fault: str, share: float, first: int, last: int | None) -> None:
    _refused(fault, lambda: composing.share_set(KNOWN, whole=FIRST, part=WEST, share=share, first=first, last=last))


def test_two_swvs_merge_into_a_new_one() -> None:
    steps = composing.merged(KNOWN, formers=[FIRST, SECOND], successor=NewArea("po0003", " Samen  swv "), year=2025)
    new = ("PO0003", 2025)
    assert set(steps) >= {
        Step(None, AreaFacts("PO0003", "partnership", "Samen swv", 2025, None, False, "po")),
        Step(KNOWN.areas[FIRST], _area(FIRST, "Eerste", "partnership", sector="po", until=2024)),
        Step(PartRow(FIRST, EAST, 1.0, 2018, None), PartRow(FIRST, EAST, 1.0, 2018, 2024)),
        Step(None, PartRow(new, EAST, 1.0, 2025, None)),
        Step(None, PartRow(new, WEST, 1.0, 2025, None)),  # 0.4 and 0.6
        Step(None, PartRow(new, SOUTH, 0.5, 2025, None)),
        Step(None, SuccessionRow(FIRST, new, 2025, 1.0)),
        Step(None, SuccessionRow(SECOND, new, 2025, 1.0)),
    }
    assert len(steps) == 12  # three areas, four old shares, three new ones, two successions


def test_a_swv_goes_up_in_another() -> None:
    steps = composing.merged(KNOWN, formers=[SECOND], successor=FIRST, year=2025)
    assert Step(None, PartRow(FIRST, WEST, 1.0, 2025, None)) in steps
    assert Step(PartRow(FIRST, WEST, 0.4, 2018, None), PartRow(FIRST, WEST, 0.4, 2018, 2024)) in steps
    assert Step(None, SuccessionRow(SECOND, FIRST, 2025, 1.0)) in steps
    assert not any(step.before == KNOWN.areas[FIRST] for step in steps)


def test_a_merger_that_cannot_be_is_refused() -> None:
    def change(formers: list[Place], successor: Place | NewArea, year: int = 2025) -> object:
        return lambda: composing.merged(KNOWN, formers=formers, successor=successor, year=year)

    _refused("with_itself", change([FIRST, SECOND], FIRST))
    _refused("nothing_merges", change([], FIRST))
    _refused("other_sector", change([FIRST], UPPER))
    _refused("other_sector", change([FIRST], NewArea("VO0009", "Nieuw")))
    _refused("not_there_before", change([SECOND], FIRST, 2018))
    _refused("code_of_partnership", change([FIRST], NewArea("SWV 1", "Nieuw")))
    assert _refused("code_taken", change([FIRST], NewArea("PO0002", "Nieuw"))) == {"code": "PO0002", "name": "Tweede"}
    _refused("name_taken", change([FIRST], NewArea("PO0009", "tweede")))
    _refused("name_missing", change([FIRST], NewArea("PO0009", "  ")))


def test_an_abolished_gemeente_goes_over_into_a_new_one_with_its_shares() -> None:
    steps = composing.abolished(KNOWN, former=WEST, heirs=[(NewArea("GM0009", "Nieuw-West"), 1.0)], year=2025)
    new = ("GM0009", 2025)
    assert set(steps) >= {
        Step(KNOWN.areas[WEST], _area(WEST, "West", "municipality", until=2024)),
        Step(PartRow(FIRST, WEST, 0.4, 2018, None), PartRow(FIRST, WEST, 0.4, 2018, 2024)),
        Step(None, PartRow(FIRST, new, 0.4, 2025, None)),
        Step(None, PartRow(SECOND, new, 0.6, 2025, None)),
        Step(None, PartRow(UPPER, new, 1.0, 2025, None)),
        Step(None, SuccessionRow(WEST, new, 2025, 1.0)),
    }


def test_an_heir_that_is_no_part_of_the_same_swv_is_put_there_first() -> None:
    heirs = [(SOUTH, 1.0)]
    about = _refused("heir_not_part", lambda: composing.abolished(KNOWN, former=WEST, heirs=heirs, year=2025))
    assert about == {"heir": "'s-Zuid", "whole": "Eerste", "former": "West", "year": 2025}


def test_heirs_take_the_whole_and_not_more() -> None:
    for heirs in ([(EAST, 0.5)], [(EAST, 0.6), (SOUTH, 0.5)], [(EAST, 1.0), (SOUTH, 0.0)]):
        _refused(
            "heirs_not_whole",
            lambda heirs=heirs: composing.abolished(KNOWN, former=WEST, heirs=heirs, year=2025),
        )
    _refused("no_heirs", lambda: composing.abolished(KNOWN, former=WEST, heirs=[], year=2025))
    _refused("with_itself", lambda: composing.abolished(KNOWN, former=WEST, heirs=[(WEST, 1.0)], year=2025))


def test_shares_add_up_year_by_year() -> None:
    assert summed([(2018, None, 0.4), (2020, 2021, 0.6)]) == ((2018, 2019, 0.4), (2020, 2021, 1.0), (2022, None, 0.4))
    assert summed([(2018, 2019, 0.4), (2020, None, 0.4)]) == ((2018, None, 0.4),)
    assert summed([(2018, 2019, 0.4), (2022, None, 0.0)]) == ((2018, 2019, 0.4),)
