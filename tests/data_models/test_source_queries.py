"""Sources with what hangs on them, on both databases, from totals that every publication keeps in step."""

from datetime import date

import pytest
from sqlalchemy import Engine, update

from data_models import database
from data_models.access import Actor
from data_models.commands import norms as norm_commands
from data_models.commands.undoing import undo_last
from data_models.facts import NormProposal
from data_models.queries import sources
from data_models.queries.sources import SourceOverview
from data_models.tables import Source
from data_models.tables.declaration import now
from tests.data_models.people_rows import add_actor, add_figures_to_speak_of, add_region, topic_version
from tests.data_models.published import (
    ALMERE,
    ALMERE_BEFORE,
    ALMERE_STAD,
    counted_totals,
    kept_totals,
    put,
    with_value,
)


@pytest.fixture
def anna(engine: Engine) -> Actor:
    with database.writing(engine) as session:
        add_figures_to_speak_of(session)
        return add_actor(session, "Anna", region_id=add_region(session, "flevoland"))


def _overview(engine: Engine, *, asker: Actor | None = None) -> dict[str, SourceOverview]:
    with database.reading(engine) as session:
        return {found.source.code: found for found in sources.overview(session, asker=asker)}


def test_a_source_says_how_many_figures_which_indicators_and_which_periods(engine: Engine, anna: Actor) -> None:
    with database.staging(engine) as session:
        put(session, ALMERE_BEFORE, ALMERE, ALMERE_STAD, actor=anna)
    found = _overview(engine)["cbs-kwb"]
    assert (found.figures, found.indicators, found.first_period, found.last_period) == (
        3,
        ("jeugdzorg",),
        "2023",
        "2024",
    )
    assert (found.imported_by, found.source.retrieved_on) == ("Gemeente Almere", now().date().isoformat())
    other = _overview(engine)["cbs-85335NED"]
    assert (other.figures, other.indicators, other.last_period, other.imported_at) == (0, (), "", None)


def test_norms_and_answers_about_its_indicators_hang_on_a_source(engine: Engine, anna: Actor) -> None:
    proposal = NormProposal(
        "down", 9.5, None, None, now().year + 10, 11.7, 2024, "omdat", "eigen", "iedereen", direction_reason="omdat"
    )
    with database.writing(engine) as session:
        put(session, ALMERE)
        norm_commands.set_norm(session, actor=anna, indicator="jeugdzorg", area="GM0034", proposal=proposal)
    assert _overview(engine, asker=anna)["cbs-kwb"].norms == 1
    assert _overview(engine)["cbs-kwb"].norms == 0


def test_totals_follow_a_figure_that_moves_to_another_source(engine: Engine, anna: Actor) -> None:
    with database.staging(engine) as session:
        put(session, ALMERE_BEFORE, ALMERE)
    with database.staging(engine) as session:
        put(session, with_value(ALMERE, 11.7, source="cbs-85335NED"))
    found = _overview(engine)
    assert (found["cbs-kwb"].figures, found["cbs-kwb"].last_period) == (1, "2023")
    assert found["cbs-85335NED"].figures == 1
    assert kept_totals(engine) == counted_totals(engine)


def test_a_regions_own_figures_are_counted_for_that_region_only(engine: Engine, anna: Actor) -> None:
    with database.staging(engine) as session:
        put(session, ALMERE, actor=anna, region_id=anna.region_id)
    assert _overview(engine)["cbs-kwb"].figures == 0
    assert _overview(engine)["cbs-kwb"].imported_at is None
    assert _overview(engine, asker=anna)["cbs-kwb"].figures == 1


def test_an_import_that_was_undone_is_not_the_last_one(engine: Engine, anna: Actor) -> None:
    with database.staging(engine) as session:
        put(session, ALMERE, actor=anna)
    with database.staging(engine) as session:
        undo_last(session, actor=anna, region_id=anna.region_id)
    found = _overview(engine, asker=anna)["cbs-kwb"]
    assert (found.figures, found.imported_at, found.indicators) == (0, None, ())


def test_an_import_without_changes_still_says_that_the_source_was_looked_at_today(engine: Engine, anna: Actor) -> None:
    with database.staging(engine) as session:
        put(session, ALMERE)
    with database.writing(engine) as session:
        session.execute(update(Source).values(retrieved_on=date(2024, 1, 2)))
    with database.staging(engine) as session:
        assert put(session, ALMERE).batch_id is None
    found = _overview(engine)
    assert found["cbs-kwb"].source.retrieved_on == now().date().isoformat()
    assert found["cbs-85335NED"].source.retrieved_on == "2024-01-02"
    assert topic_version(engine, "sources", region_id=0) == 2


def test_what_came_with_the_program_is_not_dated_today(engine: Engine, anna: Actor) -> None:
    with database.writing(engine) as session:
        put(session, ALMERE, connector="seed")
    found = _overview(engine)["cbs-kwb"]
    assert (found.figures, found.source.retrieved_on, found.imported_at) == (1, "", None)


def test_the_totals_of_the_seed_are_those_of_its_figures(seeded_engine: Engine) -> None:
    assert kept_totals(seeded_engine) == counted_totals(seeded_engine)
