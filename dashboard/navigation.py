"""The one list of pages, in menu order, and the menu that keeps what was chosen."""

from collections.abc import Callable
from copy import copy
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from dashboard.texts import navigation as words

_PAGES = Path(__file__).resolve().parent.parent / "pages"

OVERVIEW = st.Page(_PAGES / "overview.py", title=words.OVERVIEW, default=True)
FIGURE = st.Page(_PAGES / "figure.py", title=words.FIGURE, url_path="cijfer")
COMPARISON = st.Page(_PAGES / "comparison.py", title=words.COMPARISON, url_path="vergelijken")
BRIDGE = st.Page(_PAGES / "bridge.py", title=words.BRIDGE, url_path="samen")
PICTURE = st.Page(_PAGES / "picture.py", title=words.PICTURE, url_path="beeld")
RESULT = st.Page(_PAGES / "result.py", title=words.RESULT, url_path="resultaat")
NORMS = st.Page(_PAGES / "norms.py", title=words.NORMS, url_path="normen")
AGREEMENTS = st.Page(_PAGES / "agreements.py", title=words.AGREEMENTS, url_path="afspraken")
EFFORTS = st.Page(_PAGES / "efforts.py", title=words.EFFORTS, url_path="inspanningen")
MONITORING = st.Page(_PAGES / "monitoring.py", title=words.MONITORING, url_path="monitoring")
PRACTICE = st.Page(_PAGES / "practice.py", title=words.PRACTICE, url_path="praktijkverhalen")
SEARCH = st.Page(_PAGES / "search.py", title=words.SEARCH, url_path="zoeken")
DATA = st.Page(_PAGES / "data.py", title=words.DATA, url_path="gegevens")
ADMINISTRATION = st.Page(_PAGES / "administration.py", title=words.ADMINISTRATION, url_path="beheer")
INVITATION = st.Page(_PAGES / "invitation.py", title=words.INVITATION, url_path="uitnodiging")
LOOKING_ALONG = st.Page(_PAGES / "looking_along.py", title=words.LOOKING_ALONG, url_path="meekijken")
EXPLANATION = st.Page(_PAGES / "explanation.py", title=words.EXPLANATION, url_path="uitleg")

IN_SIGHT: tuple[Page, ...] = (OVERVIEW, FIGURE, COMPARISON, NORMS, SEARCH)
UNDER_MORE: tuple[Page, ...] = (
    AGREEMENTS,
    PICTURE,
    EFFORTS,
    PRACTICE,
    MONITORING,
    BRIDGE,
    DATA,
    LOOKING_ALONG,
    EXPLANATION,
    ADMINISTRATION,
)
NOT_IN_THE_MENU: tuple[Page, ...] = (RESULT, INVITATION)  # reached by a link to one result
MENU: tuple[Page, ...] = (*IN_SIGHT, *UNDER_MORE, *NOT_IN_THE_MENU)
_ALONE = (LOOKING_ALONG, INVITATION, ADMINISTRATION)  # nobody can follow there
GROUPED: tuple[Page, ...] = (FIGURE, COMPARISON)  # these show a figure of one group, and keep it between them
LED: tuple[Page, ...] = tuple(page for page in MENU if page not in _ALONE)


def opened() -> tuple[Page, Callable[[], None]]:
    """The page of `MENU` that this run is for, and what draws it.

    Streamlit marks the page that may be drawn on the page itself. It gets copies for each run, so that two people who
    open one page at once do not take that mark from each other.
    """
    found = st.navigation([copy(page) for page in MENU], position="hidden")
    return next(page for page in MENU if page.url_path == found.url_path), found.run
