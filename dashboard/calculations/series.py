"""Which figures of a series may stand on one line: one definition, one kind of status, year after year."""

from collections.abc import Collection, Iterable, Sequence

from data_models.facts import AnnotationFacts, FigureFacts

BREAKING = ("break", "composition")  # kinds of annotation across which nothing may be concluded


def is_annual(figure: FigureFacts) -> bool:
    """Whether the figure is about a whole year or school year; half-years are another measure."""
    return "H" not in figure.period


def break_years(annotations: Iterable[AnnotationFacts], *, indicator: str, area: str) -> frozenset[int]:
    """The first years after a break, or a change of composition, in the series of this indicator and area."""
    return frozenset(
        annotation.year
        for annotation in annotations
        if annotation.kind in BREAKING and annotation.indicator in (None, indicator) and annotation.area in (None, area)
    )


def comparable_run(figures: Sequence[FigureFacts], *, breaks: Collection[int], least: int) -> tuple[FigureFacts, ...]:
    """The last stretch of figures that may be tested together.

    A stretch has shown values for consecutive years of one kind of period, has no break inside, and holds either final
    figures (final, revised, derived or estimated) or provisional ones: provisional and final never stand on one line.
    The last final stretch is taken, so a provisional year at the end is left out; the last provisional stretch only
    when the final one has fewer than `least` points and it has enough. Earlier stretches say nothing about today.
    """
    shown = sorted((f for f in figures if f.value is not None and is_annual(f)), key=lambda figure: figure.year)
    runs: list[list[FigureFacts]] = []
    for figure in shown:
        previous = runs[-1][-1] if runs else None
        if previous is not None and _continues(figure, previous=previous, breaks=breaks):
            runs[-1].append(figure)
        else:
            runs.append([figure])
    final = next((run for run in reversed(runs) if not _is_provisional(run[0])), [])
    if len(final) >= least:
        return tuple(final)
    provisional = next((run for run in reversed(runs) if _is_provisional(run[0])), [])
    return tuple(provisional if len(provisional) >= least else final)


def _continues(figure: FigureFacts, *, previous: FigureFacts, breaks: Collection[int]) -> bool:
    return (
        figure.year == previous.year + 1
        and figure.year not in breaks
        and ("/" in figure.period) == ("/" in previous.period)
        and _is_provisional(figure) == _is_provisional(previous)
    )


def _is_provisional(figure: FigureFacts) -> bool:
    return figure.status == "provisional"
