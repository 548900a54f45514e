"""Everything the screens would say about a figure, with the numbers it rests on, ready to be written as JSON."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.calculations.composed import Composed
from dashboard.calculations.denominators import SCALE, bounded_share
from dashboard.calculations.intervals import nominal_interval
from dashboard.calculations.successions import CarriedBack
from dashboard.statements.course import headline, trend
from dashboard.statements.figure import amounts, interval, level
from dashboard.statements.figure import composed as composed_in_words
from dashboard.statements.more_years import Replaced, carried_back, offer, pooled, revision_notes
from dashboard.statements.reference import comparison, no_reference_figure
from dashboard.statements.statement import Statement, last, latest
from dashboard.statements.target import norm as norm_in_words
from dashboard.statements.target import progress
from data_models.facts import AnnotationFacts, FigureFacts, IndicatorFacts, NormFacts

DECIMALS = 10  # of a number in JSON: finer than any published test value, without the noise of binary fractions


@dataclass(frozen=True, slots=True)
class Reference:
    """What a figure is compared with: an area's figures, its name, and whether its own chance may be ignored."""

    figures: Sequence[FigureFacts]
    name: str
    is_large: bool  # Nederland, a province
    contains_area: bool = False


def explain(
    figures: Sequence[FigureFacts],
    *,
    indicator: IndicatorFacts,
    area_name: str,
    annotations: Iterable[AnnotationFacts] = (),
    norm: NormFacts | None = None,
    reference: Reference | None = None,
    period: str | None = None,
    carried: CarriedBack | None = None,
    composed: Composed | None = None,
    replaced: Sequence[Replaced] = (),
) -> dict[str, Any]:
    """Every statement about one area's series, for its latest figure or that of `period`; {} when there is none.

    Bounds and values are in the indicator's unit, as `unit` says; `proportion` repeats the bounds as a share of one.
    With a period, what came later is left out. `comparison` and `progress` are None without reference and norm,
    `pooled` when three years cannot be summed, `carried_back` and `composed` when the source has the series itself;
    `revisions` are what `replaced` figures were, the last year first.
    """
    annotations = tuple(annotations)
    chosen = latest(figures) or last(figures)
    figure = chosen if period is None else next((f for f in figures if f.period == period), None)
    if figure is None:
        return {}
    until = [f for f in figures if f.year <= figure.year]
    moving = trend(until, indicator=indicator, annotations=annotations)
    return {
        "indicator": figure.indicator,
        "area": figure.area,
        "area_name": area_name,
        "period": figure.period,
        "breakdown": figure.breakdown,
        "unit": indicator.unit,
        "status": figure.status,
        "headline": headline(until, indicator=indicator, annotations=annotations, area_name=area_name).text,
        "level": _written_out(level(figure, indicator=indicator, area_name=area_name)),
        "amounts": _written_out(amounts(figure, indicator=indicator)),
        "interval": _interval(figure, indicator=indicator),
        "comparison": None if reference is None else _comparison(figure, indicator=indicator, reference=reference),
        "trend": {**_written_out(moving), "chi_squared": moving.numbers["chi_squared"]},
        "norm": None if norm is None else norm_in_words(norm, indicator=indicator).text,
        "progress": (
            None
            if norm is None
            else _written_out(progress(until, norm=norm, indicator=indicator, annotations=annotations))
        ),
        "pooled": _pooled(until, indicator=indicator, annotations=annotations),
        "carried_back": _optional(carried_back(carried) if carried else None),
        "revisions": revision_notes(until, kept=replaced, indicator=indicator),
        "composed": _optional(composed_in_words(composed) if composed else None),
    }


def _written_out(statement: Statement) -> dict[str, Any]:
    numbers = {
        name: round(number, DECIMALS) if isinstance(number, float) else number
        for name, number in statement.numbers.items()
    }
    return {"verdict": statement.verdict, "text": statement.text, "numbers": numbers}


def _optional(statement: Statement | None) -> dict[str, Any] | None:
    return None if statement is None else _written_out(statement)


def _pooled(
    figures: Sequence[FigureFacts], *, indicator: IndicatorFacts, annotations: Sequence[AnnotationFacts]
) -> dict[str, Any] | None:
    """Three years together, as the screen offers it when one year cannot settle it, else as the foot of the table."""
    said = offer(figures, indicator=indicator, annotations=annotations)
    together = said or pooled(figures, indicator=indicator, annotations=annotations)
    return _written_out(together) if together.text else None


def _interval(figure: FigureFacts, *, indicator: IndicatorFacts) -> dict[str, Any]:
    said = interval(figure, indicator=indicator)
    found = {key: said.numbers.get(key) for key in ("lower", "upper", "level", "method")}
    written: dict[str, Any] = {
        **found,
        "unit": indicator.unit,
        "approximate": said.verdict == "approximate",
        "text": said.text,
    }
    share = bounded_share(figure, indicator=indicator)
    if share is None:
        return written
    scale = SCALE.get(indicator.unit, 1.0)
    unrounded = nominal_interval(share, unit=indicator.unit)
    lower, upper = said.numbers["lower"], said.numbers["upper"]
    if isinstance(lower, float) and isinstance(upper, float) and indicator.unit in SCALE:
        written["proportion"] = {"lower": lower / scale, "upper": upper / scale}
    written["without_rounding"] = {"lower": unrounded.lower * scale, "upper": unrounded.upper * scale}
    return written


def _comparison(figure: FigureFacts, *, indicator: IndicatorFacts, reference: Reference) -> dict[str, Any]:
    same = (f for f in reference.figures if f.period == figure.period and f.breakdown == figure.breakdown)
    against = next(same, None)
    if against is None:
        said = no_reference_figure(reference.name, figure=figure)
    else:
        said = comparison(
            figure,
            reference=against,
            indicator=indicator,
            reference_name=reference.name,
            reference_is_large=reference.is_large,
            contains_area=reference.contains_area,
        )
    return {**_written_out(said), "reference": reference.name}
