"""Vergelijken, through the years: a small line per area, all in one scale."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from dashboard import statements
from dashboard.charts import assembly
from dashboard.charts.alternative_text import mark_sentences
from dashboard.charts.chart import Annotation, Chart
from dashboard.charts.sparkline import Scale, sparkline
from dashboard.data.comparison import Compared, in_order
from dashboard.data.noted import noted_sentence
from dashboard.data.reader import HASHED, MOST_ENTRIES
from dashboard.formatting import value_with_unit
from dashboard.texts import areas as area_words
from dashboard.texts import comparison as words
from dashboard.texts import statements as statement_words
from dashboard.texts.charts import ALT_OPENING
from data_models.facts import AreaFacts, IndicatorFacts

MOST_LINES = 24  # areas: six rows of four on a laptop, as much as is looked over in one go
_WITHHELD = "withheld"
_TRENDS = ("rising", "falling", "no clear trend")


@dataclass(frozen=True, slots=True)
class SmallLine:
    """One area through the years; `sparkline` is SVG, empty when there is nothing to draw; `words` say how it goes."""

    name: str
    sparkline: str
    alternative: str
    words: str


@dataclass(frozen=True, slots=True)
class SmallLines:
    """The areas beside each other through the years."""

    message: str
    legend: str
    marks: tuple[str, ...]  # what the upright strokes in the lines are, and where a line stops for another reason
    lines: tuple[SmallLine, ...]


@st.cache_resource(
    max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs={**HASHED, Compared: lambda found: found.number}
)
def small_lines(
    *,
    found: Compared,
    area: AreaFacts,
    indicator: IndicatorFacts,
    reference: AreaFacts,
    period: str,
    order: str,
) -> SmallLines:
    """A line per area, from zero to the highest of all of them, over the same years."""
    ordered = in_order(found, period=period, order=order)
    charts, said = {}, {}
    for one in ordered:
        said[one], charts[one] = _line(area=one, found=found, indicator=indicator, reference=reference)
    drawn = [chart for chart in charts.values() if chart.series]
    scale = Scale.of(drawn) if drawn else None
    return SmallLines(
        message=_message(ordered, said=said, scale=scale),
        legend=_legend(drawn, scale=scale, indicator=indicator, reference=reference),
        marks=_marks(charts, found=found, scale=scale, reference=reference),
        lines=tuple(
            SmallLine(
                name=(words.YEARS_CHOSEN if one == area else "{name}").format(name=area_words.row_name(one)),
                sparkline=sparkline(charts[one], scale=scale) if charts[one].series else "",
                alternative=_alternative(charts[one], scale=scale),
                words=_words(said[one], chart=charts[one], few=_why_few(one, found=found, indicator=indicator)),
            )
            for one in ordered
        ),
    )


def _line(*, area: AreaFacts, found: Compared, indicator: IndicatorFacts, reference: AreaFacts) -> tuple[str, Chart]:
    """How the area's figure went, by its verdict, and its chart: without series when it has nothing to show."""
    figures = found.series[area]
    annotations = found.basis[area].annotations
    headline = statements.headline(figures, indicator=indicator, annotations=annotations, area_name=area.name)
    series = [assembly.series(figures, name=area.name, role="area", indicator=indicator)]
    marked = [(area.name, annotations)]
    if indicator.unit != "count":  # counts of areas of another size say nothing beside it
        series.append(assembly.series(found.reference, name=reference.name, role="reference", indicator=indicator))
        marked += [(reference.name, found.reference_basis.annotations if found.reference_basis else ())]
    chart = Chart(
        title=f"{indicator.short_name}, {area_words.row_name(area)}",
        message=headline.text,
        unit=indicator.unit,
        decimals=indicator.decimals,
        series=tuple(one for one in series if one.known) if series[0].known else (),
        breaks=assembly.marks_of_lines(marked, kind="break"),
        events=assembly.marks_of_lines(marked, kind="event"),
        cuts=assembly.marks_of_lines(marked, kind="composition"),
    )
    return headline.verdict, chart


def _why_few(area: AreaFacts, *, found: Compared, indicator: IndicatorFacts) -> str:
    """Why there are too few years for a trend though enough have a figure; empty when that is not so."""
    marks = found.basis[area].annotations
    figures = [figure for figure in found.series[area] if figure.value is not None]
    if not marks or statements.trend(figures, indicator=indicator).verdict not in _TRENDS:
        return ""
    told = []
    for kind, template in words.YEARS_FEW.items():
        years = {one.year for one in marks if one.kind == kind and figures[0].year < one.year <= figures[-1].year}
        periods = list(dict.fromkeys(figure.period for figure in figures if figure.year in years))
        told += [template.format(periods=area_words.together(periods))] if periods else []
    return area_words.together(told) if told else ""


def _words(verdict: str, *, chart: Chart, few: str) -> str:
    """How it goes; where the latest figure is withheld, that it is, and that an earlier one is drawn."""
    if not chart.series:
        return chart.message if verdict == _WITHHELD else words.NO_FIGURE
    if verdict == "too few points" and few:
        return words.YEARS_WHY_FEW.format(words=statement_words.TREND_CLAUSE[verdict], why=few)
    return statement_words.TREND_CLAUSE.get(verdict) or words.YEARS_EARLIER.format(why=chart.message)


def _message(areas: Sequence[AreaFacts], *, said: dict[AreaFacts, str], scale: Scale | None) -> str:
    """How many rise and fall clearly; who has too few years, or nothing to show, is not counted."""
    if scale is None:
        return words.NOTHING_EVER_SHOWN if set(said.values()) == {_WITHHELD} else words.NO_PERIOD
    counted = Counter(said[one] for one in areas if said[one] in _TRENDS)
    total = sum(counted.values())
    if not total:
        few = "too few points" in said.values()
        years = {"first": scale.first.period, "last": scale.last.period}
        alone = scale.first.period == scale.last.period
        return words.YEARS_TOO_FEW if few or alone else words.YEARS_UNTESTED.format(**years)
    if total == len(areas) == 1:
        clause = statement_words.TREND_CLAUSE[said[areas[0]]]
        return words.YEARS_OF_ONE.format(name=area_words.row_name(areas[0]), words=clause)
    template = words.YEARS_MESSAGE if counted["rising"] or counted["falling"] else words.YEARS_ALL_ALIKE
    return template.format(
        total=total, rising=counted["rising"], falling=counted["falling"], other=counted["no clear trend"]
    )


def _legend(drawn: Sequence[Chart], *, scale: Scale | None, indicator: IndicatorFacts, reference: AreaFacts) -> str:
    if scale is None:
        return ""
    beside = any(len(chart.series) > 1 for chart in drawn)
    template = words.YEARS_LEGEND if beside else words.YEARS_LEGEND_ALONE
    first, last = scale.first.period, scale.last.period
    years = words.YEARS_ONE if first == last else words.YEARS_BETWEEN
    return template.format(
        highest=value_with_unit(scale.top, unit=indicator.unit, decimals=indicator.decimals),
        years=years.format(first=first, last=last),
        reference=reference.name,
    )


def _alternative(chart: Chart, *, scale: Scale | None) -> str:
    """What a line shows in words, with what is marked in it and where it stops."""
    if scale is None or not chart.series:
        return ALT_OPENING.format(title=chart.title, message=chart.message)
    breaks, events, cuts = (_drawn(marks, scale=scale) for marks in (chart.breaks, chart.events, chart.cuts))
    of_cuts = [words.YEARS_CUT.format(year=one.year) for one in cuts]
    return " ".join(
        (
            ALT_OPENING.format(title=chart.title, message=chart.message),
            *mark_sentences(breaks, events=events),
            *of_cuts,
        )
    )


def _drawn(marks: Sequence[Annotation], *, scale: Scale) -> tuple[Annotation, ...]:
    """Those that lie between the years that are drawn."""
    return tuple(mark for mark in marks if scale.first.position < mark.year <= scale.last.position)


def _marks(
    charts: Mapping[AreaFacts, Chart], *, found: Compared, scale: Scale | None, reference: AreaFacts
) -> tuple[str, ...]:
    """In words what is not labelled in each line: breaks, events, and where other gemeenten count from then on."""
    if scale is None:
        return ()
    of_areas = {one: found.basis[one].annotations for one, chart in charts.items() if chart.series}
    beside = any(len(chart.series) > 1 for chart in charts.values())
    if beside and found.reference_basis:
        of_areas[reference] = found.reference_basis.annotations
    named = [(area_words.row_name(one), marks) for one, marks in of_areas.items()]
    told = [
        noted_sentence(mark, kind=kind)
        for kind in ("break", "event")
        for mark in _drawn(assembly.marks_of_lines(named, kind=kind), scale=scale)
    ]
    cut = [name for name, marks in named if _drawn(assembly.marks(marks, kind="composition"), scale=scale)]
    return (
        *((words.YEARS_MARKS.format(marks="; ".join(one.rstrip(".") for one in told)),) if told else ()),
        *((words.YEARS_CUTS.format(names=area_words.together(cut)),) if cut else ()),
    )
