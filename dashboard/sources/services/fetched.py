"""Ready-made tables over the network: the right measures by their titles, only totals, only areas that are kept."""

import hashlib
from collections.abc import Mapping, Sequence

import polars as pl

from dashboard.sources import titles
from dashboard.sources.files.frame_table import FrameTable
from dashboard.sources.kwb.columns import AREA, DATE, SUBJECTS, columns
from dashboard.sources.kwb.forms import YEARS
from dashboard.sources.problems import Findings, Problem, RefusedError
from dashboard.sources.reader import Known
from dashboard.sources.ready_made import column_for, is_total
from dashboard.sources.ready_made_tables import AREAS, READY_MADE, ReadyMade
from dashboard.sources.services import odata
from dashboard.sources.services.service import Progress, Service, service_at
from dashboard.sources.services.table_metadata import TableMetadata
from dashboard.sources.table import LINE, Opened
from dashboard.texts import ready_made as texts

KEPT = ("NL*", "PV*", "GM*")  # areas of which figures are kept
KEPT_WIJKEN = ("NL*", "GM*", "WK*")


def fetch_ready_made(
    connector: str,
    *,
    known: Known,
    progress: Progress,
    address: str = "",
    table: str = "",
) -> Opened:
    """The table of a ready-made source as its service answers it; raises `ServiceError` or `RefusedError`."""
    form = next(form for form in READY_MADE if form.connector == connector and form.tables)
    asked = service_at(address)
    fetched = [_fetched(asked, table=table, form=form, known=known, progress=progress) for table in form.tables]
    return _together(fetched)


def fetch_kwb(*, known: Known, progress: Progress, address: str = "", table: str = "") -> Opened:
    """Every edition of Kerncijfers wijken en buurten, one table per year, with the year as a column."""
    asked = service_at(address)
    fetched = []
    for edition, year in YEARS.items():
        about = odata.metadata(asked, table=edition)
        named = {measure.path_and_unit: key for key, measure in about.measures.items()}
        found = columns([AREA, *named], advice=texts.LOOKS_LIKE_NOTHING)
        keys = {
            subject: named[found[subject][0]] for subject in SUBJECTS if found[subject] and subject not in (AREA, DATE)
        }
        opened, _ = odata.fetch_table(
            asked,
            table=edition,
            select=list(keys.values()),
            where={AREA: KEPT_WIJKEN},
            about=about,
            progress=progress,
        )
        frame = _frame(opened).rename({key: subject for subject, key in keys.items()})
        fetched.append(_with_frame(opened, frame.with_columns(pl.lit(f"1-1-{year}").alias(DATE))))
    return _together(fetched)


def _fetched(asked: Service, *, table: str, form: ReadyMade, known: Known, progress: Progress) -> Opened:
    about = odata.metadata(asked, table=table)
    keys = _keys(about, form=form, known=known)
    opened, _ = odata.fetch_table(asked, table=table, select=keys, where=_where(about, form), progress=progress)
    return odata.with_titles(opened, about=about)


def _keys(about: TableMetadata, *, form: ReadyMade, known: Known) -> list[str]:
    """The keys of the measures that are needed, found by what they are called."""
    by_title = {measure.path_and_unit: key for key, measure in about.measures.items()}
    found: list[str] = []
    missing: list[str] = []
    for measure in form.measures:
        indicator = known.indicators.get(measure.indicator)
        unit = indicator.unit if indicator and measure.role == "value" else "count"
        for called in measure.columns:
            exact = next((name for name in called if name in about.measures), "")
            title = "" if exact else column_for(called, header=list(by_title), unit=unit, name=measure.indicator)
            if exact or title:
                found.append(exact or by_title[title])
            elif not measure.optional:
                missing.append(called[-1])
    if missing or not found:
        names = texts.COMMA.join(missing) or form.source
        what = texts.FOREIGN.format(source=about.title, missing=texts.MISSING_COLUMNS.format(names=names))
        raise RefusedError([Problem(what, advice=texts.LOOKS_LIKE_NOTHING)])
    return found


def _where(about: TableMetadata, form: ReadyMade) -> Mapping[str, Sequence[str]]:
    """Only the areas that are kept, and of every other dimension only its total."""
    where: dict[str, Sequence[str]] = {}
    for name, codes in about.dimensions.items():
        if name in about.periods:
            continue
        if name in about.regions or titles.stem(name) in AREAS:
            where[name] = tuple(code for code in KEPT if any(one.startswith(code[:-1]) for one in codes))
            continue
        totals = sorted((code for code, title in codes.items() if is_total(title)), key=lambda code: len(codes[code]))
        totals = totals or [code for code in codes if is_total(code)]
        if not totals:
            raise RefusedError([Problem(texts.NO_TOTAL, column=name, value=form.source, advice=texts.NO_TOTAL_ADVICE)])
        where[name] = (totals[0],)
    return where


def _frame(opened: Opened) -> pl.DataFrame:
    table = opened.tables[0]
    return pl.concat(list(table.slices(columns=table.header, findings=Findings()))).drop(LINE)


def _with_frame(opened: Opened, frame: pl.DataFrame) -> Opened:
    return Opened(name=opened.name, sha256=opened.sha256, kind="csv", tables=(FrameTable(frame),), notes=opened.notes)


def _together(fetched: Sequence[Opened]) -> Opened:
    """Several tables of the same form as one; a column that one of them lacks is empty there."""
    if len(fetched) == 1:
        return fetched[0]
    frame = pl.concat([_frame(opened) for opened in fetched], how="diagonal").fill_null("")
    return Opened(
        name=texts.AND.join(opened.name for opened in fetched[:: max(len(fetched) - 1, 1)]),
        sha256=hashlib.sha256("".join(opened.sha256 for opened in fetched).encode()).hexdigest(),
        kind="csv",
        tables=(FrameTable(frame),),
        notes=tuple(dict.fromkeys(note for opened in fetched for note in opened.notes)),
    )
