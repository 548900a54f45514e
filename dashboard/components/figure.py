"""The left side of Cijfer en verhaal: message, chart, table, definition."""

from collections.abc import Callable

import streamlit as st

from dashboard import selection, theme
from dashboard.charts import assembly
from dashboard.components.bridge_link import link_to_bridge
from dashboard.components.choosing import choose_interval, choose_optional, choose_together
from dashboard.components.story_ways import offer_story
from dashboard.components.table import show_table
from dashboard.components.tabs import choose_tab
from dashboard.data.figure import FigureView
from dashboard.formatting import plain
from dashboard.texts import choosing as choosing_words
from dashboard.texts import figure as words
from data_models.facts import AreaFacts, IndicatorFacts


def show_title(indicator: IndicatorFacts, *, area: AreaFacts) -> None:
    """The theme, the area and the indicator's name; an invented area says so first."""
    template = words.BREADCRUMB_EXAMPLE if area.fictional else words.BREADCRUMB
    st.caption(template.format(theme=indicator.theme, area=area.name))
    st.title(indicator.name, anchor=False)


def choose_measure(indicator: IndicatorFacts, *, lines: bool) -> str:
    """Choose percentage, count or per 1.000, where there is a choice and lines are drawn."""
    measures = assembly.measures(indicator)
    names = choosing_words.MEASURES | {assembly.VALUE: words.VALUE_IN[indicator.unit]}
    if len(measures) == 1 or not lines:
        return measures[0]
    return choose_optional(
        selection.MEASURE,
        label=choosing_words.MEASURE,
        options={measure: names[measure] for measure in measures},
        default=assembly.VALUE,
    )


def choose_how_drawn(*, lines: bool, can_be_together: bool) -> tuple[bool, bool]:
    """Choose whether uncertainty is drawn, and three years together, where lines are drawn: one under the other."""
    if not lines:
        return False, False
    with st.container(key="hoe-getekend", gap="small", width="content"):
        return choose_interval(), choose_together(possible=can_be_together)


def show_figure(view: FigureView, *, area: AreaFacts) -> None:
    """Message, numbers and chart; an empty figure says what to do."""
    if not view.rows:
        st.info(words.EMPTY.format(area=plain(area.name)))
        if view.why_empty:
            st.text(view.why_empty)
        return
    with st.container(key="boodschap", gap="xsmall"):
        st.header(view.message, anchor=False)
        if view.amounts != view.message:  # of what is not shown there is no more to say
            st.text(view.amounts)
        offer_story()
    st.plotly_chart(
        view.drawing.figure,
        theme=None,
        config=theme.PLOTLY_CONFIG,
        alt=view.drawing.alternative,
        key="grafiek",
    )
    with st.container(key="opmerkingen", gap="xsmall"):
        for remark in view.remarks:
            st.text(remark)
        link_to_bridge(area)


def show_details(view: FigureView, *, others: dict[str, Callable[[], None]]) -> None:
    """Table and definition, and what else there is to see; the other tabs are made only when opened."""
    tabs = choose_tab([words.TABLE, words.DEFINITION, *others])
    with tabs[0]:
        if view.rows:
            show_table(view.rows, key="tabel-cijfer")
            for note in view.notes:
                st.caption(note)
            if view.beside:
                st.subheader(words.BESIDE, anchor=False)
                show_table(view.beside, key="tabel-naast-elkaar")
        else:
            st.text(words.NO_ROWS)
    with tabs[1]:
        for name, text in view.provenance:
            st.text(f"{name}: {text}")
    for tab, show in zip(tabs[2:], others.values(), strict=True):
        if tab.open:
            with tab:
                show()
