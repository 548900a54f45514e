"""A file taken through the whole import on a copy of a seeded database, with everything that must hold after it."""

import math
import shutil
import sqlite3
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, select

from dashboard.importing import kept
from dashboard.importing.job_folder import JobFolder
from dashboard.importing.prepared import Prepared
from dashboard.importing.preparing import prepare
from dashboard.importing.records import as_json, from_json
from dashboard.importing.report import Outcome, Progress, Report, Request
from dashboard.importing.storing import store, undo
from dashboard.sources.reader import Answers, Question
from data_models import database
from data_models.commands.people import own_region, register_person
from data_models.commands.staging import COMPARED, KEY
from data_models.tables import Figure, FigureRevision, FigureTotal, ImportBatch

MOST_QUESTIONS = 4  # a sheet, the columns, a period, and one that comes back
FORMER = (*KEY, *COMPARED, "batch_id", "region_id")
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in a database of figures, of what stood there before, and of imports."""

    figures: dict[Row, Row]  # by their key; the values, and whose they are
    revisions: frozenset[Row]
    totals: dict[Row, int]
    batches: dict[int, Row]


def standing(engine: Engine) -> Standing:
    """All of it, read in one transaction."""
    totals = select(
        FigureTotal.source_id,
        FigureTotal.region_id,
        FigureTotal.indicator_id,
        FigureTotal.period_id,
        FigureTotal.figures,
    ).where(FigureTotal.figures != 0)
    counts = (ImportBatch.rows_new, ImportBatch.rows_changed, ImportBatch.rows_unchanged, ImportBatch.rows_gone)
    with database.reading(engine) as session:
        figures = session.execute(select(*(getattr(Figure, name) for name in FORMER))).all()
        revised = (*FORMER, "replaced_by_id", "id")
        revisions = session.execute(select(*(getattr(FigureRevision, name) for name in revised))).all()
        batches = session.execute(select(ImportBatch.id, ImportBatch.undoes_id, *counts)).all()
        return Standing(
            {tuple(row[: len(KEY)]): tuple(row) for row in figures},
            frozenset(tuple(row[:-1]) for row in revisions),
            {tuple(row[:-1]): row[-1] for row in session.execute(totals)},
            {row[0]: tuple(row[1:]) for row in batches},
        )


def counted(figures: dict[Row, Row]) -> dict[Row, int]:
    """What `figure_totals` must say about these figures."""
    rows = (dict(zip(FORMER, row, strict=True)) for row in figures.values())
    return Counter((row["source_id"], row["region_id"] or 0, row["indicator_id"], row["period_id"]) for row in rows)


@dataclass
class WholeImport:
    """A seeded database with an officer, copied anew after every file that was stored."""

    template: Path
    room: Path
    person_id: int = 0
    region_id: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        """Register the officer in a template of our own."""
        own = self.room / "heel.sqlite"
        shutil.copyfile(self.template, own)
        engine = database.make_engine(URL.create("sqlite", database=str(own)))
        with database.writing(engine) as session:
            self.person_id = register_person(
                session, name="Anna", organisation="Gemeente Almere", perspective="gemeente"
            )
            self.region_id = own_region(session)
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        engine.dispose()
        self.template, self.database = own, self.room / "nu.sqlite"
        (self.room / "import").mkdir()
        self._as_it_was()
        self.before = standing(self.engine)

    @cached_property
    def engine(self) -> Engine:
        """Of the copy."""
        return database.make_engine(URL.create("sqlite", database=str(self.database)))

    def _as_it_was(self) -> None:
        self.engine.dispose()
        for end in ("-wal", "-shm"):
            Path(f"{self.database}{end}").unlink(missing_ok=True)
        shutil.copyfile(self.template, self.database)

    def take(
        self, path: Path, *, source: str, name: str = "", remove_gone: bool = False, answers: Answers | None = None
    ) -> Prepared:
        """Take a file through it all, with every question answered as suggested; raises what should never leave."""
        request = Request(
            source,
            str(path),
            file_name=name or path.name,
            answers=answers or Answers(),
            person_id=self.person_id,
            region_id=self.region_id,
        )
        watch = sqlite3.connect(self.database)
        try:
            version = _version(watch)
            prepared = self._prepared(request)
            assert _version(watch) == version, "preparing has written"
            if not prepared.report.can_be_stored:
                self.outcomes[_refused(prepared.report)] += 1
                return prepared
            outcome = store(self.engine, self._through_the_folder(prepared), remove_gone=remove_gone)
            if outcome.problem:
                assert _version(watch) == version, "what was not stored has left something"
                self.outcomes["problem"] += 1
                return prepared
            assert outcome.changed_anything
        finally:
            watch.close()
        self._check(prepared, outcome, remove_gone=remove_gone)
        self.outcomes["stored"] += 1
        self._as_it_was()
        return prepared

    def _prepared(self, request: Request) -> Prepared:
        prepared = prepare(self.engine, request, progress=_quiet)
        for _ in range(MOST_QUESTIONS):
            if prepared.report.question is None:
                break
            request = replace(request, answers=_answered(request.answers, prepared.report.question))
            prepared = prepare(self.engine, request, progress=_quiet)
        assert from_json(Report, as_json(prepared.report).encode().decode()) is not None
        return prepared

    def _through_the_folder(self, prepared: Prepared) -> Prepared:
        folder = JobFolder(self.room / "import")
        kept.write(prepared, folder=folder)
        return kept.read(folder)

    def _check(self, prepared: Prepared, outcome: Outcome, *, remove_gone: bool) -> None:
        before, after, report = self.before, standing(self.engine), prepared.report
        assert prepared.figures is not None
        assert prepared.batch is not None
        new, gone = after.figures.keys() - before.figures.keys(), before.figures.keys() - after.figures.keys()
        changed = {key for key in before.figures.keys() - gone if before.figures[key] != after.figures[key]}
        assert (len(new), len(changed)) == (outcome.new, outcome.changed) == (report.new, report.changed)
        assert len(gone) == outcome.gone == (report.gone if remove_gone else 0)
        assert outcome.new + outcome.changed + outcome.unchanged == prepared.figures.frame.height
        added = after.batches.keys() - before.batches.keys()
        assert len(added) == bool(new or changed or gone)
        for number in added:
            said = (None, outcome.new, outcome.changed, outcome.unchanged, outcome.gone)
            assert after.batches[number] == said
            place, owner = FORMER.index("batch_id"), FORMER.index("region_id")
            rows = [after.figures[key] for key in new | changed]
            assert {row[place] for row in rows} <= {number}
            assert {row[owner] for row in rows} <= {prepared.batch.region_id}
            revised = {(*before.figures[key], number) for key in changed | gone}
            assert after.revisions - before.revisions == revised
            assert before.revisions <= after.revisions
        assert after.totals == counted(after.figures)
        _check_values(after.figures, of=new | changed)
        with self.engine.connect() as connection:
            assert not connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        if added:
            self._check_undone(region_id=prepared.batch.region_id)

    def _check_undone(self, *, region_id: int | None) -> None:
        assert undo(self.engine, region_id=region_id)
        undone = standing(self.engine)
        assert undone.figures == self.before.figures
        assert undone.totals == self.before.totals


def _check_values(figures: dict[Row, Row], *, of: set[Row]) -> None:
    for key in of:
        row = dict(zip(FORMER, figures[key], strict=True))
        numbers = [row[name] for name in ("numerator", "denominator", "value") if row[name] is not None]
        assert all(math.isfinite(number) and number >= 0 for number in numbers), row
        assert (row["value"] is None) == (row["status"] == "withheld"), row


def _refused(report: Report) -> str:
    """What became of what cannot be stored; it is said in sentences of one line."""
    for sentence in (*report.refused, *report.notes, *report.warnings):
        assert sentence.strip()
        assert not {"\n", "\r", "\x00"} & set(sentence), sentence
        assert "Traceback" not in sentence
    if report.refused:
        return "refused"
    if report.question is not None:
        assert report.question.sentence
        return "asked"
    return "nothing new"


def _answered(answers: Answers, question: Question) -> Answers:
    """With what the question suggests, or the first of what can be chosen."""
    if question.about == "mapping":
        return replace(answers, mapping=question.mapping)
    likely = question.suggestion or (question.options[0] if question.options else "2022")
    return replace(answers, sheet=likely) if question.about == "sheet" else replace(answers, period=likely)


def _version(watch: sqlite3.Connection) -> int:
    """A number that changes whenever another connection has written anything at all."""
    return int(watch.execute("PRAGMA data_version").fetchone()[0])


def _quiet(_: Progress) -> None: ...
