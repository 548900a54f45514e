"""What stands around every screen: the menu, who is signed in, and who can open this."""

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.navigation.page import Page

from dashboard import navigation, selection, sign_in
from dashboard.components import signed_in
from dashboard.components.signing_in import may_manage, show_identity, show_what_changed
from dashboard.data.warming import FIRST_INDICATOR
from dashboard.formatting import plain
from dashboard.texts import navigation as words
from dashboard.texts import sign_in as sign_in_words


def know_who() -> None:
    """At the start of a run, where people sign in: see who is signed in, before anything is drawn for them."""
    if sign_in.is_configured():
        signed_in.recognise()
        show_what_changed()


class Menu:
    """The menu in its order, `more` folded, and at its end who is signed in; each link takes along what is chosen.

    Its links stand before the screen is drawn, so that who chooses an area and at once another screen keeps that area.
    Between screens that show a figure of one group, that group goes along too. `managing` is for who manages something.
    In local mode everybody does: who sits at this computer owns its data. The fold names the screen when that is under
    it, and is closed again on another screen: its key is the screen's.
    """

    def __init__(self, pages: Sequence[Page], *, more: Sequence[Page], managing: Page, current: Page) -> None:
        self._managing = managing
        self._current = current
        self._pointed: tuple[dict[str, str], dict[str, str]] = ({}, {})
        self._places = [(page, st.empty()) for page in pages]
        label = words.MORE_AND_HERE.format(page=current.title) if current in more else words.MORE
        with st.container(key="menu-meer", width="content"), st.expander(label, key=f"menu-meer-{current.url_path}"):
            self._places += [(page, st.empty()) for page in more]
        self._identity = st.container(key="wie-aangemeld", horizontal=True, horizontal_alignment="right")

    def point(self, address: Mapping[str, str]) -> None:
        """Have each link take this along; those that do already stay as they are."""
        address = {selection.INDICATOR: FIRST_INDICATOR, **address}
        group = selection.typed(selection.BREAKDOWN)
        of_group = {**address, selection.BREAKDOWN: group} if group else address
        if (address, of_group) == self._pointed:
            return
        self._pointed = address, of_group
        for page, place in self._places:
            if page is not self._managing or not sign_in.is_configured() or may_manage():
                along = of_group if page in navigation.GROUPED else address
                place.page_link(page, query_params=selection.here(along) if page is self._current else along)

    def show_identity(self) -> None:
        """Who is signed in and in which region they are at work, once the screen knows that."""
        if sign_in.is_configured():
            with self._identity:
                show_identity()


def show_mode() -> None:
    """At the foot of every screen: who can open it."""
    if sign_in.is_configured():
        hosts = ", ".join(one.host for one in sign_in.settings().providers)
        st.caption(sign_in_words.MODE.format(hosts=plain(hosts)))
    else:
        st.caption(words.LOCAL_MODE)
