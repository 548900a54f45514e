"""What a region agrees about the monitoring itself, and its calendar, on both databases."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from data_models import database
from data_models.access import Actor, NotAllowedError, Role
from data_models.commands import monitoring as commands
from data_models.commands.chain import ChainConflictError, ChainRefusedError
from data_models.commands.monitoring import MonitoringProposal, PlanProposal
from data_models.queries import monitoring
from data_models.queries.monitoring import AgreementFacts, ExpectedFacts, PlanFacts
from data_models.tables import Area, Breakdown, Figure, ImportBatch, Indicator, Period, RegionArea, Source
from tests.data_models.people_rows import (
    add_actor,
    add_figures_to_speak_of,
    add_region,
    audit_lines,
    topic_version,
)

AGREED = MonitoringProposal(
    purpose="Samen zien of kinderen eerder hulp krijgen.",
    definitions="Die van het CBS.",
    sees="Alle partijen.",
    rhythm="Elk half jaar.",
    indicators=("jeugdzorg",),
    collectors=("Gemeente Almere",),
    plans=(PlanProposal("youth_plan", "elke vier jaar", date(2027, 6, 1)),),
)


@pytest.fixture
def anna(engine: Engine) -> Actor:
    with database.writing(engine) as session:
        add_figures_to_speak_of(session)
        return add_actor(session, "Anna", region_id=add_region(session, "flevoland"))


def _save(engine: Engine, anna: Actor, proposal: MonitoringProposal = AGREED, *, seen: int = 0) -> int:
    with database.writing(engine) as session:
        return commands.save_agreement(session, actor=anna, seen_version=seen, proposal=proposal)


def _agreement(engine: Engine, asker: Actor | None) -> AgreementFacts | None:
    with database.reading(engine, asker=asker) as session:
        return monitoring.agreement(session, asker=asker, fictional=False)


def _expected(engine: Engine, asker: Actor | None) -> list[ExpectedFacts]:
    with database.reading(engine, asker=asker) as session:
        return monitoring.expected(session, asker=asker, fictional=False)


def _expect(engine: Engine, anna: Actor, *, year: int = 2024, due_on: date = date(2026, 3, 1)) -> int:
    with database.writing(engine) as session:
        return commands.expect_figure(session, actor=anna, indicator="jeugdzorg", year=year, due_on=due_on)


def test_what_is_agreed_is_read_as_it_was_written(engine: Engine, anna: Actor) -> None:
    assert _save(engine, anna) == 1
    found = _agreement(engine, anna)
    assert found is not None
    assert (found.purpose, found.definitions, found.sees, found.rhythm) == (
        AGREED.purpose,
        AGREED.definitions,
        AGREED.sees,
        AGREED.rhythm,
    )
    assert found.indicators == {"jeugdzorg": "Gemeente Almere"}
    assert [(one.plan, one.rhythm, one.next_on) for one in found.plans] == [
        ("youth_plan", "elke vier jaar", date(2027, 6, 1))
    ]
    assert (found.version, found.changed_by) == (1, "Gemeente Almere")
    assert audit_lines(engine)[-1][2:] == ("save_monitoring", 1, 0, 1)
    assert topic_version(engine, "norms", region_id=anna.region_id) == 1


def test_a_change_replaces_what_was_chosen_and_is_undone_by_saving_what_stood(engine: Engine, anna: Actor) -> None:
    _save(engine, anna)
    _save(engine, anna, replace(AGREED, indicators=(), collectors=(), plans=()), seen=1)
    found = _agreement(engine, anna)
    assert found is not None
    assert (found.indicators, found.plans, found.version) == ({}, (), 2)
    _save(engine, anna, AGREED, seen=2)
    again = _agreement(engine, anna)
    assert again is not None
    assert (again.indicators, again.version) == ({"jeugdzorg": "Gemeente Almere"}, 3)


def test_what_was_agreed_before_stays_readable_also_after_it_was_undone(engine: Engine, anna: Actor) -> None:
    _save(engine, anna)
    _save(engine, anna, replace(AGREED, purpose="Samen leren.", indicators=(), collectors=(), plans=()), seen=1)
    with database.writing(engine) as session:
        commands.clear_agreement(session, actor=anna, seen_version=2)
        stranger = add_actor(session, "Piet", region_id=add_region(session, "drenthe"))
    with database.reading(engine, asker=anna) as session:
        undone, second, first = monitoring.history(session, asker=anna, fictional=False)
    assert (undone.version, undone.purpose) == (3, "")
    assert (second.version, second.purpose, second.indicators, second.plans) == (2, "Samen leren.", {}, ())
    assert (first.version, first.purpose, first.rhythm) == (1, AGREED.purpose, AGREED.rhythm)
    assert first.indicators == {"jeugdzorg": "Gemeente Almere"}
    assert first.plans == (PlanFacts("youth_plan", "elke vier jaar", date(2027, 6, 1)),)
    assert first.changed_by == "Gemeente Almere"
    with database.reading(engine, asker=stranger) as session:
        assert monitoring.history(session, asker=stranger, fictional=False) == []


def test_two_who_save_at_once_do_not_overwrite_each_other(engine: Engine, anna: Actor) -> None:
    _save(engine, anna)
    with pytest.raises(ChainConflictError) as conflict:
        _save(engine, anna, replace(AGREED, purpose="Iets anders."))
    assert (conflict.value.seen_version, conflict.value.current_version) == (0, 1)
    found = _agreement(engine, anna)
    assert found is not None
    assert found.purpose == AGREED.purpose


def test_the_first_agreement_can_be_undone(engine: Engine, anna: Actor) -> None:
    _save(engine, anna)
    with database.writing(engine) as session:
        assert commands.clear_agreement(session, actor=anna, seen_version=1) == 2
    found = _agreement(engine, anna)
    assert found is not None
    assert (found.purpose, found.indicators, found.plans) == ("", {}, ())


@pytest.mark.parametrize(
    ("proposal", "fault"),
    [
        (replace(AGREED, purpose=" "), "purpose_missing"),
        (replace(AGREED, sees="x" * 2001), "text_too_long"),
        (replace(AGREED, collectors=("x" * 121,)), "text_too_long"),
        (replace(AGREED, indicators=("onbekend",)), "indicator_unknown"),
        (replace(AGREED, plans=(PlanProposal("jaarplan", "", None),)), "plan_unknown"),
    ],
)
def test_what_cannot_be_agreed_is_refused_by_its_fault(
    engine: Engine, anna: Actor, proposal: MonitoringProposal, fault: str
) -> None:
    with pytest.raises(ChainRefusedError) as refused:
        _save(engine, anna, proposal)
    assert refused.value.fault == fault
    assert _agreement(engine, anna) is None


def test_only_who_prepares_writes_and_only_the_region_reads(engine: Engine, anna: Actor) -> None:
    _save(engine, anna)
    with database.writing(engine) as session:
        ambassador = add_actor(session, "Bo", region_id=anna.region_id, role=Role.AMBASSADOR)
        elsewhere = add_actor(session, "Cas", region_id=add_region(session, "gooi"))
    assert _agreement(engine, ambassador) is not None
    assert _agreement(engine, elsewhere) is None
    assert _agreement(engine, None) is None
    with pytest.raises(NotAllowedError):
        _save(engine, ambassador, seen=1)


def _publish(session: Session, *, area: str, year: str) -> None:
    batch = ImportBatch(
        connector="tidy",
        file_name="",
        file_sha256="",
        rows_new=1,
        rows_changed=0,
        rows_unchanged=0,
        summary="",
    )
    session.add(batch)
    session.flush()

    def number(table: type[Area | Breakdown | Indicator | Period | Source], code: str) -> int:
        return session.scalars(select(table.id).where(table.code == code)).one()

    figure = Figure(
        indicator_id=number(Indicator, "jeugdzorg"),
        breakdown_id=number(Breakdown, ""),
        area_id=number(Area, area),
        period_id=number(Period, year),
        value=11.7,
        status="final",
        source_id=number(Source, "cbs-kwb"),
        batch_id=batch.id,
    )
    session.add(figure)


def test_a_figure_has_arrived_when_an_area_of_the_region_has_it_and_not_before(engine: Engine, anna: Actor) -> None:
    with database.writing(engine) as session:
        almere = session.scalars(select(Area.id).where(Area.code == "GM0034")).one()
        session.add(RegionArea(region_id=anna.region_id, area_id=almere))
        session.add(Area(code="GM0050", kind="municipality", name="Zeewolde", valid_from=2018))
        session.flush()
        _publish(session, area="GM0050", year="2024")
    _expect(engine, anna)
    _expect(engine, anna, year=2023, due_on=date(2025, 3, 1))
    assert [(one.year, one.due_on, one.arrived) for one in _expected(engine, anna)] == [
        (2023, date(2025, 3, 1), False),
        (2024, date(2026, 3, 1), False),
    ]
    with database.writing(engine) as session:
        _publish(session, area="GM0034", year="2024")
    assert [(one.year, one.arrived) for one in _expected(engine, anna)] == [(2023, False), (2024, True)]


def test_a_figure_stands_on_the_calendar_once_and_can_be_taken_off_and_put_back(engine: Engine, anna: Actor) -> None:
    number = _expect(engine, anna)
    with pytest.raises(ChainRefusedError, match="expected_already"):
        _expect(engine, anna)
    with database.writing(engine) as session:
        assert commands.drop_expected_figure(session, actor=anna, expected_id=number, seen_version=1) == 2
    assert _expected(engine, anna) == []
    with pytest.raises(ChainConflictError), database.writing(engine) as session:
        commands.put_back_expected_figure(session, actor=anna, expected_id=number, seen_version=1)
    with database.writing(engine) as session:
        commands.put_back_expected_figure(session, actor=anna, expected_id=number, seen_version=2)
    assert [one.version for one in _expected(engine, anna)] == [3]


def test_a_figure_over_a_year_that_is_not_over_yet_is_not_due(engine: Engine, anna: Actor) -> None:
    with pytest.raises(ChainRefusedError, match="year_impossible"):
        _expect(engine, anna, year=2027)
