"""Wat valt samen?: gemeente and samenwerkingsverband on each other, in a picture, a table and sentences."""

import streamlit as st

from dashboard import selection
from dashboard.charts.overlap import WIDTH
from dashboard.components.choosing import choose_optional
from dashboard.components.table import show_table
from dashboard.data import bridge as data
from dashboard.data import catalogue
from dashboard.data.bridge import BridgeView
from dashboard.data.reader import Reader
from dashboard.formatting import plain
from dashboard.texts import bridge as words
from dashboard.texts import figure as figure_words
from data_models.facts import AreaFacts

TABLE_WIDTH = 620  # pixels; beside the picture where there is room, else below it


def show_title(area: AreaFacts) -> None:
    """What is shown, and of whom."""
    template = figure_words.BREADCRUMB_EXAMPLE if area.fictional else figure_words.BREADCRUMB
    st.caption(template.format(theme=words.SUBTITLE, area=plain(area.name)))
    st.title(words.TITLE, anchor=False)


def show_bridge(reader: Reader, *, area: AreaFacts) -> None:
    """The partnerships of a gemeente one at a time, or the gemeenten of a partnership."""
    wholes = data.partnerships(reader, area=area)
    if not wholes:
        known = area.kind == "municipality"
        st.info(words.NO_PARTNERSHIP.format(area=plain(area.name)) if known else words.NOT_HERE)
        return
    whole = _choose_partnership(wholes)
    indicators = tuple(indicator.code for indicator in catalogue.indicators(reader))
    view = data.view(reader, area=area, whole=whole, indicators=indicators)
    st.header(plain(view.message), anchor=False)
    _show_overlap(view)
    if area != whole:
        st.subheader(words.WHERE.format(area=plain(area.name)), anchor=False)
        show_table(data.belongings(reader, area=area), key="tabel-vast-hoort-bij")
    if view.changes:
        st.subheader(words.CHANGES, anchor=False)
        for change in view.changes:
            st.text(change)
    _show_figures(view)


def _choose_partnership(wholes: tuple[AreaFacts, ...]) -> AreaFacts:
    known = {whole.code: whole for whole in wholes}
    if len(known) == 1:
        return wholes[0]
    options = {code: whole.name for code, whole in known.items()}
    code = choose_optional(selection.PARTNERSHIP, label=words.PARTNERSHIP, options=options, default=wholes[0].code)
    return known[code]


def _show_overlap(view: BridgeView) -> None:
    if not view.rows:
        return
    place = st.container(key="overlap", horizontal=True, gap="large")
    with place.container(width=WIDTH):
        st.image(view.picture, alt=view.alternative, width=WIDTH)
    with place.container(width=TABLE_WIDTH):
        show_table(view.rows, key="tabel-vast-samen")
        st.caption(words.NO_YOUTH if view.year is None else words.YOUTH_YEAR.format(year=view.year))


def _show_figures(view: BridgeView) -> None:
    if not view.figures:
        return
    st.subheader(words.FIGURES, anchor=False)
    for basis, rows in view.figures.items():
        heading, reason = words.BASES[basis]
        st.markdown(f"**{heading}**")
        st.text(reason)
        show_table(rows, key=f"tabel-vast-cijfers-{basis}")
