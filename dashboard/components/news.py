"""What others changed reaches a part of the screen by itself: it is drawn anew, and nothing else is."""

import json
from collections.abc import Mapping
from pathlib import Path

import streamlit as st
from streamlit.errors import StreamlitAPIException

from dashboard import this_session
from dashboard.data.news import ADDRESS
from dashboard.texts import looking_again as looking_words
from dashboard.texts import outages as words

_HERE = Path(__file__)
_HTML = '<div class="news"><p role="status"></p></div>'
_WORDS = json.dumps({"away": words.SCREEN_LOOKING, "waits": looking_words.WAITS})
_SCRIPT = f"const WORDS = {_WORDS};\n{_HERE.with_suffix('.js').read_text(encoding='utf-8')}"
_watch = st.components.v2.component(
    "news", html=_HTML, css=_HERE.with_suffix(".css").read_text(encoding="utf-8"), js=_SCRIPT
)


def watch_for_news(seen: Mapping[str, str], *, key: str, once_more: bool = False) -> bool:
    """Within a fragment: run it again as soon as a topic's word is another than was seen; whether that happened now.

    With `once_more` it runs again after a while anyway: something that was typed is on its way to the database.
    The words are those of `dashboard.data.news`. Nothing is asked of the server while the page is out of sight.
    """
    result = _watch(
        data={"address": ADDRESS, "seen": dict(seen), "once_more": once_more},
        key=key,
        on_moved_change=this_session.draw_for_news,
    )
    return result.get("moved") is not None


def draw_again() -> None:
    """Within a fragment: draw it again from its beginning, or the whole screen when all of that was being drawn."""
    try:
        st.rerun(scope="fragment")
    except StreamlitAPIException:  # so it says that this is a run of the whole screen
        st.rerun()
