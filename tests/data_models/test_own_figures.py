"""Figures of own registrations on both databases: what is withheld and why, and what was ever shown."""

import pytest
from sqlalchemy import Engine, update

from data_models import database
from data_models.access import Actor
from data_models.commands.undoing import undo_last
from data_models.facts import AreaFacts
from data_models.queries import catalogue, own_figures
from data_models.queries.revisions import RevisionFacts, revisions
from data_models.tables import Indicator
from tests.data_models.catalogue_rows import add_catalogue
from tests.data_models.people_rows import add_actor, add_region
from tests.data_models.published import ALMERE, ALMERE_BEFORE, ALMERE_STAD, Row, put, with_value

WITHHELD: Row = (*ALMERE_STAD[:4], None, None, None, "percentage", "withheld:small-count", "cbs-kwb")
GEMEENTE = AreaFacts("GM0034", "municipality", "Almere", 2018, None, False)
WIJK = AreaFacts("WK003402", "district", "De Werven", 2022, None, False)


@pytest.fixture
def anna(engine: Engine) -> Actor:
    """An officer in a database in which jeugdzorg is a registration of our own."""
    with database.writing(engine) as session:
        add_catalogue(session)
        session.execute(update(Indicator).values(local=True))
        return add_actor(session, "Anna", region_id=add_region(session, "flevoland"))


def _put(engine: Engine, *rows: Row, region_id: int | None = None, remove_gone: bool = False) -> None:
    with database.staging(engine) as session:
        put(session, *rows, region_id=region_id, remove_gone=remove_gone)


def _revisions(engine: Engine, *areas: AreaFacts, asker: Actor | None = None) -> list[RevisionFacts]:
    with database.reading(engine) as session:
        return revisions(session, asker=asker, indicator="jeugdzorg", areas=areas)


def test_a_withheld_figure_is_listed_with_its_reason_for_its_region_only(engine: Engine, anna: Actor) -> None:
    _put(engine, ALMERE, WITHHELD, region_id=anna.region_id)
    with database.writing(engine) as session:
        elsewhere = add_actor(session, "Bo", region_id=add_region(session, "gooi"))
    with database.reading(engine) as session:
        (found,) = own_figures.withheld(session, asker=anna)
        assert (found.indicator, found.area, found.area_name) == ("jeugdzorg", "WK003402", "De Werven")
        assert (found.period, found.breakdown, found.reason) == ("2024", "", "small-count")
        assert own_figures.withheld(session, asker=anna, indicator="onbekend") == []
        assert own_figures.withheld(session, asker=elsewhere) == []
        assert own_figures.withheld(session, asker=None) == []


def test_a_long_list_about_other_areas_does_not_crowd_out_the_own_ones(engine: Engine, anna: Actor) -> None:
    elsewhere: Row = (WITHHELD[0], "GM0034", *WITHHELD[2:])
    _put(engine, elsewhere)
    _put(engine, WITHHELD, region_id=anna.region_id)
    with database.reading(engine) as session:
        assert [one.area for one in own_figures.withheld(session, asker=anna, limit=1)] == ["GM0034"]
        found = own_figures.withheld(session, asker=anna, areas={"WK003402"}, limit=1)
        assert [one.area for one in found] == ["WK003402"]
        assert own_figures.withheld(session, asker=anna, areas=()) == []


def test_figures_of_public_sources_are_not_in_that_list(engine: Engine, anna: Actor) -> None:
    _put(engine, WITHHELD)
    with database.writing(engine) as session:
        session.execute(update(Indicator).values(local=False))
    with database.reading(engine) as session:
        assert own_figures.withheld(session, asker=anna) == []


def test_standing_holds_what_is_shown_and_what_ever_was(engine: Engine, anna: Actor) -> None:
    _put(engine, ALMERE, with_value(ALMERE_STAD, 12.1), region_id=anna.region_id)
    _put(engine, with_value(ALMERE, 11.9), region_id=anna.region_id, remove_gone=True)
    with database.reading(engine) as session:
        found = own_figures.standing(session, indicators=["jeugdzorg"], region_id=anna.region_id)
        assert found.schema == own_figures.DATED_SCHEMA
        assert found.select("area", "value", "status", "replaced").rows() == [
            ("GM0034", 11.9, "final", False),
            ("GM0034", 11.7, "final", True),
            ("WK003402", 12.1, "final", True),
        ]
        assert own_figures.standing(session, indicators=None, region_id=None).is_empty()
        assert own_figures.standing(session, indicators=["onbekend"], region_id=anna.region_id).is_empty()


def test_an_earlier_value_says_what_it_was_and_when_it_was_replaced(engine: Engine, anna: Actor) -> None:
    _put(engine, ALMERE_BEFORE, with_value(ALMERE, 11.2, status="provisional"))
    _put(engine, with_value(ALMERE, 11.5))
    _put(engine, with_value(ALMERE, 11.7, status="revised"))
    found = _revisions(engine, GEMEENTE)
    assert [(row.period, row.value, row.status) for row in found] == [
        ("2024", 11.5, "final"),
        ("2024", 11.2, "provisional"),
    ]
    assert found[0].replaced_at >= found[1].replaced_at


def test_an_earlier_value_that_was_withheld_stays_withheld(engine: Engine, anna: Actor) -> None:
    _put(engine, WITHHELD)
    _put(engine, ALMERE_STAD)
    (found,) = _revisions(engine, WIJK)
    assert (found.value, found.numerator, found.status, found.reason) == (None, None, "withheld", "small-count")


def test_earlier_values_of_a_figure_that_is_withheld_now_are_not_told(engine: Engine, anna: Actor) -> None:
    _put(engine, ALMERE_STAD)
    _put(engine, WITHHELD)
    assert _revisions(engine, WIJK) == []


def test_an_import_that_was_undone_leaves_no_earlier_values(engine: Engine, anna: Actor) -> None:
    _put(engine, ALMERE)
    _put(engine, with_value(ALMERE, 99.9))
    with database.staging(engine) as session:
        undo_last(session, actor=None, region_id=None)
    assert _revisions(engine, GEMEENTE) == []


def test_revisions_of_a_regions_own_figures_are_for_that_region(engine: Engine, anna: Actor) -> None:
    _put(engine, ALMERE, region_id=anna.region_id)
    _put(engine, with_value(ALMERE, 11.9), region_id=anna.region_id)
    assert _revisions(engine, GEMEENTE) == []
    assert len(_revisions(engine, GEMEENTE, asker=anna)) == 1


def test_the_parts_of_areas_are_told_by_code(seeded_engine: Engine) -> None:
    with database.reading(seeded_engine) as session:
        parts = catalogue.area_parts(session)
    assert all(0 < part.share <= 1 for part in parts)
    assert ("GM0034", "WK003402", 1.0) in {(part.whole, part.part, part.share) for part in parts}
