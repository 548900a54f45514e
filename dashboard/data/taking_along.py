"""Meenemen: what a view is as a file, made of what the screen shows at that moment and of nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dashboard.exports.figures import (
    TakenFigure,
    about_sheet,
    definitions_sheet,
    figures_sheet,
    remarks_sheet,
)
from dashboard.exports.heading import Heading
from dashboard.exports.map_picture import MapDrawing, map_picture
from dashboard.exports.picture import Kind, picture
from dashboard.exports.pooled import TakenWindows, pooled_sheet
from dashboard.exports.sheets import Sheet, separated, workbook
from dashboard.formatting import day
from dashboard.texts import taking_along as words
from dashboard.texts.figure import SOURCE_LINE
from data_models.facts import AnnotationFacts, SourceFacts

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
    mapped: Callable[[], MapDrawing] | None = None  # a picture that is a map
    beneath: str = ""  # what the screen says below the picture
    provisional: tuple[str, ...] = ()
    together: tuple[TakenWindows, ...] = ()  # three years together, where the picture draws those

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of file that there is something for."""
        pictures = words.PICTURES if self.drawn or self.mapped else {}
        return (*pictures, *words.TABLES) if self.taken else ()


def file(view: View, *, kind: str, address: str, today: date) -> bytes:
    """The view as a file of this kind."""
    if kind in words.PICTURES:
        beneath = (view.beneath, origin(view, today=today), address)
        heading = Heading(view.title, view.message, "\n".join(line for line in beneath if line))
        of_kind: Kind = "svg" if kind == "svg" else "png"
        if view.mapped:
            return map_picture(view.mapped(), heading=heading, kind=of_kind)
        if view.drawn:
            return picture(view.drawn(), heading=heading, kind=of_kind)
    figures = figures_sheet(view.taken, sources=view.sources)
    sheets = [pooled_sheet(view.together, sources=view.sources), figures] if view.together else [figures]
    if kind == "csv":
        return separated(sheets[0])
    return workbook([*sheets, *_explained(view, address=address, today=today)])


def _explained(view: View, *, address: str, today: date) -> list[Sheet]:
    """The sheets beside the figures; without breaks and events there is no sheet of them."""
    about = {
        "title": view.title,
        "message": view.message,
        "origin": origin(view, today=today),
        "address": address,
    }
    indicators = dict.fromkeys(one.indicator for one in view.taken)
    remarks = [remarks_sheet(view.annotations, taken=view.taken)] if view.annotations else []
    return [definitions_sheet(indicators), *remarks, about_sheet(about)]


def origin(view: View, *, today: date) -> str:
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
