"""The command line: import, figures, explain; problems are Dutch sentences on stderr and exit 1, never a traceback."""

import argparse
import io
import json
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from alembic.util import CommandError
from sqlalchemy import Engine
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.orm import Session

from dashboard import command_line_options, statements
from dashboard.calculations.withholding import protect
from dashboard.command_line_options import WrongUseError
from dashboard.formatting import count
from dashboard.sources import tidy
from dashboard.sources.connectors import CONNECTORS
from dashboard.sources.problems import RefusedError
from dashboard.sources.reader import FileContent, Known, nearest
from dashboard.sources.reading import read_text
from dashboard.texts import sources as texts
from data_models import database
from data_models.commands.areas import register_areas
from data_models.commands.publishing import OwnedElsewhereError, Published, publish
from data_models.commands.resolving import UnknownCodesError
from data_models.facts import AreaFacts, IndicatorFacts
from data_models.queries import catalogue, figures, norms, tidy_figures
from seed_data.loader import prepare_database

LARGE = ("country", "province")  # references whose own chance does not matter; METHODS 2
STANDING = ("agreed", "adopted", "proposed", "concept")


class NotFoundError(Exception):
    """What was asked is not there; the sentence says so in Dutch, with what comes near."""


def main(arguments: Sequence[str]) -> int:
    """Run one command; answers the exit code: 0, or 1 with a line per problem on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        options = command_line_options.parse(
            arguments, import_file=_import_file, print_figures=_print_figures, explain=_explain
        )
        options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read along has seen enough
    except KeyboardInterrupt:
        return _fail(texts.STOPPED)
    except (WrongUseError, NotFoundError) as error:
        return _fail(str(error))
    except RefusedError as error:
        return _fail(*error.sentences(), texts.REFUSED.format(file=options.file))
    except UnknownCodesError as error:
        kind = texts.KINDS_OF_CODES[error.kind]
        return _fail(texts.UNKNOWN_CODES.format(kind=kind, codes=", ".join(error.codes[:20])))
    except OwnedElsewhereError as error:
        return _fail(texts.OWNED_ELSEWHERE.format(count=count(error.count)))
    except (SQLAlchemyError, CommandError, OSError) as error:
        return _fail(_database_sentence(error))
    return 0


def _fail(*sentences: str) -> int:
    for sentence in sentences:
        print(sentence, file=sys.stderr)
    return 1


def _database_sentence(error: Exception) -> str:
    try:
        place = database.database_url().render_as_string(hide_password=True)
    except ArgumentError:
        return texts.DATABASE_ADDRESS
    busy = "locked" in str(error) or "busy" in str(error)
    return (texts.DATABASE_BUSY if busy else texts.DATABASE_UNREACHABLE).format(place=place)


def _prepared() -> Engine:
    engine = database.engine()
    prepare_database(engine)
    return engine


def _import_file(options: argparse.Namespace) -> None:
    file = read_text(Path(options.file))
    engine = _prepared()
    with database.reading(engine) as session:
        known = _known(session)
    content = CONNECTORS[options.source](file, known)
    protected = protect(content.figures, indicators=known.indicators)
    with database.writing(engine) as session:
        added = register_areas(session, actor=None, areas=content.areas)
        published = publish(
            session,
            actor=None,
            figures=protected,
            connector=options.source,
            file_name=file.name,
            file_sha256=file.sha256,
            summary="\n".join(content.notes),
        )
        if options.dry_run:
            session.rollback()
    for sentence in _summary(content, file.name, options.source):
        print(sentence)
    if added:
        print(texts.AREAS_ADDED.format(count=count(added)))
    print(_outcome(published, dry_run=options.dry_run))


def _known(session: Session) -> Known:
    areas: dict[str, list[AreaFacts]] = {}
    for area in catalogue.areas(session):
        areas.setdefault(area.code, []).append(area)
    return Known(
        indicators={indicator.code: indicator for indicator in catalogue.indicators(session)},
        areas=areas,
        sources=frozenset(source.code for source in catalogue.sources(session)),
        this_year=date.today().year,  # noqa: DTZ011 - the year on the user's own calendar
    )


def _summary(content: FileContent, file_name: str, source: str) -> list[str]:
    periods = content.figures["period"].unique().sort()
    read = texts.READ.format(
        file=file_name,
        source=texts.SOURCE_NAMES[source],
        figures=count(content.figures.height),
        areas=count(content.figures["area"].n_unique()),
        first=periods[0],
        last=periods[-1],
    )
    return [read, *content.notes]


def _outcome(published: Published, *, dry_run: bool) -> str:
    if published.batch_id is None:
        return texts.STORED_NOTHING.format(unchanged=count(published.unchanged))
    return (texts.WOULD_STORE if dry_run else texts.STORED).format(
        new=count(published.new), changed=count(published.changed), unchanged=count(published.unchanged)
    )


def _print_figures(options: argparse.Namespace) -> None:
    with database.reading(_prepared()) as session:
        if options.indicator is not None:
            _indicator(session, options.indicator)
        if options.area is not None:
            _areas(session, options.area)
        print(",".join(tidy.COLUMNS))
        for part in tidy_figures.tidy(session, asker=None, indicator=options.indicator, area=options.area):
            sys.stdout.write(tidy.write(part, header=False))


def _explain(options: argparse.Namespace) -> None:
    with database.reading(_prepared()) as session:
        indicator = _indicator(session, options.indicator)
        candidates = _areas(session, options.area)
        found = [
            (area, figures.series(session, asker=None, areas=[area], indicator=indicator.code)) for area in candidates
        ]
        area, series = next(
            (one for one in reversed(found) if any(options.period in (None, figure.period) for figure in one[1])),
            found[-1],
        )
        if not any(options.period in (None, figure.period) for figure in series):
            periods = [figure.period for _, known in found for figure in known]
            form = texts.NO_SUCH_PERIOD if periods else texts.NO_FIGURES_YET
            raise NotFoundError(
                form.format(indicator=indicator.name, area=area.name, period=options.period, known=", ".join(periods))
            )
        reference = _reference(session, options.reference, area, indicator) if options.reference else None
        standing = [
            norm
            for norm in norms.norms(session, asker=None, area=area.code, indicator=indicator.code)
            if norm.state in STANDING and not norm.breakdown
        ]
        said = statements.explain(
            series,
            indicator=indicator,
            area_name=area.name,
            annotations=[
                one
                for one in catalogue.annotations(session)
                if one.indicator in (None, indicator.code) and one.area in (None, area.code)
            ],
            norm=standing[0] if standing else None,
            reference=reference,
            period=options.period,
        )
    print(json.dumps(said, ensure_ascii=False, indent=2, default=str))


def _reference(session: Session, code: str, area: AreaFacts, indicator: IndicatorFacts) -> statements.Reference:
    one = _areas(session, code)[-1]
    wholes = [whole.code for whole, _ in catalogue.wholes(session, area=area)]
    return statements.Reference(
        figures=figures.series(session, asker=None, areas=[one], indicator=indicator.code),
        name=one.name,
        is_large=one.kind in LARGE,
        contains_area=one.code in wholes or (one.kind == "country" and not area.fictional),
    )


def _indicator(session: Session, code: str) -> IndicatorFacts:
    known = {indicator.code: indicator for indicator in catalogue.indicators(session)}
    if code not in known:
        by_name = {indicator.name.lower(): indicator.code for indicator in known.values()}
        advice = _advice(code, known={**by_name, **{code: code for code in known}})
        raise NotFoundError(texts.NO_SUCH_INDICATOR.format(code=code, advice=advice).strip())
    return known[code]


def _areas(session: Session, code: str) -> list[AreaFacts]:
    """Every area that ever had this code, the oldest first."""
    everywhere = catalogue.areas(session)
    found = sorted((area for area in everywhere if area.code == code), key=lambda area: area.valid_from)
    if not found:
        shown = {area.code: texts.CODE_AND_NAME.format(code=area.code, name=area.name) for area in everywhere}
        known = {**{area.name.lower(): shown[area.code] for area in everywhere}, **shown}
        raise NotFoundError(texts.NO_SUCH_AREA.format(code=code, advice=_advice(code, known=known)).strip())
    return found


def _advice(typed: str, *, known: dict[str, str]) -> str:
    """The nearest known code or name, as a question."""
    names = {name.lower(): shown for name, shown in known.items()}
    near = nearest(typed.lower(), among=list(names))
    return texts.DID_YOU_MEAN.format(name=names[near]) if near else ""
