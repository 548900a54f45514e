"""Figure, reference and norm in, Dutch sentences out: every sentence about a figure on any screen comes from here."""

from dashboard.statements.course import headline, trend
from dashboard.statements.explanation import Reference, explain
from dashboard.statements.figure import amounts, composed, interval, level
from dashboard.statements.reference import comparison, no_reference_figure
from dashboard.statements.statement import Number, Statement, interval_in_unit, latest
from dashboard.statements.target import norm, progress, progress_in_short

__all__ = [
    "Number",
    "Reference",
    "Statement",
    "amounts",
    "comparison",
    "composed",
    "explain",
    "headline",
    "interval",
    "interval_in_unit",
    "latest",
    "level",
    "no_reference_figure",
    "norm",
    "progress",
    "progress_in_short",
    "trend",
]
