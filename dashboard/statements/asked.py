"""What a norm that is being typed would ask a year, beside what was done so far, and how unusual that would be."""

from collections.abc import Collection, Iterable, Sequence

from dashboard.calculations import progress as progressing
from dashboard.calculations import series
from dashboard.calculations.unusual import LEAST_AREAS, LOOK_BACK, known_of, past_pace, unusual
from dashboard.statements.statement import Statement, changed, latest
from dashboard.texts import statements as texts
from data_models.facts import AnnotationFacts, FigureFacts, IndicatorFacts, NormFacts


def asked(
    figures: Sequence[FigureFacts],
    *,
    norm: NormFacts,
    indicator: IndicatorFacts,
    annotations: Iterable[AnnotationFacts] = (),
    others: Sequence[tuple[Sequence[FigureFacts], Collection[int]]] = (),
    is_said: bool = False,
) -> Statement:
    """The change per year from the latest figure to the norm, beside that of the last years; empty when none is asked.

    `others` are areas of about the same size: their figures with the first years after their breaks. `is_said`: the
    change that it asks stands in the words about progress already, and is not said twice.
    """
    figure = latest(figures)
    if figure is None or figure.value is None or figure.year >= norm.year:
        return Statement("", "unknown")
    required = progressing.required_per_year(norm, year=figure.year, value=figure.value)
    if not required or (norm.direction != "band" and (required > 0) != (norm.direction == "up")):
        return Statement("", "nothing asked")
    breaks = series.break_years(annotations, indicator=indicator.code, area=norm.area)
    past = past_pace(figures, breaks=breaks)
    text = texts.ASKED[is_said, past is not None].format(
        required=changed(required, indicator=indicator),
        year=norm.year,
        achieved=changed(past.per_year if past else 0.0, indicator=indicator),
        years=past.years if past else 0,
    )
    found = unusual(required, years_left=norm.year - figure.year, last_year=figure.year, others=others)
    how = ""
    if found is not None:
        template = texts.UNUSUAL[(required > 0, found.as_fast > 0)]
        how = template.format(years=texts.YEARS_IN_WORDS[LOOK_BACK], areas=found.areas, as_fast=found.as_fast)
    elif others:
        how = texts.NOT_UNUSUAL_KNOWN.format(
            least=LEAST_AREAS,
            years=texts.YEARS_IN_WORDS[LOOK_BACK + 1],
            areas=known_of(others, last_year=figure.year),
        )
    text = texts.ASKED_AND_UNUSUAL.format(asked=text, unusual=how).strip()
    verdict = "unknown" if found is None else "seen before" if found.as_fast else "never seen"
    achieved = past.per_year if past else None
    return Statement(text, verdict, {"required_per_year": required, "achieved_per_year": achieved})
