"""The region's name, areas and parties: changed by its beheerder, never from an old screen, never across worlds."""

from collections.abc import Callable

import pytest
from sqlalchemy import Engine, select

from data_models import database
from data_models.access import Actor, NotAllowedError, Role
from data_models.commands import regions as commands
from data_models.commands.regions import RegionConflictError, RegionRefusedError
from data_models.queries import region_areas, regions
from data_models.tables import Area, Party, PersonRole, RegionArea
from tests.data_models.people_rows import add_actor, add_region, audit_lines

EAST, WEST, INVENTED = ("GM0001", 2018), ("GM0002", 2018), ("VG0001", 2018)


@pytest.fixture
def beheerder(engine: Engine) -> Actor:
    with database.writing(engine) as session:
        region_id = add_region(session, "flevoland")
        made = [
            Area(code=place[0], kind="municipality", name=name, valid_from=2018, fictional=place == INVENTED)
            for place, name in ((EAST, "Oost"), (WEST, "'s-West"), (INVENTED, "Waterdam"))
        ]
        session.add_all(made)
        session.flush()
        session.add(RegionArea(region_id=region_id, area_id=made[0].id))
        return add_actor(session, "Anna", region_id=region_id, role=Role.ADMINISTRATOR)


def _do(engine: Engine, actor: Actor, command: Callable[..., object], **asked: object) -> object:
    with database.reading(engine) as session:
        seen = region_areas.version(session, region_id=actor.region_id)
    with database.writing(engine, actor=actor) as session:
        return command(session, actor=actor, **{"seen_version": seen, **asked})


def test_a_region_is_renamed_and_the_trail_says_from_what_to_what(engine: Engine, beheerder: Actor) -> None:
    _do(engine, beheerder, commands.rename_region, name="  Jong  Flevoland ")
    with database.reading(engine) as session:
        found = regions.region(session, region_id=beheerder.region_id)
    assert found is not None
    assert found.name == "Jong Flevoland"
    assert audit_lines(engine)[-1] == ("Anna", "administrator", "rename_region", beheerder.region_id, 0, 1)


def test_areas_come_and_go_and_what_the_region_is_about_follows(engine: Engine, beheerder: Actor) -> None:
    _do(engine, beheerder, commands.set_areas, areas=[WEST])
    with database.reading(engine) as session:
        assert region_areas.areas(session, region_id=beheerder.region_id) == [WEST]
        assert regions.own_areas(session, region_id=beheerder.region_id) == {"GM0002"}
    _do(engine, beheerder, commands.set_areas, areas=[])
    with database.reading(engine) as session:
        assert regions.own_areas(session, region_id=beheerder.region_id) == {"GM0001", "GM0002"}


def test_a_party_comes_changes_and_goes_while_nothing_hangs_on_it(engine: Engine, beheerder: Actor) -> None:
    number = _do(engine, beheerder, commands.add_party, name="Oost", kind="municipality", area=EAST)
    _do(engine, beheerder, commands.change_party, party_id=number, name="Gemeente Oost", kind="other", area=None)
    with database.writing(engine) as session:
        (party,) = region_areas.parties(session, region_id=beheerder.region_id)
        assert (party.name, party.kind, party.area, party.hangs) == ("Gemeente Oost", "other", None, 0)
        role = PersonRole(
            person_id=beheerder.person_id, region_id=beheerder.region_id, role=Role.SIGNATORY, party_id=number
        )
        session.add(role)
    with pytest.raises(RegionRefusedError, match="party_in_use"):
        _do(engine, beheerder, commands.remove_party, party_id=number)
    with database.writing(engine) as session:
        session.delete(session.scalars(select(PersonRole).where(PersonRole.party_id == number)).one())
    _do(engine, beheerder, commands.remove_party, party_id=number)
    with database.reading(engine) as session:
        assert region_areas.parties(session, region_id=beheerder.region_id) == []


def test_an_old_screen_overwrites_nothing(engine: Engine, beheerder: Actor) -> None:
    _do(engine, beheerder, commands.rename_region, name="Nieuw")
    with pytest.raises(RegionConflictError):
        _do(engine, beheerder, commands.rename_region, name="Ouder", seen_version=0)
    with pytest.raises(RegionConflictError):
        _do(engine, beheerder, commands.set_areas, areas=[WEST], seen_version=0)


@pytest.mark.parametrize(
    ("fault", "command", "asked"),
    [
        ("name_missing", commands.rename_region, {"name": " "}),
        ("name_too_long", commands.rename_region, {"name": "a" * 121}),
        ("nothing_changes", commands.rename_region, {"name": "Flevoland"}),
        ("nothing_changes", commands.set_areas, {"areas": [EAST]}),
        ("other_world", commands.set_areas, {"areas": [EAST, INVENTED]}),
        ("unknown_area", commands.set_areas, {"areas": [("GM7777", 2018)]}),
        ("unknown_kind", commands.add_party, {"name": "Oost", "kind": "bedrijf", "area": None}),
        ("other_world", commands.add_party, {"name": "Oost", "kind": "other", "area": INVENTED}),
        ("party_taken", commands.add_party, {"name": "RAAD", "kind": "other", "area": None}),
        ("unknown_party", commands.remove_party, {"party_id": 7777}),
    ],
)
def test_what_cannot_be_is_refused(
    engine: Engine, beheerder: Actor, fault: str, command: Callable[..., object], asked: dict[str, object]
) -> None:
    _do(engine, beheerder, commands.add_party, name="Raad", kind="other", area=None)
    with pytest.raises(RegionRefusedError, match=fault):
        _do(engine, beheerder, command, **asked)


def test_the_party_of_another_region_cannot_be_reached(engine: Engine, beheerder: Actor) -> None:
    with database.writing(engine) as session:
        there = Party(region_id=add_region(session, "twente"), name="Elders", kind="other")
        session.add(there)
        session.flush()
        number = there.id
    with pytest.raises(RegionRefusedError, match="unknown_party"):
        _do(engine, beheerder, commands.remove_party, party_id=number)


def test_only_a_beheerder_changes_the_region(engine: Engine, beheerder: Actor) -> None:
    with database.writing(engine) as session:
        officer = add_actor(session, "Bert", region_id=beheerder.region_id)
    with pytest.raises(NotAllowedError):
        _do(engine, officer, commands.rename_region, name="Anders")
