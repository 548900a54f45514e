"""A file or a service's answer read as what someone says it is, with what is remembered of earlier times."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Engine

from dashboard.importing import remembering
from dashboard.importing.report import Progress, Request
from dashboard.sources.columns.mapping import ColumnMapping
from dashboard.sources.connectors import CONNECTORS, Connector
from dashboard.sources.files.limits import BROWSER, COMMAND_LINE
from dashboard.sources.files.opening import open_file
from dashboard.sources.problems import Problem, RefusedError
from dashboard.sources.reader import Answers, FileContent, Known, QuestionError
from dashboard.sources.recognising import recognised
from dashboard.sources.table import Opened
from dashboard.texts import importing as words

ANY_SOURCE = "herken"  # the file itself tells what it is
Say = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was opened and read, and the mapping by which it was, to be remembered for files with this header."""

    opened: Opened
    content: FileContent
    mapping: ColumnMapping | None = None
    header: tuple[str, ...] = ()
    remembered: bool = False  # the mapping is of an earlier time


def opened(request: Request, *, known: Known, say: Say) -> Opened:
    """The file, or (without one) what the source's service answers; raises `RefusedError`."""
    if request.path:
        say(Progress("reading"))
        limits = COMMAND_LINE if request.person_id is None else BROWSER
        return open_file(Path(request.path), name=request.file_name, limits=limits)
    connector = CONNECTORS.get(request.source)
    if connector is None or connector.fetch is None:
        raise RefusedError([Problem(words.NO_SERVICE)])
    say(Progress("fetching"))
    return connector.fetch(
        known=known,
        progress=lambda done, total: say(Progress("fetching", done, total)),
        address=request.address,
        table=request.table,
    )


def recognised_source(request: Request, *, found: Opened) -> Request:
    """The request with the source that the file looks like most, when the person left that open."""
    if request.source != ANY_SOURCE:
        return request
    codes = recognised(found)
    if not codes:
        raise RefusedError([Problem(words.NOTHING_RECOGNISED, advice=words.NOTHING_RECOGNISED_ADVICE)])
    return replace(request, source=codes[0])


def read(engine: Engine, request: Request, *, found: Opened, known: Known) -> Reading:
    """The figures in it; a question that was answered before for such a header is not asked again.

    Raises `RefusedError`, or `QuestionError` for what only the person knows.
    """
    connector = CONNECTORS[request.source]
    answers = request.answers
    try:
        content = connector.read(found, known=known, answers=answers)
    except QuestionError as error:
        mapping = None
        if error.question.about == "mapping":
            mapping = remembering.recalled(
                engine, header=error.question.header, asker=request.asker, region_id=request.region_id
            )
        if mapping is None:
            raise
        answers = replace(answers, mapping=mapping)
        try:
            content = connector.read(found, known=known, answers=answers)
        except RefusedError as refused:
            if not _has_new_groups(error.question.mapping, beside=mapping):
                raise
            asked = replace(error.question, mapping=_extended(mapping, error.question.mapping))
            raise QuestionError(asked) from refused
        return _reading(found, content, answers=answers, remembered=True)
    return _reading(found, content, answers=answers, remembered=False)


def _has_new_groups(suggested: ColumnMapping | None, *, beside: ColumnMapping) -> bool:
    """Whether the file names groups that were not there when the mapping was confirmed."""
    groups = suggested.groups if suggested else {}
    return any(set(names) - set(beside.groups.get(column, ())) for column, names in groups.items())


def _extended(remembered: ColumnMapping, suggested: ColumnMapping | None) -> ColumnMapping:
    """What was confirmed, with the new groups as the file suggests them."""
    new = suggested.groups if suggested else {}
    groups = {
        column: {**new.get(column, {}), **remembered.groups.get(column, {})} for column in {**new, **remembered.groups}
    }
    return replace(remembered, groups=groups)


def _reading(found: Opened, content: FileContent, *, answers: Answers, remembered: bool) -> Reading:
    if answers.mapping is None:
        return Reading(found, content)
    table = next((table for table in found.tables if table.sheet == answers.sheet), found.tables[0])
    return Reading(found, content, answers.mapping, table.header, remembered)


def connector_of(request: Request) -> Connector:
    """The source that was chosen."""
    return CONNECTORS[request.source]
