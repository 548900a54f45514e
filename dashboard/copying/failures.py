"""Why there is no copy, or nothing was put back, as one Dutch sentence."""

from pathlib import Path

import psycopg

from dashboard.importing import failures
from dashboard.texts import copies as words
from data_models.access import NotAllowedError
from data_models.archive.reading import RefusedArchiveError
from data_models.archive.writing import NotWrittenError

FAILED = (RefusedArchiveError, NotWrittenError, NotAllowedError, *failures.DATABASE_FAILED)


def sentence(error: Exception, *, file: Path | str) -> str:
    """Why, with the name of the file as people know it."""
    if isinstance(error, RefusedArchiveError):
        return words.REFUSED[error.reason].format(file=file, where=error.where)
    if isinstance(error, NotWrittenError):
        return words.NOT_WRITTEN[error.reason].format(file=error.file)
    if isinstance(error, NotAllowedError):
        return words.NOT_ALLOWED
    if isinstance(getattr(error, "orig", error), psycopg.errors.InsufficientPrivilege):
        return words.NOT_ALL_SEEN
    return failures.database_failed(error)
