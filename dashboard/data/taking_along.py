"""Meenemen: what a view is as a file, made of what the screen shows at that moment and of nothing else."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dashboard import statements
from dashboard.charts.comparison import Comparison
from dashboard.charts.dots import dots_chart
from dashboard.data import catalogue
from dashboard.data.comparison import Compared
from dashboard.data.figure import FigureView
from dashboard.data.lines import Lines, read_lines
from dashboard.data.overview import ThemeCards
from dashboard.data.reader import Reader
from dashboard.exports.figures import (
    TakenFigure,
    about_sheet,
    definitions_sheet,
    figures_sheet,
    remarks_sheet,
)
from dashboard.exports.heading import Heading
from dashboard.exports.names import spelled
from dashboard.exports.picture import picture
from dashboard.exports.sheets import Sheet, separated, workbook
from dashboard.formatting import day
from dashboard.texts import taking_along as words
from dashboard.texts.figure import SOURCE_LINE
from data_models.facts import AnnotationFacts, AreaFacts, FigureFacts, IndicatorFacts, SourceFacts

if TYPE_CHECKING:
    import plotly.graph_objects as go


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What is taken along: `name` of the file without its kind, the figure with words around it, and the tables."""

    name: str
    title: str
    message: str
    taken: tuple[TakenFigure, ...]
    annotations: tuple[AnnotationFacts, ...] = ()
    sources: tuple[SourceFacts, ...] = ()
    fictional: bool = False
    drawn: "Callable[[], go.Figure] | None" = None
    provisional: tuple[str, ...] = ()

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of file that there is something for."""
        pictures = words.PICTURES if self.drawn else {}
        return (*pictures, *words.TABLES) if self.taken else ()


def file(view: View, *, kind: str, address: str, today: date) -> bytes:
    """The view as a file of this kind."""
    if kind in words.PICTURES and view.drawn:
        heading = Heading(view.title, view.message, "\n".join((_origin(view, today=today), address)).strip())
        return picture(view.drawn(), heading=heading, kind="svg" if kind == "svg" else "png")
    figures = figures_sheet(view.taken, sources=view.sources)
    if kind == "csv":
        return separated(figures)
    return workbook([figures, *_explained(view, address=address, today=today)])


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
    taken = [
        TakenFigure(name, figure, indicator, group or words.EVERYBODY) for name, figures in drawn for figure in figures
    ]
    latest = lines.latest
    return View(
        name=spelled(indicator.short_name, area.name, group, latest.period if latest else ""),
        title=f"{indicator.name}, {area.name}",
        message=view.message,
        taken=tuple(taken) if lines.area else (),
        annotations=_together(lines.concerning(figures) for _, figures in drawn if figures),
        sources=_sources(reader, taken=taken),
        fictional=area.fictional,
        drawn=lambda: view.drawing.figure,
        provisional=_provisional(lines.area),
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
    through_years: bool = False,
) -> View:
    """Many areas in the order of the screen and what they are compared with: in its period, or through the years."""
    verdicts = {dot.name: dot.words for dot in chart.dots}
    places = {dot.name: place for place, dot in enumerate(chart.dots)}
    against = words.AGAINST.format(reference=reference.name)
    ordered = sorted((one for one in found.areas if one.name in places), key=lambda one: places[one.name])
    taken = [
        TakenFigure(
            one.name,
            figure,
            indicator,
            group or words.EVERYBODY,
            besides={} if through_years else {against: verdicts.get(one.name)},
        )
        for one, figures in (*((one, found.series[one]) for one in ordered), (reference, found.reference))
        for figure in figures
        if through_years or figure.period == chart.period
    ]
    known = {figure.area for figure in (one.figure for one in taken)}
    annotations = tuple(
        one
        for one in catalogue.annotations(reader)
        if one.indicator in (None, indicator.code) and one.reaches(known)
    )
    return View(
        name=spelled(
            words.COMPARISON_FILE.format(indicator=indicator.short_name, area=area.name),
            group,
            "" if through_years else chart.period,
        ),
        title=chart.title if through_years else f"{chart.title}, {chart.period}",
        message="" if through_years else chart.message,
        taken=tuple(taken),
        annotations=annotations,
        sources=_sources(reader, taken=taken),
        fictional=area.fictional,
        drawn=None if through_years else lambda: dots_chart(chart),
        provisional=_provisional(one.figure for one in taken),
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
        sources=_sources(reader, taken=taken),
        fictional=area.fictional,
        provisional=_provisional(one.figure for one in taken),
    )


def _last(lines: Lines) -> FigureFacts | None:
    """The figure that a card is about: the last of a whole year, else the last there is."""
    return statements.latest(lines.area) or lines.latest


def _explained(view: View, *, address: str, today: date) -> list[Sheet]:
    """The sheets beside the figures; without breaks and events there is no sheet of them."""
    about = {
        "title": view.title,
        "message": view.message,
        "origin": _origin(view, today=today),
        "address": address,
    }
    indicators = dict.fromkeys(one.indicator for one in view.taken)
    remarks = [remarks_sheet(view.annotations, taken=view.taken)] if view.annotations else []
    return [definitions_sheet(indicators), *remarks, about_sheet(about)]


def _origin(view: View, *, today: date) -> str:
    """Where it comes from, what is not final, and when it was made; what is invented says so first."""
    sources = "; ".join(_source(one) for one in view.sources)
    sentences = [
        words.ORIGIN["fictional"] if view.fictional else "",
        words.ORIGIN["source"].format(sources=sources) if sources else words.NO_SOURCE,
        words.ORIGIN["provisional"].format(periods=", ".join(view.provisional)) if view.provisional else "",
        words.ORIGIN["made"].format(day=day(today)),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _source(source: SourceFacts) -> str:
    named = SOURCE_LINE.format(source=source)
    if not source.retrieved_on:
        return named
    return words.ORIGIN["retrieved"].format(source=named, day=day(date.fromisoformat(source.retrieved_on)))


def _together(found: Iterable[Iterable[AnnotationFacts]]) -> tuple[AnnotationFacts, ...]:
    """All of them once, in order of time."""
    return tuple(sorted({mark for marks in found for mark in marks}, key=lambda mark: (mark.year, mark.text)))


def _sources(reader: Reader, *, taken: Iterable[TakenFigure]) -> tuple[SourceFacts, ...]:
    used = {one.figure.source for one in taken}
    return tuple(source for source in catalogue.sources(reader) if source.code in used)


def _provisional(figures: Iterable[FigureFacts]) -> tuple[str, ...]:
    """The periods of figures that may still change."""
    return tuple(dict.fromkeys(one.period for one in figures if one.status == "provisional" and one.value is not None))
