"""Overzicht: what stands out, and the figures as cards or beside those of others."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from dashboard import navigation, selection
from dashboard.components.figure_card import show_said
from dashboard.data import overview as data
from dashboard.data.overview import Overview, Shown
from dashboard.data.reader import Reader
from dashboard.data.side_by_side import SideBySide, side_by_side
from dashboard.formatting import counted, day, plain
from dashboard.texts import overview as words
from data_models.facts import AreaFacts, IndicatorFacts

EXAMPLE_AREA, EXAMPLE_COUNTRY = "VG0001", "VL00"  # Waterdam and Voorbeeldland of the fictional region
CARD_WIDTH = 260  # pixels below which the grid takes a column less
PARTY_WIDTH = 220  # pixels below which the areas beside each other stand below each other


@dataclass(frozen=True, slots=True)
class Spoken:
    """When each indicator was discussed, and of which period that was where a newer figure was not."""

    discussed: Mapping[str, date]
    not_again: Mapping[str, str]
    is_heard: bool  # whether the reader may know what was said

    def of(self, code: str) -> str:
        """What a card says of it; empty for who may not know."""
        if not self.is_heard:
            return ""
        if period := self.not_again.get(code):
            return words.NOT_AGAIN.format(period=period)
        on = self.discussed.get(code)
        return words.DISCUSSED.format(day=day(on)) if on else words.NOT_DISCUSSED


def show_title(area: AreaFacts, *, reference: AreaFacts) -> None:
    """The area's name as the title, and what there is to see."""
    st.title(words.TITLE.format(area=area.name), anchor=False)
    beside = words.INTRODUCTION if reference != area else words.INTRODUCTION_ALONE
    template = words.EXAMPLE if area.fictional else beside
    st.text(template.format(area=area.name, reference=reference.name))


def show_noticed(found: Overview, *, area: AreaFacts, reference: AreaFacts, typed: str) -> None:
    """What stands out, each sentence a link to its figure; not in the way of who is searching."""
    if typed:
        return
    with st.container(key="valt-op", gap="xsmall"):
        st.header(words.NOTICED, anchor=False)
        noticed = found.noticed
        if not any(card.sparkline for card in found.cards.values()):
            st.text(words.NOTHING_TO_NOTICE)
            return
        if not noticed.found:
            st.text(words.NOTHING_NOTICED)
        for sentence in (*noticed.found, *noticed.known):
            if sentence.indicator:
                _show_link(sentence.indicator, label=sentence.text)
            else:
                st.text(sentence.text)
        if not noticed.found:
            return
        how = [words.NOTICED_HOW, *(words.NOTICED_PROVISIONAL for _ in range(noticed.only_marked))]
        if noticed.left_out:
            how.append(counted(noticed.left_out, forms=words.NOTICED_MORE))
        if found.counts_in:
            how.append(words.CONTAINS.format(area=area.name, reference=reference.name))
        st.caption(plain(" ".join(how)))


def show_figures(
    shown: Shown,
    *,
    reader: Reader,
    area: AreaFacts,
    reference: AreaFacts,
    view: str,
    discussed: Mapping[str, date],
    not_again: Mapping[str, str],
) -> None:
    """What is shown, by theme and never ranked: as cards, or beside the partnership and the reference."""
    if view == data.BESIDE:
        _show_beside(shown, found=side_by_side(reader, area=area, reference=reference), area=area, reference=reference)
    else:
        spoken = Spoken(discussed, not_again, reader.hears(fictional=area.fictional))
        _show_cards(shown, area=area, reference=reference, spoken=spoken)
    if shown.elsewhere:
        with st.container(key="elders", gap="xsmall"):
            st.text(words.ELSEWHERE)
            for indicator in shown.elsewhere:
                _show_link(indicator.code, label=indicator.short_name)
    if not area.fictional:
        example = selection.address(**{selection.AREA: EXAMPLE_AREA, selection.REFERENCE: EXAMPLE_COUNTRY})
        st.page_link(navigation.OVERVIEW, label=words.EXAMPLE_INVITATION, query_params=selection.here(example))


def _show_cards(shown: Shown, *, area: AreaFacts, reference: AreaFacts, spoken: Spoken) -> None:
    if shown.count:
        st.caption(plain(data.line_legend(area, reference=reference)))
    for theme in shown.themes:
        st.header(theme.name, anchor=False)
        grid = st.grid(4, min_column_width=CARD_WIDTH, key=f"thema-{theme.code}")
        for card in theme.cards:
            with grid.container(border=True, key=f"kaart-{card.indicator.code}", height="stretch", gap="xsmall"):
                _show_link(card.indicator.code, label=card.indicator.short_name)
                show_said(card, spoken=spoken.of(card.indicator.code))


def _show_beside(shown: Shown, *, found: Mapping[str, SideBySide], area: AreaFacts, reference: AreaFacts) -> None:
    known = [one for theme in shown.themes for card in theme.cards if (one := found.get(card.indicator.code))]
    alone = all(len(one.parties) < 3 for one in known)
    template = words.BESIDE_NOTHING if reference == area else words.BESIDE_WITHOUT if alone else words.BESIDE
    st.caption(plain(template.format(area=area.name, reference=reference.name)))
    for remark in dict.fromkeys(remark for one in known for remark in one.remarks):
        st.caption(plain(remark))
    for theme in shown.themes:
        st.header(theme.name, anchor=False)
        for card in theme.cards:
            with st.container(border=True, key=f"naast-{card.indicator.code}", gap="xsmall"):
                _show_link(card.indicator.code, label=card.indicator.short_name)
                _show_parties(card.indicator, beside=found.get(card.indicator.code))


def _show_parties(indicator: IndicatorFacts, *, beside: SideBySide | None) -> None:
    if beside is None:
        st.caption(words.NO_FIGURE)
        return
    st.caption(plain(words.QUESTION_IN_PERIOD.format(question=indicator.question, period=beside.period)))
    grid = st.grid(len(beside.parties), min_column_width=PARTY_WIDTH)
    for party in beside.parties:
        told = words.PARTY if party.verdict else words.OWN_PARTY
        grid.markdown(told.format(name=plain(party.name), amounts=plain(party.amounts), verdict=plain(party.verdict)))


def _show_link(indicator: str, *, label: str) -> None:
    address = selection.address(**{selection.INDICATOR: indicator})
    st.page_link(navigation.FIGURE, label=plain(label), width="stretch", query_params=address)
