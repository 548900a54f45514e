"""What a figure did since a period, in words: both figures with their numbers, and a direction only after the test."""

from collections.abc import Iterable, Sequence

from dashboard import formatting
from dashboard.calculations import series
from dashboard.statements.course import trend
from dashboard.statements.figure import amounts
from dashboard.statements.statement import Statement, latest
from dashboard.texts import since as texts
from data_models.facts import AnnotationFacts, FigureFacts, IndicatorFacts


def since(
    figures: Sequence[FigureFacts],
    *,
    period: str,
    indicator: IndicatorFacts,
    annotations: Iterable[AnnotationFacts] = (),
) -> Statement:
    """The figure of `period` and the last one, each whole, and the trend of the years from then on.

    Two figures make no trend (METHODS 3): up or down is said only when the years since then carry it by themselves. The
    verdict is the trend's, or "nothing new", "broken" or "no figure".
    """
    now = latest(figures)
    if now is None:
        return Statement(texts.NO_FIGURE, "no figure")
    said = {"now_period": _capital(formatting.in_period(now.period)), "now": _amounts(now, indicator=indicator)}
    then = next((one for one in figures if one.period == period), None)
    if then is None:
        return Statement(texts.ONLY_NOW.format(**said), "no figure")
    if now.year <= then.year:
        return Statement(texts.NOTHING_NEW.format(**said), "nothing new")
    known = list(annotations)
    breaks = series.break_years(known, indicator=indicator.code, area=then.area)
    if any(then.year < year <= now.year for year in breaks):
        course, verdict = texts.BROKEN, "broken"
    else:
        later = trend([one for one in figures if one.year >= then.year], indicator=indicator, annotations=known)
        course, verdict = later.text, later.verdict
    text = texts.THEN_AND_NOW.format(
        then_period=_capital(formatting.in_period(period)),
        then=_amounts(then, indicator=indicator),
        course=course,
        **said,
    )
    return Statement(text, verdict, {"then": then.value, "now": now.value})


def _amounts(figure: FigureFacts, *, indicator: IndicatorFacts) -> str:
    """The numbers, or why they are not shown, to stand inside a sentence."""
    text = amounts(figure, indicator=indicator).text.removesuffix(".")
    return text if figure.value is not None else f"{text[:1].lower()}{text[1:]}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
