"""Publishing figures on both databases: new, changed and unchanged, all of it or nothing."""

import pytest
from sqlalchemy import Engine, select

from data_models import database
from data_models.access import NotAllowedError, Role
from data_models.commands import topics as topic_commands
from data_models.commands.areas import register_areas
from data_models.commands.publishing import (
    ImpossibleFigureError,
    OwnedElsewhereError,
    Published,
    SameKeyError,
    StaleComparisonError,
    UnknownCodesError,
    compare,
    publish,
)
from data_models.facts import AreaDraft
from data_models.queries import tidy_figures, topics
from data_models.tables import (
    Area,
    AreaPart,
    AuditLine,
    Breakdown,
    Figure,
    FigureRevision,
    ImportBatch,
    Period,
    Setting,
)
from tests.data_models.catalogue_rows import add_catalogue, add_people
from tests.data_models.people_rows import add_actor
from tests.data_models.published import (
    ALMERE,
    ALMERE_BEFORE,
    ALMERE_STAD,
    Row,
    count,
    counted_totals,
    figures,
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


def test_new_figures_are_stored_with_one_batch_one_audit_line_and_one_version(catalogued: Engine) -> None:
    with database.writing(catalogued) as session:
        published = put(session, ALMERE_BEFORE, ALMERE)
    assert (published.new, published.changed, published.unchanged) == (2, 0, 0)
    assert standing(catalogued) == [ALMERE_BEFORE, ALMERE]
    assert (count(catalogued, ImportBatch), count(catalogued, AuditLine)) == (1, 1)
    with database.reading(catalogued) as session:
        assert topics.versions(session).of("figures") == 1


def test_a_second_run_changes_nothing(catalogued: Engine) -> None:
    for _ in range(2):
        with database.writing(catalogued) as session:
            published = put(session, ALMERE_BEFORE, ALMERE)
    assert published == Published(new=0, changed=0, unchanged=2, batch_id=None)
    assert (count(catalogued, ImportBatch), count(catalogued, AuditLine)) == (1, 1)
    assert count(catalogued, FigureRevision) == 0
    with database.reading(catalogued) as session:
        assert topics.versions(session).of("figures") == 1


def test_a_changed_figure_keeps_what_it_was(catalogued: Engine) -> None:
    with database.writing(catalogued) as session:
        first = put(session, ALMERE_BEFORE, (*ALMERE[:4], 6555.0, None, 10.7, "percentage", "provisional", "cbs-kwb"))
    with database.writing(catalogued) as session:
        second = put(session, ALMERE_BEFORE, ALMERE)
    assert (second.new, second.changed, second.unchanged) == (0, 1, 1)
    assert standing(catalogued) == [ALMERE_BEFORE, ALMERE]
    with database.reading(catalogued) as session:
        kept = session.scalars(select(FigureRevision)).one()
        assert (kept.numerator, kept.value, kept.status) == (6555.0, 10.7, "provisional")
        assert (kept.batch_id, kept.replaced_by_id) == (first.batch_id, second.batch_id)


@pytest.mark.parametrize(
    ("place", "value"),
    [(4, 7405.0), (5, 63248.0), (6, 11.8), (8, "revised"), (9, "cbs-85335NED")],
)
def test_every_part_of_a_figure_counts_as_a_change(catalogued: Engine, place: int, value: object) -> None:
    with database.writing(catalogued) as session:
        put(session, ALMERE)
    with database.writing(catalogued) as session:
        assert put(session, (*ALMERE[:place], value, *ALMERE[place + 1 :])).changed == 1


def test_a_withheld_figure_has_its_reason_and_no_value(catalogued: Engine) -> None:
    withheld = (*ALMERE[:4], None, None, None, "percentage", "withheld:source", "cbs-kwb")
    with database.writing(catalogued) as session:
        put(session, withheld)
    assert standing(catalogued) == [withheld]
    with database.reading(catalogued) as session:
        stored = session.scalars(select(Figure)).one()
        assert (stored.status, stored.reason, stored.value) == ("withheld", "source", None)


def test_a_reused_code_means_the_area_of_that_year(catalogued: Engine) -> None:
    with database.writing(catalogued) as session:
        put(session, *(("jeugdzorg", "WK003402", year, *ALMERE[3:]) for year in ("2021", "2022")))
    with database.reading(catalogued) as session:
        names = session.execute(
            select(Period.code, Area.name).join(Figure, Figure.period_id == Period.id).join(Area).order_by(Period.code)
        )
        assert [tuple(row) for row in names] == [("2021", "Almere Stad"), ("2022", "De Werven")]


def test_new_periods_and_breakdowns_are_made(catalogued: Engine) -> None:
    with database.writing(catalogued) as session:
        put(session, ("jeugdzorg", "GM0034", "2023/'24", "leeftijd:12-17", *ALMERE[4:]))
    with database.reading(catalogued) as session:
        period = session.scalars(select(Period)).one()
        assert (period.kind, period.year, period.position) == ("school_year", 2023, 20230)
        assert "leeftijd" in session.scalars(select(Breakdown.dimension)).all()


@pytest.mark.parametrize(
    ("place", "code", "kind"),
    [
        (0, "jeugdzrg", "indicator"),
        (1, "GM9999", "area"),
        (2, "20x4", "period"),
        (2, "2017", "area"),
        (3, "geen groep", "breakdown"),
        (9, "cbs", "source"),
    ],
)
def test_an_unknown_code_stores_nothing(catalogued: Engine, place: int, code: str, kind: str) -> None:
    with pytest.raises(UnknownCodesError) as raised, database.writing(catalogued) as session:
        put(session, ALMERE_BEFORE, (*ALMERE[:place], code, *ALMERE[place + 1 :]))
    assert raised.value.kind == kind
    assert count(catalogued, Figure) == 0


def test_the_same_key_twice_stores_nothing(catalogued: Engine) -> None:
    with pytest.raises(SameKeyError), database.writing(catalogued) as session:
        put(session, ALMERE, (*ALMERE[:6], 11.8, *ALMERE[7:]))
    assert count(catalogued, Figure) == 0


def test_public_figures_are_not_replaced_by_a_region(catalogued: Engine) -> None:
    with database.writing(catalogued) as session:
        region_id, _ = add_people(session)
        put(session, ALMERE)
    with pytest.raises(OwnedElsewhereError), database.writing(catalogued) as session:
        put(session, (*ALMERE[:6], 11.8, *ALMERE[7:]), region_id=region_id)
    assert standing(catalogued) == [ALMERE]


def test_a_regions_own_figures_are_not_public(catalogued: Engine) -> None:
    with database.writing(catalogued) as session:
        region_id, _ = add_people(session)
        officer = add_actor(session, "Officier", region_id=region_id)
        put(session, ALMERE, actor=officer, region_id=region_id)
    assert standing(catalogued) == []
    with database.reading(catalogued) as session:
        assert [row for part in tidy_figures.tidy(session, asker=officer) for row in part.rows()] == [ALMERE]
        versions = topics.versions(session)
        assert (versions.of("figures"), versions.of("figures", region_id=region_id)) == (0, 1)


def test_a_participant_may_notput(catalogued: Engine) -> None:
    with database.writing(catalogued) as session:
        region_id, _ = add_people(session)
        participant = add_actor(session, "Bert", region_id=region_id, role=Role.PARTICIPANT)
    with pytest.raises(NotAllowedError), database.writing(catalogued) as session:
        put(session, ALMERE, actor=participant, region_id=region_id)
    assert count(catalogued, Figure) == 0


def test_a_redivision_ends_the_area_that_had_the_code(catalogued: Engine) -> None:
    draft = AreaDraft("GM0034", "municipality", "Almere (nieuw)", 2025, None, starts_anew=True)
    part = AreaDraft("WK003499", "district", "Nieuwe wijk", 2024, None, part_of="GM0034")
    with database.writing(catalogued) as session:
        assert register_areas(session, actor=None, areas=[draft, part]) == 2
        assert register_areas(session, actor=None, areas=[draft, part]) == 0
    with database.reading(catalogued) as session:
        years = session.execute(select(Area.valid_from, Area.valid_until).where(Area.code == "GM0034")).all()
        assert sorted(tuple(row) for row in years) == [(2018, 2024), (2025, None)]
        assert {(row.valid_from, row.valid_until) for row in session.scalars(select(AreaPart))} == {
            (2024, 2024),
            (2025, None),
        }


def test_versions_hold_the_epoch_and_go_up_by_one(engine: Engine) -> None:
    with database.writing(engine) as session:
        before = topics.versions(session).of("norms", region_id=7)
        session.merge(Setting(name="epoch", value="a1"))
        for _ in range(3):
            topic_commands.bump(session, topic="norms", region_id=7)
    with database.reading(engine) as session:
        versions = topics.versions(session)
        assert (before, versions.of("norms", region_id=7), versions.epoch) == (0, 3, "a1")
        assert topics.versions(session).of("norms", region_id=8) == 0


@pytest.mark.parametrize("stands", ["final", "revised"])
def test_a_provisional_figure_does_not_take_the_place_of_a_final_one(catalogued: Engine, stands: str) -> None:
    with database.writing(catalogued) as session:
        put(session, with_value(ALMERE, 11.7, status=stands))
    with database.staging(catalogued) as session:
        published = put(session, with_value(ALMERE, 10.7, status="provisional"))
    assert published == Published(new=0, changed=0, unchanged=1, batch_id=None)
    assert standing(catalogued) == [with_value(ALMERE, 11.7, status=stands)]


def test_figures_that_are_gone_from_the_file_stay_unless_they_are_to_be_taken_out(catalogued: Engine) -> None:
    with database.writing(catalogued) as session:
        put(session, ALMERE_BEFORE, ALMERE, ALMERE_STAD)
    with database.staging(catalogued) as session:
        assert put(session, ALMERE) == Published(new=0, changed=0, unchanged=1, batch_id=None)
    with database.staging(catalogued) as session:
        published = put(session, ALMERE, remove_gone=True)
    assert (published.new, published.changed, published.unchanged, published.gone) == (0, 0, 1, 1)
    assert standing(catalogued) == [ALMERE_BEFORE, ALMERE]
    with database.reading(catalogued) as session:
        kept = session.scalars(select(FigureRevision)).one()
        assert (kept.value, kept.replaced_by_id) == (12.1, published.batch_id)
        assert session.scalars(select(ImportBatch.rows_gone)).all() == [0, 1]
    assert kept_totals(catalogued) == counted_totals(catalogued)


def test_figures_of_another_source_period_or_region_are_not_gone(catalogued: Engine) -> None:
    with database.writing(catalogued) as session:
        region_id, _ = add_people(session)
        put(session, with_value(ALMERE_STAD, 12.1, source="cbs-85335NED"))
        put(session, ("jeugdzorg", "WK003402", "2023", *ALMERE_STAD[3:]), region_id=region_id)
    with database.staging(catalogued) as session:
        assert put(session, ALMERE, ALMERE_BEFORE, remove_gone=True).gone == 0
    assert count(catalogued, Figure) == 4


def test_figures_changed_after_the_preview_are_not_overwritten_unseen(catalogued: Engine) -> None:
    with database.staging(catalogued) as session:
        put(session, ALMERE)
    with database.reading(catalogued) as session:
        seen = compare(session, figures=figures(with_value(ALMERE, 11.8))).version
    with database.staging(catalogued) as session:
        put(session, with_value(ALMERE, 11.9))
    with pytest.raises(StaleComparisonError), database.staging(catalogued) as session:
        put(session, with_value(ALMERE, 11.8), expected_version=seen)
    assert standing(catalogued) == [with_value(ALMERE, 11.9)]


def test_figures_that_stayed_as_they_were_seen_are_stored(catalogued: Engine) -> None:
    with database.reading(catalogued) as session:
        seen = compare(session, figures=figures(ALMERE)).version
    with database.staging(catalogued) as session:
        assert put(session, ALMERE, expected_version=seen).new == 1


@pytest.mark.parametrize(
    "impossible",
    [
        (*ALMERE[:6], None, *ALMERE[7:]),
        (*ALMERE[:8], "withheld:source", "cbs-kwb"),
        (*ALMERE[:6], None, "percentage", "withheld:", "cbs-kwb"),
        (*ALMERE[:8], "voorlopig", "cbs-kwb"),
        (*ALMERE[:6], float("nan"), *ALMERE[7:]),
        (*ALMERE[:6], float("-inf"), *ALMERE[7:]),
        (*ALMERE[:4], float("inf"), *ALMERE[5:]),
        (*ALMERE[:5], float("nan"), *ALMERE[6:]),
    ],
)
def test_what_no_figure_can_be_is_refused_before_the_lock(catalogued: Engine, impossible: Row) -> None:
    with pytest.raises(ImpossibleFigureError), database.staging(catalogued) as session:
        put(session, ALMERE_BEFORE, impossible)
    assert count(catalogued, Figure) == 0


def test_areas_that_come_with_figures_are_registered_in_the_same_transaction(catalogued: Engine) -> None:
    wijk = AreaDraft("WK003499", "district", "Nieuwe wijk", 2024, None, part_of="GM0034")
    row: Row = ("jeugdzorg", "WK003499", *ALMERE[2:])
    with database.staging(catalogued) as session:
        published = publish(
            session,
            actor=None,
            figures=figures(ALMERE, row),
            connector="cbs-kwb",
            file_name="kwb.csv",
            file_sha256="0" * 64,
            areas=[wijk],
        )
    assert (published.new, published.areas_added) == (2, 1)
    assert standing(catalogued) == [ALMERE, row]
    assert kept_totals(catalogued) == counted_totals(catalogued)


def test_settings_for_much_work_at_once_do_not_outlive_it(catalogued: Engine) -> None:
    with database.staging(catalogued) as session:
        put(session, ALMERE)
    if catalogued.dialect.name == "sqlite":
        with catalogued.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
            assert connection.exec_driver_sql("PRAGMA ignore_check_constraints").scalar() == 0
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
