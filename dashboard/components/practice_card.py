"""A story from practice as others read it, and the stories beside a figure."""

from collections.abc import Callable

import streamlit as st

from dashboard import navigation, selection
from dashboard.components.long_text import LONG, show_text
from dashboard.data import practice as data
from dashboard.data.reader import Reader
from dashboard.formatting import counted, plain
from dashboard.texts import practice as words
from data_models.facts import AreaFacts, IndicatorFacts
from data_models.queries.practice import PracticeFacts

MOST_BESIDE = 5  # stories beside a figure: the others are on the page of all stories


def practice_tab(reader: Reader, *, area: AreaFacts, indicator: IndicatorFacts) -> dict[str, Callable[[], None]]:
    """The tab by its name, made when it is opened: the stories from practice that go with a figure."""

    def show() -> None:
        found = data.beside(reader, area=area, indicator=indicator)
        if area.fictional:
            st.caption(words.EXAMPLE_REGION)
        if not found.here:
            st.text(words.NONE_BESIDE if reader.hears(fictional=area.fictional) else words.FOR_WHO_TAKES_PART)
        for one in found.here[:MOST_BESIDE]:
            with st.container(border=True, key=f"praktijk-naast-{one.id}", gap="xsmall"):
                show_words(one, with_figure=False)
        if len(found.here) > MOST_BESIDE:
            st.caption(counted(len(found.here) - MOST_BESIDE, forms=words.MORE_BESIDE))
        if found.elsewhere:
            st.caption(counted(found.elsewhere, forms=words.ELSEWHERE))
        with st.container(key="praktijk-alle"):
            st.page_link(
                navigation.PRACTICE,
                label=words.ALL_STORIES,
                width="stretch",
                query_params=selection.address(**{selection.AREA: area.code, selection.ABOUT: indicator.code}),
            )

    return {words.TAB: show}


def show_words(one: PracticeFacts, *, with_figure: bool = True) -> None:
    """The story; nothing in it is interpreted as Markdown."""
    about = [words.KINDS[one.kind], one.area_name or words.WHOLE_REGION, one.theme_name]
    about += [one.indicator_name] if with_figure and one.indicator_name else []
    st.caption(plain(words.BETWEEN.join(about)))
    st.markdown(f"**{plain(one.title)}**")
    show_text(one.text, whole=words.WHOLE, key=f"praktijk-{one.id}", beginning=LONG)
    st.caption(plain(data.author(one)))
    if words.VISIBLE[one.visibility]:
        st.caption(words.VISIBLE[one.visibility])
