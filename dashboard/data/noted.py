"""What was noted of figures that stand in a picture of one year, which has no axis to mark it on."""

from collections.abc import Collection, Iterable, Mapping

from dashboard.charts import assembly
from dashboard.charts.chart import Annotation
from dashboard.texts import areas as area_words
from dashboard.texts import charts as words
from data_models.facts import AnnotationFacts, FigureFacts


def noted(
    annotations: Iterable[AnnotationFacts],
    *,
    areas: Mapping[str, Collection[str]],
    figures: Iterable[FigureFacts],
    period: str,
) -> tuple[str, ...]:
    """The breaks and events that began in the year of this period; and those before it that not all of the areas have.

    `areas` says by name of which codes an area is. What began earlier for all of them makes none differ from another.
    """
    year = max((one.year for one in figures if one.period == period), default=0)
    known = [one for one in annotations if one.year <= year]
    reached = [(name, [one for one in known if one.reaches(codes)]) for name, codes in areas.items()]
    return tuple(
        noted_sentence(mark, kind=kind)
        for kind in ("break", "event")
        for mark in assembly.marks_of_lines(reached, kind=kind)
        if mark.year == year or mark.of
    )


def noted_sentence(mark: Annotation, *, kind: str) -> str:
    """One of them: its year, what it is, which areas it is about unless it is all, and its words."""
    template = words.NOTED_OF if mark.of else words.NOTED
    names = area_words.together(mark.of) if mark.of else ""
    return template.format(year=mark.year, kind=words.NOTED_KINDS[kind], names=names, text=mark.text)
