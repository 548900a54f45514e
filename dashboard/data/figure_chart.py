"""The chart of Cijfer en verhaal: the lines of a figure as they are drawn, each year or three years together."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.calculations import pooling
from dashboard.calculations.progress import broken_since
from dashboard.calculations.series import break_years
from dashboard.charts import assembly
from dashboard.charts.chart import Chart, NormLine, Role, Series
from dashboard.data.lines import Lines
from dashboard.statements import latest
from dashboard.texts import areas as area_words
from data_models.facts import AreaFacts, FigureFacts, IndicatorFacts, NormFacts

_CHOSEN_ROLES: tuple[Role, ...] = ("first_other", "second_other")  # in the order in which they were chosen


@dataclass(frozen=True, slots=True)
class Drawn:
    """How the lines are drawn: in which unit, each year or three together, and with or without uncertainty."""

    measure: str = assembly.VALUE
    together: bool = False
    show_interval: bool = False


def figure_chart(
    found: Lines, *, area: AreaFacts, indicator: IndicatorFacts, reference: AreaFacts, message: str, how: Drawn
) -> Chart:
    """The area's line, its partnerships', those chosen besides and the reference's, with norms, breaks and events."""
    unit = assembly.unit_of(how.measure, indicator=indicator)
    lines = _lines(found, area=area, reference=reference)
    if unit == "count":  # areas of another size would flatten the line, and say nothing beside it
        lines = lines[:1]
    drawn = [
        (name, _series(found, name, role=role, figures=figures, indicator=indicator, how=how), figures)
        for name, role, figures in lines
        if figures
    ]
    shown = [(name, series, found.concerning(figures)) for name, series, figures in drawn if series.points]
    marked = [(name, annotations) for name, _, annotations in shown]
    return Chart(
        title=f"{indicator.name}, {area.name}",
        message=message,
        unit=unit,
        decimals=assembly.decimals_of(how.measure, indicator=indicator),
        series=tuple(series for _, series, _ in shown),
        norms=norm_lines(found, found.norms, indicator=indicator, measure=how.measure),
        breaks=assembly.marks_of_lines(marked, kind="break"),
        events=assembly.marks_of_lines(marked, kind="event"),
        cuts=assembly.marks_of_lines(marked, kind="composition"),
        show_interval=how.show_interval,
        fictional=area.fictional,
    )


def windows(found: Lines, figures: tuple[FigureFacts, ...], *, indicator: IndicatorFacts) -> tuple[pooling.Window, ...]:
    """The three years together of one of the lines."""
    breaks = break_years(found.concerning(figures), indicator=indicator.code, area=figures[0].area)
    return pooling.windows(figures, indicator=indicator, breaks=breaks)


def not_together(found: Lines, *, area: AreaFacts, reference: AreaFacts, indicator: IndicatorFacts) -> list[str]:
    """The names of the lines of which no three years can be summed, and that are not drawn then."""
    return [
        name
        for name, _, figures in _lines(found, area=area, reference=reference)
        if figures and not any(one.together for one in windows(found, figures, indicator=indicator))
    ]


def norm_lines(
    found: Lines, norms: Sequence[NormFacts], *, indicator: IndicatorFacts, measure: str = assembly.VALUE
) -> tuple[NormLine, ...]:
    """Norms of the area, and the way to those that its latest figure may be judged by."""
    breaks = break_years(found.annotations, indicator=indicator.code, area=found.area[0].area) if found.area else ()
    last = latest(found.area)
    lines = [
        assembly.norm_line(
            norm,
            measure=measure,
            broken_since=broken_since(norm, latest_year=last.year, breaks=breaks) if last else None,
        )
        for norm in norms
    ]
    return tuple(line for line in lines if line)


def _lines(found: Lines, *, area: AreaFacts, reference: AreaFacts) -> list[tuple[str, Role, tuple[FigureFacts, ...]]]:
    chosen = [
        (area_words.line_name(one), role, figures)
        for role, (one, figures) in zip(_CHOSEN_ROLES, found.chosen, strict=False)
    ]
    return [(area.name, "area", found.area), *found.others, *chosen, (reference.name, "reference", found.reference)]


def _series(
    found: Lines,
    name: str,
    *,
    role: Role,
    figures: tuple[FigureFacts, ...],
    indicator: IndicatorFacts,
    how: Drawn,
) -> Series:
    if how.together:
        together = windows(found, figures, indicator=indicator)
        return assembly.pooled_series(together, name=name, role=role, indicator=indicator, measure=how.measure)
    return assembly.series(figures, name=name, role=role, indicator=indicator, measure=how.measure)
