"""From figures and norms to the parts of a chart, in the unit that is asked for."""

from collections.abc import Sequence

from dashboard import statements
from dashboard.calculations.denominators import SCALE, bounded_share
from dashboard.calculations.intervals import nominal_interval
from dashboard.calculations.pooling import Window
from dashboard.charts.chart import Annotation, NormLine, Point, Role, Series
from dashboard.texts import figure as words
from data_models.facts import AnnotationFacts, FigureFacts, IndicatorFacts, NormFacts

VALUE = "waarde"  # in the indicator's own unit
COUNT = "aantal"
PER_1000 = "per1000"
PER_MILLE_OF_PERCENT = 10.0


def measures(indicator: IndicatorFacts) -> tuple[str, ...]:
    """The units an indicator can be drawn in: a percentage also as a count and per 1.000."""
    return (VALUE, COUNT, PER_1000) if indicator.unit == "percentage" else (VALUE,)


def unit_of(measure: str, *, indicator: IndicatorFacts) -> str:
    """The unit of the chart."""
    return {VALUE: indicator.unit, COUNT: "count", PER_1000: "per_1000"}[measure]


def decimals_of(measure: str, *, indicator: IndicatorFacts) -> int:
    """The decimals that the chart's numbers are written with."""
    return {VALUE: indicator.decimals, COUNT: 0, PER_1000: max(indicator.decimals - 1, 0)}[measure]


def factor_of(measure: str) -> float:
    """What a number in the indicator's own unit is multiplied by to be drawn."""
    return PER_MILLE_OF_PERCENT if measure == PER_1000 else 1.0


def series(
    figures: Sequence[FigureFacts], *, name: str, role: Role, indicator: IndicatorFacts, measure: str = VALUE
) -> Series:
    """The figures of one area as a line; what is withheld is a point without a value that says why."""
    return Series(
        name=name,
        role=role,
        points=tuple(_point(figure, indicator=indicator, measure=measure) for figure in figures),
    )


def bare_series(figures: Sequence[FigureFacts], *, name: str, role: Role) -> Series:
    """The same line as values alone, for a drawing in which nobody points at anything."""
    points = (
        Point(year=one.year, period=one.period, value=one.value, provisional=one.status == "provisional")
        for one in figures
    )
    return Series(name=name, role=role, points=tuple(points))


def norm_line(norm: NormFacts, *, measure: str = VALUE, broken_since: int | None = None) -> NormLine | None:
    """The norm and its path; None for counts, in which no norm is set.

    Across a break there is no path, as there is no judgement (`progress.broken_since`): only the norm stands after it.
    """
    if measure == COUNT:
        return None
    factor = factor_of(measure)

    def scaled(value: float | None) -> float | None:
        return None if value is None else value * factor

    return NormLine(
        label=words.NORM.format(year=norm.year),
        start_year=norm.start_year if broken_since is None else min(broken_since, norm.year),
        start_value=scaled(norm.start_value) if broken_since is None else None,
        year=norm.year,
        value=scaled(norm.value),
        lower=scaled(norm.lower),
        upper=scaled(norm.upper),
        replaced=not norm.stands,
    )


def marks(annotations: Sequence[AnnotationFacts], *, kind: str) -> tuple[Annotation, ...]:
    """The breaks, the events, or the changes of composition, as the chart marks them."""
    return tuple(Annotation(year=one.year, text=one.text) for one in annotations if one.kind == kind)


def marks_of_lines(lines: Sequence[tuple[str, Sequence[AnnotationFacts]]], *, kind: str) -> tuple[Annotation, ...]:
    """The breaks, or the events, of lines by their names, each once, with the lines it is about unless it is all."""
    found: dict[tuple[int, str], list[str]] = {}
    for name, annotations in lines:
        for one in annotations:
            if one.kind == kind:
                found.setdefault((one.year, one.text), []).append(name)
    everything = {name for name, _ in lines}
    return tuple(
        Annotation(year=year, text=text, of=() if everything <= set(names) else tuple(dict.fromkeys(names)))
        for (year, text), names in sorted(found.items())
    )


def pooled_series(
    windows: Sequence[Window], *, name: str, role: Role, indicator: IndicatorFacts, measure: str = VALUE
) -> Series:
    """Three years together as a line, each at its last year; where a year is withheld a point that says so."""
    factor = factor_of(measure)
    points = []
    for window in windows:
        said = statements.years_together(window, indicator=indicator)
        numbers = {key: said.numbers.get(key) for key in ("value", "lower", "upper")}
        points.append(
            Point(
                year=window.figures[-1].year,
                period=window.period,
                provisional=window.figures[-1].status == "provisional",
                note=said.text,
                **{key: number * factor if isinstance(number, float) else None for key, number in numbers.items()},
            )
        )
    return Series(name=name, role=role, points=tuple(points))


def _point(figure: FigureFacts, *, indicator: IndicatorFacts, measure: str) -> Point:
    value, lower, upper = figure.value, None, None
    if measure == COUNT:
        value = figure.numerator
    elif figure.value is not None:
        factor = factor_of(measure)
        value = figure.value * factor
        share = bounded_share(figure, indicator=indicator)
        if share is not None and indicator.unit in SCALE:
            interval = nominal_interval(share, unit=indicator.unit).scaled(SCALE[indicator.unit] * factor)
            lower, upper = interval.lower, interval.upper
    return Point(
        year=figure.year,
        period=figure.period,
        value=value,
        lower=lower,
        upper=upper,
        provisional=figure.status == "provisional",
        note=statements.amounts(figure, indicator=indicator).text,
    )
