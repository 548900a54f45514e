"""The screen that others look along with: which one a code stands for, and whether it went on."""

import re

import streamlit as st

from dashboard import guesses, signing
from data_models import database
from data_models.queries import led_screens as queries
from data_models.queries.led_screens import LedFacts

ADDRESS = "/meekijkscherm"  # of dashboard/led_screen_route.py
LOOKED = 0.5  # seconds: all who follow a screen ask the database together so often
MOST_SCREENS = 200  # led at the same time
_PURPOSE = "meekijken"
_CODE = re.compile("[A-Z0-9]{6}")


class NoCodeError(ValueError):
    """What was typed cannot be a code."""


def spelled(typed: str) -> str:
    """A code as it is kept, however somebody typed it; raises `NoCodeError`."""
    code = re.sub(r"[\s.-]", "", typed).upper()
    if not _CODE.fullmatch(code):
        raise NoCodeError(typed)
    return code


def found(code: str) -> LedFacts | None:
    """The screen of a code that somebody names for the first time; raises `guesses.TooManyGuessesError`."""
    guesses.everybody.refuse_too_many()
    screen = where(code)
    if screen is None:
        guesses.everybody.note_wrong()
    return screen


def where(code: str) -> LedFacts | None:
    """Where the screen is now, for who was let in; None when nobody leads it any more."""
    with database.reading() as session:
        return queries.led_screen(session, code=code)


def ticket(code: str) -> str:
    """What the browser of somebody who was let in asks with, so that asking is no guessing."""
    return signing.sign([code], purpose=_PURPOSE)


@st.cache_resource(ttl=LOOKED, max_entries=MOST_SCREENS, show_spinner=False)
def moves(ticket: str) -> int:
    """How often the screen of this ticket moved; 0: nobody leads it any more. Raises `signing.BadTokenError`.

    Everybody who follows a screen has the same ticket, so they share one answer.
    """
    (code,) = signing.read(ticket, purpose=_PURPOSE)
    screen = where(str(code))
    return 0 if screen is None else screen.moves
