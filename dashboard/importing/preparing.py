"""The first half of an import: opened, read, protected, audited and compared, without storing anything."""

from dataclasses import replace

import polars as pl
from sqlalchemy import Engine

from dashboard.calculations.withholding import CannotProtectError, protect
from dashboard.importing import failures, opening_source, previewing
from dashboard.importing.asking import who_asks
from dashboard.importing.asking_columns import with_sample
from dashboard.importing.belonging import is_own, owner
from dashboard.importing.knowing import known_now
from dashboard.importing.looking_back import jumps_from_stored
from dashboard.importing.opening_source import Reading, Say
from dashboard.importing.prepared import Batch, Prepared
from dashboard.importing.report import Asker, Progress, Report, Request
from dashboard.sources.problems import RefusedError
from dashboard.sources.reader import Known, QuestionError
from dashboard.sources.table import Opened
from dashboard.texts import importing as words
from data_models import database
from data_models.access import NotAllowedError
from data_models.commands.comparing import compare
from data_models.commands.locking import figures_version
from data_models.commands.permission import SignedOutError
from data_models.personal_data import refuse_personal_data
from data_models.protected import ProtectedFigures
from data_models.queries import boundaries, catalogue, own_figures, regions


def prepare(engine: Engine, request: Request, *, progress: Say) -> Prepared:
    """Read what was asked and find out what it would change; problems and questions are in the report.

    `progress` is told about every stage; what it raises stops the preparing. Nothing is stored.
    """
    try:
        with database.reading(engine, asker=request.asker) as session:
            who_asks(session, request)
            known = known_now(session, region_id=request.region_id)
    except SignedOutError:
        return Prepared(request, _refused(request, words.SIGNED_OUT))
    except NotAllowedError:
        return Prepared(request, _refused(request, words.NOT_ALLOWED))
    found: Opened | None = None
    try:
        refuse_personal_data(request.file_name)
        found = opening_source.opened(request, known=known, say=progress)
        progress(Progress("checking"))
        request = opening_source.recognised_source(request, found=found)
        reading = opening_source.read(engine, request, found=found, known=known)
        return _prepared(engine, request, reading=reading, known=known, say=progress)
    except RefusedError as error:
        return Prepared(request, _refused(request, *error.sentences()))
    except QuestionError as error:
        asked = Report(request.source, request.file_name, question=error.question)
        return Prepared(request, with_sample(asked, opened=found, sheet=request.answers.sheet))
    except CannotProtectError as error:
        return Prepared(request, _refused(request, *previewing.told_anyway(error.disclosed, known=known)))
    except failures.NOT_PUBLISHED as error:
        return Prepared(request, _refused(request, failures.not_published(error)))


def _refused(request: Request, *sentences: str) -> Report:
    return Report(request.source, request.file_name, refused=sentences)


def _protected(
    engine: Engine,
    figures: pl.DataFrame,
    *,
    asker: Asker | None,
    own: bool,
    region_id: int | None,
    known: Known,
    say: Say,
) -> tuple[ProtectedFigures, int]:
    """The figures in which no child can be found back, beside all that stands or stood of the same registrations.

    With the version of what they were protected beside: figures that come in later were not looked at. What comes from
    an own registration (`own`) is protected whatever its indicator: only a public source has done that.
    """
    indicators = {
        code: replace(known.indicators[code], local=own or known.indicators[code].local)
        for code in figures["indicator"].unique()
        if code in known.indicators
    }
    local = [code for code, indicator in indicators.items() if indicator.local]
    with database.reading(engine, asker=asker) as session:
        version = figures_version(session)
        seen = own_figures.standing(session, indicators=local, region_id=region_id) if local else None
        parts = catalogue.area_parts(session) if local else ()
    protected = protect(
        figures,
        indicators=indicators,
        standing=seen,
        parts=parts,
        progress=lambda done, total: say(Progress("auditing", done, total)),
    )
    return protected, version


def _prepared(engine: Engine, request: Request, *, reading: Reading, known: Known, say: Say) -> Prepared:
    content = reading.content
    with database.reading(engine, asker=request.asker) as session:
        region = None if request.region_id is None else regions.region(session, region_id=request.region_id)
    connector = opening_source.connector_of(request)
    region_id = owner(content, connector=connector, region=region, known=known)
    own = is_own(content, connector=connector)
    say(Progress("protecting"))
    figures, version = _protected(
        engine,
        content.figures,
        asker=request.asker,
        own=own,
        region_id=region_id,
        known=known,
        say=say,
    )
    report = previewing.read_report(request, reading=reading)
    say(Progress("comparing"))
    with database.reading(engine, asker=request.asker) as session:
        compared = compare(session, figures=figures, region_id=region_id, areas=content.areas)
        jumps = jumps_from_stored(session, figures=figures.frame, region_id=region_id, known=known, own=own)
        outlines = boundaries.different(session, given=content.boundaries)
    report = previewing.with_comparison(report, compared=compared, known=known, areas=content.areas)
    report = replace(report, figures_version=version, boundaries=outlines, warnings=(*report.warnings, *jumps))
    report = previewing.with_withheld(report, read=content.figures, figures=figures, known=known)
    batch = Batch(
        file_name=request.file_name or reading.opened.name,
        sha256=reading.opened.sha256,
        summary="\n".join((report.read, *report.notes, *report.moved)),
        region_id=region_id,
        areas=content.areas,
        boundaries=content.boundaries,
        mapping=reading.mapping,
        header=reading.header,
    )
    return Prepared(request, report, figures, batch)
