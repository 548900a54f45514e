"""A figure beside a reference: higher, lower, or not enough to say so."""

from dashboard.calculations import comparison as comparing
from dashboard.calculations.denominators import bounded_share
from dashboard.statements.statement import Number, Statement, interval_in_unit, written
from dashboard.texts import statements as texts
from data_models.facts import FigureFacts, IndicatorFacts


def comparison(
    figure: FigureFacts,
    *,
    reference: FigureFacts,
    indicator: IndicatorFacts,
    reference_name: str,
    reference_is_large: bool,
    contains_area: bool = False,
) -> Statement:
    """How the figure lies against a reference: its point value when that is large, else the difference of two.

    Only with the same indicator, period and breakdown; an area is never compared with itself. With a desired direction
    the words are gunstiger and ongunstiger; the verdict stays higher or lower.
    """
    reason = _not_comparable(figure, reference=reference, indicator=indicator)
    if reason:
        return _incomparable(texts.NOT_COMPARABLE, reason=reason, reference_name=reference_name)
    share, other = bounded_share(figure, indicator=indicator), bounded_share(reference, indicator=indicator)
    found = interval_in_unit(figure, indicator=indicator)
    value, against = figure.value, reference.value
    if share is None or found is None or value is None or against is None:
        return _incomparable(texts.NO_TEST, reason="missing", reference_name=reference_name)
    approximate = share.approximate
    if reference_is_large:
        outcome, method = comparing.against_point(found, reference=against), found.method
    elif other is not None:
        outcome, method = comparing.against_share(share, reference=other, unit=indicator.unit), "two samples"
        approximate = approximate or other.approximate
    else:
        return _incomparable(texts.NO_TEST, reason="missing", reference_name=reference_name)
    smallest = comparing.smallest_relevant_difference(
        value, unit=indicator.unit, catalogue=indicator.smallest_relevant_difference
    )
    outcome = comparing.weighed(outcome, difference=value - against, smallest=smallest)
    text = texts.COMPARED[_wording(outcome, indicator=indicator)].format(
        reference=reference_name,
        value=written(value, indicator=indicator),
        reference_value=written(against, indicator=indicator),
    )
    if (figure.status == "provisional") != (reference.status == "provisional"):
        text = texts.MIXED_STATUS.format(text=text)
    if contains_area:
        text = texts.CONTAINS_AREA.format(text=text, reference=reference_name)
    if approximate:
        text = texts.COMPARED_APPROXIMATELY.format(text=text)
    numbers: dict[str, Number] = {
        "value": value,
        "reference_value": against,
        "difference": value - against,
        "lower": found.lower,
        "upper": found.upper,
        "level": found.level,
        "smallest_relevant_difference": smallest,
        "method": method,
    }
    return Statement(text, outcome.value, numbers)


def no_reference_figure(reference_name: str) -> Statement:
    """What is said when the reference has no figure of the same period and group."""
    return _incomparable(texts.NOT_COMPARABLE, reason="absent", reference_name=reference_name)


def _not_comparable(figure: FigureFacts, *, reference: FigureFacts, indicator: IndicatorFacts) -> str:
    if figure.indicator != reference.indicator:
        return "indicator"
    if figure.area == reference.area:
        return "itself"
    if figure.period != reference.period:
        return "period"
    if figure.breakdown != reference.breakdown:
        return "breakdown"
    if figure.value is None or reference.value is None:
        return "withheld"
    return "count" if indicator.unit == "count" else ""


def _incomparable(template: str, *, reason: str, reference_name: str) -> Statement:
    text = template.format(reference=reference_name, reason=texts.NOT_COMPARABLE_REASONS[reason])
    return Statement(text, comparing.ComparisonOutcome.NOT_COMPARABLE.value, {"reason": reason})


def _wording(outcome: comparing.ComparisonOutcome, *, indicator: IndicatorFacts) -> str:
    moved = {"higher": "up", "lower": "down"}.get(outcome.value)
    if moved is None or indicator.desired_direction == "none":
        return outcome.value
    return "favourable" if moved == indicator.desired_direction else "unfavourable"
