"""Vergelijken: which areas, in which year and order, and how they are shown."""

import streamlit as st

from dashboard import selection, theme
from dashboard.charts.alternative_text import comparison_text
from dashboard.charts.dots import dots_chart
from dashboard.components.choosing import choose_optional
from dashboard.components.figure import show_table
from dashboard.data import comparison as data
from dashboard.data.comparison import Compared
from dashboard.data.reader import Reader
from dashboard.texts import comparison as words
from dashboard.texts import figure as figure_words
from data_models.facts import AreaFacts, IndicatorFacts


def show_title(indicator: IndicatorFacts, *, area: AreaFacts) -> None:
    """The figure that is compared, and for whom."""
    template = figure_words.BREADCRUMB_EXAMPLE if area.fictional else figure_words.BREADCRUMB
    st.caption(template.format(theme=indicator.theme, area=area.name))
    st.title(words.TITLE.format(indicator=indicator.short_name), anchor=False)


def choose_group(reader: Reader, *, area: AreaFacts) -> tuple[AreaFacts, ...]:
    """Choose which areas stand beside each other."""
    groups = data.groups(reader, area=area)
    options = {name: words.GROUPS[name] for name in groups}
    return groups[choose_optional(selection.GROUP, label=words.GROUP, options=options, default=next(iter(groups)))]


def choose_year(found: Compared) -> str:
    """Choose the period; the fullest, unless another is chosen. Empty when there is none."""
    if not found.periods:
        return ""
    options = {period: period for period in found.periods}
    return choose_optional(selection.YEAR, label=words.YEAR, options=options, default=found.fullest)


def choose_order() -> str:
    """Choose the order: alphabetical, unless it is asked for by value."""
    return choose_optional(selection.ORDER, label=words.ORDER, options=words.ORDERS, default=data.ALPHABET)


def show_comparison(
    found: Compared, *, area: AreaFacts, indicator: IndicatorFacts, reference: AreaFacts, period: str, order: str
) -> None:
    """The areas beside each other, with what may be said of all of them, and as a table."""
    if not period:
        st.info(words.NO_PERIOD)
        return
    chart = data.comparison(found, area=area, indicator=indicator, reference=reference, period=period, order=order)
    st.header(chart.message, anchor=False)
    if order == data.VALUE:
        st.caption(words.NO_JUDGEMENT)
    st.plotly_chart(
        dots_chart(chart), theme=None, config=theme.PLOTLY_CONFIG, alt=comparison_text(chart), key="vergelijking"
    )
    st.caption(words.LEGEND.format(reference=chart.reference))
    with st.expander(words.VIEWS["tabel"]):
        show_table(data.table(chart), key="tabel-vergelijking")
