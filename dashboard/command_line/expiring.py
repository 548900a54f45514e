"""`retention`: texts that are older than their region agreed; said first, and taken away with --yes."""

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy import Engine

from dashboard.command_line.options import WrongUseError
from dashboard.data import retention as data
from dashboard.texts import retention as words
from data_models import database
from data_models.commands.retention import remove_expired_of
from data_models.queries import regions
from data_models.queries.retention import expired_of, regions_with_retention


def expire(engine: Engine, typed: argparse.Namespace) -> Iterator[str]:
    """A line per region of what goes or went, one transaction each; raises `WrongUseError` for an unknown region."""
    with database.reading(engine) as session:
        agreed = regions_with_retention(session)
        if typed.region is not None:
            if regions.region_of_code(session, code=typed.region) is None:
                raise WrongUseError(words.UNKNOWN_REGION.format(region=typed.region))
            agreed = [one for one in agreed if one[1] == typed.region]
    if not agreed:
        yield words.NO_TERM.format(region=typed.region) if typed.region else words.NO_REGIONS
    for number, code, terms in agreed:
        said = {"region": code, "since": data.since(terms.before(datetime.now(UTC)))}
        if typed.yes:
            with database.writing(engine) as session:
                goes = remove_expired_of(session, region_id=number)
            yield words.LINE_DID.format(what=data.in_short(goes) or words.NOTHING, **said)
        else:
            with database.reading(engine) as session:
                goes = expired_of(session, region_id=number, before=terms.before(datetime.now(UTC)))
            yield words.LINE_WOULD.format(what=data.in_short(goes) or words.NOTHING, **said)
    if agreed:
        yield words.COPIES if typed.yes else words.ADD_YES
