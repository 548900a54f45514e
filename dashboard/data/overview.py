"""Overzicht: a card per indicator, by theme."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from dashboard import statements
from dashboard.charts import assembly
from dashboard.charts.chart import Chart
from dashboard.charts.sparkline import sparkline
from dashboard.data import catalogue
from dashboard.data.lines import Lines, read_lines
from dashboard.data.reader import HASHED, MOST_ENTRIES, Reader
from dashboard.texts import overview as words
from data_models import database
from data_models.facts import AreaFacts, IndicatorFacts
from data_models.queries import stories


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says about one indicator; `sparkline` is SVG, empty when there is nothing to draw."""

    indicator: str
    name: str
    sentence: str
    amounts: str
    sparkline: str
    alternative: str
    norm: str
    has_norm: bool
    has_clear_trend: bool


@dataclass(frozen=True, slots=True)
class ThemeCards:
    """A theme with its cards."""

    name: str
    cards: tuple[Card, ...]


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def cards(reader: Reader, *, area: AreaFacts, reference: AreaFacts) -> tuple[ThemeCards, ...]:
    """The cards of an area by theme: what is known, and the start set's indicators of which nothing is known yet."""
    indicators = [one for one in catalogue.indicators(reader) if one.kind != "context"]
    lines = read_lines(reader, area=area, reference=reference, indicators=indicators)
    themes: dict[str, list[Card]] = {}
    for indicator in indicators:
        if lines[indicator.code].area or indicator.in_start_set:
            card = _card(indicator, lines=lines[indicator.code], area=area, reference=reference)
            themes.setdefault(indicator.theme, []).append(card)
    return tuple(ThemeCards(name=name, cards=tuple(of_theme)) for name, of_theme in themes.items())


def discussed(reader: Reader, *, area: AreaFacts) -> dict[str, date]:
    """The day on which each indicator of this area was last discussed, by its code; asked afresh."""
    with database.reading(asker=reader.actor) as session:
        return stories.last_discussed(session, asker=reader.actor, area=area.code)


def _card(indicator: IndicatorFacts, *, lines: Lines, area: AreaFacts, reference: AreaFacts) -> Card:
    headline = statements.headline(lines.area, indicator=indicator, annotations=lines.annotations)
    latest = statements.latest(lines.area)
    standing = [norm for norm in lines.norms if norm.stands]
    series = [
        assembly.series(figures, name=name, role=role, indicator=indicator)
        for name, role, figures in (
            (area.name, "area", lines.area),
            *lines.others,
            (reference.name, "reference", lines.reference),
        )
        if role == "area" or indicator.unit != "count"  # counts of areas of another size say nothing beside it
    ]
    chart = Chart(
        title=f"{indicator.short_name}, {area.name}",
        message=headline.text,
        unit=indicator.unit,
        decimals=indicator.decimals,
        series=tuple(one for one in series if one.points),
        norms=tuple(line for norm in standing if (line := assembly.norm_line(norm))),
        breaks=assembly.marks(lines.annotations, kind="break"),
    )
    norm = words.NO_NORM
    if standing:
        norm = words.NORM.format(
            norm=statements.norm(standing[0], indicator=indicator).text,
            progress=statements.progress_in_short(
                lines.area, norm=standing[0], indicator=indicator, annotations=lines.annotations
            ).text,
        )
    return Card(
        indicator=indicator.code,
        name=indicator.short_name,
        sentence=headline.text,
        amounts=statements.amounts(latest, indicator=indicator).text if latest else "",
        sparkline="" if chart.is_empty else sparkline(chart),
        alternative=f"{chart.title}. {headline.text}",
        norm=norm,
        has_norm=bool(standing),
        has_clear_trend=headline.verdict in ("rising", "falling"),
    )
