"""A screen is drawn anew as soon as somebody else changed something that it shows.

The browser asks a short question instead of the server drawing something every few seconds (`components/news.py`).
"""

from collections.abc import Sequence

import streamlit as st

from dashboard.components.news import watch_for_news
from dashboard.data import news
from dashboard.data.reader import Reader


def look_again_for_norms(reader: Reader) -> None:
    """Draw the screen anew when a norm changed since it was drawn; what is being typed is not touched by it."""
    _look_again(reader, topics=("norms",))


def look_again_for_plans(reader: Reader) -> None:
    """The same when a norm changed, or anything from issue to result and from goal to yield."""
    _look_again(reader, topics=("norms", "plans"))


def look_again_for_sheet(reader: Reader) -> None:
    """The same when anything changed that the sheet of a result shows."""
    _look_again(reader, topics=("norms", "plans", "stories", "agreements"))


def look_again_for_agreements(reader: Reader) -> None:
    """The same when somebody agreed something, said how far it is, or wrote of other tables."""
    _look_again(reader, topics=("agreements",))


@st.fragment
def _look_again(reader: Reader, *, topics: Sequence[str]) -> None:
    if watch_for_news(news.seen(reader, topics=topics), key="nieuws"):
        st.rerun()
