"""The figure of a samenwerkingsverband follows what a beheerder says it consists of; a new seed leaves that alone."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, delete, select

from dashboard.calculations.area_series import Ground, area_series, by_area
from data_models import database
from data_models.access import Actor, Role
from data_models.commands import compositions as commands
from data_models.composing import NewArea
from data_models.compositions import Place
from data_models.queries import catalogue, compositions, figures, topics
from data_models.tables import Region, Setting
from seed_data.loader import SEED_HASH, prepare_database
from tests.data_models.people_rows import add_actor

PO, VO = ("VP0001", 2017), ("VV0001", 2017)
WATERDAM, BOSLO, HEUVELOORD, RIETMEER = (("VG000" + number, 2017) for number in "1234")
# Jeugdzorg of 2024: 2770 of 25216, 510 of 5346, 1040 of 10074 and 1815 of 14700.


@pytest.fixture
def beheerder(seeded_engine: Engine) -> Iterator[Actor]:
    with database.writing(seeded_engine) as session:
        region_id = session.scalars(select(Region.id).where(Region.fictional)).one()
        actor = add_actor(session, "Anna", region_id=region_id, role=Role.ADMINISTRATOR)
    yield actor


def _version(engine: Engine) -> int:
    with database.reading(engine) as session:
        return topics.versions(session).of("areas")


def _counted(engine: Engine, place: Place, *years: str) -> list[tuple[str, float, float]]:
    """Period, count and denominator of jeugdzorg in the last years, as every screen makes them."""
    with database.reading(engine) as session:
        areas = {(one.code, one.valid_from): one for one in catalogue.areas(session)}
        indicator = next(one for one in catalogue.indicators(session) if one.code == "jeugdzorg")
        area = areas[place]
        alone = Ground(successions=catalogue.successions(session), areas=tuple(areas.values()))
        composed = [area, *alone.merged_into(area)]
        ground = Ground(
            parts={one: catalogue.belongings(session, area=one) for one in composed},
            successions=alone.successions,
            areas=alone.areas,
        )
        needed = sorted(ground.needed([area]), key=lambda one: one.code)
        found = figures.series(session, asker=None, areas=needed, indicator="jeugdzorg")
    series = {one: of_one for (_, one), of_one in by_area(found, areas=needed).items()}
    made = area_series(area, indicator=indicator, series=series, population={}, ground=ground).figures
    return [
        (one.period, round(one.numerator or 0, 4), round(one.denominator or 0, 4))
        for one in made
        if one.period in years
    ]


def test_the_figure_of_a_swv_follows_its_shares(seeded_engine: Engine, beheerder: Actor) -> None:
    # 2770 + 510 + 0.65 × 1040 + 1815 = 5771 of 25216 + 5346 + 0.65 × 10074 + 14700 = 51810.1.
    # With 40%: 2770 + 510 + 416 + 1815 = 5511 of 25216 + 5346 + 4029.6 + 14700 = 49291.6.
    assert _counted(seeded_engine, PO, "2024") == [("2024", 5771.0, 51810.1)]
    before = _counted(seeded_engine, PO, "2022", "2023")
    with database.writing(seeded_engine, actor=beheerder) as session:
        change = commands.set_share(
            session,
            actor=beheerder,
            seen_version=_version(seeded_engine),
            whole=PO,
            part=HEUVELOORD,
            share=0.4,
            first=2024,
            last=None,
        )
    assert _counted(seeded_engine, PO, "2024") == [("2024", 5511.0, 49291.6)]
    assert _counted(seeded_engine, PO, "2022", "2023") == before
    with database.writing(seeded_engine, actor=beheerder) as session:
        commands.undo_last_change(session, actor=beheerder, change_id=change)
    assert _counted(seeded_engine, PO, "2024") == [("2024", 5771.0, 51810.1)]


def test_a_merged_swv_counts_its_gemeenten_by_their_shares_and_before_that_those_it_was(
    seeded_engine: Engine, beheerder: Actor
) -> None:
    # Waterdam alone in a second swv from 2020; both merge in 2024: that year 5771 of 51810.1 again, and in 2023 the sum
    # of the two, which is what the first had been with Waterdam in it.
    with_waterdam = _counted(seeded_engine, PO, "2022", "2023")
    assert len(with_waterdam) == 2

    def change(command: object, **asked: object) -> int:
        seen = _version(seeded_engine)
        with database.writing(seeded_engine, actor=beheerder) as session:
            number: int = command(session, actor=beheerder, seen_version=seen, **asked)  # type: ignore[operator]
        return number

    second, merged = ("VP0002", 2020), ("VP0003", 2024)
    change(commands.add_partnership, new=NewArea("VP0002", "Tweede"), year=2020)
    change(commands.set_share, whole=PO, part=WATERDAM, share=0.0, first=2020, last=None)
    change(commands.set_share, whole=second, part=WATERDAM, share=1.0, first=2020, last=None)
    assert _counted(seeded_engine, second, "2024") == [("2024", 2770.0, 25216.0)]
    assert _counted(seeded_engine, PO, "2024") == [("2024", 3001.0, 26594.1)]
    change(commands.merge_partnerships, formers=[PO, second], successor=NewArea("VP0003", "Samen"), year=2024)
    assert _counted(seeded_engine, merged, "2022", "2023", "2024") == [*with_waterdam, ("2024", 5771.0, 51810.1)]
    assert _counted(seeded_engine, PO, "2024") == []


def test_a_new_seed_leaves_what_a_beheerder_changed(seeded_engine: Engine, beheerder: Actor) -> None:
    with database.writing(seeded_engine, actor=beheerder) as session:
        commands.abolish_municipality(
            session,
            actor=beheerder,
            seen_version=topics.versions(session).of("areas"),
            former=BOSLO,
            heirs=[(RIETMEER, 1.0)],
            year=2024,
        )
    with database.reading(seeded_engine) as session:
        before = compositions.known(session)
    with database.writing(seeded_engine) as session:
        session.execute(delete(Setting).where(Setting.name == SEED_HASH))
    prepare_database(seeded_engine)
    with database.reading(seeded_engine) as session:
        assert compositions.known(session) == before
