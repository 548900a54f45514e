"""What stands around every screen: the menu, who is signed in, and who can open this."""

from collections.abc import Sequence

import streamlit as st
from streamlit.navigation.page import Page

from dashboard import selection, sign_in
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


def show_menu(pages: Sequence[Page], *, more: Sequence[Page], managing: Page, current: Page) -> None:
    """The menu in its order, each link with what is chosen, `more` folded, and at its end who is signed in.

    `managing` is for who manages something. In local mode everybody does: who sits at this computer owns its data.
    The fold names the screen when that is under it, and is closed again on another screen: its key is the screen's.
    """
    address = {selection.INDICATOR: FIRST_INDICATOR, **selection.address()}
    for page in pages:
        st.page_link(page, query_params=address)
    folded = [one for one in more if one is not managing or not sign_in.is_configured() or may_manage()]
    label = words.MORE_AND_HERE.format(page=current.title) if current in folded else words.MORE
    with st.container(key="menu-meer", width="content"), st.expander(label, key=f"menu-meer-{current.url_path}"):
        for page in folded:
            st.page_link(page, query_params=address)
    if sign_in.is_configured():
        with st.container(key="wie-aangemeld", horizontal=True, horizontal_alignment="right"):
            show_identity()


def show_mode() -> None:
    """At the foot of every screen: who can open it."""
    if sign_in.is_configured():
        hosts = ", ".join(one.host for one in sign_in.settings().providers)
        st.caption(sign_in_words.MODE.format(hosts=plain(hosts)))
    else:
        st.caption(words.LOCAL_MODE)
