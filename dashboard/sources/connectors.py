"""The sources that can be read, by the code people give on the command line: a source is one line here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from dashboard.sources import kwb, tidy
from dashboard.sources.reader import Known, Reader
from dashboard.sources.table import Opened

Progress = Callable[[int, int | None], None]  # rows so far, and how many there are when that is known


class Fetch(Protocol):
    """Asks the source's service for its figures; raises `ServiceError` with a Dutch sentence when that fails."""

    def __call__(self, *, known: Known, progress: Progress, address: str = "") -> Opened:
        """What the service answers, as a table; `address` when it is not the usual one."""


@dataclass(frozen=True, slots=True)
class Connector:
    """A source: how its files are read, how its service is asked (None: files only), and whose figures they are.

    `local` says that its figures are a region's own registration; others are public.
    """

    code: str
    read: Reader
    fetch: Fetch | None = None
    local: bool = False


CONNECTORS: dict[str, Connector] = {
    connector.code: connector
    for connector in (
        Connector("cbs-kwb", kwb.read),
        Connector("tidy", tidy.read),
    )
}
