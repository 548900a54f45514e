"""Figure, reference and norm in, Dutch sentences out: every sentence about a figure on any screen comes from here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dashboard import formatting
from dashboard.calculations import comparison as comparing
from dashboard.calculations import progress as progressing
from dashboard.calculations import series
from dashboard.calculations import trend as trending
from dashboard.calculations.composed import Composed
from dashboard.calculations.denominators import SCALE, bounded_share, is_derived
from dashboard.calculations.intervals import Interval, interval_of
from dashboard.texts import statements as texts
from data_models.facts import AnnotationFacts, FigureFacts, IndicatorFacts, NormFacts

Number = float | int | str | None

_SMALL = ("small-count", "small-group", "complementary")  # reasons of a value that exists and is protected
_ACHIEVED = (progressing.ProgressOutcome.ACHIEVED, progressing.ProgressOutcome.ACHIEVED_MAYBE_CHANCE)


@dataclass(frozen=True, slots=True)
class Statement:
    """A Dutch sentence, the verdict it words (English, for code to ask) and the numbers it rests on, in the unit."""

    text: str
    verdict: str
    numbers: Mapping[str, Number] = field(default_factory=dict)


def latest(figures: Iterable[FigureFacts]) -> FigureFacts | None:
    """The last annual figure that has a value or is withheld as a small count; None when there is neither."""
    candidates = [f for f in figures if series.is_annual(f) and (f.value is not None or f.reason in _SMALL)]
    return max(candidates, key=lambda figure: figure.year, default=None)


def interval_in_unit(figure: FigureFacts, *, indicator: IndicatorFacts) -> Interval | None:
    """The 95% interval of a figure in the indicator's unit; None where there is no count or no denominator."""
    share = bounded_share(figure, indicator=indicator)
    if share is None:
        return None
    return interval_of(share, unit=indicator.unit).scaled(SCALE.get(indicator.unit, 1.0))


def level(
    figure: FigureFacts, *, indicator: IndicatorFacts, area_name: str = "", breakdown_name: str = ""
) -> Statement:
    """How it is: "Ruim 1 op de 9 kinderen en jongeren in Almere kreeg in 2024 jeugdzorg."; or why it is not shown."""
    if figure.value is None:
        return _withheld(figure, indicator=indicator)
    subject = indicator.subject
    if breakdown_name:
        subject = texts.GROUP_WITHIN.format(subject=subject, breakdown=breakdown_name)
    template, value = _level_template(figure, indicator=indicator)
    sentence = template.format(
        fraction=value,
        value=value,
        subject=subject,
        name=indicator.name,
        in_area=texts.IN_AREA.format(area=area_name) if area_name else "",
        verb=indicator.verb,
        period=formatting.in_period(figure.period),
        complement=indicator.complement,
    )
    sentence = " ".join(sentence.split()).replace(" .", ".")
    if figure.status == "estimated":
        sentence = texts.ESTIMATED_LEVEL.format(sentence=sentence[0].lower() + sentence[1:])
    return Statement(sentence[0].upper() + sentence[1:], "shown", {"value": figure.value})


def _level_template(figure: FigureFacts, *, indicator: IndicatorFacts) -> tuple[str, str]:
    value = figure.value or 0.0
    written = formatting.number(value, decimals=indicator.decimals)
    if indicator.unit == "percentage" and indicator.subject:
        if value > 0:
            return texts.LEVEL_SHARE, str(formatting.one_in(value / SCALE["percentage"]))
        return (texts.LEVEL_HARDLY_ANYBODY if figure.numerator else texts.LEVEL_NOBODY), written
    if indicator.unit == "percentage":
        return texts.LEVEL_MEASURED, str(formatting.one_in(value / SCALE["percentage"])) or written
    if indicator.unit == "per_1000" and indicator.subject:
        return texts.LEVEL_RATE, written
    if indicator.unit == "count" and indicator.subject:
        return (texts.LEVEL_COUNT if value else texts.LEVEL_NO_ONE), written
    if indicator.unit == "scale":
        return texts.LEVEL_MEASURED, texts.LEVEL_SCALE.format(value=written)
    return texts.LEVEL_MEASURED, _written(value, indicator=indicator)


def _withheld(figure: FigureFacts, *, indicator: IndicatorFacts) -> Statement:
    template = texts.WITHHELD.get(figure.reason, texts.WITHHELD_OTHERWISE)
    return Statement(template.format(minimum=indicator.minimum_count), "withheld", {"reason": figure.reason})


def amounts(figure: FigureFacts, *, indicator: IndicatorFacts) -> Statement:
    """The numbers behind it: "7.400 van 63.248 (noemer afgeleid) · 11,7%"."""
    if figure.value is None:
        if figure.numerator is None:
            return _withheld(figure, indicator=indicator)
        text = texts.AMOUNTS_COUNT_ONLY.format(count=formatting.count(figure.numerator))
        return Statement(text, "withheld", {"numerator": figure.numerator, "reason": figure.reason})
    share = bounded_share(figure, indicator=indicator)
    denominator = share.nominal.denominator if share and indicator.unit in SCALE else figure.denominator
    value = _written(figure.value, indicator=indicator)
    if indicator.unit not in SCALE:
        template = "{value}"
    elif figure.numerator is None:
        template = texts.AMOUNTS_NO_COUNT
    elif denominator is None:
        template = texts.AMOUNTS_NO_DENOMINATOR
    elif figure.status == "estimated":
        template = texts.AMOUNTS_ESTIMATED
    else:
        template = texts.AMOUNTS_DERIVED if is_derived(figure, indicator=indicator) else texts.AMOUNTS
    text = template.format(
        value=value,
        count="" if figure.numerator is None else formatting.count(figure.numerator),
        denominator="" if denominator is None else formatting.count(denominator),
    )
    if figure.status == "provisional":
        text = texts.PROVISIONAL.format(text=text)
    return Statement(text, "shown", {"numerator": figure.numerator, "denominator": denominator, "value": figure.value})


def interval(figure: FigureFacts, *, indicator: IndicatorFacts) -> Statement:
    """How much it could have come out differently by chance, at 95%."""
    found = interval_in_unit(figure, indicator=indicator)
    share = bounded_share(figure, indicator=indicator)
    if found is None or share is None:
        return Statement(texts.NO_INTERVAL, "no interval")
    template = texts.INTERVAL_APPROXIMATE if share.approximate else texts.INTERVAL
    text = template.format(
        lower=_written(found.lower, indicator=indicator),
        upper=_written(found.upper, indicator=indicator),
        level=formatting.percentage(found.level * 100, decimals=0),
    )
    numbers = {"lower": found.lower, "upper": found.upper, "level": found.level, "method": found.method}
    return Statement(text, "approximate" if share.approximate else "interval", numbers)


def comparison(
    figure: FigureFacts,
    reference: FigureFacts,
    *,
    indicator: IndicatorFacts,
    reference_name: str,
    reference_is_large: bool,
    contains_area: bool = False,
) -> Statement:
    """How the figure lies against a reference: its point value when that is large, else the difference of two.

    Only with the same indicator, period and breakdown; an area is never compared with itself. With a desired direction
    the words are gunstiger and ongunstiger; the verdict stays higher or lower.
    """
    reason = _not_comparable(figure, reference, indicator=indicator)
    if reason:
        return _incomparable(texts.NOT_COMPARABLE, reason, reference_name)
    share, other = bounded_share(figure, indicator=indicator), bounded_share(reference, indicator=indicator)
    found = interval_in_unit(figure, indicator=indicator)
    if share is None or found is None or (other is None and not reference_is_large):
        return _incomparable(texts.NO_TEST, "missing", reference_name)
    value, against = figure.value or 0.0, reference.value or 0.0
    if reference_is_large or other is None:
        outcome = comparing.against_point(found, reference=against)
    else:
        outcome = comparing.against_share(share, reference=other, unit=indicator.unit)
    smallest = comparing.smallest_relevant_difference(
        value, unit=indicator.unit, catalogue=indicator.smallest_relevant_difference
    )
    outcome = comparing.weighed(outcome, difference=value - against, smallest=smallest)
    text = texts.COMPARED[_wording(outcome, indicator=indicator)].format(
        reference=reference_name,
        value=_written(value, indicator=indicator),
        reference_value=_written(against, indicator=indicator),
    )
    if (figure.status == "provisional") != (reference.status == "provisional"):
        text = texts.MIXED_STATUS.format(text=text)
    if contains_area:
        text = texts.CONTAINS_AREA.format(text=text, reference=reference_name)
    if share.approximate or (other is not None and other.approximate and not reference_is_large):
        text = texts.COMPARED_APPROXIMATELY.format(text=text)
    numbers: dict[str, Number] = {
        "value": value,
        "reference_value": against,
        "difference": value - against,
        "lower": found.lower,
        "upper": found.upper,
        "level": found.level,
        "smallest_relevant_difference": smallest,
        "method": found.method if reference_is_large else "two samples",
    }
    return Statement(text, outcome.value, numbers)


def _not_comparable(figure: FigureFacts, reference: FigureFacts, *, indicator: IndicatorFacts) -> str:
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


def _incomparable(template: str, reason: str, reference_name: str) -> Statement:
    text = template.format(reference=reference_name, reason=texts.NOT_COMPARABLE_REASONS[reason])
    return Statement(text, comparing.ComparisonOutcome.NOT_COMPARABLE.value, {"reason": reason})


def _wording(outcome: comparing.ComparisonOutcome, *, indicator: IndicatorFacts) -> str:
    moved = {"higher": "up", "lower": "down"}.get(outcome.value)
    if moved is None or indicator.desired_direction == "none":
        return outcome.value
    return "favourable" if moved == indicator.desired_direction else "unfavourable"


def trend(
    figures: Sequence[FigureFacts],
    *,
    indicator: IndicatorFacts,
    annotations: Iterable[AnnotationFacts] = (),
    since: int | None = None,
) -> Statement:
    """Whether one area's figures rise or fall, over the last stretch that may stand on one line.

    Provisional and final figures are never tested together: `series.comparable_run` takes the last final stretch, so a
    provisional year at the end is shown but not tested. "Sinds `since`" is said only when the trend holds from there.
    """
    area = figures[0].area if figures else ""
    breaks = series.break_years(annotations, indicator=indicator.code, area=area)
    testable = [f for f in figures if indicator.unit in SCALE and bounded_share(f, indicator=indicator)]
    run = series.comparable_run(testable, breaks=breaks, least=trending.LEAST_POINTS)
    points = [
        trending.Point(figure.year, share) for figure in run if (share := bounded_share(figure, indicator=indicator))
    ]
    found = trending.linear_trend(points)
    holds = since is not None and trending.holds_since(points, year=since)
    shown = [f for f in run if since is not None and f.year >= since] if holds else run
    numbers: dict[str, Number] = {
        "chi_squared": found.chi_squared,
        "threshold": trending.THRESHOLD,
        "points": found.points,
        "first_year": found.first_year,
        "last_year": found.last_year,
    }
    if not shown:
        return Statement(texts.TREND[found.outcome.value], found.outcome.value, numbers)
    numbers |= {"first_value": shown[0].value, "last_value": shown[-1].value}
    templates = texts.TREND_SINCE if holds else texts.TREND
    text = templates[found.outcome.value].format(
        since=since,
        first_year=found.first_year,
        last_year=found.last_year,
        first_value=_written(shown[0].value or 0.0, indicator=indicator),
        last_value=_written(shown[-1].value or 0.0, indicator=indicator),
        first_period=formatting.in_period(shown[0].period),
        last_period=formatting.in_period(shown[-1].period),
    )
    clear = found.outcome in (trending.TrendOutcome.RISING, trending.TrendOutcome.FALLING)
    if clear and any(point.share.approximate for point in points):
        text = texts.TREND_APPROXIMATE.format(text=text)
    return Statement(text, found.outcome.value, numbers)


def headline(
    figures: Sequence[FigureFacts],
    *,
    indicator: IndicatorFacts,
    annotations: Iterable[AnnotationFacts] = (),
    area_name: str = "",
    breakdown_name: str = "",
) -> Statement:
    """Level and trend in one sentence, as a card says it; the verdict is the trend's, or withheld, or no figure."""
    figure = latest(figures)
    if figure is None:
        return Statement(texts.NO_FIGURE, "no figure")
    now = level(figure, indicator=indicator, area_name=area_name, breakdown_name=breakdown_name)
    if now.verdict == "withheld":
        return now
    moving = trend(figures, indicator=indicator, annotations=annotations)
    text = texts.HEADLINE.format(level=now.text.removesuffix("."), trend=texts.TREND_CLAUSE[moving.verdict])
    return Statement(text, moving.verdict, {**now.numbers, **moving.numbers})


def norm(norm: NormFacts, *, indicator: IndicatorFacts) -> Statement:
    """The norm in words, as the chart labels it: "norm 2028: 9,0%"."""
    numbers: dict[str, Number] = {"value": norm.value, "lower": norm.lower, "upper": norm.upper, "year": norm.year}
    if norm.direction == "band":
        text = texts.NORM_BAND.format(
            year=norm.year,
            lower=_written(norm.lower or 0.0, indicator=indicator),
            upper=_written(norm.upper or 0.0, indicator=indicator),
        )
    else:
        text = texts.NORM.format(year=norm.year, value=_written(norm.value or 0.0, indicator=indicator))
    return Statement(text, norm.direction, numbers)


def progress(figures: Sequence[FigureFacts], norm: NormFacts, *, indicator: IndicatorFacts) -> Statement:
    """Where the latest figure lies on the way to the norm, with the change per year it takes and the one so far."""
    figure = latest(figures)
    start = norm.start_value
    if start is None:
        start = next((f.value for f in figures if series.is_annual(f) and f.year == norm.start_year), None)
    interval_now = interval_in_unit(figure, indicator=indicator) if figure else None
    now = (
        progressing.Latest(
            year=figure.year,
            value=figure.value,
            interval=interval_now,
            small_count=figure.reason == "small-count" and indicator.zero_may_be_shown,
        )
        if figure
        else None
    )
    found = progressing.assess(norm, latest=now, start=start)
    numbers: dict[str, Number] = {
        "value": figure.value if figure else None,
        "year": figure.year if figure else None,
        "path": found.path_value,
        "required_per_year": found.required_per_year,
        "achieved_per_year": found.achieved_per_year,
        "lower": interval_now.lower if interval_now else None,
        "upper": interval_now.upper if interval_now else None,
    }
    text = _progress_text(found, figure=figure, norm=norm, indicator=indicator)
    return Statement(text, found.outcome.value, numbers)


def _progress_text(
    found: progressing.Progress, *, figure: FigureFacts | None, norm: NormFacts, indicator: IndicatorFacts
) -> str:
    verdict = texts.PROGRESS[found.outcome.value].format(minimum=indicator.minimum_count, start_year=norm.start_year)
    early = found.outcome == progressing.ProgressOutcome.TOO_EARLY
    if figure is None or figure.value is None or early:
        return texts.PROGRESS_ONLY.format(verdict=verdict)
    on_path = found.path_value is not None and found.outcome not in _ACHIEVED
    text = (texts.PROGRESS_ON_PATH if on_path else texts.PROGRESS_AT).format(
        verdict=verdict,
        value=_written(figure.value, indicator=indicator),
        period=formatting.in_period(figure.period),
        path=_written(found.path_value or 0.0, indicator=indicator),
    )
    required, achieved = found.required_per_year, found.achieved_per_year
    if required is not None and achieved is not None:
        template = texts.PROGRESS_PACE
    elif achieved is not None:
        template = texts.PROGRESS_ACHIEVED
    else:
        template = texts.PROGRESS_REQUIRED if required is not None else "{text}"
    text = template.format(
        text=text,
        required=_changed(required or 0.0, indicator=indicator),
        achieved=_changed(achieved or 0.0, indicator=indicator),
    )
    share = bounded_share(figure, indicator=indicator)
    if share is not None and share.approximate:
        text = texts.PROGRESS_APPROXIMATE.format(text=text)
    return texts.PROGRESS_QUESTION.format(text=text) if found.outcome in _ACHIEVED else text


def composed(sums: Composed, *, parts: str = "gemeenten") -> Statement:
    """What a composed area's figure rests on: "berekend uit 7 van 8 gemeenten"."""
    template = texts.COMPOSED_PARTLY if sums.approximate else texts.COMPOSED
    numbers: dict[str, Number] = {"used": sums.used, "total": sums.total, "coverage": sums.coverage}
    return Statement(template.format(used=sums.used, total=sums.total, parts=parts), "composed", numbers)


def _written(value: float, *, indicator: IndicatorFacts) -> str:
    return formatting.value_with_unit(value, unit=indicator.unit, decimals=indicator.decimals)


def _changed(value: float, *, indicator: IndicatorFacts) -> str:
    decimals = max(indicator.decimals, 1)  # a change per year of half a child or a third of a week is no zero
    return formatting.change_with_unit(value, unit=indicator.unit, decimals=decimals)
