"""Cijfer en verhaal: everything the screen says about one figure, made once and kept until something changes."""

from dataclasses import dataclass

import plotly.graph_objects as go
import streamlit as st

from dashboard import statements
from dashboard.calculations.pooling import Window
from dashboard.charts import assembly
from dashboard.charts.alternative_text import alternative_text
from dashboard.charts.trend import trend_chart
from dashboard.data import catalogue
from dashboard.data.figure_chart import Drawn, figure_chart, not_together, windows
from dashboard.data.figure_remarks import figure_remarks
from dashboard.data.lines import Lines, read_lines
from dashboard.data.reader import HASHED, MOST_ENTRIES, Reader
from dashboard.data.rows import beside, pooled_row, table_row
from dashboard.texts import areas as area_words
from dashboard.texts import figure as words
from data_models import database
from data_models.facts import (
    AnnotationFacts,
    AreaFacts,
    FigureFacts,
    FigureSubject,
    IndicatorFacts,
    PictureSubject,
    SourceFacts,
)
from data_models.queries import figures as figure_queries
from data_models.queries.revisions import revisions


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart with its message in words for those who do not see it; read only, it is shared by everybody."""

    figure: go.Figure
    alternative: str


@dataclass(frozen=True, slots=True)
class FigureView:
    """What the screen says, top to bottom."""

    message: str
    amounts: str
    remarks: tuple[str, ...]
    drawing: Drawing
    rows: tuple[dict[str, str], ...]
    beside: tuple[dict[str, str], ...]  # the areas beside each other by year, when others were chosen
    notes: tuple[str, ...]  # at the foot of the table: how its years came to be, and three years together
    provenance: tuple[tuple[str, str], ...]
    picture: PictureSubject | None  # what its story is about: the latest figure
    why_empty: str = ""  # why there is no figure though its parts have one
    together: bool = False  # whether each point of the chart is three years
    measure: str = assembly.VALUE  # what is drawn


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def breakdowns(reader: Reader, *, area: AreaFacts, indicator: IndicatorFacts) -> dict[str, str]:
    """The groups of which this figure is known, by code."""
    with database.reading(asker=reader.actor) as session:
        return figure_queries.breakdowns(session, asker=reader.actor, area=area, indicator=indicator.code)


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def lines(
    reader: Reader,
    *,
    area: AreaFacts,
    indicator: IndicatorFacts,
    reference: AreaFacts,
    others: tuple[AreaFacts, ...] = (),
    breakdown: str = "",
) -> Lines:
    """The lines of one figure."""
    found = read_lines(
        reader, area=area, reference=reference, indicators=[indicator], breakdown=breakdown, chosen=others
    )
    return found[indicator.code]


def can_be_together(found: Lines, *, indicator: IndicatorFacts, measure: str) -> bool:
    """Whether three years of the area may be summed anywhere in its series; a count of three years is no count."""
    return (
        bool(found.area)
        and measure != assembly.COUNT
        and any(one.together for one in windows(found, found.area, indicator=indicator))
    )


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def view(
    reader: Reader,
    *,
    area: AreaFacts,
    indicator: IndicatorFacts,
    reference: AreaFacts,
    others: tuple[AreaFacts, ...] = (),
    breakdown: str = "",
    measure: str = assembly.VALUE,
    show_interval: bool = False,
    together: bool = False,
) -> FigureView:
    """The whole screen of one figure; three years `together` where that can be."""
    found = lines(reader, area=area, indicator=indicator, reference=reference, others=others, breakdown=breakdown)
    how = Drawn(measure=measure, show_interval=show_interval, together=together)
    groups = breakdowns(reader, area=area, indicator=indicator)
    summed = windows(found, found.area, indicator=indicator) if together else ()
    latest = found.latest
    message = (
        statements.years_together(summed[-1], indicator=indicator)
        if summed
        else statements.headline(
            found.area,
            indicator=indicator,
            annotations=found.annotations,
            area_name=area.name,
            breakdown_name=groups.get(breakdown, ""),
        )
    ).text
    single = not_together(found, area=area, reference=reference, indicator=indicator) if summed else []
    amounts = statements.amounts(latest, indicator=indicator).text if latest else ""
    chart = figure_chart(found, area=area, indicator=indicator, reference=reference, message=message, how=how)
    source = _source(reader, figures=found.area)
    offer = statements.offer(found.area, indicator=indicator, annotations=found.annotations)
    last_three = statements.pooled(found.area, indicator=indicator, annotations=found.annotations)
    return FigureView(
        message=message,
        amounts=words.EACH_POINT if summed else amounts,
        remarks=(
            *((offer.text,) if offer and not summed else ()),
            *figure_remarks(
                found,
                indicator=indicator,
                area=area,
                reference=reference,
                containing=_wholes(reader, area=area),
                together=bool(summed),
            ),
            *((words.ONLY_COUNTED.format(area=area.name),) if measure == assembly.COUNT and reference != area else ()),
            *((words.NOT_TOGETHER.format(names=area_words.together(single)),) if single else ()),
            *found.remarks,
        ),
        drawing=Drawing(figure=trend_chart(chart), alternative=alternative_text(chart)),
        rows=tuple(_rows(found, summed=summed, indicator=indicator, measure=measure)),
        beside=beside(chart) if others and len(chart.series) > 1 else (),
        notes=(
            *((words.YEARS_OVERLAP,) if summed else ()),
            *found.notes,
            *((last_three.text,) if last_three.text and not offer and not summed else ()),
            *_revised(reader, area=area, indicator=indicator, breakdown=breakdown, figures=found.area),
        ),
        provenance=_provenance(indicator, source=source, annotations=found.annotations),
        picture=PictureSubject((FigureSubject(indicator.code, breakdown, area.code, latest.period),))
        if latest
        else None,
        why_empty=found.why_empty,
        together=bool(summed),
        measure=measure,
    )


def _wholes(reader: Reader, *, area: AreaFacts) -> frozenset[str]:
    return frozenset(whole.code for whole, _ in catalogue.wholes(reader, area=area))


def _rows(found: Lines, *, summed: tuple[Window, ...], indicator: IndicatorFacts, measure: str) -> list[dict[str, str]]:
    """The table, the last year first; or the last three years first."""
    if summed:
        return [pooled_row(window, indicator=indicator, measure=measure) for window in reversed(summed)]
    return [
        table_row(words.PERIOD, figure.period, figure=figure, indicator=indicator, with_interval=True, measure=measure)
        for figure in reversed(found.area)
    ]


def _revised(
    reader: Reader,
    *,
    area: AreaFacts,
    indicator: IndicatorFacts,
    breakdown: str,
    figures: tuple[FigureFacts, ...],
) -> list[str]:
    """What figures were before they were last changed, in the order of the table; nothing about those withheld now."""
    with database.reading(asker=reader.actor) as session:
        kept = revisions(session, asker=reader.actor, indicator=indicator.code, areas=[area], breakdown=breakdown)
    return statements.revision_notes(figures, kept=kept, indicator=indicator)


def _source(reader: Reader, *, figures: tuple[FigureFacts, ...]) -> tuple[SourceFacts, ...]:
    used = {figure.source for figure in figures}
    return tuple(source for source in catalogue.sources(reader) if source.code in used)


def _provenance(
    indicator: IndicatorFacts, *, source: tuple[SourceFacts, ...], annotations: tuple[AnnotationFacts, ...]
) -> tuple[tuple[str, str], ...]:
    """What is counted, of whom, by whom, and what to mind: pairs of a name and its words."""
    pairs = [
        (words.QUESTION, indicator.question),
        (words.NUMERATOR, indicator.numerator),
        (words.DENOMINATOR_DEFINITION, indicator.denominator),
        (words.DIRECTION, words.DIRECTIONS[indicator.desired_direction]),
        (words.BASIS, words.BASES[indicator.basis]),
        (words.SOURCE, "; ".join(words.SOURCE_LINE.format(source=one) for one in source) or words.NO_SOURCE),
        (words.CAVEATS, indicator.caveats),
        (words.REMARKS_IN_TIME, "; ".join(words.IN_YEAR.format(year=one.year, text=one.text) for one in annotations)),
    ]
    return tuple((name, text) for name, text in pairs if text)
