"""Uitsplitsing: choose to see the groups of a figure beside each other, and the gap between two of them."""

from collections.abc import Mapping

import streamlit as st

from dashboard import selection, theme
from dashboard.charts.alternative_text import comparison_text
from dashboard.charts.dots import dots_chart
from dashboard.charts.gap import gap_chart, gap_text
from dashboard.components.choosing import choose_optional
from dashboard.components.table import show_table
from dashboard.components.taking_along import show_gap_to_take, show_groups_to_take
from dashboard.data import group_gap
from dashboard.data import groups as data
from dashboard.data.groups import Groups
from dashboard.data.reader import Reader
from dashboard.formatting import plain
from dashboard.texts import groups as words
from dashboard.texts.areas import together
from data_models.facts import AreaFacts, IndicatorFacts

THROUGH_THE_YEARS = "jaren"


def are_asked_for(reader: Reader, *, area: AreaFacts, indicator: IndicatorFacts) -> bool:
    """Whether the address asks for groups beside each other, of which there are any: then no lines are drawn."""
    dimensions = data.dimensions(reader, area=area, indicator=indicator)
    return selection.optional(selection.GROUPS_BY, options=dimensions, default="") != ""


def show_groups(reader: Reader, *, area: AreaFacts, indicator: IndicatorFacts, chosen: str) -> bool:
    """Offer the groups of a figure beside each other, and show them when asked; whether they are shown."""
    dimensions = data.dimensions(reader, area=area, indicator=indicator)
    if not dimensions:
        return False
    options = {code: words.BY_DIMENSION.format(dimension=name) for code, name in dimensions.items()}
    dimension = choose_optional(
        selection.GROUPS_BY,
        label=words.VIEW,
        options={THROUGH_THE_YEARS: words.THROUGH_THE_YEARS, **options},
        default=THROUGH_THE_YEARS,
    )
    if dimension == THROUGH_THE_YEARS:
        return False
    found = data.groups(reader, area=area, indicator=indicator, dimension=dimension)
    if not found.periods:
        st.info(words.NO_PERIOD)
        return True
    _show_beside_each_other(reader, found=found, dimension=dimension, chosen=chosen)
    _show_gap(reader, found=found)
    return True


def _show_beside_each_other(reader: Reader, *, found: Groups, dimension: str, chosen: str) -> None:
    place = st.container(key="groepen-naast-elkaar", gap="small")
    options = {period: period for period in reversed(found.periods)}
    period = choose_optional(selection.GROUP_YEAR, label=words.PERIOD, options=options, default=found.fullest)
    chart = data.beside_each_other(found, period=period, chosen=chosen)
    with place:
        st.header(plain(chart.message), anchor=False)
        st.plotly_chart(
            dots_chart(chart), theme=None, config=theme.PLOTLY_CONFIG, alt=comparison_text(chart), key="groepen"
        )
    if legend := data.legend(found, chart=chart):
        st.caption(plain(legend))
    if dimension == data.DISTRICTS:
        st.caption(words.DISTRICTS_NOTE)
    if any(dot.value is None for dot in chart.dots):
        st.caption(words.WITHHELD_NOTE)
    for noted in chart.noted:
        st.caption(plain(noted))
    show_groups_to_take(reader, found=found, chart=chart)
    with st.expander(words.TABLE):
        show_table(data.table(chart), key="tabel-groepen")


def _show_gap(reader: Reader, *, found: Groups) -> None:
    pairs = {code: others for code in found.names if (others := found.others(code))}
    if not pairs or not group_gap.can_be_subtracted(found):
        return
    st.subheader(words.GAP_HEADING, anchor=False)
    with st.container(key="twee-groepen", horizontal=True, gap="small"):
        names = {code: found.names[code] for code in pairs}
        first = _choose_group(selection.FIRST_GROUP, label=words.FIRST, options=names)
        second = _choose_group(selection.SECOND_GROUP, label=words.SECOND, options=pairs[first])
    chart = group_gap.gap_over_time(found, first=first, second=second)
    st.text(chart.message)
    if chart.known:
        st.plotly_chart(gap_chart(chart), theme=None, config=theme.PLOTLY_CONFIG, alt=gap_text(chart), key="verschil")
        st.caption(words.GAP_LEGEND)
        if chart.broken_in:
            st.caption(words.GAP_BREAK.format(years=together(chart.broken_in)))
        show_gap_to_take(reader, found=found, chart=chart, pair=(first, second))
    with st.expander(words.GAP_TABLE):
        show_table(group_gap.gap_table(chart), key="tabel-verschil")


def _choose_group(parameter: str, *, label: str, options: Mapping[str, str]) -> str:
    default = next(iter(options))
    value = selection.optional(parameter, options=options, default=default)
    st.selectbox(
        label,
        list(options),
        format_func=options.__getitem__,
        key=selection.widget_key(parameter, value=value),
        on_change=selection.write_to_url,
        args=(parameter, default),
    )
    return value
