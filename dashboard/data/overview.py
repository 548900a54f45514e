"""Overzicht: a card per indicator, by theme, and which of them are shown."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from dashboard import statements
from dashboard.calculations.finding import is_found
from dashboard.charts import assembly
from dashboard.charts.chart import Chart
from dashboard.charts.sparkline import sparkline
from dashboard.data import catalogue
from dashboard.data.lines import Lines, read_lines
from dashboard.data.noticed import StandsOut, stands_out
from dashboard.data.reader import HASHED, MOST_ENTRIES, Reader
from dashboard.texts import overview as words
from dashboard.texts.searching import ALIKE
from data_models import database
from data_models.facts import AreaFacts, IndicatorFacts
from data_models.queries import stories

WITH_NORM, NOT_DISCUSSED, CLEAR_TREND = "met-norm", "niet-besproken", "trend"  # what can be asked of a card
ONLY_AGREED, ALL = "afgesproken", "alle"  # which figures, where the region agreed on some
CARDS, BESIDE = "kaarten", "naast-elkaar"  # how the figures are looked at


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says about one indicator; `sparkline` is SVG, empty when there is nothing to draw."""

    indicator: IndicatorFacts
    sentence: str
    sparkline: str
    instead: str  # what is said where nothing is drawn
    alternative: str
    norm: str
    has_norm: bool
    has_clear_trend: bool
    period: str  # of the last figure; empty when there is none


@dataclass(frozen=True, slots=True)
class ThemeCards:
    """A theme with its cards."""

    code: str
    name: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the screen can show of an area, and what stands out of it; `others` have no card here."""

    themes: tuple[ThemeCards, ...]
    noticed: StandsOut
    others: tuple[IndicatorFacts, ...]
    counts_in: bool  # whether the area is part of what it is compared with

    @property
    def cards(self) -> dict[str, Card]:
        """Every card by its indicator's code, in the order of the screen."""
        return {card.indicator.code: card for theme in self.themes for card in theme.cards}


@dataclass(frozen=True, slots=True)
class Shown:
    """What is left of an overview after choosing and searching, and of how many."""

    themes: tuple[ThemeCards, ...]
    total: int
    elsewhere: tuple[IndicatorFacts, ...]  # found by the words that were typed, and without a card

    @property
    def count(self) -> int:
        """How many cards are shown."""
        return sum(len(theme.cards) for theme in self.themes)


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def overview(reader: Reader, *, area: AreaFacts, reference: AreaFacts) -> Overview:
    """The cards of an area by theme: what is known, and the start set's indicators of which nothing is known yet."""
    indicators = catalogue.indicators(reader)
    lines = read_lines(reader, area=area, reference=reference, indicators=indicators)
    with_card = [one for one in indicators if one.kind != "context" and (lines[one.code].area or one.in_start_set)]
    by_theme: dict[str, list[Card]] = {}
    for one in with_card:
        card = card_of(one, lines=lines[one.code], area=area, reference=reference)
        by_theme.setdefault(one.theme, []).append(card)
    codes = {name: code for code, name in catalogue.themes(reader).items()}
    return Overview(
        themes=tuple(ThemeCards(codes[name], name, tuple(cards)) for name, cards in by_theme.items()),
        noticed=stands_out(reader, area=area, reference=reference, indicators=with_card, lines=lines),
        others=tuple(one for one in indicators if one not in with_card),
        counts_in=reference != area
        and (reference.kind == "country" or any(reference == one for one, _ in catalogue.wholes(reader, area=area))),
    )


def line_legend(area: AreaFacts, *, reference: AreaFacts) -> str:
    """What the lines of the cards are; the country stands alone when it is compared with nothing."""
    template = words.LEGEND if reference != area else words.LEGEND_ALONE
    return template.format(area=area.name, reference=reference.name)


def discussed(reader: Reader, *, area: AreaFacts) -> dict[str, date]:
    """The day on which each indicator of this area was last discussed, by its code; asked afresh."""
    with database.reading(asker=reader.actor) as session:
        return stories.last_discussed(session, asker=reader.actor, area=area.code)


def shown(
    found: Overview,
    *,
    theme: str,
    wanted: Collection[str],
    typed: str,
    discussed: Mapping[str, date],
    not_again: Collection[str] = (),
    only: Collection[str] = (),
) -> Shown:
    """The cards of a theme (empty: all), that have everything that is wanted, and the words that were typed.

    A figure that was `not_again` discussed since it is there counts as not discussed. `only` are the codes of the
    figures that the region agreed to follow; empty: all. Who searches, searches in all.
    """

    def is_discussed(card: Card) -> bool:
        return card.indicator.code in discussed and card.indicator.code not in not_again

    def fits(card: Card) -> bool:
        return (
            (not only or bool(typed) or card.indicator.code in only)
            and (WITH_NORM not in wanted or card.has_norm)
            and (NOT_DISCUSSED not in wanted or not is_discussed(card))
            and (CLEAR_TREND not in wanted or card.has_clear_trend)
            and (not typed or _is_found(card.indicator, typed=typed))
        )

    left = [
        ThemeCards(one.code, one.name, tuple(card for card in one.cards if fits(card)))
        for one in found.themes
        if theme in ("", one.code)
    ]
    return Shown(
        themes=tuple(one for one in left if one.cards),
        total=len(found.cards),
        elsewhere=tuple(one for one in found.others if _is_found(one, typed=typed)) if typed else (),
    )


def _is_found(indicator: IndicatorFacts, *, typed: str) -> bool:
    described = (indicator.short_name, indicator.name, indicator.question, indicator.theme)
    return is_found(typed, among=described, alike=ALIKE)


def card_of(indicator: IndicatorFacts, *, lines: Lines, area: AreaFacts, reference: AreaFacts) -> Card:
    """What a card says of an indicator, from the lines that were read for it."""
    headline = statements.headline(lines.area, indicator=indicator, annotations=lines.annotations)
    standing = [norm for norm in lines.norms if norm.stands]
    series = [
        assembly.bare_series(figures, name=name, role=role)
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
        events=assembly.marks(lines.annotations, kind="event"),
        cuts=assembly.marks(lines.annotations, kind="composition"),
    )
    is_known = any(
        one.value is not None for one in lines.area
    )  # the value of another area alone would pass for its own
    norm = words.NO_NORM
    if standing:
        norm = words.NORM.format(
            norm=statements.norm(standing[0], indicator=indicator).text,
            progress=statements.progress_in_short(
                lines.area, norm=standing[0], indicator=indicator, annotations=lines.annotations
            ).text,
        )
    return Card(
        indicator=indicator,
        sentence=headline.text,
        sparkline=sparkline(chart) if is_known else "",
        instead=words.NOTHING_TO_DRAW if lines.area else words.NO_FIGURE_ADVICE,
        alternative=f"{chart.title}. {headline.text}",
        norm=norm,
        has_norm=bool(standing),
        has_clear_trend=headline.verdict in ("rising", "falling"),
        period=lines.latest.period if lines.latest else "",
    )
