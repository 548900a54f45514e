"""Beginning a region: only whoever owns the database does."""

import argparse

from sqlalchemy import Engine

from dashboard.command_line.options import WrongUseError
from dashboard.texts import regions as words
from data_models import database
from data_models.commands.regions import RegionRefusedError, add_region
from data_models.personal_data import PersonalDataError


def begin(engine: Engine, typed: argparse.Namespace) -> str:
    """Begin the region, and answer the line that says so; raises `WrongUseError` when it cannot be."""
    try:
        with database.writing(engine) as session:
            add_region(session, code=typed.code, name=typed.name)
    except RegionRefusedError as refused:
        about = {"name": words.A_REGION, **refused.about}
        raise WrongUseError(words.FAULTS[refused.fault].format(**about)) from refused
    except PersonalDataError as refused:
        raise WrongUseError(words.PERSONAL_DATA) from refused
    return words.BEGUN.format(name=" ".join(typed.name.split()), code=typed.code)
