"""The command line: problems are Dutch sentences on stderr and exit 1, never a traceback."""

import argparse
import io
import json
import os
import sys
from collections.abc import Sequence

from alembic.util import CommandError
from sqlalchemy import Engine

from dashboard.command_line import copying, expiring, importing, options, printing, regions
from dashboard.command_line.finding import NotFoundError
from dashboard.command_line.options import WrongUseError
from dashboard.importing import failures
from dashboard.texts import sources as texts
from data_models import database
from seed_data.loader import prepare_database


def main(arguments: Sequence[str]) -> int:
    """Run one command; answers the exit code: 0, or 1 with a line per problem on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        typed = options.parse(
            arguments,
            import_file=_import,
            print_figures=_figures,
            explain=_explain,
            backup=_backup,
            restore=_restore,
            begin_region=_region,
            expire=_expire,
        )
        typed.run(typed)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read along has seen enough
    except KeyboardInterrupt:
        return _fail(texts.STOPPED)
    except (WrongUseError, NotFoundError) as error:
        return _fail(str(error))
    except (importing.NotStoredError, copying.NotCopiedError) as error:
        return _fail(*error.sentences)
    except (*failures.DATABASE_FAILED, CommandError) as error:
        return _fail(failures.database_failed(error))
    return 0


def _fail(*sentences: str) -> int:
    for sentence in sentences:
        print(sentence, file=sys.stderr)
    return 1


def _prepared() -> Engine:
    engine = database.owner_engine()
    prepare_database(engine)
    return engine


def _import(typed: argparse.Namespace) -> None:
    importing.check(typed)
    for line in importing.import_figures(_prepared(), typed):
        print(line)


def _backup(typed: argparse.Namespace) -> None:
    for line in copying.backup(_prepared(), typed):
        print(line, flush=True)


def _restore(typed: argparse.Namespace) -> None:
    for line in copying.restore(_prepared(), typed):
        print(line, flush=True)


def _region(typed: argparse.Namespace) -> None:
    print(regions.begin(_prepared(), typed))


def _expire(typed: argparse.Namespace) -> None:
    for line in expiring.expire(_prepared(), typed):
        print(line, flush=True)


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
