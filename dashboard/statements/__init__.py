"""Figure, reference and norm in, Dutch sentences out: every sentence about a figure on any screen comes from here."""

from dashboard.statements.course import headline, trend
from dashboard.statements.explanation import Reference, explain
from dashboard.statements.figure import amounts, composed, interval, level
from dashboard.statements.more_years import carried_back, joined, offer, pooled, revision_note
from dashboard.statements.reference import comparison, no_reference_figure
from dashboard.statements.statement import Number, Statement, interval_in_unit, latest
from dashboard.statements.target import norm, progress, progress_in_short

__all__ = [
    "Number",
    "Reference",
    "Statement",
    "amounts",
    "carried_back",
    "comparison",
    "composed",
    "explain",
    "headline",
    "interval",
    "interval_in_unit",
    "joined",
    "latest",
    "level",
    "no_reference_figure",
    "norm",
    "offer",
    "pooled",
    "progress",
    "progress_in_short",
    "revision_note",
    "trend",
]
