"""The catalogue as screens ask it, from the seed, on both databases."""

import pytest
from sqlalchemy import Engine

from data_models import database
from data_models.facts import AreaFacts, IndicatorFacts
from data_models.queries import annotations, catalogue


@pytest.fixture
def areas(seeded_engine: Engine) -> list[AreaFacts]:
    with database.reading(seeded_engine) as session:
        return catalogue.areas(session)


def _area(areas: list[AreaFacts], code: str, *, year: int = 2025) -> AreaFacts:
    (found,) = (
        area
        for area in areas
        if area.code == code and area.valid_from <= year and (area.valid_until is None or year <= area.valid_until)
    )
    return found


def _indicators(engine: Engine) -> dict[str, IndicatorFacts]:
    with database.reading(engine) as session:
        return {one.code: one for one in catalogue.indicators(session)}


@pytest.mark.parametrize(("year", "number"), [(2021, 352), (2022, 345), (2025, 342)])
def test_there_are_as_many_real_gemeenten_in_a_year_as_there_were(
    areas: list[AreaFacts], year: int, number: int
) -> None:
    existing = [
        area
        for area in areas
        if area.kind == "municipality"
        and not area.fictional
        and area.valid_from <= year
        and (area.valid_until is None or year <= area.valid_until)
    ]
    assert len(existing) == number


def test_a_reused_wijk_code_is_two_areas(areas: list[AreaFacts]) -> None:
    assert [(area.name, area.valid_from, area.valid_until) for area in areas if area.code == "WK003402"] == [
        ("Almere Stad", 2018, 2021),
        ("De Werven", 2022, None),
    ]


def test_long_names_are_whole(areas: list[AreaFacts]) -> None:
    assert _area(areas, "GM0796").name == "'s-Hertogenbosch"
    assert _area(areas, "GM0820").name == "Nuenen, Gerwen en Nederwetten"


def test_almere_is_part_of_its_partnerships_and_its_province(areas: list[AreaFacts], seeded_engine: Engine) -> None:
    with database.reading(seeded_engine) as session:
        wholes = catalogue.wholes(session, area=_area(areas, "GM0034"))
    assert {(whole.code, whole.kind) for whole, _ in wholes} >= {
        ("PV24", "province"),
        ("PO2401", "partnership"),
        ("VO2401", "partnership"),
    }
    assert {share for whole, share in wholes if whole.code == "PO2401"} == {1.0}


def test_the_parts_of_an_old_wijk_are_not_those_of_the_new_one(areas: list[AreaFacts], seeded_engine: Engine) -> None:
    with database.reading(seeded_engine) as session:
        for year in (2021, 2022):
            wholes = catalogue.wholes(session, area=_area(areas, "WK003402", year=year))
            assert [(whole.name, share) for whole, share in wholes] == [("Almere", 1.0)]
        parts = catalogue.parts(session, area=_area(areas, "GM0034"))
    wijken = [(part.name, part.valid_from) for part, _ in parts if part.code == "WK003402"]
    assert sorted(wijken) == [("Almere Stad", 2018), ("De Werven", 2022)]


def test_one_fictional_partnership_crosses_a_boundary(areas: list[AreaFacts], seeded_engine: Engine) -> None:
    with database.reading(seeded_engine) as session:
        shares = {
            code: sorted(share for _, share in catalogue.parts(session, area=_area(areas, code)))
            for code in ("VP0001", "VV0001")
        }
    assert any(share < 1 for of_whole in shares.values() for share in of_whole)


def test_indicators_come_by_theme_with_what_a_screen_needs(seeded_engine: Engine) -> None:
    found = _indicators(seeded_engine)
    themes = list(dict.fromkeys(one.theme for one in found.values()))
    assert themes == [
        "Opgroeien en jeugdhulp",
        "Naar school",
        "Passend onderwijs",
        "Thuis en omgeving",
        "Samenwerking",
    ]
    jeugdzorg = found["jeugdzorg"]
    assert (jeugdzorg.unit, jeugdzorg.decimals, jeugdzorg.desired_direction) == ("percentage", 1, "none")
    assert "municipality" in jeugdzorg.levels


def test_every_source_says_who_publishes_it_and_the_invented_ones_say_so(seeded_engine: Engine) -> None:
    with database.reading(seeded_engine) as session:
        sources = catalogue.sources(session)
    assert all(one.publisher and one.licence for one in sources)
    assert any(one.fictional for one in sources)
    assert any(not one.fictional for one in sources)


def test_breaks_and_events_come_in_time_order(seeded_engine: Engine) -> None:
    with database.reading(seeded_engine) as session:
        found = annotations.annotations(session, asker=None)
    assert [one.year for one in found] == sorted(one.year for one in found)
    assert {one.kind for one in found} <= {"break", "event"}


def test_herindelingen_come_in_time_order_with_the_share_that_went_to_each_successor(seeded_engine: Engine) -> None:
    with database.reading(seeded_engine) as session:
        found = catalogue.successions(session)
    assert [one.year for one in found] == sorted(one.year for one in found)
    assert {one.former for one in found if one.successor == "GM1980"} == {"GM0398", "GM0416"}
    haaren = {one.successor: one.share for one in found if one.former == "GM0788"}
    assert haaren == {"GM0757": 0.14, "GM0824": 0.38, "GM0855": 0.15, "GM0865": 0.33}
