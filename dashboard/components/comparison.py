"""Vergelijken: in which year, order and form areas stand beside each other."""

import streamlit as st

from dashboard import selection, theme
from dashboard.components.choosing import choose_breakdown, choose_optional
from dashboard.components.comparison_map import show_map
from dashboard.components.table import show_table
from dashboard.components.taking_along import show_comparison_to_take
from dashboard.data import comparison as data
from dashboard.data import comparison_view, comparison_years
from dashboard.data.comparison import DOTS, MAP, YEARS, Compared
from dashboard.data.comparison_view import ComparisonView
from dashboard.data.comparison_years import MOST_LINES
from dashboard.data.reader import Reader
from dashboard.formatting import plain
from dashboard.texts import comparison as words
from dashboard.texts import figure as figure_words
from data_models.facts import AreaFacts, IndicatorFacts

LINE_WIDTH = 240  # pixels below which the grid of small lines takes a column less


def show_title(indicator: IndicatorFacts, *, area: AreaFacts) -> None:
    """The figure that is compared, and for whom."""
    template = figure_words.BREADCRUMB_EXAMPLE if area.fictional else figure_words.BREADCRUMB
    st.caption(template.format(theme=indicator.theme, area=area.name))
    st.title(words.TITLE.format(indicator=indicator.short_name), anchor=False)


def choose_part(reader: Reader, *, group: tuple[AreaFacts, ...], indicator: IndicatorFacts) -> str:
    """Choose of which children: everybody, or one group of which any of the areas has a figure."""
    breakdowns = data.breakdowns(reader, areas=group, indicator=indicator) if group else {}
    return choose_breakdown(breakdowns)


def choose_year(found: Compared) -> str:
    """Choose the period; the fullest, unless another is chosen. Empty when there is none."""
    if not found.periods:
        return ""
    options = {period: period for period in found.periods}
    return choose_optional(selection.YEAR, label=words.YEAR, options=options, default=found.fullest)


def choose_order(*, own: bool) -> str:
    """Choose the order: alphabetical, unless it is asked for by value, or as the areas were chosen."""
    orders = {order: name for order, name in words.ORDERS.items() if own or order != data.OWN}
    return choose_optional(selection.ORDER, label=words.ORDER, options=orders, default=data.ALPHABET)


def choose_view() -> str:
    """Choose the form: dots or a map of one period, or lines through the years."""
    options = {form: words.VIEWS[form] for form in (DOTS, MAP, YEARS)}
    return choose_optional(selection.VIEW, label=words.VIEW, options=options, default=DOTS)


def show_comparison(
    reader: Reader,
    *,
    found: Compared,
    area: AreaFacts,
    indicator: IndicatorFacts,
    reference: AreaFacts,
    period: str,
    order: str,
    form: str,
) -> None:
    """The areas beside each other, with what may be said of all of them, and as a table."""
    if not found.areas:
        only = words.ONLY_REFERENCE.format(reference=plain(reference.name))
        st.info(only if found.holds_reference else words.NONE_CHOSEN)
        return
    if not period:
        st.info(words.NO_PERIOD)
        return
    view = comparison_view.view(found, area=area, indicator=indicator, reference=reference, period=period, order=order)
    if form == YEARS:
        _show_years(found=found, area=area, indicator=indicator, reference=reference, period=period, order=order)
    else:
        st.header(view.chart.message, anchor=False)
        _say_about_order(order)
        if form == MAP:
            show_map(reader, chart=view.chart, areas=found.areas)
        else:
            _show_dots(view)
    if form != DOTS:
        about = found.about_in("" if form == YEARS else period)
        for remark in (*about, *(view.chart.noted if form == MAP else ()), *view.counted):
            st.caption(plain(remark))
    show_comparison_to_take(
        reader,
        found=found,
        chart=view.chart,
        area=area,
        indicator=indicator,
        reference=reference,
        form=form,
    )
    with st.expander(words.TABLE):
        show_table(view.rows, key="tabel-vergelijking")


def _show_dots(view: ComparisonView) -> None:
    st.plotly_chart(view.figure, theme=None, config=theme.PLOTLY_CONFIG, alt=view.alternative, key="vergelijking")
    with st.container(key="opmerkingen-vergelijking", gap="xsmall"):
        for remark in view.remarks:
            st.text(remark)
        if view.signs:
            st.caption(plain(view.signs))


def _show_years(
    *,
    found: Compared,
    area: AreaFacts,
    indicator: IndicatorFacts,
    reference: AreaFacts,
    period: str,
    order: str,
) -> None:
    if len(found.areas) > MOST_LINES:
        st.info(words.YEARS_MOST.format(count=len(found.areas), most=MOST_LINES))
        return
    shown = comparison_years.small_lines(
        found=found, area=area, indicator=indicator, reference=reference, period=period, order=order
    )
    st.header(shown.message, anchor=False)
    _say_about_order(order)
    st.caption(plain(shown.legend))
    with st.container(key="kaarten"):
        grid = st.grid(4, min_column_width=LINE_WIDTH)
        for number, line in enumerate(shown.lines):
            with grid.container(border=True, key=f"jaren-{number}", height="stretch", gap="xsmall"):
                st.markdown(f"**{plain(line.name)}**")
                if line.sparkline:
                    st.image(line.sparkline, alt=line.alternative, width="stretch")
                st.caption(line.words)
    for mark in shown.marks:
        st.caption(plain(mark))


def _say_about_order(order: str) -> None:
    if order == data.VALUE:
        st.caption(words.NO_JUDGEMENT)
