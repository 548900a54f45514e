"""`import`: the same preparing and storing as the screen, with the preview printed instead of confirmed."""

import argparse
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Engine

from dashboard.command_line.finding import NotFoundError
from dashboard.command_line.options import WrongUseError
from dashboard.formatting import count, counted
from dashboard.importing import summary
from dashboard.importing.preparing import prepare
from dashboard.importing.report import Progress, Report, Request
from dashboard.importing.storing import store, undo
from dashboard.sources.columns.mapping import ColumnMapping, mapping_as_json, mapping_from_json
from dashboard.sources.reader import Answers, Question
from dashboard.texts import command_line as words
from dashboard.texts import importing as importing_words
from dashboard.texts import sources as source_words
from data_models import database
from data_models.commands.people import OWN_REGION, own_region
from data_models.queries import regions

QUIET = 1.0  # seconds of work after which it says what it does
AUTO = "auto"  # the suggested mapping is good
MOST_LINES = 20  # changed and withheld figures that are printed


class NotStoredError(Exception):
    """Nothing was stored; `sentences` say why, in Dutch."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__(sentences[0])
        self.sentences = sentences


class _Said:
    """Says on stderr what is being done, when it takes longer than a second."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._line = ""

    def __call__(self, progress: Progress) -> None:
        stage = words.STAGES[progress.stage]
        done = {"done": count(progress.done), "total": count(progress.total or 0)}
        if progress.total:
            stage = words.STAGE_OF.format(stage=stage, **done)
        elif progress.done:
            stage = words.STAGE_SO_FAR.format(stage=stage, **done)
        if stage != self._line and time.monotonic() - self._begun > QUIET:
            print(stage, file=sys.stderr, flush=True)
            self._line, self._begun = stage, time.monotonic()


def check(typed: argparse.Namespace) -> None:
    """Raise `WrongUseError` when the options of `import` do not go together."""
    asked = [bool(typed.file), typed.fetch, typed.undo]
    if sum(asked) != 1:
        raise WrongUseError(
            source_words.WRONG_USE.format(reason=words.ONE_OF_THREE if any(asked) else words.FILE_OR_FETCH)
        )
    if not typed.undo and typed.source is None:
        raise WrongUseError(source_words.WRONG_USE.format(reason=words.SOURCE_MISSING))
    if typed.fetch and typed.source == "cbs-odata" and not typed.table:
        raise WrongUseError(source_words.WRONG_USE.format(reason=words.TABLE_MISSING))


def import_figures(engine: Engine, typed: argparse.Namespace) -> Iterator[str]:
    """Do what was asked, and answer what happened in Dutch, line by line; raises `NotStoredError`."""
    region_id = _region(engine, typed.region) if typed.region else None
    if typed.undo:
        yield undo(engine, region_id=region_id)
        return
    say = _Said()
    mapping = _mapping(typed.mapping) if typed.mapping and typed.mapping != AUTO else None
    request = Request(
        typed.source,
        path=typed.file or "",
        file_name=Path(typed.file).name if typed.file else "",
        answers=Answers(sheet=typed.sheet or "", period=typed.period or "", mapping=mapping),
        region_id=region_id,
        address=typed.address or "",
        table=typed.table or "",
    )
    prepared = prepare(engine, request, progress=say)
    question = prepared.report.question
    if question is not None and question.mapping is not None and typed.mapping == AUTO:
        answered = replace(request, answers=replace(request.answers, mapping=question.mapping))
        prepared = prepare(engine, answered, progress=say)
    report = prepared.report
    if report.question is not None:
        raise NotStoredError([*_asked(report.question), words.NOT_READ.format(file=typed.file or words.THE_SERVICE)])
    if report.refused:
        refused = source_words.REFUSED if typed.file else words.NOT_READ
        raise NotStoredError([*report.refused, refused.format(file=typed.file or words.THE_SERVICE)])
    yield from _preview(report)
    if typed.dry_run:
        yield from summary.would_store(report)
        return
    say(Progress("storing"))
    outcome = store(engine, prepared, remove_gone=typed.remove_gone)
    if outcome.problem:
        raise NotStoredError([outcome.problem])
    yield from summary.stored(outcome)
    if report.gone and not outcome.gone:
        yield counted(report.gone, forms=importing_words.GONE_LEFT)


def _region(engine: Engine, code: str) -> int:
    with database.writing(engine) as session:
        if code == OWN_REGION:
            return own_region(session)
        found = regions.region_of_code(session, code=code)
        known = sorted({OWN_REGION, *regions.codes(session)})
    if found is None:
        raise NotFoundError(importing_words.NO_SUCH_REGION.format(code=code, regions=", ".join(known)))
    return found.id


def _mapping(file: str) -> ColumnMapping:
    try:
        return mapping_from_json(Path(file).read_text(encoding="utf-8"))
    except OSError as error:
        raise WrongUseError(words.NO_MAPPING_FILE.format(file=file)) from error
    except ValueError as error:
        raise WrongUseError(words.BAD_MAPPING_FILE.format(file=file, reason=error)) from error


def _asked(question: Question) -> Iterator[str]:
    """What must be known first, with the option that answers it."""
    if question.about == "sheet":
        yield words.QUESTION_SHEET.format(question=question.sentence, options=", ".join(question.options))
    elif question.about == "period":
        suggestion = question.suggestion or next(iter(question.options), "")
        yield words.QUESTION_PERIOD.format(question=question.sentence, suggestion=suggestion)
    else:
        yield words.QUESTION_MAPPING.format(question=question.sentence)
        if question.mapping is not None:
            yield json.dumps(json.loads(mapping_as_json(question.mapping)), ensure_ascii=False, indent=2)


def _preview(report: Report) -> Iterator[str]:
    """What was read and noticed, and what would change and be withheld."""
    yield report.read
    yield from report.notes
    yield from (words.WARNING.format(text=warning) for warning in report.warnings)
    yield from report.moved
    if report.examples_changed:
        yield words.CHANGED_LINES.format(count=count(report.changed))
        for one in report.examples_changed[:MOST_LINES]:
            yield words.EXAMPLE_LINE.format(
                indicator=one.indicator,
                area=one.area,
                period=one.period,
                group=one.group,
                before=one.before,
                after=one.after,
            )
    if report.withheld:
        yield words.WITHHELD_LINES.format(count=count(report.withheld_total))
        for hidden in report.withheld[:MOST_LINES]:
            yield words.WITHHELD_LINE.format(
                indicator=hidden.indicator,
                area=hidden.area,
                period=hidden.period,
                group=hidden.group,
                reason=hidden.reason,
            )
