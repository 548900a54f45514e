"""A table of CBS over the network, in either version of OData, as if it were a file that someone opened."""

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl

from dashboard import formatting
from dashboard.sources.files.frame_table import FrameTable
from dashboard.sources.services import odata_v3, odata_v4
from dashboard.sources.services.asking import Asking
from dashboard.sources.services.service import Progress, Service, ServiceError, never, unseen
from dashboard.sources.services.table_metadata import Choice, TableMetadata
from dashboard.sources.table import Opened
from dashboard.texts import services as texts

STARS = {"Voorlopig": "*", "NaderVoorlopig": "**"}  # as StatLine marks periods
_TABLE = re.compile(r"[0-9A-Za-z_-]{2,20}")
_METADATA = {"v3": odata_v3.metadata, "v4": odata_v4.metadata}
_FRAME = {"v3": odata_v3.frame, "v4": odata_v4.frame}
_SLICE = 100_000  # rows hashed at a time


def metadata(service: Service, *, table: str, cancelled: Callable[[], bool] = never) -> TableMetadata:
    """What a table is about: its measures with titles and units, and the codes of its dimensions.

    Raises `ServiceError` with a Dutch sentence.
    """
    with Asking(service, table=_checked(table), cancelled=cancelled) as asking:
        return _METADATA[service.version](asking)


def fetch_table(
    service: Service,
    *,
    table: str,
    select: Sequence[str] = (),
    where: Mapping[str, Sequence[str]] | None = None,
    progress: Progress = unseen,
    cancelled: Callable[[], bool] = never,
    about: TableMetadata | None = None,
    cache: Path | None = None,
) -> tuple[Opened, TableMetadata]:
    """The table as one wide table of text cells, and what its columns and codes mean.

    Columns are the dimensions and the measures in `select` (empty: all), by their keys (v3: `Leerlingen_1`, v4:
    `M001234`). `where` names per dimension the codes that count; a code that ends on `*` stands for all codes that
    begin so: `{"RegioS": ("GM*", "NL*"), "Geslacht": ("T001038",)}`. Codes are without padding; a provisional period
    has `*` behind its code, a revised provisional one `**`; `.` is a figure that the source does not show, an empty
    cell one that cannot exist. `about` is the table's `metadata` when it was asked already. Fetching goes on from the
    pages in the folder `cache` (the service's own when None), if the table did not change.
    Raises `ServiceError` with a Dutch sentence, and `FetchCancelledError` once `cancelled()` says so.
    """
    choice = Choice(tuple(select), {name: tuple(codes) for name, codes in (where or {}).items()})
    with Asking(service, table=_checked(table), cancelled=cancelled) as asking:
        about = about or _METADATA[service.version](asking)
        _check(choice, about, service)
        frame = _FRAME[service.version](
            asking, metadata=about, choice=choice, cache=cache or service.kept, progress=progress
        )
    for name in (name for name, codes in choice.where.items() if codes):
        frame = frame.filter(choice.counts(name))
    if frame.is_empty():
        raise service.error("no-rows", texts.NO_ROWS, advice=texts.NO_ROWS_ADVICE, table=table)
    dimensions = list(about.dimensions)
    frame = frame.with_columns(_starred(name, about) for name in about.periods).sort(dimensions)
    today = date.today()  # noqa: DTZ011 - the day on the user's own calendar
    opened = Opened(
        name=texts.TABLE_NAME.format(table=table, day=formatting.day(today)),
        sha256=fingerprint(frame, table=table),
        kind="csv",
        tables=(FrameTable(frame),),
        notes=() if about.says_status or not about.periods else (texts.STATUS_UNKNOWN,),
    )
    return opened, about


def with_titles(opened: Opened, *, about: TableMetadata) -> Opened:
    """The same table with its measures called as StatLine calls them: `Leeftijd/0 tot 15 jaar (aantal)`.

    For tables whose keys are not known beforehand, and those of version 4, whose keys say nothing.
    """
    (table,) = opened.tables
    names = {key: measure.path_and_unit for key, measure in about.measures.items() if key in table.header}
    if not isinstance(table, FrameTable) or len(set(names.values())) < len(names):
        return opened
    return replace(opened, tables=(table.renamed(names),))


def _checked(table: str) -> str:
    if not _TABLE.fullmatch(table):
        raise ServiceError("table", texts.BAD_TABLE, value=table, advice=texts.BAD_TABLE_ADVICE)
    return table


def _check(choice: Choice, about: TableMetadata, service: Service) -> None:
    """Every name in the choice must be one of the table's."""
    unknown = [key for key in choice.select if key not in about.measures and key not in about.dimensions]
    unknown += [name for name in choice.where if name not in about.dimensions]
    if unknown:
        raise service.error(
            "not-a-measure", texts.NOT_A_MEASURE, advice=texts.NOT_A_MEASURE_ADVICE, table=about.table, key=unknown[0]
        )


def _starred(name: str, about: TableMetadata) -> pl.Expr:
    starred = {code: f"{code}{STARS[status]}" for code, status in about.period_status.items() if status in STARS}
    return pl.col(name).replace(starred)


def fingerprint(frame: pl.DataFrame, *, table: str) -> str:
    """The same for the same figures, whenever they were fetched and on how many pages."""
    digest = hashlib.sha256(f"{table}\n{','.join(frame.columns)}\n".encode())
    for start in range(0, frame.height, _SLICE):
        digest.update(frame.slice(start, _SLICE).write_csv(include_header=False).encode())
    return digest.hexdigest()
