"""What stands out about one figure, in one sentence that names it; an empty text when nothing may be said.

A trend and a difference stand out at 99,8% (METHODS 2 and 3), a norm by the words of METHODS 4 that leave no room for
chance, and a figure that is new or was changed because people will ask about it.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from dashboard import formatting
from dashboard.calculations import series
from dashboard.calculations import trend as trending
from dashboard.calculations.denominators import SCALE, bounded_share
from dashboard.statements import target
from dashboard.statements.course import trend
from dashboard.statements.more_years import Earlier, revision_note
from dashboard.statements.statement import Statement, latest, written
from dashboard.texts import areas as area_words
from dashboard.texts import statements as texts
from data_models.facts import AnnotationFacts, FigureFacts, IndicatorFacts, NormFacts

MOST_NAMES = 4  # in one sentence; of more, one place goes to how many others there are


def clear_trend(
    figures: Sequence[FigureFacts], *, indicator: IndicatorFacts, annotations: Iterable[AnnotationFacts] = ()
) -> Statement:
    """That a figure clearly rises or falls, over which years."""
    found = trend(figures, indicator=indicator, annotations=annotations)
    template = texts.CLEARLY_MOVING.get(found.verdict)
    if template is None:
        return Statement("", found.verdict, found.numbers)
    text = template.format(
        name=indicator.short_name,
        first_value=written(float(found.numbers["first_value"] or 0.0), indicator=indicator),
        last_value=written(float(found.numbers["last_value"] or 0.0), indicator=indicator),
        first_period=formatting.in_period(str(found.numbers["first_period"])),
        last_period=formatting.in_period(str(found.numbers["last_period"])),
    )
    if found.numbers["approximate"]:
        text = texts.TREND_APPROXIMATE.format(text=text)
    return Statement(text, found.verdict, found.numbers)


def norm_reached_or_behind(
    figures: Sequence[FigureFacts],
    *,
    norm: NormFacts,
    indicator: IndicatorFacts,
    annotations: Iterable[AnnotationFacts] = (),
) -> Statement:
    """That a norm is reached or not yet on course, by a whole interval."""
    found = target.progress(figures, norm=norm, indicator=indicator, annotations=annotations)
    template = texts.NORM_STANDS_OUT.get(found.verdict)
    figure = latest(figures)
    if template is None or figure is None or figure.value is None:
        return Statement("", found.verdict, found.numbers)
    text = template.format(
        name=indicator.short_name,
        norm=target.norm(norm, indicator=indicator).text,
        value=written(figure.value, indicator=indicator),
        period=formatting.in_period(figure.period),
        path=written(float(found.numbers["path"] or 0.0), indicator=indicator),
    )
    share = bounded_share(figure, indicator=indicator)
    if share is not None and share.approximate:
        text = texts.PROGRESS_APPROXIMATE.format(text=text)
    return Statement(text, found.verdict, found.numbers)


def counted_otherwise(
    figures: Sequence[FigureFacts], *, indicator: IndicatorFacts, annotations: Iterable[AnnotationFacts] = ()
) -> Statement:
    """That the way of counting changed so short ago that no trend can be tested on either side of it."""
    shown = [figure for figure in figures if figure.value is not None and series.is_annual(figure)]
    changed = [one for one in annotations if one.kind == "break"]
    area = figures[0].area if figures else ""
    since = max(series.break_years(changed, indicator=indicator.code, area=area), default=0)
    after = sum(figure.year >= since for figure in shown)
    if indicator.unit not in SCALE or not 0 < after < min(trending.LEAST_POINTS, len(shown)):
        return Statement("", "counted alike")
    found = trend(figures, indicator=indicator, annotations=annotations)
    if found.verdict in texts.CLEARLY_MOVING:
        return Statement("", "counted alike")
    text = texts.COUNTED_OTHERWISE.format(name=indicator.short_name, year=since)
    return Statement(text, "counted otherwise", {"year": since, "points": after})


def withheld(figures: Sequence[FigureFacts], *, indicator: IndicatorFacts) -> Statement:
    """That the latest figure is not shown, where there is one."""
    figure = latest(figures)
    if figure is None or figure.value is not None:
        return Statement("", "shown")
    return Statement(texts.LATEST_WITHHELD.format(name=indicator.short_name), "withheld", {"year": figure.year})


def gathered(verdict: str, *, names: Sequence[str]) -> Statement:
    """What holds of several figures in one sentence that names them, or the first few and how many others."""
    few = names if len(names) <= MOST_NAMES else names[: MOST_NAMES - 1]
    others = len(names) - len(few)
    named = texts.AND_OTHERS.format(names=", ".join(few), count=others) if others else area_words.together(few)
    return Statement(texts.GATHERED[verdict].format(names=named), verdict, {"count": len(names)})


def revised(
    figures: Sequence[FigureFacts], *, earlier: Earlier, changed_on: date, indicator: IndicatorFacts
) -> Statement:
    """That the latest figure was changed since it was first here, and what it was."""
    figure = latest(figures)
    if figure is None or figure.value is None:
        return Statement("", "unchanged")
    note = revision_note(figure, earlier=earlier, changed_on=changed_on, indicator=indicator)
    text = texts.LATEST_REVISED.format(name=indicator.short_name, note=note.text) if note.text else ""
    return Statement(text, note.verdict, note.numbers)


def provisional(figures: Sequence[FigureFacts], *, indicator: IndicatorFacts) -> Statement:
    """That the latest figure is provisional."""
    figure = latest(figures)
    if figure is None or figure.value is None or figure.status != "provisional":
        return Statement("", "not provisional")
    text = texts.LATEST_PROVISIONAL.format(
        name=indicator.short_name,
        value=written(figure.value, indicator=indicator),
        period=formatting.in_period(figure.period),
    )
    return Statement(text, "provisional", {"value": figure.value, "year": figure.year})
