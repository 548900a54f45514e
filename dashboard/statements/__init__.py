"""Figure, reference and norm in, Dutch sentences out: every sentence about a figure on any screen comes from here."""

from dashboard.statements.asked import asked
from dashboard.statements.course import headline, trend
from dashboard.statements.explanation import Reference, explain
from dashboard.statements.figure import amounts, composed, composition_breaks, interval, level, not_composed
from dashboard.statements.more_years import (
    carried_back,
    joined,
    offer,
    pooled,
    revision_note,
    revision_notes,
    years_together,
)
from dashboard.statements.noticed import (
    clear_trend,
    counted_otherwise,
    gathered,
    norm_reached_or_behind,
    provisional,
    revised,
    withheld,
)
from dashboard.statements.reference import (
    clear_difference,
    comparison,
    comparison_in_short,
    no_reference_figure,
)
from dashboard.statements.since import since
from dashboard.statements.statement import Number, Statement, interval_in_unit, latest
from dashboard.statements.target import norm, progress, progress_in_short

__all__ = [
    "Number",
    "Reference",
    "Statement",
    "amounts",
    "asked",
    "carried_back",
    "clear_difference",
    "clear_trend",
    "comparison",
    "comparison_in_short",
    "composed",
    "composition_breaks",
    "counted_otherwise",
    "explain",
    "gathered",
    "headline",
    "interval",
    "interval_in_unit",
    "joined",
    "latest",
    "level",
    "no_reference_figure",
    "norm",
    "norm_reached_or_behind",
    "not_composed",
    "offer",
    "pooled",
    "progress",
    "progress_in_short",
    "provisional",
    "revised",
    "revision_note",
    "revision_notes",
    "since",
    "trend",
    "withheld",
    "years_together",
]
