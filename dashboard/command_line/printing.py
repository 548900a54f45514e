"""`figures`: the tidy form on standard output, in slices."""

import sys

from sqlalchemy import Engine

from dashboard.command_line.finding import areas_of, indicator_of
from dashboard.sources import tidy
from data_models import database
from data_models.queries import tidy_figures


def print_figures(engine: Engine, *, indicator: str | None, area: str | None) -> None:
    """Print the public figures of one indicator or all, of one area or all; raises `NotFoundError`."""
    with database.reading(engine) as session:
        if indicator is not None:
            indicator_of(session, indicator)
        if area is not None:
            areas_of(session, area)
        print(",".join(tidy.COLUMNS))
        for part in tidy_figures.tidy(session, asker=None, indicator=indicator, area=area):
            sys.stdout.write(tidy.write(part, header=False))
