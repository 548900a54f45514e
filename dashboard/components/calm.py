"""When the database or the disk fails: a Dutch sentence where something was done, and nothing typed is lost."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import streamlit as st

from dashboard import outages, this_session
from dashboard.components.happened import EVERYWHERE, say_what_happened, tell_refused
from dashboard.data import reader
from dashboard.texts import outages as words
from data_models.access import NotAllowedError
from data_models.outages import FAILURES, Outage, outage

LOOK_AGAIN = 3  # seconds until a screen that could not be drawn is tried again
_log = logging.getLogger(__name__)


@contextmanager
def keeping_calm() -> Iterator[None]:
    """Draw the screen; when that fails once, draw it again with the sentence above it, else only the sentence."""
    this_session.restore()
    this_session.begin_to_say()
    say_what_happened(EVERYWHERE)
    try:
        yield
    except FAILURES as error:
        found = outage(error)
        if found is None:
            raise
        _log.warning("the screen could not be drawn: %s", error)
        this_session.hold()
        if not this_session.fails_again():
            if found is not Outage.AWAY:
                this_session.tell(problems=[outages.sentence(error)], place=EVERYWHERE)
            st.rerun()
        st.error(outages.of_a_screen(error))
        st.button(words.TRY_AGAIN)
        _return_when_back()
    else:
        this_session.let_go()


@contextmanager
def telling_outages(place: str = "") -> Iterator[None]:
    """Around something that writes: what kept it from being stored is said at this place, and what was typed stays.

    That somebody was signed out or lost their role meanwhile is said above the screen, for this place may be gone.
    """
    try:
        yield
    except NotAllowedError as refused:
        tell_refused(refused)
    except FAILURES as error:
        sentence = outages.sentence(error)
        if not sentence:
            raise
        _log.warning("nothing was stored: %s", error)
        this_session.tell(problems=[sentence], place=place)


@contextmanager
def looking_on() -> Iterator[None]:
    """Around a part of the screen that is drawn anew by itself: it waits, and says so, until it can look again."""
    try:
        yield
    except FAILURES as error:
        if outage(error) is None:
            raise
        st.caption(words.SCREEN_LOOKING)


@contextmanager
def drawing_a_part(*, by_itself: bool) -> Iterator[None]:
    """Around a part of the screen that may be drawn `by_itself`: in an outage the whole screen is, which says so."""
    try:
        yield
    except FAILURES as error:
        if not by_itself or outage(error) is None:
            raise
        _log.warning("a part of the screen could not be drawn: %s", error)
        st.rerun()


def say_unforeseen(error: Exception) -> bool:
    """For what nobody caught, wherever it happened: Streamlit logs it, people read when it was."""
    this_session.hold()
    st.error(outages.of_a_screen(error))
    st.button(words.TRY_AGAIN, key=f"opnieuw-{id(error)}")
    return True


@st.fragment(run_every=LOOK_AGAIN)
def _return_when_back() -> None:
    """Draw the whole screen again as soon as the database answers."""
    with suppress(*FAILURES):
        reader.read_now()
        st.rerun()
