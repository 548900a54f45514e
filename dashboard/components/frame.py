"""What stands around every screen: the menu, and a calm sentence when the database does not answer."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import streamlit as st
from streamlit.navigation.page import Page

from dashboard import selection
from dashboard.data.warming import FIRST_INDICATOR
from dashboard.texts import navigation as words
from data_models import database


@contextmanager
def keeping_calm() -> Iterator[None]:
    """Say in Dutch that the database is away, instead of failing; what people type stays on their device."""
    try:
        yield
    except database.AWAY:
        st.error(words.DATABASE_AWAY)
        st.button(words.TRY_AGAIN)


def show_menu(pages: Sequence[Page]) -> None:
    """The menu in its order; each link takes along what is chosen."""
    address = {selection.INDICATOR: FIRST_INDICATOR, **selection.address()}
    for page in pages:
        st.page_link(page, query_params=address)


def show_mode() -> None:
    """At the foot of every screen: who can open it."""
    st.caption(words.LOCAL_MODE)
