"""Overzicht: the cards."""

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from dashboard import navigation, selection
from dashboard.components.choosing import choose_optional
from dashboard.data.overview import Card, ThemeCards
from dashboard.formatting import day
from dashboard.texts import overview as words
from data_models.facts import AreaFacts

EXAMPLE_AREA, EXAMPLE_COUNTRY = "VG0001", "VL00"  # Waterdam and Voorbeeldland of the fictional region
CARD_WIDTH = 300  # pixels below which the grid takes a column less


def show_title(area: AreaFacts, *, reference: AreaFacts) -> None:
    """The area's name as the title, and what there is to see."""
    st.title(words.TITLE.format(area=area.name), anchor=False)
    template = words.EXAMPLE if area.fictional else words.INTRODUCTION
    st.text(template.format(area=area.name, reference=reference.name))


def choose_filter() -> str:
    """Choose which cards are shown."""
    return choose_optional(selection.FILTER, label=words.FILTER, options=words.FILTERS, default="alles")


def show_cards(themes: Sequence[ThemeCards], *, discussed: Mapping[str, date], chosen: str) -> None:
    """The cards by theme, those that fit the filter; never ranked."""
    shown = 0
    for theme in themes:
        cards = [card for card in theme.cards if _fits(card, chosen=chosen, discussed=discussed)]
        if not cards:
            continue
        shown += len(cards)
        st.header(theme.name, anchor=False)
        grid = st.grid(3, min_column_width=CARD_WIDTH)
        for card in cards:
            with grid.container(border=True, key=f"kaart-{card.indicator}", height="stretch", gap="xsmall"):
                _show_card(card, discussed_on=discussed.get(card.indicator))
    if not shown:
        st.info(words.NOTHING_LEFT)


def show_legend(area: AreaFacts, *, reference: AreaFacts) -> None:
    """How to read the lines in the cards, and for who is new: where to practise."""
    st.caption(words.LEGEND.format(area=area.name, reference=reference.name))
    if not area.fictional:
        example = selection.address(**{selection.AREA: EXAMPLE_AREA, selection.REFERENCE: EXAMPLE_COUNTRY})
        st.page_link(navigation.OVERVIEW, label=words.EXAMPLE_INVITATION, query_params=example)


def _fits(card: Card, *, chosen: str, discussed: Mapping[str, date]) -> bool:
    return {
        "alles": True,
        "met-norm": card.has_norm,
        "niet-besproken": card.indicator not in discussed,
        "trend": card.has_clear_trend,
    }[chosen]


def _show_card(card: Card, *, discussed_on: date | None) -> None:
    st.page_link(
        navigation.FIGURE, label=card.name, query_params=selection.address(**{selection.INDICATOR: card.indicator})
    )
    with st.container(key=f"zin-{card.indicator}", gap="xsmall"):
        st.text(card.sentence)
    with st.container(key=f"lijn-{card.indicator}"):
        if card.sparkline:
            st.image(card.sparkline, alt=card.alternative, width="stretch")
        else:
            st.caption(words.NO_FIGURE_ADVICE)
    st.caption(card.norm)
    st.caption(words.DISCUSSED.format(day=day(discussed_on)) if discussed_on else words.NOT_DISCUSSED)
