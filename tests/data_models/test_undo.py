"""Undoing the last import on both databases: everything is as it was, and it shows that it was undone."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine, select

from data_models import database
from data_models.access import Actor, NotAllowedError, Role
from data_models.commands.undoing import ChangedSinceError, NothingToUndoError, undo_last
from data_models.queries import imports
from data_models.tables import AuditLine, Figure, FigureRevision, ImportBatch, PersonRole
from tests.data_models.catalogue_rows import add_catalogue
from tests.data_models.people_rows import add_actor, add_region, topic_version
from tests.data_models.published import (
    ALMERE,
    ALMERE_BEFORE,
    ALMERE_STAD,
    Row,
    count,
    counted_totals,
    kept_totals,
    put,
    standing,
    with_value,
)


@pytest.fixture
def catalogued(engine: Engine) -> Engine:
    with database.writing(engine) as session:
        add_catalogue(session)
    return engine


def _import(engine: Engine, *rows: Row, remove_gone: bool = False, connector: str = "tidy") -> int | None:
    with database.staging(engine) as session:
        return put(session, *rows, remove_gone=remove_gone, connector=connector).batch_id


def _undo(engine: Engine, *, batch_id: int | None = None) -> None:
    with database.staging(engine) as session:
        undo_last(session, actor=None, region_id=None, batch_id=batch_id)


def test_what_was_added_changed_and_taken_out_is_as_it_was(catalogued: Engine) -> None:
    _import(catalogued, ALMERE_BEFORE, with_value(ALMERE, 11.6, status="provisional"), ALMERE_STAD)
    before = standing(catalogued)
    _import(catalogued, ALMERE, ("jeugdzorg", "GM0034", "2022", *ALMERE[3:]), remove_gone=True)
    assert ALMERE_STAD not in standing(catalogued)
    with database.staging(catalogued) as session:
        undone = undo_last(session, actor=None, region_id=None)
    assert (undone.new, undone.changed, undone.gone) == (1, 1, 1)
    assert standing(catalogued) == before
    assert kept_totals(catalogued) == counted_totals(catalogued)


def test_the_undoing_is_a_batch_with_an_audit_line_a_version_and_revisions(catalogued: Engine) -> None:
    _import(catalogued, with_value(ALMERE, 11.6))
    second = _import(catalogued, ALMERE)
    _undo(catalogued)
    with database.reading(catalogued) as session:
        batch = session.scalars(select(ImportBatch).order_by(ImportBatch.id.desc()).limit(1)).one()
        assert (batch.undoes_id, batch.rows_new, batch.rows_changed, batch.rows_gone) == (second, 0, 1, 0)
        revisions = session.execute(select(FigureRevision.value, FigureRevision.replaced_by_id)).all()
        assert {tuple(row) for row in revisions} == {(11.6, second), (11.7, batch.id)}
        assert session.scalars(select(AuditLine.action).order_by(AuditLine.id)).all()[-1] == "undo_import"
    assert topic_version(catalogued, "figures", region_id=0) == 3


def test_imports_can_be_undone_one_after_the_other(catalogued: Engine) -> None:
    for value in (11.5, 11.6, 11.7):
        _import(catalogued, with_value(ALMERE, value))
    _undo(catalogued)
    assert standing(catalogued) == [with_value(ALMERE, 11.6)]
    _undo(catalogued)
    assert standing(catalogued) == [with_value(ALMERE, 11.5)]
    _undo(catalogued)
    assert standing(catalogued) == []
    with pytest.raises(NothingToUndoError):
        _undo(catalogued)
    assert kept_totals(catalogued) == set()


def test_the_same_file_can_be_imported_again_after_undoing(catalogued: Engine) -> None:
    _import(catalogued, ALMERE)
    _undo(catalogued)
    _import(catalogued, ALMERE)
    assert standing(catalogued) == [ALMERE]
    assert kept_totals(catalogued) == counted_totals(catalogued)


def test_what_came_with_the_program_cannot_be_undone(catalogued: Engine) -> None:
    _import(catalogued, ALMERE, connector="seed")
    with pytest.raises(NothingToUndoError):
        _undo(catalogued)
    assert standing(catalogued) == [ALMERE]


def test_figures_that_a_newer_seed_touched_since_are_left_alone(catalogued: Engine) -> None:
    _import(catalogued, ALMERE)
    _import(catalogued, with_value(ALMERE, 11.8), connector="seed")
    with pytest.raises(ChangedSinceError):
        _undo(catalogued)
    assert standing(catalogued) == [with_value(ALMERE, 11.8)]


def test_figures_that_came_back_since_are_left_alone(catalogued: Engine) -> None:
    _import(catalogued, ALMERE, ALMERE_STAD)
    _import(catalogued, with_value(ALMERE, 11.8), remove_gone=True)
    _import(catalogued, ALMERE_STAD, connector="seed")
    with pytest.raises(ChangedSinceError):
        _undo(catalogued)


def test_another_import_than_the_one_that_was_seen_is_not_undone(catalogued: Engine) -> None:
    first = _import(catalogued, ALMERE)
    _import(catalogued, ALMERE_STAD)
    with pytest.raises(ChangedSinceError):
        _undo(catalogued, batch_id=first)
    assert count(catalogued, Figure) == 2


def test_an_import_of_another_region_is_not_undone(catalogued: Engine) -> None:
    with database.writing(catalogued) as session:
        here, there = add_region(session, "flevoland"), add_region(session, "gooi")
        officer = add_actor(session, "Anna", region_id=there)
    with database.staging(catalogued) as session:
        put(session, ALMERE, region_id=here)
    with pytest.raises(NothingToUndoError), database.staging(catalogued) as session:
        undo_last(session, actor=officer, region_id=there)
    with pytest.raises(NotAllowedError), database.staging(catalogued) as session:
        undo_last(session, actor=officer, region_id=here)
    assert count(catalogued, Figure) == 1


def test_public_figures_are_undone_by_who_brought_them_in_and_not_from_the_example_region(catalogued: Engine) -> None:
    with database.writing(catalogued) as session:
        here, example = add_region(session, "flevoland"), add_region(session, "verzonnen", fictional=True)
        anna = add_actor(session, "Anna", region_id=here)
        bram = add_actor(session, "Bram", region_id=here)
        anna_practising = replace(anna, region_id=example)
        session.add(PersonRole(person_id=anna.person_id, region_id=example, role=Role.POLICY_OFFICER))
    with database.staging(catalogued) as session:
        put(session, ALMERE_STAD, actor=anna, region_id=here)
    with database.staging(catalogued) as session:
        put(session, ALMERE, actor=bram)
    with pytest.raises(NothingToUndoError), database.staging(catalogued) as session:
        undo_last(session, actor=anna_practising, region_id=example)
    with database.staging(catalogued) as session:
        undo_last(session, actor=anna, region_id=here)
    assert standing(catalogued) == [ALMERE]  # her region's own went; what Bram published stays
    with database.staging(catalogued) as session:
        undo_last(session, actor=bram, region_id=here)
    assert standing(catalogued) == []


def test_a_participant_may_not_undo(catalogued: Engine) -> None:
    _import(catalogued, ALMERE)
    with database.writing(catalogued) as session:
        region_id = add_region(session, "flevoland")
        participant = add_actor(session, "Anna", region_id=region_id, role=Role.PARTICIPANT)
    with pytest.raises(NotAllowedError), database.staging(catalogued) as session:
        undo_last(session, actor=participant, region_id=region_id)


def test_a_withheld_figure_stays_withheld_when_it_comes_back(catalogued: Engine) -> None:
    withheld: Row = (*ALMERE[:4], None, None, None, "percentage", "withheld:small-count", "cbs-kwb")
    _import(catalogued, withheld)
    _import(catalogued, ALMERE)
    _undo(catalogued)
    assert standing(catalogued) == [withheld]


def test_the_list_of_imports_says_which_was_undone_and_by_whom(catalogued: Engine) -> None:
    with database.writing(catalogued) as session:
        region_id = add_region(session, "flevoland")
        anna: Actor = add_actor(session, "Anna", region_id=region_id)
    with database.staging(catalogued) as session:
        put(session, ALMERE_BEFORE, actor=anna)
    with database.staging(catalogued) as session:
        put(session, ALMERE, with_value(ALMERE_STAD, 12.0, source="cbs-85335NED"), actor=anna, region_id=region_id)
    with database.reading(catalogued) as session:
        last = imports.last_undoable(session, region_id=region_id)
        assert last is not None
        assert (last.new, last.organisation, last.sources) == (2, "Gemeente Almere", ("cbs-85335NED", "cbs-kwb"))
        assert [batch.new for batch in imports.batches(session, asker=None, limit=5)] == [1]
    with database.writing(catalogued) as session:
        undo_last(session, actor=anna, region_id=region_id, batch_id=last.id)
    with database.reading(catalogued) as session:
        undoing, undone, first = imports.batches(session, asker=anna, limit=5)
        assert (undoing.undoes_id, undoing.organisation, undoing.gone) == (undone.id, anna.organisation, 2)
        assert (undone.undone_by_id, first.undone_by_id) == (undoing.id, None)
        again = imports.last_undoable(session, region_id=region_id)
        assert again is not None and again.id == first.id
