"""`retention`: texts that are older than their region agreed; said first, and taken away with --yes."""

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy import Engine

from dashboard.command_line.options import WrongUseError
from dashboard.formatting import count, day
from dashboard.texts import retention as words
from data_models import database
from data_models.commands.retention import remove_expired_of
from data_models.queries import regions
from data_models.queries.retention import Expired, expired_of, regions_with_retention, years_before


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
    for number, code, years in agreed:
        before = years_before(datetime.now(UTC), years=years)
        if typed.yes:
            with database.writing(engine) as session:
                goes = remove_expired_of(session, region_id=number)
            yield _line(words.LINE_DID, goes, region=code, before=before, years=years)
        else:
            with database.reading(engine) as session:
                goes = expired_of(session, region_id=number, before=before)
            yield _line(words.LINE_WOULD, goes, region=code, before=before, years=years)
    if agreed and not typed.yes:
        yield words.ADD_YES


def _line(template: str, goes: Expired, *, region: str, before: datetime, years: int) -> str:
    return template.format(
        region=region,
        contributions=count(sum(goes.contributions.values())),
        practice=count(goes.practice),
        invited=count(goes.invited),
        day=day(before.date()),
        years=years,
    )
