"""What the first half of an import hands to the second: small, so that storing loads no reader of any source."""

from dataclasses import dataclass

from dashboard.importing.report import Report, Request
from dashboard.sources.columns.mapping import ColumnMapping
from data_models.facts import AreaDraft, BoundaryDraft
from data_models.protected import ProtectedFigures


@dataclass(frozen=True, slots=True)
class Batch:
    """What is stored beside the figures."""

    file_name: str
    sha256: str
    summary: str  # Dutch
    region_id: int | None = None  # whose figures they are; None: everybody's
    areas: tuple[AreaDraft, ...] = ()
    boundaries: tuple[BoundaryDraft, ...] = ()
    mapping: ColumnMapping | None = None  # to be remembered for files with this header
    header: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A preview, and (unless it was refused or asks something) what can be stored."""

    request: Request
    report: Report
    figures: ProtectedFigures | None = None
    batch: Batch | None = None
