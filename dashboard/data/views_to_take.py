"""Meenemen: which figures, words and chart each screen gives along."""

from collections.abc import Iterable, Sequence

from dashboard import statements
from dashboard.charts import assembly
from dashboard.charts.comparison import Comparison
from dashboard.charts.dots import dots_chart
from dashboard.charts.signs import signs
from dashboard.data import catalogue
from dashboard.data.area_map import area_map, map_drawing
from dashboard.data.comparison import DOTS, MAP, YEARS, Compared
from dashboard.data.figure import FigureView
from dashboard.data.figure_chart import windows
from dashboard.data.groups import Groups, legend
from dashboard.data.lines import Lines, read_lines
from dashboard.data.overview import ThemeCards
from dashboard.data.reader import Reader
from dashboard.data.taking_along import View
from dashboard.exports.figures import TakenFigure, drawn_per_1000
from dashboard.exports.names import spelled
from dashboard.exports.pooled import TakenWindows
from dashboard.texts import taking_along as words
from dashboard.texts.comparison import TITLE
from dashboard.texts.groups import AGAINST
from dashboard.texts.signs import EACH_AREA
from data_models.facts import AnnotationFacts, AreaFacts, FigureFacts, IndicatorFacts, SourceFacts


def figure_view(
    reader: Reader,
    view: FigureView,
    *,
    lines: Lines,
    area: AreaFacts,
    indicator: IndicatorFacts,
    reference: AreaFacts,
    group: str = "",
) -> View:
    """One figure: the area, what it lies in and what it is compared with, in every year of the chart."""
    drawn = (
        (area.name, lines.area),
        *((name, figures) for name, _, figures in lines.others),
        *((one.name, figures) for one, figures in lines.chosen),
        (reference.name, lines.reference),
    )
    norms = "; ".join(statements.norm(norm, indicator=indicator).text for norm in lines.norms if norm.stands)
    taken = [
        TakenFigure(
            name,
            figure,
            indicator,
            group or words.EVERYBODY,
            besides={
                **(drawn_per_1000(figure, indicator=indicator) if view.measure == assembly.PER_1000 else {}),
                **({words.NORM: norms if figures is lines.area else None} if norms else {}),
            },
        )
        for name, figures in drawn
        for figure in figures
    ]
    summed = (
        _summed(drawn, lines=lines, indicator=indicator, group=group, measure=view.measure) if view.together else ()
    )
    last = summed[0].windows[-1].period if summed else lines.latest.period if lines.latest else ""
    return View(
        name=spelled(indicator.short_name, area.name, group, last),
        title=f"{indicator.name}, {area.name}",
        message=view.message,
        taken=tuple(taken) if lines.area else (),
        annotations=_together(lines.concerning(figures) for _, figures in drawn if figures),
        sources=sources(reader, taken=taken),
        fictional=area.fictional,
        drawn=lambda: view.drawing.figure,
        provisional=_in_windows(summed) if summed else provisional(lines.area),
        together=summed,
    )


def comparison_view(
    reader: Reader,
    found: Compared,
    *,
    chart: Comparison,
    area: AreaFacts,
    indicator: IndicatorFacts,
    reference: AreaFacts,
    group: str = "",
    form: str = DOTS,
) -> View:
    """Many areas in the order of the screen and what they are compared with: in its period, or through the years."""
    through_years = form == YEARS
    on_map = area_map(reader, chart=chart, areas=found.areas) if form == MAP else None
    verdicts = {dot.code: dot.words for dot in chart.dots}
    places = {dot.code: place for place, dot in enumerate(chart.dots)}
    against = words.AGAINST.format(reference=reference.name)
    ordered = sorted((one for one in found.areas if one.code in places), key=lambda one: places[one.code])
    taken = [
        TakenFigure(
            one.name,
            figure,
            indicator,
            group or words.EVERYBODY,
            besides={
                **({} if through_years else {against: verdicts.get(one.code)}),
                **({words.NORM: found.norm.text if one == area else None} if found.norm else {}),
            },
        )
        for one, figures in (*((one, found.series[one]) for one in ordered), (reference, found.reference))
        for figure in figures
        if through_years or figure.period == chart.period
    ]
    known = {one.figure.area for one in taken}
    bases = (*(found.basis[one] for one in ordered), *([found.reference_basis] if found.reference_basis else []))
    annotations = (
        _together(one.annotations for one in bases)
        if through_years
        else tuple(
            one
            for one in catalogue.annotations(reader)
            if one.indicator in (None, indicator.code) and one.reaches(known)
        )
    )
    return View(
        name=spelled(
            words.COMPARISON_FILE.format(indicator=indicator.short_name, area=area.name),
            group,
            "" if through_years else chart.period,
        ),
        title=TITLE.format(indicator=indicator.short_name) if through_years else chart.title,
        message="" if through_years else chart.message,
        taken=tuple(taken),
        annotations=annotations,
        sources=sources(reader, taken=taken),
        fictional=area.fictional,
        drawn=(lambda: dots_chart(chart)) if form == DOTS else None,
        mapped=(lambda: map_drawing(reader, found=on_map, chart=chart)) if on_map and on_map.areas else None,
        beneath="\n".join(
            (
                *(read for read in (signs(chart, each=EACH_AREA),) if read and form == DOTS),
                *(on_map.remarks if on_map and on_map.areas else ()),
                *chart.noted,
            )
        ),
        provisional=provisional(one.figure for one in taken),
    )


def groups_view(reader: Reader, found: Groups, *, chart: Comparison) -> View:
    """The groups of one figure beside each other and everybody they belong to, in the period of the screen."""
    of_areas = all(one.area != found.area.code for series in found.figures.values() for one in series.values())
    taken = [
        TakenFigure(
            name if of_areas else found.area.name,
            figure,
            found.indicator,
            words.EVERYBODY if of_areas else name,
            besides={AGAINST.format(whole=chart.reference): verdict},
        )
        for name, figure, verdict in (
            *(
                (found.names[code], found.figures.get(code, {}).get(chart.period), dot.words)
                for code, dot in zip(found.names, chart.dots, strict=True)
            ),
            (found.whole_name, found.whole.get(chart.period), None),
        )
        if figure is not None
    ]
    return View(
        name=spelled(found.indicator.short_name, found.area.name, found.dimension, chart.period),
        title=f"{chart.title}, {chart.period}",
        message=chart.message,
        taken=tuple(taken),
        annotations=found.annotations,
        sources=sources(reader, taken=taken),
        fictional=found.area.fictional,
        drawn=lambda: dots_chart(chart),
        beneath="\n".join(line for line in (legend(found, chart=chart), *chart.noted) if line),
        provisional=provisional(one.figure for one in taken),
    )


def overview_view(
    reader: Reader, *, themes: Sequence[ThemeCards], title: str, area: AreaFacts, reference: AreaFacts
) -> View:
    """The last figure of every card that is shown, with its sentence and its norm."""
    cards = [card for theme in themes for card in theme.cards]
    lines = read_lines(reader, area=area, reference=reference, indicators=[card.indicator for card in cards])
    taken = [
        TakenFigure(area.name, figure, card.indicator, besides={words.SENTENCE: card.sentence, words.NORM: card.norm})
        for card in cards
        if (figure := _last(lines[card.indicator.code])) is not None
    ]
    return View(
        name=spelled(words.OVERVIEW_FILE.format(area=area.name)),
        title=title,
        message="",
        taken=tuple(taken),
        annotations=_together(lines[card.indicator.code].annotations for card in cards),
        sources=sources(reader, taken=taken),
        fictional=area.fictional,
        provisional=provisional(one.figure for one in taken),
    )


def _summed(
    drawn: Iterable[tuple[str, tuple[FigureFacts, ...]]],
    *,
    lines: Lines,
    indicator: IndicatorFacts,
    group: str,
    measure: str,
) -> tuple[TakenWindows, ...]:
    """The three years together of each line that has them, the area's first."""
    found = ((name, windows(lines, figures, indicator=indicator)) for name, figures in drawn if figures)
    return tuple(
        TakenWindows(name, of_line, indicator, group or words.EVERYBODY, measure)
        for name, of_line in found
        if any(window.together for window in of_line)
    )


def _in_windows(taken: Iterable[TakenWindows]) -> tuple[str, ...]:
    """The periods that end in a year that may still change."""
    ends = ((window.period, window.figures[-1].status) for one in taken for window in one.windows if window.together)
    return tuple(dict.fromkeys(period for period, status in ends if status == "provisional"))


def _last(lines: Lines) -> FigureFacts | None:
    """The figure that a card is about: the last of a whole year, else the last there is."""
    return statements.latest(lines.area) or lines.latest


def _together(found: Iterable[Iterable[AnnotationFacts]]) -> tuple[AnnotationFacts, ...]:
    """All of them once, in order of time."""
    return tuple(
        sorted({mark for marks in found for mark in marks}, key=lambda mark: (mark.year, mark.text, mark.area or ""))
    )


def sources(reader: Reader, *, taken: Iterable[TakenFigure]) -> tuple[SourceFacts, ...]:
    """Where these figures come from."""
    used = {one.figure.source for one in taken}
    return tuple(source for source in catalogue.sources(reader) if source.code in used)


def provisional(figures: Iterable[FigureFacts]) -> tuple[str, ...]:
    """The periods of figures that may still change."""
    return tuple(dict.fromkeys(one.period for one in figures if one.status == "provisional" and one.value is not None))
