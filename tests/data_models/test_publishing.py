"""Publishing figures on both databases: new, changed and unchanged, all of it or nothing."""

import polars as pl
import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from data_models import database
from data_models.access import Actor, NotAllowedError, Role
from data_models.commands import topics as topic_commands
from data_models.commands.areas import register_areas
from data_models.commands.publishing import OwnedElsewhereError, Published, SameKeyError, publish
from data_models.commands.resolving import UnknownCodesError
from data_models.facts import AreaDraft
from data_models.protected import FIGURE_SCHEMA, ProtectedFigures
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
    Table,
)
from tests.data_models.catalogue_rows import add_catalogue, add_people

ALMERE = ("jeugdzorg", "GM0034", "2024", "", 7400.0, None, 11.7, "percentage", "final", "cbs-kwb")
ALMERE_BEFORE = ("jeugdzorg", "GM0034", "2023", "", 7160.0, None, 11.4, "percentage", "final", "cbs-kwb")


def _figures(*rows: tuple[object, ...]) -> ProtectedFigures:
    return ProtectedFigures(pl.DataFrame(rows, schema=FIGURE_SCHEMA, orient="row"))


def _publish(
    session: Session, *rows: tuple[object, ...], actor: Actor | None = None, region_id: int | None = None
) -> Published:
    return publish(
        session,
        actor=actor,
        figures=_figures(*rows),
        connector="tidy",
        file_name="cijfers.csv",
        file_sha256="0" * 64,
        region_id=region_id,
    )


def _count(engine: Engine, table: type[Table]) -> int:
    with database.reading(engine) as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def _tidy(engine: Engine) -> list[tuple[object, ...]]:
    with database.reading(engine) as session:
        return [row for part in tidy_figures.tidy(session, asker=None) for row in part.rows()]


@pytest.fixture
def catalogued(engine: Engine) -> Engine:
    with database.writing(engine) as session:
        add_catalogue(session)
    return engine


def test_new_figures_are_stored_with_one_batch_one_audit_line_and_one_version(catalogued: Engine) -> None:
    with database.writing(catalogued) as session:
        published = _publish(session, ALMERE_BEFORE, ALMERE)
    assert (published.new, published.changed, published.unchanged) == (2, 0, 0)
    assert _tidy(catalogued) == [ALMERE_BEFORE, ALMERE]
    assert (_count(catalogued, ImportBatch), _count(catalogued, AuditLine)) == (1, 1)
    with database.reading(catalogued) as session:
        assert topics.versions(session).of("figures") == 1


def test_a_second_run_changes_nothing(catalogued: Engine) -> None:
    for _ in range(2):
        with database.writing(catalogued) as session:
            published = _publish(session, ALMERE_BEFORE, ALMERE)
    assert published == Published(new=0, changed=0, unchanged=2, batch_id=None)
    assert (_count(catalogued, ImportBatch), _count(catalogued, AuditLine)) == (1, 1)
    assert _count(catalogued, FigureRevision) == 0
    with database.reading(catalogued) as session:
        assert topics.versions(session).of("figures") == 1


def test_a_changed_figure_keeps_what_it_was(catalogued: Engine) -> None:
    with database.writing(catalogued) as session:
        first = _publish(
            session, ALMERE_BEFORE, (*ALMERE[:4], 6555.0, None, 10.7, "percentage", "provisional", "cbs-kwb")
        )
    with database.writing(catalogued) as session:
        second = _publish(session, ALMERE_BEFORE, ALMERE)
    assert (second.new, second.changed, second.unchanged) == (0, 1, 1)
    assert _tidy(catalogued) == [ALMERE_BEFORE, ALMERE]
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
        _publish(session, ALMERE)
    with database.writing(catalogued) as session:
        assert _publish(session, (*ALMERE[:place], value, *ALMERE[place + 1 :])).changed == 1


def test_a_withheld_figure_has_its_reason_and_no_value(catalogued: Engine) -> None:
    withheld = (*ALMERE[:4], None, None, None, "percentage", "withheld:source", "cbs-kwb")
    with database.writing(catalogued) as session:
        _publish(session, withheld)
    assert _tidy(catalogued) == [withheld]
    with database.reading(catalogued) as session:
        stored = session.scalars(select(Figure)).one()
        assert (stored.status, stored.reason, stored.value) == ("withheld", "source", None)


def test_a_reused_code_means_the_area_of_that_year(catalogued: Engine) -> None:
    with database.writing(catalogued) as session:
        _publish(session, *(("jeugdzorg", "WK003402", year, *ALMERE[3:]) for year in ("2021", "2022")))
    with database.reading(catalogued) as session:
        names = session.execute(
            select(Period.code, Area.name).join(Figure, Figure.period_id == Period.id).join(Area).order_by(Period.code)
        )
        assert [tuple(row) for row in names] == [("2021", "Almere Stad"), ("2022", "De Werven")]


def test_new_periods_and_breakdowns_are_made(catalogued: Engine) -> None:
    with database.writing(catalogued) as session:
        _publish(session, ("jeugdzorg", "GM0034", "2023/'24", "leeftijd:12-17", *ALMERE[4:]))
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
        _publish(session, ALMERE_BEFORE, (*ALMERE[:place], code, *ALMERE[place + 1 :]))
    assert raised.value.kind == kind
    assert _count(catalogued, Figure) == 0


def test_the_same_key_twice_stores_nothing(catalogued: Engine) -> None:
    with pytest.raises(SameKeyError), database.writing(catalogued) as session:
        _publish(session, ALMERE, (*ALMERE[:6], 11.8, *ALMERE[7:]))
    assert _count(catalogued, Figure) == 0


def test_public_figures_are_not_replaced_by_a_region(catalogued: Engine) -> None:
    with database.writing(catalogued) as session:
        region_id, _ = add_people(session)
        _publish(session, ALMERE)
    with pytest.raises(OwnedElsewhereError), database.writing(catalogued) as session:
        _publish(session, (*ALMERE[:6], 11.8, *ALMERE[7:]), region_id=region_id)
    assert _tidy(catalogued) == [ALMERE]


def test_a_regions_own_figures_are_not_public(catalogued: Engine) -> None:
    with database.writing(catalogued) as session:
        region_id, person_id = add_people(session)
        officer = Actor(person_id, "Anna", "Gemeente", "gemeente", Role.POLICY_OFFICER, region_id)
        _publish(session, ALMERE, actor=officer, region_id=region_id)
    assert _tidy(catalogued) == []
    with database.reading(catalogued) as session:
        assert [row for part in tidy_figures.tidy(session, asker=officer) for row in part.rows()] == [ALMERE]
        versions = topics.versions(session)
        assert (versions.of("figures"), versions.of("figures", region_id=region_id)) == (0, 1)


def test_a_participant_may_not_publish(catalogued: Engine) -> None:
    with database.writing(catalogued) as session:
        region_id, person_id = add_people(session)
    participant = Actor(person_id, "Anna", "Gemeente", "gemeente", Role.PARTICIPANT, region_id)
    with pytest.raises(NotAllowedError), database.writing(catalogued) as session:
        _publish(session, ALMERE, actor=participant, region_id=region_id)
    assert _count(catalogued, Figure) == 0


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
