"""A series in words: whether it rises or falls, and the headline of a card."""

from collections.abc import Iterable, Sequence

from dashboard import formatting
from dashboard.calculations import series
from dashboard.calculations import trend as trending
from dashboard.calculations.denominators import SCALE, bounded_share
from dashboard.statements.figure import level
from dashboard.statements.statement import Number, Statement, last, latest, written
from dashboard.texts import statements as texts
from data_models.facts import AnnotationFacts, FigureFacts, IndicatorFacts


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
        known = any(figure.value is not None for figure in figures)
        return Statement(
            texts.NO_TREND_TEST if known and not testable else texts.NO_TREND, found.outcome.value, numbers
        )
    approximate = any(point.share.approximate for point in points)
    numbers |= {
        "first_value": shown[0].value,
        "last_value": shown[-1].value,
        "first_period": shown[0].period,
        "last_period": shown[-1].period,
        "approximate": approximate,
    }
    templates = texts.TREND_SINCE if holds else texts.TREND
    text = templates[found.outcome.value].format(
        since=since,
        points=found.points,
        least=trending.LEAST_POINTS,
        first_code=run[0].period,
        last_code=run[-1].period,
        first_value=written(shown[0].value or 0.0, indicator=indicator),
        last_value=written(shown[-1].value or 0.0, indicator=indicator),
        first_period=formatting.in_period(shown[0].period),
        last_period=formatting.in_period(shown[-1].period),
    )
    clear = found.outcome in (trending.TrendOutcome.RISING, trending.TrendOutcome.FALLING)
    if clear and approximate:
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
    figure = latest(figures) or last(figures)
    if figure is None:
        return Statement(texts.NO_FIGURE, "no figure")
    now = level(figure, indicator=indicator, area_name=area_name, breakdown_name=breakdown_name)
    if now.verdict == "withheld":
        return now
    moving = trend(figures, indicator=indicator, annotations=annotations)
    if indicator.unit not in SCALE:  # a count, a median or a scale has no trend test; more years would not change that
        return Statement(now.text, moving.verdict, {**now.numbers, **moving.numbers})
    text = texts.HEADLINE.format(level=now.text.removesuffix("."), trend=texts.TREND_CLAUSE[moving.verdict])
    return Statement(text, moving.verdict, {**now.numbers, **moving.numbers})
