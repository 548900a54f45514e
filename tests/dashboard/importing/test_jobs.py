"""Imports in a child process: shown, confirmed, stopped, killed, and nobody else's."""

import asyncio
import contextlib
import fcntl
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select, update

from dashboard.importing import job_folder, jobs, kept
from dashboard.importing.jobs import JobState
from dashboard.importing.report import Request
from dashboard.sources.reader import Answers
from data_models import database
from data_models.access import Actor, Role
from data_models.commands.people import register_person
from data_models.queries import people
from data_models.tables import Figure, FigureRevision, ImportBatch, PersonRole, SignIn
from data_models.tables.declaration import now

ALMERE = Path(__file__).parents[2] / "fixtures" / "cbs-kwb" / "almere-2018-2025.csv"
PATIENCE = 90  # seconds, on a busy machine
TIDY = "indicator,area,period,breakdown,numerator,denominator,value,unit,status,source\n"

# What happens to folders and processes has nothing to do with the kind of database.
on_one_database = pytest.mark.parametrize("seeded_engine", ["sqlite"], indirect=True)

quickly = pytest.mark.usefixtures("quick_children")  # where the process itself is not what is tried


@pytest.fixture
def actor(seeded_engine: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Actor]:
    """An officer on a seeded database, with a room for imports of this test alone."""
    monkeypatch.setenv("DATABASE_URL", seeded_engine.url.render_as_string(hide_password=False))
    monkeypatch.setenv("IMPORT_ROOM", str(tmp_path / "imports"))
    with database.writing(seeded_engine) as session:
        person_id = register_person(session, name="Anna", organisation="Gemeente Almere", perspective="gemeente")
        region_id = people.region_of_kind(session, fictional=False)
        assert region_id is not None
        found = people.actor(session, person_id=person_id, region_id=region_id)
    assert found is not None
    yield found
    for folder in job_folder.all_folders():
        jobs.cancel(folder.id, person_id=found.person_id, region_id=found.region_id)
    database.engine().dispose()


def _request(actor: Actor, source: str = "tidy", name: str = "cijfers.csv") -> Request:
    return Request(
        source, file_name=name, person_id=actor.person_id, region_id=actor.region_id, sign_in_id=actor.sign_in_id
    )


def _state(job: str, actor: Actor) -> JobState:
    found = jobs.state(job, person_id=actor.person_id, region_id=actor.region_id)
    assert found is not None
    return found


def _when(job: str, actor: Actor, so: Callable[[JobState], bool]) -> JobState:
    end = time.monotonic() + PATIENCE
    while not so(state := _state(job, actor)):
        assert time.monotonic() < end, state
        time.sleep(0.05)
    return state


def _done(job: str, actor: Actor) -> JobState:
    state = _when(job, actor, lambda state: not state.at_work)
    folder = job_folder.found(job)
    assert not state.failed or state.report is None, (state.failed, folder and folder.read("log"))
    return state


def _confirm(job: str, actor: Actor, *, remove_gone: bool = False) -> JobState:
    assert jobs.confirm(job, person_id=actor.person_id, region_id=actor.region_id, remove_gone=remove_gone)
    return _done(job, actor)


def _figure(value: str, *, area: str = "GM0034", period: str = "2024", count: str = "7400") -> bytes:
    return f"{TIDY}jeugdzorg,{area},{period},,{count},,{value},percentage,final,cbs-kwb\n".encode()


def _kept(engine: Engine) -> tuple[int, int, int]:
    with database.reading(engine) as session:
        figures, revisions, batches = (
            session.scalar(select(func.count()).select_from(table)) or 0
            for table in (Figure, FigureRevision, ImportBatch)
        )
    return figures, revisions, batches


def test_a_file_becomes_a_preview_and_once_confirmed_figures(seeded_engine: Engine, actor: Actor) -> None:
    before = _kept(seeded_engine)
    job = jobs.start(_request(actor), upload=_figure("12.9"))
    state = _done(job, actor)
    assert state.report is not None
    assert (state.report.new, state.report.changed, state.report.unchanged) == (0, 1, 0)
    (example,) = state.report.examples_changed
    assert (example.area, example.period, example.before, example.after) == (
        "Almere",
        "2024",
        "7.400 (11,7%)",
        "7.400 (12,9%)",
    )
    assert _kept(seeded_engine) == before
    outcome = _confirm(job, actor).outcome
    assert outcome is not None
    assert (outcome.new, outcome.changed, outcome.problem) == (0, 1, "")
    assert _kept(seeded_engine) == (before[0], before[1] + 1, before[2] + 1)


@on_one_database
def test_what_was_uploaded_is_gone_once_it_was_read_and_nobody_else_can_open_the_folder(actor: Actor) -> None:
    job = jobs.start(_request(actor), upload=_figure("12.9"))
    folder = job_folder.found(job)
    assert folder is not None
    assert folder.path.stat().st_mode & 0o777 == 0o700
    _done(job, actor)
    assert not folder.has(jobs.UPLOAD)


@quickly
def test_a_second_import_says_that_nothing_changes_and_offers_nothing_to_store(actor: Actor) -> None:
    job = jobs.start(_request(actor), upload=_figure("12.9"))
    _done(job, actor)
    _confirm(job, actor)
    again = _done(jobs.start(_request(actor), upload=_figure("12.9")), actor)
    assert again.report is not None
    assert (again.report.unchanged, again.report.can_be_stored) == (1, False)


@quickly
def test_a_refused_file_is_a_preview_with_its_problems(seeded_engine: Engine, actor: Actor) -> None:
    before = _kept(seeded_engine)
    state = _done(jobs.start(_request(actor), upload=_figure("140")), actor)
    assert state.report is not None
    assert state.report.refused == ("Regel 2, kolom value: Een percentage kan niet boven de 100 zijn: '140'.",)
    assert not jobs.confirm(state.id, person_id=actor.person_id, region_id=actor.region_id)
    assert _kept(seeded_engine) == before


@on_one_database
@quickly
def test_an_import_of_another_person_or_region_does_not_exist(actor: Actor) -> None:
    job = jobs.start(_request(actor), upload=_figure("12.9"))
    others = ((actor.person_id + 1, actor.region_id), (actor.person_id, actor.region_id + 1), (None, None))
    for person_id, region_id in others:
        assert jobs.state(job, person_id=person_id, region_id=region_id) is None
        assert not jobs.confirm(job, person_id=person_id, region_id=region_id)
        assert not jobs.cancel(job, person_id=person_id, region_id=region_id)
    assert _done(job, actor).report is not None


@on_one_database
@pytest.mark.parametrize("job", ["", "..", "../../etc", "a" * 32, "a" * 31 + "/", "\x00" * 32])
def test_a_guessed_name_leads_nowhere(actor: Actor, job: str) -> None:
    assert jobs.state(job, person_id=actor.person_id, region_id=actor.region_id) is None
    assert not jobs.cancel(job, person_id=actor.person_id, region_id=actor.region_id)


def test_a_stopped_import_is_gone_with_its_process(seeded_engine: Engine, actor: Actor) -> None:
    before = _kept(seeded_engine)
    job = jobs.start(_request(actor, "cbs-kwb"), upload=ALMERE.read_bytes())
    folder = job_folder.found(job)
    assert folder is not None
    pid = folder.process()
    assert pid is not None
    assert jobs.cancel(job, person_id=actor.person_id, region_id=actor.region_id)
    assert not folder.path.exists()
    assert jobs.state(job, person_id=actor.person_id, region_id=actor.region_id) is None
    assert _ended(pid)
    assert _kept(seeded_engine) == before


def _ended(pid: int) -> bool:
    end = time.monotonic() + 5
    while time.monotonic() < end:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    return False


def test_a_killed_child_says_that_it_was_interrupted_and_leaves_nothing(seeded_engine: Engine, actor: Actor) -> None:
    before = _kept(seeded_engine)
    job = jobs.start(_request(actor, "cbs-kwb"), upload=ALMERE.read_bytes())
    folder = job_folder.found(job)
    assert folder is not None
    os.kill(folder.process() or 0, signal.SIGKILL)
    state = _done(job, actor)
    assert state.failed == "Het lezen is onderbroken. Er is niets opgeslagen; begin opnieuw."
    assert state.report is None
    assert _kept(seeded_engine) == before
    jobs.clean_up()
    assert not folder.path.exists()


@quickly
def test_two_imports_at_once_do_not_see_each_other_and_the_second_preview_is_stale(actor: Actor) -> None:
    first = jobs.start(_request(actor), upload=_figure("12.9"))
    second = jobs.start(_request(actor), upload=_figure("13.5"))
    _done(first, actor), _done(second, actor)
    stored = _confirm(first, actor).outcome
    assert stored is not None
    assert stored.changed == 1
    refused = _confirm(second, actor).outcome
    assert refused is not None
    assert refused.problem == (
        "Terwijl u keek zijn er andere cijfers opgeslagen. Er is nog niets van dit bestand opgeslagen. "
        "Kies het bestand nog een keer en lees het opnieuw in: dan ziet u wat er nu verandert."
    )
    assert refused.changed == 0


@quickly
def test_a_preview_is_confirmed_once(seeded_engine: Engine, actor: Actor) -> None:
    job = jobs.start(_request(actor), upload=_figure("12.9"))
    _done(job, actor)
    _confirm(job, actor)
    batches = _kept(seeded_engine)
    assert not jobs.confirm(job, person_id=actor.person_id, region_id=actor.region_id)
    assert _kept(seeded_engine) == batches


@on_one_database
@quickly
def test_old_imports_are_cleaned_up_and_previews_of_today_stay(actor: Actor) -> None:
    fresh, old = (jobs.start(_request(actor), upload=_figure("12.9")) for _ in range(2))
    _done(fresh, actor), _done(old, actor)
    folder = job_folder.found(old)
    assert folder is not None
    day_ago = time.time() - jobs.KEPT_FOR - 60
    os.utime(folder.path, (day_ago, day_ago))
    jobs.clean_up()
    assert job_folder.found(old) is None
    assert _state(fresh, actor).report is not None


@on_one_database
def test_while_the_server_runs_what_is_a_day_old_goes_and_what_only_begins_stays(actor: Actor) -> None:
    """An upload about which something is asked holds small counts: it may not lie there until a next start."""
    own = "Gemeente;Jaar;Aantal thuiszitters;Aantal leerplichtigen\nUrk;2023;4;5000\n"
    old = jobs.start(_request(actor, "spreadsheet"), upload=own.encode())
    report = _done(old, actor).report
    assert report is not None
    assert report.question is not None
    folder = job_folder.found(old)
    assert folder is not None
    day_ago = time.time() - jobs.KEPT_FOR - 60
    os.utime(folder.path, (day_ago, day_ago))
    begun = job_folder.new()

    async def an_hour_at_the_server() -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(jobs.forget_old_ones(every=0.01), timeout=0.2)

    with ThreadPoolExecutor(max_workers=1) as thread:  # the browser's tests leave a loop running in this one
        thread.submit(lambda: asyncio.run(an_hour_at_the_server())).result()
    assert not folder.path.exists()
    assert begun.path.exists()


@on_one_database
@quickly
def test_what_is_not_asked_cannot_be_answered(actor: Actor) -> None:
    job = jobs.start(_request(actor), upload=_figure("12.9"))
    _done(job, actor)
    assert not jobs.answer(job, person_id=actor.person_id, region_id=actor.region_id, answers=Answers(period="2024"))
    assert _state(job, actor).report is not None


@on_one_database
def test_who_looks_how_far_it_is_does_not_keep_others_from_looking_or_beginning(actor: Actor) -> None:
    folder = job_folder.new()
    assert not folder.is_at_work()
    with (folder.path / "at-work").open("rb") as looked_at:
        fcntl.flock(looked_at, fcntl.LOCK_SH)
        assert not folder.is_at_work()
        threading.Timer(0.05, fcntl.flock, (looked_at.fileno(), fcntl.LOCK_UN)).start()
        lock = folder.lock()
        assert lock is not None
        assert folder.is_at_work()
        os.close(lock)


@quickly
def test_a_role_that_was_taken_away_meanwhile_stores_nothing(seeded_engine: Engine, actor: Actor) -> None:
    job = jobs.start(_request(actor), upload=_figure("12.9"))
    _done(job, actor)
    with database.writing(seeded_engine) as session:
        session.execute(update(PersonRole).where(PersonRole.person_id == actor.person_id).values(role=Role.GUEST))
    before = _kept(seeded_engine)
    outcome = _confirm(job, actor).outcome
    assert outcome is not None
    assert outcome.problem == "Uw rol mag geen cijfers inlezen. Vraag het een beleidsmedewerker van uw regio."
    assert _kept(seeded_engine) == before


def _signed_in(engine: Engine, actor: Actor) -> Actor:
    with database.writing(engine) as session:
        until = now() + timedelta(hours=1)
        row = SignIn(key="een", person_id=actor.person_id, expires_at=until, ended_at=None)
        session.add(row)
        session.flush()
        return replace(actor, sign_in_id=row.id)


def _sign_out(engine: Engine, actor: Actor) -> None:
    with database.writing(engine) as session:
        session.execute(update(SignIn).where(SignIn.id == actor.sign_in_id).values(ended_at=now()))


SIGNED_OUT = (
    "U bent intussen afgemeld, of uw aanmelding is verlopen. Er is niets opgeslagen. "
    "Meld u opnieuw aan en lees het bestand nog een keer in."
)


@quickly
def test_who_signed_out_after_the_preview_stores_nothing(seeded_engine: Engine, actor: Actor) -> None:
    anna = _signed_in(seeded_engine, actor)
    job = jobs.start(_request(anna), upload=_figure("12.9"))
    assert _done(job, anna).report is not None
    _sign_out(seeded_engine, anna)
    before = _kept(seeded_engine)
    outcome = _confirm(job, anna).outcome
    assert outcome is not None
    assert outcome.problem == SIGNED_OUT
    assert _kept(seeded_engine) == before


@quickly
def test_a_file_of_who_signed_out_is_not_read(seeded_engine: Engine, actor: Actor) -> None:
    anna = _signed_in(seeded_engine, actor)
    _sign_out(seeded_engine, anna)
    report = _done(jobs.start(_request(anna), upload=_figure("12.9")), anna).report
    assert report is not None
    assert report.refused == (SIGNED_OUT,)


@quickly
def test_who_is_still_signed_in_stores_what_they_saw(seeded_engine: Engine, actor: Actor) -> None:
    anna = _signed_in(seeded_engine, actor)
    job = jobs.start(_request(anna), upload=_figure("12.9"))
    _done(job, anna)
    outcome = _confirm(job, anna).outcome
    assert outcome is not None
    assert (outcome.changed, outcome.problem) == (1, "")


@on_one_database
def test_a_database_that_is_away_gives_a_sentence(
    actor: Actor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "geen-map").write_text("")
    with monkeypatch.context() as away:
        away.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/geen-map/cijfers.sqlite")
        state = _done(jobs.start(_request(actor), upload=_figure("12.9")), actor)
    assert state.failed.startswith("De database is niet bereikbaar of niet beschrijfbaar (sqlite:///")
    assert state.report is None


@on_one_database
@quickly
def test_the_figures_that_wait_for_confirmation_hold_no_small_counts(actor: Actor) -> None:
    own = "Gemeente;Jaar;Aantal thuiszitters;Aantal leerplichtigen\nAlmere;2023;45;30000\nUrk;2023;4;5000\n"
    job = jobs.start(_request(actor, "spreadsheet"), upload=own.encode())
    asked = _done(job, actor).report
    assert asked is not None
    assert asked.question is not None
    folder = job_folder.found(job)
    assert folder is not None
    assert folder.has(jobs.UPLOAD)  # until it is known what the columns mean
    answers = Answers(mapping=asked.question.mapping)
    assert jobs.answer(job, person_id=actor.person_id, region_id=actor.region_id, answers=answers)
    report = _done(job, actor).report
    assert report is not None
    assert [(one.area, one.reason) for one in report.withheld] == [("Urk", "minder dan 10 kinderen")]
    assert not folder.has(jobs.UPLOAD)
    kept_figures = kept.read(folder).figures
    assert kept_figures is not None
    assert kept_figures.frame.filter(area="GM0184").select("numerator", "value", "status").row(0) == (
        None,
        None,
        "withheld:small-count",
    )
    outcome = _confirm(job, actor).outcome
    assert outcome is not None
    assert (outcome.new, folder.has(kept.FIGURES)) == (2, False)
