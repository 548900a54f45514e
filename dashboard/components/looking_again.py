"""A screen is drawn anew as soon as somebody else changed something that it shows.

The browser asks a short question instead of the server drawing something every few seconds (`components/news.py`).
"""

from collections.abc import Sequence

import streamlit as st

from dashboard import this_session
from dashboard.components.news import watch_for_news
from dashboard.data import news
from dashboard.data.reader import Reader, is_over
from dashboard.texts import looking_again as words

FORMS = ("boom-", "doel-", "activiteit-", "opbrengst-", "afspraken")  # beginnings of what is written in a form


def look_again_for_norms(reader: Reader) -> None:
    """Draw the screen anew when a norm changed since it was drawn; what is being typed is not touched by it."""
    _look_again(reader, topics=("norms",))


@st.fragment
def look_again_for_plans(reader: Reader) -> None:
    """The same when a norm changed, or anything from issue to result and from goal to yield.

    Who is writing in a form about that is told of it, and looks when ready: what they write about may be gone.
    """
    seen = news.seen(reader, topics=("norms", "plans"))
    moved = watch_for_news(seen, key="nieuws")
    now, writing = news.words_now(), this_session.is_anything_open(FORMS)
    if moved and (not writing or now["norms"] != seen["norms"]):
        _draw_screen()
    if writing and is_over(reader) and now["plans"] != seen["plans"]:
        with st.container(key="iets-gewijzigd", horizontal=True, vertical_alignment="center"):
            st.text(words.CHANGED)
            if st.button(words.LOOK, key="iets-gewijzigd-tonen"):
                st.rerun()


def look_again_for_sheet(reader: Reader) -> None:
    """The same when anything changed that the sheet of a result shows."""
    _look_again(reader, topics=("norms", "plans", "stories", "agreements"))


def look_again_for_sending(everyone: Reader) -> None:
    """The same for who was invited, when something was done with what they sent."""
    _look_again(everyone, topics=("stories", "agreements"))


def look_again_for_agreements(reader: Reader) -> None:
    """The same when somebody agreed something, said how far it is, or wrote of other tables."""
    _look_again(reader, topics=("agreements",))


@st.fragment
def _look_again(reader: Reader, *, topics: Sequence[str]) -> None:
    if watch_for_news(news.seen(reader, topics=topics), key="nieuws"):
        _draw_screen()


def _draw_screen() -> None:
    """Draw all of it; when the news came together with something done here, what was said of that stays."""
    this_session.draw_for_news()
    st.rerun()
