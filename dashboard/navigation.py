"""The one list of pages, in menu order, and the menu that keeps what was chosen."""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from dashboard.texts import navigation as words

_PAGES = Path(__file__).resolve().parent.parent / "pages"

OVERVIEW = st.Page(_PAGES / "overview.py", title=words.OVERVIEW, default=True)
FIGURE = st.Page(_PAGES / "figure.py", title=words.FIGURE, url_path="cijfer")
COMPARISON = st.Page(_PAGES / "comparison.py", title=words.COMPARISON, url_path="vergelijken")
BRIDGE = st.Page(_PAGES / "bridge.py", title=words.BRIDGE, url_path="samen")
NORMS = st.Page(_PAGES / "norms.py", title=words.NORMS, url_path="normen")
DATA = st.Page(_PAGES / "data.py", title=words.DATA, url_path="gegevens")
ADMINISTRATION = st.Page(_PAGES / "administration.py", title=words.ADMINISTRATION, url_path="beheer")
EXPLANATION = st.Page(_PAGES / "explanation.py", title=words.EXPLANATION, url_path="uitleg")

IN_SIGHT: tuple[Page, ...] = (OVERVIEW, FIGURE, COMPARISON, NORMS)
UNDER_MORE: tuple[Page, ...] = (BRIDGE, DATA, EXPLANATION, ADMINISTRATION)
MENU: tuple[Page, ...] = (*IN_SIGHT, *UNDER_MORE)
