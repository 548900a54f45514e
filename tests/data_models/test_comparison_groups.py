"""Groups of areas that people of a region save to compare again."""

import pytest
from sqlalchemy import Engine, select

from data_models import database
from data_models.access import Actor, NotAllowedError, Role
from data_models.commands.comparison_groups import (
    MOST,
    GroupRefusedError,
    remove_comparison_group,
    save_comparison_group,
)
from data_models.compositions import Place
from data_models.queries.comparison_groups import groups
from data_models.tables import Area, AuditLine
from tests.data_models.people_rows import add_actor, add_figures_to_speak_of, add_region, audit_lines

ALMERE, ZEEWOLDE, URK = ("GM0034", 2018), ("GM0050", 2018), ("GM0184", 2018)


@pytest.fixture
def anna(engine: Engine) -> Actor:
    with database.writing(engine) as session:
        add_figures_to_speak_of(session)
        for code, name in (("GM0050", "Zeewolde"), ("GM0184", "Urk")):
            session.add(Area(code=code, kind="municipality", name=name, valid_from=2018))
        session.add(Area(code="VG0001", kind="municipality", name="Waterdam", valid_from=2018, fictional=True))
        return add_actor(session, "Anna", region_id=add_region(session, "flevoland"))


def _save(engine: Engine, actor: Actor, *, name: str = "Buren", areas: list[Place] | None = None) -> int:
    with database.writing(engine, actor=actor) as session:
        return save_comparison_group(session, actor=actor, name=name, areas=areas or [URK, ALMERE])


def _names(engine: Engine, asker: Actor | None) -> list[tuple[str, tuple[Place, ...]]]:
    with database.reading(engine, asker=asker) as session:
        return [(one.name, one.areas) for one in groups(session, asker=asker)]


def test_a_group_keeps_its_name_and_the_order_of_who_saved_it(engine: Engine, anna: Actor) -> None:
    number = _save(engine, anna, name="  Onze   buren ", areas=[URK, ALMERE, ZEEWOLDE])
    assert _names(engine, anna) == [("Onze buren", (URK, ALMERE, ZEEWOLDE))]
    with database.reading(engine) as session:
        detail = session.scalar(select(AuditLine.detail).where(AuditLine.action == "save_comparison_group"))
    assert detail == "GM0184, GM0034, GM0050"
    assert audit_lines(engine)[-1] == ("Anna", "policy_officer", "save_comparison_group", number, 0, 1)


def test_everybody_of_the_region_reads_it_and_nobody_elsewhere(engine: Engine, anna: Actor) -> None:
    _save(engine, anna)
    with database.writing(engine) as session:
        els = add_actor(session, "Els", region_id=anna.region_id, role=Role.AMBASSADOR)
        wil = add_actor(session, "Wil", region_id=add_region(session, "twente"))
    assert [name for name, _ in _names(engine, els)] == ["Buren"]
    assert _names(engine, wil) == _names(engine, None) == []


def test_an_area_that_is_named_twice_counts_once(engine: Engine, anna: Actor) -> None:
    _save(engine, anna, areas=[ALMERE, URK, ALMERE])
    assert _names(engine, anna) == [("Buren", (ALMERE, URK))]


def test_a_second_click_saves_nothing_more(engine: Engine, anna: Actor) -> None:
    assert _save(engine, anna) == _save(engine, anna)
    assert len(_names(engine, anna)) == 1


@pytest.mark.parametrize(
    ("name", "areas", "fault"),
    [
        ("   ", [ALMERE, URK], "name_missing"),
        ("a" * 61, [ALMERE, URK], "name_too_long"),
        ("buren", [ALMERE, ZEEWOLDE], "name_taken"),
        ("Een", [ALMERE], "too_few"),
        ("Een", [ALMERE, ALMERE], "too_few"),
        ("Veel", [(f"GM{number:04}", 2018) for number in range(MOST + 1)], "too_many"),
        ("Weg", [ALMERE, ("GM0034", 1900)], "unknown_area"),
        ("Verzonnen", [ALMERE, ("VG0001", 2018)], "unknown_area"),
    ],
)
def test_what_cannot_be_kept_is_refused_by_name(
    engine: Engine, anna: Actor, name: str, areas: list[Place], fault: str
) -> None:
    _save(engine, anna)
    with pytest.raises(GroupRefusedError) as refused:
        _save(engine, anna, name=name, areas=areas)
    assert refused.value.fault == fault
    assert len(_names(engine, anna)) == 1


def test_a_removed_group_is_gone_and_is_removed_once(engine: Engine, anna: Actor) -> None:
    number = _save(engine, anna)
    with database.writing(engine, actor=anna) as session:
        remove_comparison_group(session, actor=anna, group_id=number)
    assert _names(engine, anna) == []
    with pytest.raises(NotAllowedError), database.writing(engine, actor=anna) as session:
        remove_comparison_group(session, actor=anna, group_id=number)
    assert audit_lines(engine)[-1] == ("Anna", "policy_officer", "remove_comparison_group", number, 1, 1)
