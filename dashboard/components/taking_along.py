"""Meenemen: the view as a file, and its address to send to somebody."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

import streamlit as st

from dashboard import selection
from dashboard.charts.comparison import Comparison
from dashboard.charts.gap import GapChart
from dashboard.components.copied_link import offer_link_to_view
from dashboard.data import comparison, figure, gap_to_take, views_to_take
from dashboard.data import taking_along as data
from dashboard.data.comparison import Compared
from dashboard.data.figure import FigureView
from dashboard.data.groups import Groups
from dashboard.data.lines import Lines
from dashboard.data.overview import Shown
from dashboard.data.reader import Reader
from dashboard.data.taking_along import View
from dashboard.texts import groups as groups_words
from dashboard.texts import overview as overview_words
from dashboard.texts import taking_along as words
from data_models.facts import AreaFacts, IndicatorFacts

_OPEN = "meenemen-open"


def show_figure_to_take(
    reader: Reader,
    *,
    view: FigureView,
    lines: Lines,
    area: AreaFacts,
    indicator: IndicatorFacts,
    reference: AreaFacts,
    breakdown: str,
) -> None:
    """Offer one figure, with everything that its chart draws."""

    def look() -> View:
        group = figure.breakdowns(reader, area=area, indicator=indicator).get(breakdown, "")
        return views_to_take.figure_view(
            reader, view, lines=lines, area=area, indicator=indicator, reference=reference, group=group
        )

    show_taking_along(look, also=words.WITH_STORY)


def show_comparison_to_take(
    reader: Reader,
    *,
    found: Compared,
    chart: Comparison,
    area: AreaFacts,
    indicator: IndicatorFacts,
    reference: AreaFacts,
    form: str,
) -> None:
    """Offer areas beside each other as the screen has them: in its order and period as dots or a map, or as lines."""

    def look() -> View:
        groups = comparison.breakdowns(reader, areas=found.areas, indicator=indicator)
        drawn = next((one.breakdown for figures in found.series.values() for one in figures), "")
        return views_to_take.comparison_view(
            reader,
            found,
            chart=chart,
            area=area,
            indicator=indicator,
            reference=reference,
            group=groups.get(drawn, ""),
            form=form,
        )

    show_taking_along(look)


def show_groups_to_take(reader: Reader, *, found: Groups, chart: Comparison) -> None:
    """Offer the groups of a figure beside each other."""
    show_taking_along(lambda: views_to_take.groups_view(reader, found, chart=chart))


def show_gap_to_take(reader: Reader, *, found: Groups, chart: GapChart, pair: tuple[str, str]) -> None:
    """Offer the gap between two groups over the years; the address is offered with the groups."""
    folded = st.popover(groups_words.GAP_TAKE, on_change="rerun", key=f"{_OPEN}-verschil")
    if folded.open:
        with folded:
            _show_files(gap_to_take.gap_view(reader, found, chart=chart, pair=pair), key="verschil-meenemen")


def show_overview_to_take(reader: Reader, *, shown: Shown, area: AreaFacts, reference: AreaFacts) -> None:
    """Offer the cards as tables; a picture is taken along from the figure itself."""
    title = overview_words.TITLE.format(area=area.name)
    show_taking_along(
        lambda: views_to_take.overview_view(reader, themes=shown.themes, title=title, area=area, reference=reference)
    )


def show_taking_along(look: Callable[[], View], *, also: str = "") -> None:
    """Offer the address, and the files once somebody opens them: only then is looked what there is to take along.

    `also` says what else there is elsewhere on the screen.
    """
    with st.container(key="meenemen", horizontal=True, vertical_alignment="center", gap="small"):
        folded = st.popover(words.TITLE, on_change="rerun", key=_OPEN)
        offer_link_to_view(selection.everything(), key="kopieer-link")
    if folded.open:
        with folded:
            _show_files(look())
            if also:
                st.caption(also)


def _show_files(view: View, *, key: str = "meenemen") -> None:
    if not view.kinds:
        st.text(words.NOTHING)
        return
    st.text(words.INTRODUCTION)
    make = partial(data.file, view, address=selection.full_address(), today=datetime.now().astimezone().date())
    for kind in view.kinds:
        st.download_button(
            words.KINDS[kind],
            partial(make, kind=kind),
            file_name=f"{view.name}.{kind}",
            mime=words.MIME[kind],
            key=f"{key}-{kind}",
            on_click="ignore",
            width="stretch",
        )
