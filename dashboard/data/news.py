"""Whether anything changed since a screen was drawn: of each topic a word that is another one after each change."""

from collections.abc import Iterable
from hashlib import blake2b

import streamlit as st

from dashboard.data.reader import Reader, read_now

ADDRESS = "/nieuws"  # of dashboard/news_route.py
TOPICS = ("norms", "plans", "stories", "agreements")
LOOKED = 0.25  # seconds: all who look on ask the database together so often
_LETTERS = 6  # bytes of a word


@st.cache_resource(ttl=LOOKED, max_entries=1, show_spinner=False)
def words_now() -> dict[str, str]:
    """The word of each topic at this moment, or at most a quarter of a second ago; everybody gets the same answer."""
    return seen(read_now(), topics=TOPICS)


def seen(reader: Reader, *, topics: Iterable[str]) -> dict[str, str]:
    """The words of these topics at the moment of this reader; they tell nobody how much there is."""
    return {topic: _word(reader.epoch, number=getattr(reader, topic)) for topic in topics}


def _word(epoch: str, *, number: int) -> str:
    return blake2b(f"{epoch}|{number}".encode(), digest_size=_LETTERS).hexdigest()
