"""A norm in words, and where the latest figure lies on the way to it."""

from collections.abc import Iterable, Sequence

from dashboard import formatting
from dashboard.calculations import progress as progressing
from dashboard.calculations import series
from dashboard.calculations.denominators import bounded_share
from dashboard.statements.statement import Number, Statement, changed, interval_in_unit, latest, written
from dashboard.texts import statements as texts
from data_models.facts import AnnotationFacts, FigureFacts, IndicatorFacts, NormFacts

_ACHIEVED = (progressing.ProgressOutcome.ACHIEVED, progressing.ProgressOutcome.ACHIEVED_MAYBE_CHANCE)
_UNSAID = (
    progressing.ProgressOutcome.NOT_ASSESSABLE,
    progressing.ProgressOutcome.START_MISSING,
    progressing.ProgressOutcome.BROKEN,
)


def norm(norm: NormFacts, *, indicator: IndicatorFacts) -> Statement:
    """The norm in words, as the chart labels it: "norm 2028: 9,0%"."""
    numbers: dict[str, Number] = {"value": norm.value, "lower": norm.lower, "upper": norm.upper, "year": norm.year}
    if norm.direction == "band":
        text = texts.NORM_BAND.format(
            year=norm.year,
            lower=written(norm.lower or 0.0, indicator=indicator),
            upper=written(norm.upper or 0.0, indicator=indicator),
        )
    else:
        text = texts.NORM.format(year=norm.year, value=written(norm.value or 0.0, indicator=indicator))
    return Statement(text, norm.direction, numbers)


def progress(
    figures: Sequence[FigureFacts],
    *,
    norm: NormFacts,
    indicator: IndicatorFacts,
    annotations: Iterable[AnnotationFacts] = (),
) -> Statement:
    """Where the latest figure lies on the way to the norm, with the change per year it takes and the one so far.

    Across a break among the annotations nothing is compared; the words then say since when was counted differently.
    """
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
    breaks = series.break_years(annotations, indicator=indicator.code, area=norm.area)
    found = progressing.assess(norm, latest=now, start=start, breaks=breaks)
    numbers: dict[str, Number] = {
        "value": figure.value if figure else None,
        "year": figure.year if figure else None,
        "path": found.path_value,
        "required_per_year": found.required_per_year,
        "achieved_per_year": found.achieved_per_year,
        "lower": interval_now.lower if interval_now else None,
        "upper": interval_now.upper if interval_now else None,
        "broken_since": found.broken_since,
    }
    text = _progress_text(found, figure=figure, norm=norm, indicator=indicator)
    return Statement(text, found.outcome.value, numbers)


def progress_in_short(
    figures: Sequence[FigureFacts],
    *,
    norm: NormFacts,
    indicator: IndicatorFacts,
    annotations: Iterable[AnnotationFacts] = (),
) -> Statement:
    """Only the verdict, as a card says it after the norm: "op koers"."""
    found = progress(figures, norm=norm, indicator=indicator, annotations=annotations)
    verdict = texts.PROGRESS[found.verdict].format(
        minimum=indicator.minimum_count, start_year=norm.start_year, year=found.numbers["broken_since"]
    )
    return Statement(verdict[0].lower() + verdict[1:], found.verdict, found.numbers)


def _progress_text(
    found: progressing.Progress, *, figure: FigureFacts | None, norm: NormFacts, indicator: IndicatorFacts
) -> str:
    verdict = texts.PROGRESS[found.outcome.value].format(
        minimum=indicator.minimum_count, start_year=norm.start_year, year=found.broken_since
    )
    early = found.outcome == progressing.ProgressOutcome.TOO_EARLY
    if figure is None or figure.value is None:
        return texts.PROGRESS_ONLY.format(verdict=verdict)
    if early or found.outcome in _UNSAID:
        template = texts.PROGRESS_ONLY
    elif found.path_value is None or found.outcome in _ACHIEVED:
        template = texts.PROGRESS_AT
    else:
        template = texts.PROGRESS_ON_PATH
    text = template.format(
        verdict=verdict,
        value=written(figure.value, indicator=indicator),
        period=formatting.in_period(figure.period),
        path=written(found.path_value or 0.0, indicator=indicator),
    )
    pace = (_asks_for_change(found.required_per_year, norm=norm), found.achieved_per_year is not None)
    text = texts.PROGRESS_PACE[pace].format(
        text=text,
        required=changed(found.required_per_year or 0.0, indicator=indicator),
        achieved=changed(found.achieved_per_year or 0.0, indicator=indicator),
    )
    share = bounded_share(figure, indicator=indicator)
    if share is not None and share.approximate and found.outcome not in _UNSAID:
        text = texts.PROGRESS_APPROXIMATE.format(text=text)
    return texts.PROGRESS_QUESTION.format(text=text) if found.near else text


def _asks_for_change(required: float | None, *, norm: NormFacts) -> bool:
    """Whether a change is still to be made: past the norm, the way back to it is not "nodig"."""
    if required is None or required == 0:
        return False
    return norm.direction == "band" or (required > 0) == (norm.direction == "up")
