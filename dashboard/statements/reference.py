"""A figure beside a reference: higher, lower, or not enough to say so."""

from collections.abc import Mapping

from dashboard import formatting
from dashboard.calculations import comparison as comparing
from dashboard.calculations.denominators import bounded_share
from dashboard.calculations.intervals import ALERT_LEVEL, READING_LEVEL
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
    level: float = READING_LEVEL,
) -> Statement:
    """How the figure lies against a reference: its point value when that is large, else the difference of two.

    Only with the same indicator, period and breakdown; an area is never compared with itself. With a desired direction
    the words are gunstiger and ongunstiger; the verdict stays higher or lower.
    """
    reason = _not_comparable(figure, reference=reference, indicator=indicator)
    if reason:
        return _incomparable(texts.NOT_COMPARABLE, reason=reason, reference_name=reference_name)
    share, other = bounded_share(figure, indicator=indicator), bounded_share(reference, indicator=indicator)
    found = interval_in_unit(figure, indicator=indicator, level=level)
    value, against = figure.value, reference.value
    if share is None or found is None or value is None or against is None:
        return _incomparable(texts.NO_TEST, reason="missing", reference_name=reference_name)
    approximate = share.approximate
    if reference_is_large:
        outcome, method = comparing.against_point(found, reference=against), found.method
    elif other is not None:
        outcome, method = (
            comparing.against_share(share, reference=other, unit=indicator.unit, level=level),
            "two samples",
        )
        approximate = approximate or other.approximate
    else:
        return _incomparable(texts.NO_TEST, reason="missing", reference_name=reference_name)
    smallest = comparing.smallest_relevant_difference(
        value, unit=indicator.unit, catalogue=indicator.smallest_relevant_difference
    )
    outcome = comparing.weighed(outcome, difference=value - against, smallest=smallest)
    text = texts.COMPARED[_wording(outcome.value, indicator=indicator)].format(
        reference=reference_name,
        value=written(value, indicator=indicator),
        reference_value=written(against, indicator=indicator),
    )
    mixed = (figure.status == "provisional") != (reference.status == "provisional")
    if mixed:
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
        "approximate": approximate,
        "mixed_status": mixed,
    }
    return Statement(text, outcome.value, numbers)


def comparison_in_short(
    figure: FigureFacts,
    *,
    reference: FigureFacts,
    indicator: IndicatorFacts,
    area_name: str,
    reference_name: str,
    reference_is_large: bool,
) -> Statement:
    """Only the verdict, as it stands beside the figures themselves: "Almere: hoger."; or why there is none."""
    found = comparison(
        figure,
        reference=reference,
        indicator=indicator,
        reference_name=reference_name,
        reference_is_large=reference_is_large,
    )
    if found.verdict == comparing.ComparisonOutcome.NOT_COMPARABLE.value:
        return found
    wording = texts.COMPARED_IN_SHORT[_wording(found.verdict, indicator=indicator)]
    return Statement(_qualified(wording.format(area=area_name), numbers=found.numbers), found.verdict, found.numbers)


def clear_difference(
    figure: FigureFacts,
    *,
    reference: FigureFacts,
    indicator: IndicatorFacts,
    reference_name: str,
    reference_is_large: bool,
) -> Statement:
    """That a figure clearly differs from a reference, so surely (99,8%) that among many comparisons few are chance.

    The text is empty when it does not: nothing is said of what does not stand out.
    """
    found = comparison(
        figure,
        reference=reference,
        indicator=indicator,
        reference_name=reference_name,
        reference_is_large=reference_is_large,
        level=ALERT_LEVEL,
    )
    template = texts.CLEARLY_DIFFERENT.get(_wording(found.verdict, indicator=indicator))
    if template is None:
        return Statement("", found.verdict, found.numbers)
    text = template.format(
        name=indicator.short_name,
        reference=reference_name,
        period=formatting.in_period(figure.period),
        value=written(figure.value or 0.0, indicator=indicator),
        reference_value=written(reference.value or 0.0, indicator=indicator),
    )
    return Statement(_qualified(text, numbers=found.numbers), found.verdict, found.numbers)


def _qualified(text: str, *, numbers: Mapping[str, Number]) -> str:
    """The sentence, with what must be said of a comparison that is mixed or approximate."""
    if numbers["mixed_status"]:
        text = texts.MIXED_STATUS.format(text=text)
    return texts.COMPARED_APPROXIMATELY.format(text=text) if numbers["approximate"] else text


def no_reference_figure(reference_name: str, *, figure: FigureFacts) -> Statement:
    """What is said when the reference has no figure of the same period, or none of the figure's group in it."""
    reason = "absent group" if figure.breakdown else "absent"
    return _incomparable(texts.NOT_COMPARABLE, reason=reason, reference_name=reference_name)


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


def _wording(verdict: str, *, indicator: IndicatorFacts) -> str:
    moved = {"higher": "up", "lower": "down"}.get(verdict)
    if moved is None or indicator.desired_direction == "none":
        return verdict
    return "favourable" if moved == indicator.desired_direction else "unfavourable"
