"""Many people at once, and a process that is killed while it writes: nothing that was confirmed is lost."""

import os
import random
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Barrier

from sqlalchemy import Engine, delete, make_url, select

from data_models import database
from data_models.access import Actor, Role
from data_models.commands import drafts, stories
from data_models.facts import FigureSubject, PictureSubject
from data_models.queries import stories as queries
from data_models.tables import AuditLine, Contribution, ContributionVersion, Draft
from tests.data_models.people_rows import add_actor, add_figures_to_speak_of, add_region
from tests.length import rounds

PEOPLE, EDITS = 50, rounds(10, full=200)
KILLS = rounds(10, full=100)
ANSWERS = (1, 2, 3, 4)  # the four questions about one figure
LOOKING_AWAY = 1.5  # seconds at most between two edits of one person
SEED = 20261122
AFTER = " na "  # in a text: between the edit that it is and the edit that it was made from
PICTURE = PictureSubject((FigureSubject("jeugdzorg", "", "GM0034", "2024"),))


@dataclass(slots=True)
class Work:
    """What one person did: every edit that was confirmed, and every conflict as it was shown to them."""

    confirmed: list[tuple[int, int, str]] = field(default_factory=list)  # contribution, version, text
    conflicts: list[tuple[int, int, str]] = field(default_factory=list)


def _people(engine: Engine, *, number: int) -> list[Actor]:
    with database.writing(engine) as session:
        add_figures_to_speak_of(session)
        region_id = add_region(session, "flevoland")
        return [
            add_actor(session, f"Persoon {place}", region_id=region_id, role=Role.PARTICIPANT)
            for place in range(number)
        ]


def _share(engine: Engine, *, actor: Actor, question: int, text: str) -> int:
    subject = f"{PICTURE.signature}#{question}"
    with database.writing(engine, actor=actor) as session:
        typed = drafts.save_draft(session, actor=actor, subject=subject, text=text, seen_version=0, base_version=0)
    with database.writing(engine, actor=actor) as session:
        return stories.share_contribution(
            session,
            actor=actor,
            picture=PICTURE,
            question=question,
            subject=subject,
            draft_version=typed.version,
        )


def _edit(engine: Engine, *, actor: Actor, number: int, seen: int, draft: int, text: str) -> tuple[int, int]:
    """Type a text and share it, two transactions as on the screen; answers the version, and that of the draft."""
    subject = f"contribution:{number}"
    with database.writing(engine, actor=actor) as session:
        typed = drafts.save_draft(
            session, actor=actor, subject=subject, text=text, seen_version=draft, base_version=seen
        )
    with database.writing(engine, actor=actor) as session:
        try:
            version = stories.edit_contribution(
                session,
                actor=actor,
                contribution_id=number,
                seen_version=seen,
                subject=subject,
                draft_version=typed.version,
            )
        except stories.ContributionConflictError as conflict:
            raise _ConflictError(typed.version, conflict) from conflict
    return version, typed.version


class _ConflictError(Exception):
    """Somebody else was first: the draft stands, and what stands instead is told."""

    def __init__(self, draft: int, told: stories.ContributionConflictError) -> None:
        super().__init__()
        self.draft, self.version, self.text = draft, told.version, told.text


def _work(engine: Engine, *, actor: Actor, numbers: list[int], place: int) -> Work:
    """Make every edit, from what is seen; after a conflict from what was shown then."""
    chance, work = random.Random(SEED + place), Work()
    for turn in range(EDITS):
        time.sleep(chance.uniform(0, LOOKING_AWAY))
        with database.reading(engine, asker=actor) as session:
            shared = queries.contributions(session, asker=actor, picture=PICTURE)
        number = chance.choice(numbers)
        (seen,) = (answer for answer in shared if answer.id == number)
        version, text, draft = seen.version, seen.text, 0
        while True:
            mine = f"{place}.{turn}{AFTER}{text.partition(AFTER)[0]}"
            try:
                version, _ = _edit(engine, actor=actor, number=number, seen=version, draft=draft, text=mine)
            except _ConflictError as told:
                assert told.version > version
                work.conflicts.append((number, told.version, told.text))
                version, text, draft = told.version, told.text, told.draft
            else:
                work.confirmed.append((number, version, mine))
                break
    return work


def _history(engine: Engine, number: int) -> list[str]:
    """The texts of a contribution in the order of their versions, which count on without a gap."""
    of = ContributionVersion.contribution_id == number
    question = select(ContributionVersion.version, ContributionVersion.text).where(of)
    with database.reading(engine) as session:
        kept = session.execute(question.order_by(ContributionVersion.version)).all()
    assert [version for version, _ in kept] == list(range(1, len(kept) + 1))
    return [text for _, text in kept]


def test_fifty_people_who_edit_four_answers_lose_nothing_and_see_every_conflict(engine: Engine) -> None:
    people = _people(engine, number=PEOPLE)
    numbers = [_share(engine, actor=people[0], question=question, text="begin") for question in ANSWERS]
    together = Barrier(PEOPLE)

    def work(place: int) -> Work:
        together.wait()
        return _work(engine, actor=people[place], numbers=numbers, place=place)

    began = time.monotonic()
    with ThreadPoolExecutor(PEOPLE) as threads:
        done = list(threads.map(work, range(PEOPLE)))
    confirmed = [edit for work in done for edit in work.confirmed]
    conflicts = [told for work in done for told in work.conflicts]
    print(
        f"{engine.dialect.name}: {len(confirmed)} edits, {len(conflicts)} conflicts, {time.monotonic() - began:.0f} s"
    )
    assert len(confirmed) == PEOPLE * EDITS
    assert conflicts
    histories = {number: _history(engine, number) for number in numbers}
    # Every edit that was confirmed stands once, as the version that was confirmed, and nothing else stands.
    kept = [(number, version, text) for number in numbers for version, text in enumerate(histories[number][1:], 2)]
    assert sorted(confirmed) == kept
    # Each was made from the one before it: nobody wrote over what they had not seen.
    for texts in histories.values():
        made_from = [text.partition(AFTER)[2] for text in texts[1:]]
        assert made_from == [text.partition(AFTER)[0] for text in texts[:-1]]
    # What was told at a conflict is what stood.
    assert all(histories[number][version - 1] == text for number, version, text in conflicts)
    with database.reading(engine) as session:
        told = session.execute(
            select(AuditLine.subject_id, AuditLine.to_version, AuditLine.person_name).where(
                AuditLine.action == "edit_contribution", AuditLine.from_version == AuditLine.to_version - 1
            )
        )
        by_name = {(number, version): name for number, version, name in told}
        assert session.scalars(select(Draft.id)).all() == []
    assert by_name == {(number, version): f"Persoon {text.partition('.')[0]}" for number, version, text in confirmed}


def write_until_killed(url: str, *, run: int, actor: Actor, confirmed: Connection) -> None:
    """The process that is killed: it shares and edits, and says each time what was confirmed."""
    engine, turn = database.make_engine(make_url(url)), 0
    while True:
        number = _share(engine, actor=actor, question=1 + turn % len(ANSWERS), text=f"{run}.{turn}.1")
        confirmed.send((number, 1, f"{run}.{turn}.1"))
        for version in (1, 2, 3):
            text = f"{run}.{turn}.{version + 1}"
            _edit(engine, actor=actor, number=number, seen=version, draft=0, text=text)
            confirmed.send((number, version + 1, text))
        turn += 1


def _killed(engine: Engine, *, run: int, actor: Actor, chance: random.Random) -> list[tuple[int, int, str]]:
    """Let a process write for a while and kill it, as a power failure does; answers what it said was confirmed."""
    processes = get_context("forkserver")
    processes.set_forkserver_preload([__name__])
    ear, mouth = processes.Pipe(duplex=False)
    url = engine.url.render_as_string(hide_password=False)
    how = {"run": run, "actor": actor, "confirmed": mouth}
    writer = processes.Process(target=write_until_killed, args=(url,), kwargs=how)
    writer.start()
    mouth.close()
    said = [ear.recv() for _ in range(chance.randint(3, 25))]
    time.sleep(chance.uniform(0, 0.02))  # so that it dies anywhere: reading, writing, confirming
    assert writer.pid is not None
    os.kill(writer.pid, signal.SIGKILL)
    writer.join()
    try:
        while True:
            said.append(ear.recv())
    except EOFError:
        return said


def _nothing_is_half_written(engine: Engine) -> dict[tuple[int, int], str]:
    """Every contribution has all its versions with an audit line each, and no other is there; answers their texts."""
    with database.reading(engine) as session:
        current = session.execute(select(Contribution.id, Contribution.version, Contribution.text)).all()
        kept = session.execute(
            select(ContributionVersion.contribution_id, ContributionVersion.version, ContributionVersion.text)
        ).all()
        lines = session.execute(
            select(AuditLine.subject_id, AuditLine.to_version).where(AuditLine.subject_kind == "contribution")
        ).all()
    texts = {(number, version): text for number, version, text in kept}
    assert sorted(texts) == sorted((number, version) for number, last, _ in current for version in range(1, last + 1))
    assert sorted(tuple(line) for line in lines) == sorted(texts)
    assert all(texts[number, last] == text for number, last, text in current)
    return texts


def test_of_a_writer_that_is_killed_everything_confirmed_is_kept_and_nothing_is_half_written(engine: Engine) -> None:
    actor, *_ = _people(engine, number=1)
    chance = random.Random(SEED)
    before, began = 0, time.monotonic()
    for run in range(KILLS):
        confirmed = _killed(engine, run=run, actor=actor, chance=chance)
        kept = _nothing_is_half_written(engine)
        assert all(kept[number, version] == text for number, version, text in confirmed)
        assert len(confirmed) <= len(kept) - before <= len(confirmed) + 1  # at most one was kept and not yet confirmed
        before = len(kept)
        with database.writing(engine) as session:  # what it was typing would be in the way of the next
            session.execute(delete(Draft))
    print(f"{engine.dialect.name}: {KILLS} kills, {before} confirmed, {time.monotonic() - began:.0f} s")
