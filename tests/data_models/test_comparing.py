"""What an import would change, told without a lock and without writing anything, on both databases."""

import pytest
from sqlalchemy import Engine

from data_models import database
from data_models.commands.publishing import Comparison, OwnedElsewhereError, UnknownCodesError, compare
from data_models.facts import AreaDraft
from data_models.tables import Breakdown, Figure, ImportBatch, Period
from tests.data_models.catalogue_rows import add_catalogue, add_people
from tests.data_models.published import ALMERE, ALMERE_BEFORE, ALMERE_STAD, Row, count, figures, put, with_value

GIRLS: Row = ("jeugdzorg", "GM0034", "2023/'24", "geslacht:meisjes", *ALMERE[4:])


@pytest.fixture
def catalogued(engine: Engine) -> Engine:
    with database.writing(engine) as session:
        add_catalogue(session)
    return engine


def _compared(engine: Engine, *rows: Row, areas: tuple[AreaDraft, ...] = (), examples: int = 20) -> Comparison:
    with database.reading(engine) as session:
        return compare(session, figures=figures(*rows), areas=areas, examples=examples)


def test_new_changed_unchanged_and_gone_are_counted_with_examples(catalogued: Engine) -> None:
    with database.writing(catalogued) as session:
        put(session, ALMERE_BEFORE, ALMERE, ALMERE_STAD)
    found = _compared(catalogued, ALMERE_BEFORE, with_value(ALMERE, 11.9), GIRLS)
    assert (found.new, found.changed, found.unchanged, found.gone, found.kept_final) == (1, 1, 1, 1, 0)
    (new,), (changed,), (gone,) = found.examples_new, found.examples_changed, found.examples_gone
    assert new.before is None and new.after is not None
    assert (new.after.period, new.after.breakdown, new.after.year) == ("2023/'24", "geslacht:meisjes", 2023)
    assert changed.before is not None and changed.after is not None
    assert (changed.before.value, changed.after.value, changed.after.source) == (11.7, 11.9, "cbs-kwb")
    assert gone.after is None and gone.before is not None
    assert (gone.before.area, gone.before.value) == ("WK003402", 12.1)


def test_comparing_stores_nothing_not_even_periods_and_groups(catalogued: Engine) -> None:
    assert _compared(catalogued, GIRLS).new == 1
    assert [count(catalogued, table) for table in (Figure, ImportBatch, Period, Breakdown)] == [0, 0, 0, 0]


def test_comparing_waits_for_nobody_and_nobody_waits_for_it(catalogued: Engine) -> None:
    with database.reading(catalogued) as session, database.writing(catalogued) as other:
        put(other, ALMERE)
        assert compare(session, figures=figures(ALMERE)).new == 1
    assert _compared(catalogued, ALMERE).unchanged == 1


def test_only_so_many_examples_are_given(catalogued: Engine) -> None:
    found = _compared(catalogued, ALMERE_BEFORE, ALMERE, ALMERE_STAD, examples=2)
    assert (found.new, len(found.examples_new)) == (3, 2)


def test_a_provisional_figure_beside_a_final_one_is_counted_as_kept(catalogued: Engine) -> None:
    with database.writing(catalogued) as session:
        put(session, ALMERE)
    found = _compared(catalogued, with_value(ALMERE, 10.7, status="provisional"))
    assert (found.changed, found.unchanged, found.kept_final, found.examples_changed) == (0, 1, 1, ())


def test_a_final_figure_takes_the_place_of_a_provisional_one(catalogued: Engine) -> None:
    with database.writing(catalogued) as session:
        put(session, with_value(ALMERE, 10.7, status="provisional"))
    assert _compared(catalogued, ALMERE).changed == 1


def test_areas_that_the_file_brings_along_are_new(catalogued: Engine) -> None:
    wijk = AreaDraft("WK003499", "district", "Nieuwe wijk", 2024, None, part_of="GM0034")
    row: Row = ("jeugdzorg", "WK003499", *ALMERE[2:])
    found = _compared(catalogued, row, areas=(wijk,))
    assert found.examples_new[0].after is not None
    assert (found.new, found.examples_new[0].after.area) == (1, "WK003499")
    with pytest.raises(UnknownCodesError):
        _compared(catalogued, row)


def test_a_code_that_is_given_to_another_place_makes_its_figures_new(catalogued: Engine) -> None:
    with database.writing(catalogued) as session:
        put(session, ALMERE_STAD)
    anew = AreaDraft("WK003402", "district", "Nieuw", 2024, None, part_of="GM0034", starts_anew=True)
    assert _compared(catalogued, ALMERE_STAD).unchanged == 1
    assert _compared(catalogued, ALMERE_STAD, areas=(anew,)).new == 1


def test_figures_of_another_region_are_refused_even_when_they_are_the_same(catalogued: Engine) -> None:
    with database.writing(catalogued) as session:
        region_id, _ = add_people(session)
        put(session, ALMERE, region_id=region_id)
    with pytest.raises(OwnedElsewhereError) as refused:
        _compared(catalogued, ALMERE, ALMERE_BEFORE)
    assert refused.value.count == 1
