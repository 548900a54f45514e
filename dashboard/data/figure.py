"""Cijfer en verhaal: everything the screen says about one figure, made once and kept until something changes."""

from dataclasses import dataclass

import plotly.graph_objects as go
import streamlit as st

from dashboard import statements
from dashboard.calculations.comparison import LARGE_KINDS
from dashboard.charts import assembly
from dashboard.charts.alternative_text import alternative_text
from dashboard.charts.chart import Chart, Series
from dashboard.charts.trend import trend_chart
from dashboard.data import catalogue
from dashboard.data.lines import Lines, read_lines
from dashboard.data.reader import HASHED, MOST_ENTRIES, Reader
from dashboard.data.rows import table_row
from dashboard.texts import figure as words
from data_models import database
from data_models.facts import AnnotationFacts, AreaFacts, FigureFacts, IndicatorFacts, PictureSubject, SourceFacts
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
    notes: tuple[str, ...]  # at the foot of the table: how its years came to be, and three years together
    provenance: tuple[tuple[str, str], ...]
    picture: PictureSubject | None  # what its story is about: the latest figure


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def breakdowns(reader: Reader, *, area: AreaFacts, indicator: IndicatorFacts) -> dict[str, str]:
    """The groups of which this figure is known, by code."""
    with database.reading(asker=reader.actor) as session:
        return figure_queries.breakdowns(session, asker=reader.actor, area=area, indicator=indicator.code)


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def view(
    reader: Reader,
    *,
    area: AreaFacts,
    indicator: IndicatorFacts,
    reference: AreaFacts,
    breakdown: str = "",
    measure: str = assembly.VALUE,
    show_interval: bool = False,
) -> FigureView:
    """The whole screen of one figure."""
    found = read_lines(reader, area=area, reference=reference, indicators=[indicator], breakdown=breakdown)[
        indicator.code
    ]
    groups = breakdowns(reader, area=area, indicator=indicator)
    headline = statements.headline(
        found.area,
        indicator=indicator,
        annotations=found.annotations,
        area_name=area.name,
        breakdown_name=groups.get(breakdown, ""),
    )
    latest = found.latest
    chart = _chart(
        found,
        area=area,
        indicator=indicator,
        reference=reference,
        measure=measure,
        message=headline.text,
        show_interval=show_interval,
    )
    source = _source(reader, figures=found.area)
    offer = statements.offer(found.area, indicator=indicator, annotations=found.annotations)
    together = statements.pooled(found.area, indicator=indicator, annotations=found.annotations)
    return FigureView(
        message=headline.text,
        amounts=statements.amounts(latest, indicator=indicator).text if latest else "",
        remarks=(
            *((offer.text,) if offer else ()),
            *_comparisons(found, indicator=indicator, area=area, reference=reference),
            *found.remarks,
        ),
        drawing=Drawing(figure=trend_chart(chart), alternative=alternative_text(chart)),
        rows=tuple(
            table_row(words.PERIOD, figure.period, figure=figure, indicator=indicator, with_interval=True)
            for figure in reversed(found.area)
        ),
        notes=(
            *found.notes,
            *((together.text,) if together.text and not offer else ()),
            *_revised(reader, area=area, indicator=indicator, breakdown=breakdown, figures=found.area),
        ),
        provenance=_provenance(indicator, source=source, annotations=found.annotations),
        picture=PictureSubject(indicator.code, breakdown, area.code, latest.period) if latest else None,
    )


def _chart(
    found: Lines,
    *,
    area: AreaFacts,
    indicator: IndicatorFacts,
    reference: AreaFacts,
    measure: str,
    message: str,
    show_interval: bool,
) -> Chart:
    drawn: list[Series] = [
        assembly.series(found.area, name=area.name, role="area", indicator=indicator, measure=measure)
    ]
    unit = assembly.unit_of(measure, indicator=indicator)
    if unit != "count":  # areas of another size would flatten the line, and say nothing beside it
        drawn += [
            assembly.series(figures, name=name, role=role, indicator=indicator, measure=measure)
            for name, role, figures in (*found.others, (reference.name, "reference", found.reference))
        ]
    standing = [norm for norm in found.norms if norm.state != "withdrawn"]
    norms = [line for norm in standing if (line := assembly.norm_line(norm, measure=measure))]
    return Chart(
        title=f"{indicator.name}, {area.name}",
        message=message,
        unit=unit,
        decimals=assembly.decimals_of(measure, indicator=indicator),
        series=tuple(series for series in drawn if series.points),
        norms=tuple(norms),
        breaks=assembly.marks(found.annotations, kind="break"),
        events=assembly.marks(found.annotations, kind="event"),
        show_interval=show_interval,
        fictional=area.fictional,
    )


def _comparisons(found: Lines, *, indicator: IndicatorFacts, area: AreaFacts, reference: AreaFacts) -> list[str]:
    """What may be said about norm and reference; the reference at the last period that both have."""
    said = [
        words.NORM_AND_PROGRESS.format(
            norm=statements.norm(norm, indicator=indicator).text,
            progress=statements.progress(
                found.area, norm=norm, indicator=indicator, annotations=found.annotations
            ).text,
        )
        for norm in found.norms
        if norm.stands
    ]
    known = {figure.period: figure for figure in found.reference if figure.value is not None}
    shared = [figure for figure in found.area if figure.value is not None and figure.period in known]
    if shared and area != reference:
        compared = statements.comparison(
            shared[-1],
            reference=known[shared[-1].period],
            indicator=indicator,
            reference_name=reference.name,
            reference_is_large=reference.kind in LARGE_KINDS,
            contains_area=reference.kind == "country",
        ).text
        is_latest = shared[-1] == statements.latest(found.area)
        said.append(compared if is_latest else words.EARLIER.format(period=shared[-1].period, text=compared))
    return said


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
    last = {one.period: one for one in reversed(kept)}  # of each period the one that was replaced last
    notes = [
        statements.revision_note(
            figure, earlier=last[figure.period], changed_on=last[figure.period].replaced_at.date(), indicator=indicator
        ).text
        for figure in reversed(figures)
        if figure.period in last and figure.value is not None
    ]
    return [note for note in notes if note]


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
