"""Changing compositions in the database: stored, told in the audit trail, undone; and who may."""

import pytest
from sqlalchemy import Engine, select

from data_models import database
from data_models.access import Actor, NotAllowedError, Role
from data_models.commands import compositions as commands
from data_models.commands.compositions import CompositionConflictError
from data_models.composing import CompositionRefusedError, NewArea
from data_models.compositions import Known, Place
from data_models.queries import compositions, topics
from data_models.tables import Area, AreaPart, AuditLine, Region, RegionArea
from tests.data_models.people_rows import add_actor, add_region, topic_version

EAST, WEST, INVENTED = ("GM0001", 2018), ("GM0002", 2018), ("VG0001", 2018)
FIRST, SECOND, ELSEWHERE = ("PO0001", 2018), ("PO0002", 2018), ("PO0009", 2018)


@pytest.fixture
def beheerder(engine: Engine) -> Actor:
    """Of a region about both swv's; between them they hold East for 100% and West for 40% and 60%."""
    with database.writing(engine) as session:
        region_id = add_region(session, "flevoland")
        made = {
            place: Area(code=place[0], kind=kind, name=name, sector=sector, valid_from=2018, fictional=fictional)
            for place, kind, name, sector, fictional in (
                (EAST, "municipality", "Oost", "", False),
                (WEST, "municipality", "'s-West", "", False),
                (INVENTED, "municipality", "Waterdam", "", True),
                (FIRST, "partnership", "Eerste", "po", False),
                (SECOND, "partnership", "Tweede", "po", False),
                (ELSEWHERE, "partnership", "Elders", "po", False),
            )
        }
        session.add_all(made.values())
        session.flush()
        shares = ((FIRST, EAST, 1.0), (FIRST, WEST, 0.4), (SECOND, WEST, 0.6))
        session.add_all(
            AreaPart(whole_id=made[whole].id, part_id=made[part].id, share=share, valid_from=2018, valid_until=None)
            for whole, part, share in shares
        )
        session.add_all(RegionArea(region_id=region_id, area_id=made[place].id) for place in (FIRST, SECOND))
        return add_actor(session, "Anna", region_id=region_id, role=Role.ADMINISTRATOR)


def _known(engine: Engine) -> Known:
    with database.reading(engine) as session:
        return compositions.known(session)


def _version(engine: Engine) -> int:
    return topic_version(engine, "areas", region_id=topics.PUBLIC)


def _set(engine: Engine, actor: Actor, share: float = 0.25, *, whole: Place = FIRST, part: Place = WEST) -> int:
    seen = _version(engine)
    with database.writing(engine, actor=actor) as session:
        return commands.set_share(
            session, actor=actor, seen_version=seen, whole=whole, part=part, share=share, first=2025, last=None
        )


def _undo(engine: Engine, actor: Actor, change_id: int) -> None:
    with database.writing(engine, actor=actor) as session:
        commands.undo_last_change(session, actor=actor, change_id=change_id)


def test_a_share_is_stored_told_and_undone(engine: Engine, beheerder: Actor) -> None:
    before = _known(engine)
    figures = topic_version(engine, "figures", region_id=topics.PUBLIC)
    change = _set(engine, beheerder)
    assert _known(engine).shares[FIRST, WEST] == ((2018, 2024, 0.4), (2025, None, 0.25))
    assert topic_version(engine, "figures", region_id=topics.PUBLIC) == figures + 1
    _undo(engine, beheerder, change)
    assert _known(engine) == before
    with database.reading(engine) as session:
        lines = session.execute(select(AuditLine.action, AuditLine.detail).order_by(AuditLine.id)).all()
    assert [tuple(line) for line in lines] == [
        (
            "change_share",
            "PO0001 GM0002 0.4 2018- -> PO0001 GM0002 0.4 2018-2024; - -> PO0001 GM0002 0.25 2025-",
        ),
        (
            "undo_composition",
            "PO0001 GM0002 0.4 2018-2024 -> PO0001 GM0002 0.4 2018-; PO0001 GM0002 0.25 2025- -> -",
        ),
    ]


def test_a_merger_is_undone_whole_and_the_new_swv_is_gone(engine: Engine, beheerder: Actor) -> None:
    before = _known(engine)
    with database.writing(engine, actor=beheerder) as session:
        change = commands.merge_partnerships(
            session,
            actor=beheerder,
            seen_version=0,
            formers=[FIRST, SECOND],
            successor=NewArea("PO0003", "Samen"),
            year=2025,
        )
    after = _known(engine)
    assert after.shares[("PO0003", 2025), WEST] == ((2025, None, 1.0),)
    assert after.areas[FIRST].valid_until == 2024
    assert _set(engine, beheerder, 0.9, whole=("PO0003", 2025)) > change  # the region may: it is one of its areas
    with pytest.raises(CompositionRefusedError, match="not_the_last"):
        _undo(engine, beheerder, change)
    _undo(engine, beheerder, change + 1)
    _undo(engine, beheerder, change)
    assert _known(engine) == before
    with pytest.raises(CompositionRefusedError, match="not_the_last"):
        _undo(engine, beheerder, change)


def test_a_new_swv_that_another_region_chose_is_not_undone(engine: Engine, beheerder: Actor) -> None:
    with database.writing(engine, actor=beheerder) as session:
        change = commands.add_partnership(
            session, actor=beheerder, seen_version=0, new=NewArea("PO0003", "Samen"), year=2025
        )
    with database.writing(engine) as session:
        other = add_region(session, "twente")
        number = session.scalars(select(Area.id).where(Area.code == "PO0003")).one()
        session.add(RegionArea(region_id=other, area_id=number))
    with pytest.raises(CompositionRefusedError, match="in_use"):
        _undo(engine, beheerder, change)
    assert ("PO0003", 2025) in _known(engine).areas


def test_an_abolished_gemeente_is_undone(engine: Engine, beheerder: Actor) -> None:
    before = _known(engine)
    with database.writing(engine, actor=beheerder) as session:
        change = commands.abolish_municipality(
            session, actor=beheerder, seen_version=0, former=EAST, heirs=[(WEST, 1.0)], year=2025
        )
    after = _known(engine)
    assert (after.areas[EAST].valid_until, after.shares[FIRST, EAST]) == (2024, ((2018, 2024, 1.0),))
    assert after.successions[EAST, WEST].year == 2025
    _undo(engine, beheerder, change)
    assert _known(engine) == before


def test_what_another_region_changed_since_is_not_undone(engine: Engine, beheerder: Actor) -> None:
    change = _set(engine, beheerder)
    with database.writing(engine) as session:
        first = session.scalars(select(Area.id).where(Area.code == FIRST[0])).one()
        other = add_region(session, "twente")
        session.add(RegionArea(region_id=other, area_id=first))
        session.flush()
        colleague = add_actor(session, "Bert", region_id=other, role=Role.ADMINISTRATOR)
    _set(engine, colleague, 0.3)
    with pytest.raises(CompositionRefusedError, match="changed_since"):
        _undo(engine, beheerder, change)
    with pytest.raises(CompositionRefusedError, match="not_the_last"):
        _undo(engine, colleague, change)
    assert _known(engine).shares[FIRST, WEST] == ((2018, 2024, 0.4), (2025, None, 0.3))


def test_a_screen_that_was_overtaken_is_told(engine: Engine, beheerder: Actor) -> None:
    _set(engine, beheerder)
    with pytest.raises(CompositionConflictError), database.writing(engine, actor=beheerder) as session:
        commands.set_share(
            session, actor=beheerder, seen_version=0, whole=FIRST, part=WEST, share=0.1, first=2025, last=None
        )
    assert _known(engine).shares[FIRST, WEST][-1] == (2025, None, 0.25)


@pytest.mark.parametrize(
    ("fault", "whole", "part"),
    [
        ("not_own_area", ELSEWHERE, EAST),
        ("unknown_area", ("PO7777", 2018), EAST),
        ("unknown_area", FIRST, ("GM7777", 2018)),
        ("no_municipality", FIRST, SECOND),
        ("no_partnership", WEST, EAST),
        ("other_world", FIRST, INVENTED),
    ],
)
def test_a_region_changes_its_own_real_swvs(
    engine: Engine, beheerder: Actor, fault: str, whole: Place, part: Place
) -> None:
    before = _known(engine)
    with pytest.raises(CompositionRefusedError, match=fault):
        _set(engine, beheerder, whole=whole, part=part)
    assert _known(engine) == before


def test_a_region_without_areas_is_about_every_real_area_and_no_invented_one(engine: Engine, beheerder: Actor) -> None:
    with database.writing(engine) as session:
        alone = add_actor(session, "Carla", region_id=add_region(session, "eigen"), role=Role.ADMINISTRATOR)
        example = add_region(session, "voorbeeld", fictional=True)
        inventor = add_actor(session, "Dora", region_id=example, role=Role.ADMINISTRATOR)
    with pytest.raises(CompositionRefusedError, match="over_whole"):
        _set(engine, alone, whole=ELSEWHERE, part=EAST)
    with pytest.raises(CompositionRefusedError, match="other_world"):
        _set(engine, alone, part=INVENTED)
    with pytest.raises(CompositionRefusedError, match="not_own_area"):
        _set(engine, inventor)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_a_beheerder_changes_compositions(engine: Engine, beheerder: Actor, role: Role) -> None:
    with database.writing(engine) as session:
        other = add_actor(session, "Eva", region_id=session.scalars(select(Region.id)).one(), role=role)
    with pytest.raises(NotAllowedError):
        _set(engine, other)
    change = _set(engine, beheerder)
    with pytest.raises(NotAllowedError):
        _undo(engine, other, change)
