"""The sources that can be read, by the code people give on the command line: a source is one line here."""

from dataclasses import dataclass
from functools import partial
from typing import Protocol

from dashboard.sources import any_table, boundaries, duo, spreadsheet, tidy
from dashboard.sources.kwb import kerncijfers as kwb
from dashboard.sources.reader import Answers, FileContent, Known, Reader
from dashboard.sources.ready_made import reader
from dashboard.sources.recognising import refuse_what_has_no_figures
from dashboard.sources.services import fetched
from dashboard.sources.services.fetched import fetch_ready_made
from dashboard.sources.services.service import Progress
from dashboard.sources.table import Opened


class Fetch(Protocol):
    """Asks the source's service for its figures; raises `ServiceError` with a Dutch sentence when that fails."""

    def __call__(self, *, known: Known, progress: Progress, address: str = "", table: str = "") -> Opened:
        """What the service answers, as a table.

        `address` is that of the service, when it is not the usual one; `table` the number of the table, for the
        source that can read any table.
        """


@dataclass(frozen=True, slots=True)
class Connector:
    """A source: how its files are read, how its service is asked (None: files only), and whose figures they are.

    `local` says that its figures are a region's own registration; others are public.
    """

    code: str
    read: Reader
    fetch: Fetch | None = None
    local: bool = False


def _with_figures(read: Reader) -> Reader:
    """The same reader, that says of boundaries and of outlines of regions what they are."""

    def read_figures(opened: Opened, *, known: Known, answers: Answers) -> FileContent:
        refuse_what_has_no_figures(opened)
        return read(opened, known=known, answers=answers)

    return read_figures


def _of_cbs(code: str) -> Connector:
    """A table of CBS that is known beforehand."""
    return Connector(code, reader(code), fetch=partial(fetch_ready_made, code))


CONNECTORS: dict[str, Connector] = {
    connector.code: connector
    for connector in (
        Connector("cbs-kwb", reader("cbs-kwb", otherwise=kwb.read), fetch=fetched.fetch_kwb),
        _of_cbs("cbs-85098NED"),
        _of_cbs("cbs-84780NED"),
        _of_cbs("cbs-85489NED"),
        _of_cbs("cbs-85490NED"),
        _of_cbs("cbs-70072ned"),
        _of_cbs("cbs-jeugdzorg-leeftijd"),
        Connector("cbs-odata", any_table.read, fetch=any_table.fetch),
        Connector("duo-schooladviezen", duo.read),
        Connector("grenzen", boundaries.read),
        Connector("spreadsheet", _with_figures(spreadsheet.read), local=True),
        Connector("tidy", _with_figures(tidy.read)),
    )
}
