"""Overzicht: searching, choosing which figures are shown, and how many that are in words."""

from collections.abc import Sequence

import streamlit as st

from dashboard import navigation, selection
from dashboard.components.choosing import choose_optional
from dashboard.data import overview as data
from dashboard.data.overview import Overview, Shown
from dashboard.data.reader import Reader
from dashboard.formatting import counted, plain
from dashboard.texts import overview as words
from data_models.facts import AreaFacts

LONGEST = 60  # characters of what is searched


def choose_words() -> str:
    """Type words to find a figure by; empty when nothing is typed."""
    typed = selection.typed(selection.SEARCH)
    st.text_input(
        words.SEARCH,
        key=selection.widget_key(selection.SEARCH, value=typed),
        placeholder=words.SEARCH_EXAMPLE,
        type="search",
        max_chars=LONGEST,
        on_change=selection.write_to_url,
        args=(selection.SEARCH,),
    )
    return typed


def choose_theme(found: Overview) -> str:
    """Choose one theme by its code; empty for all of them."""
    options = {"": words.ALL_THEMES, **{theme.code: theme.name for theme in found.themes}}
    value = selection.optional(selection.THEME, options=options, default="")
    st.selectbox(
        words.THEME,
        list(options),
        format_func=options.__getitem__,
        key=selection.widget_key(selection.THEME, value=value),
        on_change=selection.write_to_url,
        args=(selection.THEME,),
    )
    return value


def choose_filters(reader: Reader, *, area: AreaFacts) -> list[str]:
    """Choose what the figures must have; everything that is chosen must hold."""
    is_heard = reader.hears(fictional=area.fictional)
    options = {code: name for code, name in words.FILTERS.items() if is_heard or code != data.NOT_DISCUSSED}
    wanted = selection.several(selection.FILTER, options=options)
    st.pills(
        words.FILTER,
        list(options),
        selection_mode="multi",
        format_func=words.FILTERS.__getitem__,
        key=selection.widget_key(selection.FILTER, value=wanted),
        wrap=True,
        on_change=selection.write_to_url,
        args=(selection.FILTER,),
    )
    return wanted


def choose_view() -> str:
    """Choose between cards and the figures beside those of others."""
    return choose_optional(selection.VIEW, label=words.VIEW, options=words.VIEWS, default=data.CARDS)


def choose_agreed(found: Overview, *, agreed: Sequence[str]) -> tuple[str, ...]:
    """Choose between the figures that the region agreed to follow, at first, and all of them; empty for all."""
    if not any(code in agreed for code in found.cards) or found.cards.keys() <= set(agreed):
        return ()
    options = words.AGREED_OPTIONS
    chosen = choose_optional(selection.AGREED, label=words.AGREED, options=options, default=data.ONLY_AGREED)
    return tuple(agreed) if chosen == data.ONLY_AGREED else ()


def show_count(
    shown: Shown, *, found: Overview, theme: str, wanted: Sequence[str], typed: str, only: Sequence[str] = ()
) -> None:
    """How many figures are shown, of how many and why; with a way back to all of them."""
    why = [words.WHY_AGREED] if only and not typed else []
    why += [words.FILTERS[one] for one in wanted]
    why += [words.WHY_THEME.format(theme=one.name) for one in found.themes if one.code == theme]
    if typed:
        why.append(words.WHY_SEARCH.format(typed=typed))
    if not why:
        st.caption(words.SHOWN_ALL.format(count=counted(shown.total, forms=words.COUNT)))
        return
    with st.container(key="hoeveel", gap="xsmall"):
        if not shown.count:
            st.info(plain(words.NOTHING_FOUND.format(typed=typed)) if typed else words.NOTHING_LEFT)
        told = words.SHOWN_SOME.format(shown=shown.count, total=shown.total, why=", ".join(why))
        st.caption(plain(told))
        everything = {selection.AGREED: data.ALL} if only else {}
        back = selection.here(selection.address(**everything))
        st.page_link(navigation.OVERVIEW, label=words.SHOW_ALL, query_params=back)
