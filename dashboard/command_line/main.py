"""The command line: problems are Dutch sentences on stderr and exit 1, never a traceback."""

import argparse
import io
import json
import os
import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path

import psycopg
from alembic.util import CommandError
from sqlalchemy import Engine
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from dashboard.command_line import importing, options, printing
from dashboard.command_line.finding import NotFoundError
from dashboard.command_line.options import WrongUseError
from dashboard.formatting import count
from dashboard.sources.opening import open_file
from dashboard.sources.problems import RefusedError
from dashboard.texts import sources as texts
from data_models import database
from data_models.commands.publishing import OwnedElsewhereError, SameKeyError
from data_models.commands.resolving import UnknownCodesError
from seed_data.loader import prepare_database


def main(arguments: Sequence[str]) -> int:
    """Run one command; answers the exit code: 0, or 1 with a line per problem on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        typed = options.parse(arguments, import_file=_import, print_figures=_figures, explain=_explain)
        typed.run(typed)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read along has seen enough
    except KeyboardInterrupt:
        return _fail(texts.STOPPED)
    except (WrongUseError, NotFoundError) as error:
        return _fail(str(error))
    except RefusedError as error:
        return _fail(*error.sentences(), texts.REFUSED.format(file=typed.file))
    except (UnknownCodesError, SameKeyError, OwnedElsewhereError) as error:
        return _fail(_not_published(error))
    except (SQLAlchemyError, sqlite3.Error, psycopg.Error, CommandError, OSError) as error:
        return _fail(_database_sentence(error))
    return 0


def _not_published(error: UnknownCodesError | SameKeyError | OwnedElsewhereError) -> str:
    if isinstance(error, UnknownCodesError):
        kind = texts.KINDS_OF_CODES[error.kind]
        return texts.UNKNOWN_CODES.format(kind=kind, codes=", ".join(error.codes[:20]))
    if isinstance(error, OwnedElsewhereError):
        return texts.OWNED_ELSEWHERE.format(count=count(error.count))
    return texts.SAME_KEY_UNSEEN


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


def _import(typed: argparse.Namespace) -> None:
    file = open_file(Path(typed.file))  # before the database is opened or made: a bad file leaves no trace
    print(*importing.import_file(_prepared(), file=file, source=typed.source, dry_run=typed.dry_run), sep="\n")


def _figures(typed: argparse.Namespace) -> None:
    printing.print_figures(_prepared(), indicator=typed.indicator, area=typed.area)


def _explain(typed: argparse.Namespace) -> None:
    from dashboard.command_line.explaining import explain  # with statsmodels: three seconds that others need not wait

    said = explain(
        _prepared(),
        indicator_code=typed.indicator,
        area_code=typed.area,
        reference_code=typed.reference,
        period=typed.period,
    )
    print(json.dumps(said, ensure_ascii=False, indent=2, default=str))
