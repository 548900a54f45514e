"""What kept an import from being stored, as one Dutch sentence."""

import sqlite3

import psycopg
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from dashboard import outages
from dashboard.calculations.ranges import NoSolutionError
from dashboard.formatting import counted
from dashboard.texts import importing as words
from dashboard.texts import personal_data as personal_words
from dashboard.texts import sources as texts
from dashboard.texts import withholding
from data_models import database
from data_models.commands.comparing import OwnedElsewhereError
from data_models.commands.publishing import LostReferenceError
from data_models.commands.resolving import UnknownCodesError
from data_models.commands.staging import ImpossibleFigureError, SameKeyError
from data_models.outages import Outage, outage
from data_models.personal_data import PersonalDataError

NOT_PUBLISHED = (
    UnknownCodesError,
    SameKeyError,
    OwnedElsewhereError,
    ImpossibleFigureError,
    LostReferenceError,
    NoSolutionError,
    PersonalDataError,
)
DATABASE_FAILED = (SQLAlchemyError, sqlite3.Error, psycopg.Error, OSError)
_MOST_CODES = 20  # named in a sentence


def not_published(error: Exception) -> str:
    """Why figures that were read could not be stored."""
    if isinstance(error, UnknownCodesError):
        kind = texts.KINDS_OF_CODES[error.kind]
        return texts.UNKNOWN_CODES.format(kind=kind, codes=", ".join(error.codes[:_MOST_CODES]))
    if isinstance(error, OwnedElsewhereError):
        unseen = error.count is None
        return texts.OWNED_UNSEEN if unseen else counted(error.count or 0, forms=texts.OWNED_ELSEWHERE)
    if isinstance(error, SameKeyError):
        return texts.SAME_KEY_UNSEEN
    if isinstance(error, PersonalDataError):
        return personal_words.FOUND_IN_FILE_NAME.format(found=personal_words.found(error.kinds))
    if isinstance(error, NoSolutionError):
        return withholding.CANNOT_BE_TOLD
    return words.LOST_REFERENCE if isinstance(error, LostReferenceError) else words.IMPOSSIBLE_FIGURE


def database_failed(error: Exception) -> str:
    """Why the database did not answer, with where it is."""
    try:
        place = database.database_url().render_as_string(hide_password=True)
    except ArgumentError:
        return texts.DATABASE_ADDRESS
    found = outage(error)
    if found in (Outage.FULL, Outage.READ_ONLY):
        return outages.sentence(error)
    return (texts.DATABASE_BUSY if found is Outage.BUSY else texts.DATABASE_UNREACHABLE).format(place=place)
