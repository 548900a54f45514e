"""Beeld: figures side by side with their messages, the beelden that are known, and the way there from one figure."""

from collections.abc import Sequence

import streamlit as st

from dashboard import navigation, selection, theme
from dashboard.components.choosing import offer_several
from dashboard.components.layout import beside_each_other
from dashboard.components.picture_title import offer_title
from dashboard.components.story import show_story
from dashboard.components.story_ways import offer_story
from dashboard.data import figure, pictures
from dashboard.data.pictures import Beside
from dashboard.data.reader import Reader
from dashboard.formatting import plain
from dashboard.texts import figure as figure_words
from dashboard.texts import picture as words
from data_models.facts import AreaFacts, IndicatorFacts
from data_models.queries.pictures import PictureFacts

CHART_WIDTH = 340  # pixels below which the grid takes a column less
MOST_BESIDE = 3  # charts in a row: more are too narrow to read


def choose_figures(reader: Reader, *, area: AreaFacts, indicators: Sequence[IndicatorFacts]) -> dict[str, str]:
    """Choose the figures of the picture, at most five; answers the name of each by how the address spells it."""
    options = {one.code: one.short_name for one in indicators}
    for code in selection.written(selection.PICTURE):
        indicator, breakdown = pictures.taken_apart(code)
        known = next((one for one in indicators if one.code == indicator), None)
        if not breakdown or known is None:
            continue
        group = figure.breakdowns(reader, area=area, indicator=known).get(breakdown)
        if group:
            options[code] = words.WITH_GROUP.format(name=known.short_name, group=group)
    with st.container(key="beeld-keuze"):
        chosen = offer_several(
            selection.PICTURE,
            label=words.FIGURES,
            options=options,
            most=pictures.MOST,
            placeholder=words.FIGURES_PLACEHOLDER,
        )
    return {code: options[code] for code in chosen}


def show_title(reader: Reader, *, area: AreaFacts, figures: tuple[Beside, ...]) -> None:
    """What the picture is called, or what this screen is for."""
    template = words.AREA_LINE_EXAMPLE if area.fictional else words.AREA_LINE
    st.caption(plain(template.format(area=area.name)))
    picture = pictures.subject_of(figures)
    title = pictures.title_of(reader, picture=picture)[1] if picture else ""
    untitled = words.UNTITLED.format(figures=", ".join(one.name for one in figures), area=area.name)
    st.title(plain(title or (untitled if figures else words.TITLE)), anchor=False)
    if len(figures) < pictures.LEAST:
        st.text(words.INTRODUCTION)


def show_figures(figures: tuple[Beside, ...]) -> None:
    """Each figure with its message and chart, in the order in which they were chosen."""
    if len(figures) >= pictures.LEAST:
        offer_story()
    grid = st.grid(min(len(figures), MOST_BESIDE) or 1, min_column_width=CHART_WIDTH, key="beeld-cijfers")
    for one in figures:
        with grid.container(border=True, key=f"beeld-{one.code}", gap="xsmall", height="stretch"):
            _show_figure(one)
    if len(figures) == 1:
        st.info(words.ONE_MORE)


def show_story_and_others(reader: Reader, *, area: AreaFacts, figures: tuple[Beside, ...]) -> None:
    """The one story of the picture with the title that it can get, and beside it the other pictures of the area."""
    picture = pictures.subject_of(figures)
    if picture is None:
        if len(figures) >= pictures.LEAST:
            st.info(words.NO_STORY)
        _show_known(reader, area=area)
        return
    story, others = beside_each_other()
    with story:
        show_story(reader, picture=picture, fictional=area.fictional)
    with others:
        offer_title(reader, picture=picture)
        _show_known(reader, area=area)


def _show_known(reader: Reader, *, area: AreaFacts) -> None:
    """The pictures of this area that have a title or a story."""
    st.header(plain(words.KNOWN.format(area=area.name)), anchor=False)
    found = pictures.known(reader, area=area)
    if not found:
        heard = reader.hears(fictional=area.fictional)
        st.text(words.NONE.format(area=area.name) if heard else words.FOR_WHO_TAKES_PART)
    for one in found:
        _show_link(one, reader=reader)


def offer_beside(reader: Reader, *, area: AreaFacts, indicator: IndicatorFacts, breakdown: str) -> None:
    """From one figure: to put another beside it, and to the pictures that it is in."""
    code = pictures.spelled(indicator.code, breakdown=breakdown)
    with st.container(key="ernaast", gap="xsmall"):
        address = selection.address(**{selection.PICTURE: code})
        st.page_link(navigation.PICTURE, label=words.BESIDE, query_params=address, width="stretch")
        found = [one for one in pictures.known(reader, area=area) if code in pictures.codes_of(one)]
        if found:
            st.caption(words.ALSO_IN)
        for one in found:
            _show_link(one, reader=reader)


def _show_figure(one: Beside) -> None:
    address = selection.address(**{selection.INDICATOR: one.indicator.code, selection.BREAKDOWN: one.breakdown})
    st.markdown(f"**{plain(one.name)}**")
    if one.view.rows:
        st.text(one.view.message)
        st.caption(plain(one.view.amounts))
        st.plotly_chart(
            one.view.drawing.figure,
            theme=None,
            config=theme.PLOTLY_CONFIG,
            alt=one.view.drawing.alternative,
            key=f"beeld-grafiek-{one.code}",
        )
    else:
        st.text(one.view.why_empty or figure_words.NO_ROWS)
    st.page_link(navigation.FIGURE, label=words.ALONE, query_params=address)


def _show_link(one: PictureFacts, *, reader: Reader) -> None:
    figures = ", ".join(pictures.names_of(reader, picture=one))
    address = selection.address(**{selection.PICTURE: selection.together(pictures.codes_of(one))})
    with st.container(key=f"beeld-regel-{selection.together(pictures.codes_of(one))}", gap="xsmall"):
        st.page_link(navigation.PICTURE, label=plain(one.title or figures), query_params=address, width="stretch")
        template = {0: words.NO_ANSWERS, 1: words.ONE_ANSWER}.get(one.answers, words.ANSWERS)
        st.caption(plain(template.format(figures=figures, period=one.period, count=one.answers)))
