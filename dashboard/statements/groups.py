"""Groups in words: each beside the whole it belongs to, and the gap between two of them."""

from collections.abc import Collection, Mapping, Sequence

from dashboard import formatting
from dashboard.calculations import comparison as comparing
from dashboard.calculations.comparison import ComparisonOutcome
from dashboard.calculations.denominators import SCALE, bounded_share
from dashboard.calculations.gap import Gap, gap
from dashboard.statements.statement import Number, Statement, interval_in_unit, written
from dashboard.texts import groups as texts
from data_models.facts import FigureFacts, IndicatorFacts

MOST_NAMES = 4  # groups that a message calls by name


def beside_whole(
    figure: FigureFacts, *, whole: FigureFacts | None, indicator: IndicatorFacts, whole_name: str
) -> Statement:
    """How a group lies against everybody it belongs to: its interval against the point value of the whole.

    The whole moves along with the group, so the difference varies less than the group does: the test is on the safe
    side. Only of the same period, source and kind of status; counts of groups of another size are not compared.
    """
    found = interval_in_unit(figure, indicator=indicator)
    reason = _not_beside(figure, whole=whole, indicator=indicator) or ("missing" if found is None else "")
    if reason or found is None or whole is None or whole.value is None or figure.value is None:
        words = texts.REASONS[reason].format(whole=whole_name)
        return Statement(words, ComparisonOutcome.NOT_COMPARABLE.value, {"reason": reason})
    smallest = _smallest(figure.value, indicator=indicator)
    outcome = comparing.weighed(
        comparing.against_point(found, reference=whole.value),
        difference=figure.value - whole.value,
        smallest=smallest,
    )
    numbers: dict[str, Number] = {"value": figure.value, "whole": whole.value, "lower": found.lower}
    numbers |= {"upper": found.upper, "smallest_relevant_difference": smallest}
    return Statement(texts.VERDICTS[outcome.value].format(whole=whole_name), outcome.value, numbers)


def groups_message(
    verdicts: Mapping[str, str],
    *,
    withheld: Collection[str],
    counts: bool,
    period: str,
    whole_name: str,
    called: str = texts.CALLED_ELSE,
) -> Statement:
    """Which groups lie higher and lower than everybody, in their own order; `verdicts` are by the group's name.

    `called` is what several of these groups are called: "groepen", "wijken".
    """
    shown = [name for name in verdicts if name not in withheld]
    if not shown:
        return Statement(texts.MESSAGE_NOTHING.format(period=period, called=called), "nothing")
    if counts:
        text = texts.MESSAGE_COUNTS.format(total=len(shown), period=period, called=called)
        return Statement(text, "counts")
    by_verdict = {
        "higher": [name for name in shown if verdicts[name] == "higher"],
        "lower": [name for name in shown if verdicts[name] == "lower"],
        "same": [name for name in shown if verdicts[name] == "no clear difference"],
        "nearly equal": [name for name in shown if verdicts[name] == "nearly equal"],
        "not comparable": [name for name in shown if verdicts[name] == "not comparable"],
        "withheld": [name for name in verdicts if name in withheld],
    }
    found = [
        texts.MESSAGE_PARTS[kind].format(names=_names(names, called=called))
        for kind, names in by_verdict.items()
        if names
    ]
    when = formatting.in_period(period)
    text = texts.MESSAGE.format(period=when[0].upper() + when[1:], whole=whole_name, found="; ".join(found))
    return Statement(text, "groups", {kind: len(names) for kind, names in by_verdict.items()})


def gap_between(
    figure: FigureFacts | None,
    *,
    other: FigureFacts | None,
    period: str,
    indicator: IndicatorFacts,
    names: tuple[str, str],
) -> Statement:
    """The difference between two groups in one period, with its interval; or why there is none.

    The numbers `difference`, `lower` and `upper` are in the unit, the first group minus the second.
    """
    reason, found = _measured(figure, other=other, indicator=indicator)
    when = formatting.in_period(period)
    when = when[0].upper() + when[1:]
    if found is None or figure is None or other is None or figure.value is None or other.value is None:
        words = texts.NO_GAP.format(period=when, reason=texts.NO_GAP_REASONS[reason])
        return Statement(words, ComparisonOutcome.NOT_COMPARABLE.value, {"reason": reason})
    scale = SCALE[indicator.unit]
    difference = figure.value - other.value
    lower, upper = found.lower * scale, found.upper * scale
    smallest = _smallest(figure.value, indicator=indicator)
    outcome = comparing.weighed(found.outcome, difference=difference, smallest=smallest)
    is_lower, clear = outcome is ComparisonOutcome.LOWER, outcome is not ComparisonOutcome.NO_CLEAR_DIFFERENCE
    bounds = (-upper, -lower) if is_lower else (lower, upper)
    text = texts.GAP[outcome.value].format(
        period=when,
        first=names[0],
        second=names[1],
        value=written(figure.value, indicator=indicator),
        other=written(other.value, indicator=indicator),
        difference=_size(abs(difference), indicator=indicator),
        lower=formatting.number(bounds[0], decimals=max(indicator.decimals, 1)),
        upper=(_size if clear else _signed)(bounds[1], indicator=indicator),
    )
    if (figure.status == "provisional") != (other.status == "provisional"):
        text = texts.GAP_MIXED.format(text=text)
    if found.approximate:
        text = texts.GAP_APPROXIMATE.format(text=text)
    return Statement(text, outcome.value, {"difference": difference, "lower": lower, "upper": upper})


def _measured(
    figure: FigureFacts | None, *, other: FigureFacts | None, indicator: IndicatorFacts
) -> tuple[str, Gap | None]:
    """The gap, or the reason why there is none."""
    if figure is None or other is None:
        return "absent", None
    if indicator.unit not in SCALE:
        return "count", None
    if figure.value is None or other.value is None:
        return "withheld", None
    if figure.source != other.source:
        return "source", None
    share, against = bounded_share(figure, indicator=indicator), bounded_share(other, indicator=indicator)
    if share is None or against is None:
        return "missing", None
    return "", gap(share, other=against, unit=indicator.unit)


def _not_beside(figure: FigureFacts, *, whole: FigureFacts | None, indicator: IndicatorFacts) -> str:
    if figure.value is None:
        return "withheld"
    if indicator.unit not in SCALE:
        return "count"
    if whole is None:
        return "absent"
    if whole.value is None:
        return "whole-withheld"
    if whole.source != figure.source:
        return "source"
    return "status" if (figure.status == "provisional") != (whole.status == "provisional") else ""


def _smallest(value: float, *, indicator: IndicatorFacts) -> float:
    return comparing.smallest_relevant_difference(
        value, unit=indicator.unit, catalogue=indicator.smallest_relevant_difference
    )


def _signed(value: float, *, indicator: IndicatorFacts) -> str:
    return formatting.change_with_unit(value, unit=indicator.unit, decimals=max(indicator.decimals, 1))


def _size(value: float, *, indicator: IndicatorFacts) -> str:
    return _signed(value, indicator=indicator).lstrip("+")


def _names(names: Sequence[str], *, called: str) -> str:
    if len(names) > MOST_NAMES:
        return texts.SOME.format(count=len(names), called=called)
    if len(names) == 1:
        return names[0]
    return texts.AND.format(first=", ".join(names[:-1]), last=names[-1])
