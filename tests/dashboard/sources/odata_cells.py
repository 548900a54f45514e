"""Looking at what a service answered, in tests."""

from collections.abc import Callable

import polars as pl

from dashboard.sources.problems import Findings
from dashboard.sources.services.service import Limits, Service, Version
from dashboard.sources.table import Opened


def cells(opened: Opened) -> pl.DataFrame:
    """All cells of the one table."""
    table = opened.tables[0]
    return pl.concat(table.slices(columns=table.header, findings=Findings()))


def hasty(
    version: Version,
    address: str,
    *,
    waited: Callable[[float], None] = lambda seconds: None,
    limits: Limits | None = None,
) -> Service:
    """A service that does not sleep between two tries."""
    return Service(version, address, limits=limits or Limits(), sleep=waited)
