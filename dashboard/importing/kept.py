"""What was prepared, in the folder of its import until it is confirmed: figures only after they were protected."""

from dataclasses import dataclass

import polars as pl

from dashboard.importing.job_folder import JobFolder
from dashboard.importing.jobs import PREPARED
from dashboard.importing.prepared import Batch, Prepared
from dashboard.importing.records import as_json, from_json
from dashboard.importing.report import Report, Request
from data_models.protected import FIGURE_SCHEMA, ProtectedFigures

FIGURES = "figures.arrow"


@dataclass(frozen=True, slots=True)
class _Kept:
    """All but the figures."""

    request: Request
    report: Report
    batch: Batch


class NothingKeptError(Exception):
    """The folder holds nothing to store."""


def write(prepared: Prepared, *, folder: JobFolder) -> None:
    """Keep what can be stored."""
    if prepared.figures is None or prepared.batch is None:
        raise NothingKeptError(folder.id)
    draft = folder.path / f"{FIGURES}.draft"
    prepared.figures.frame.write_ipc(draft, compression="lz4")
    draft.replace(folder.path / FIGURES)
    folder.write(PREPARED, as_json(_Kept(prepared.request, prepared.report, prepared.batch)))


def read(folder: JobFolder) -> Prepared:
    """What `write` kept; raises `NothingKeptError`."""
    text = folder.read(PREPARED)
    if text is None:
        raise NothingKeptError(folder.id)
    kept = from_json(_Kept, text)
    frame = pl.read_ipc(folder.path / FIGURES).select(list(FIGURE_SCHEMA))
    return Prepared(kept.request, kept.report, ProtectedFigures(frame), kept.batch)


def drop(folder: JobFolder) -> None:
    """Forget the figures: they are stored."""
    folder.drop(PREPARED, FIGURES)
