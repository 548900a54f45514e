"""Looking along with a screen that somebody leads: going where it goes, or by oneself for a while."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from dashboard import guesses, selection, sign_in, this_session
from dashboard.components import led_address, signed_in
from dashboard.components.calm import looking_on
from dashboard.data import led_screens as data
from dashboard.formatting import plain
from dashboard.texts import looking_along as words
from data_models.queries.led_screens import LedFacts

YES = "ja"
BEHIND = -1  # of who looked by themselves: how far the screen moved meanwhile is not known
_STATE = "meekijken"
_HERE = Path(__file__)
_HTML = '<div class="row"><span role="status"></span><button type="button" hidden></button></div>'
_SCRIPT = f"const WORDS = {json.dumps(words.WATCHING)};\n{_HERE.with_suffix('.js').read_text(encoding='utf-8')}"
_watch = st.components.v2.component(
    "looking-along", html=_HTML, css=_HERE.with_suffix(".css").read_text(encoding="utf-8"), js=_SCRIPT
)


@dataclass(frozen=True, slots=True)
class _Following:
    """A screen that this session was let in to: how far it had moved, and where one was at the end of the last run."""

    code: str
    organisation: str
    moves: int
    place: tuple[str, tuple[tuple[str, str], ...]] | None = None


@dataclass(frozen=True, slots=True)
class _Over:
    """What is said of a screen that one does not look along with any more, and where one was told."""

    saying: str
    place: tuple[str, tuple[tuple[str, str], ...]] | None = None


def follow(page: Page, *, pages: Sequence[Page]) -> None:
    """At the start of a run: go where the screen is that one looks along with, and say above the page that one does.

    The first time, and when the browser says that it moved on and nothing is being typed. Who chooses something
    themselves looks by themselves from then on, until they say otherwise.
    """
    code = _asked()
    if not code:
        _say_what_happened(page)
        return
    state = this_session.kept(_STATE)
    if not isinstance(state, _Following) or state.code != code:
        state = _let_in(code, pages=pages)
        if state is None:
            _say_what_happened(page)
            return
    elif state.moves == BEHIND:
        _catch_up(code, pages=pages)
    if not _is_alone() and state.place not in (None, led_address.place_here(page)):
        selection.remember(selection.ALONE, value=YES)
    selection.remember(selection.FOLLOWS, value=code)
    with st.container(key="meekijken", horizontal=True, vertical_alignment="center", gap="small"):
        if _is_alone():
            _show_alone(state)
        else:
            _show_together(state, pages=pages)
    if sign_in.is_configured() and signed_in.who() is None:
        st.caption(words.SIGN_IN)


def remember_place(page: Page) -> None:
    """At the end of a run: where one is now, to see at the next whether somebody chose something themselves."""
    state = this_session.kept(_STATE)
    if isinstance(state, _Following) or (isinstance(state, _Over) and state.place is None):
        this_session.keep(_STATE, value=replace(state, place=led_address.place_here(page)))


def show_title() -> None:
    """What this screen is for."""
    st.title(words.TITLE, anchor=False)
    st.text(words.INTRODUCTION)


def show_code_field() -> None:
    """The field for the code on the big screen, and what a code lets one see."""
    with st.form("meekijken-code", border=False):
        typed = st.text_input(words.CODE, placeholder=words.CODE_PLACEHOLDER, key="meekijken-code-veld")
        asked = st.form_submit_button(words.FOLLOW, type="primary")
    if asked:
        try:
            selection.remember(selection.FOLLOWS, value=data.spelled(typed))
        except data.NoCodeError:
            _end(saying=words.CODE_UNREADABLE)
        st.rerun()
    st.caption(words.RIGHTS)


def _asked() -> str:
    """The code to follow: what the camera of a telephone read, else of the URL or of this session."""
    scanned = st.query_params.pop(selection.CODE, "")
    if scanned:
        selection.leave(selection.ALONE)
    try:
        return data.spelled(scanned or selection.code_of(selection.FOLLOWS))
    except data.NoCodeError:
        return ""


def _let_in(code: str, *, pages: Sequence[Page]) -> _Following | None:
    """Look whether the code is one, and go to its screen; None, with what is to be said about it, when it is none."""
    try:
        screen, problem = data.found(code), words.CODE_UNKNOWN
    except guesses.TooManyGuessesError:
        screen, problem = None, words.TOO_MANY
    if screen is None:
        _end(saying=problem)
        return None
    if not _is_alone():
        _go(screen, pages=pages)
    return _state(screen)


def _catch_up(code: str, *, pages: Sequence[Page]) -> None:
    """Go where the screen is now, or say that nobody leads it any more."""
    screen = data.where(code)
    if screen is None:
        _end(saying=words.ENDED)
        st.rerun()
    _go(screen, pages=pages)


def _state(screen: LedFacts) -> _Following:
    state = _Following(code=screen.code, organisation=screen.organisation, moves=screen.moves)
    this_session.keep(_STATE, value=state)
    return state


def _go(screen: LedFacts, *, pages: Sequence[Page]) -> None:
    """Go to the page and the choices of the led screen; one stays here when that is no page to be led to."""
    _state(screen)
    where = led_address.target(screen, pages=pages)
    if where is not None:
        page, choices = where
        selection.start_afresh()
        st.switch_page(page, query_params={**choices, selection.FOLLOWS: screen.code})


def _show_together(state: _Following, *, pages: Sequence[Page]) -> None:
    st.text(words.FOLLOWING.format(organisation=state.organisation) if state.organisation else words.FOLLOWING_SOMEBODY)
    st.button(words.GO_ALONE, key="meekijken-zelf", on_click=_look_alone)
    ticket = data.ticket(state.code)
    result = _watch(
        data={"address": f"{data.ADDRESS}/{ticket}", "moves": state.moves},
        key="meekijken-volgen",
        on_moved_change=_nothing,
    )
    if result.get("moved") is None:
        return
    with looking_on():
        _catch_up(state.code, pages=pages)


def _show_alone(state: _Following) -> None:
    st.text(words.ALONE.format(organisation=state.organisation) if state.organisation else words.ALONE_SOMEBODY)
    st.button(words.AGAIN, key="meekijken-weer", on_click=_look_along, args=(state.code,), type="primary")
    st.button(words.LEAVE, key="meekijken-klaar", on_click=_end)


def _nothing() -> None:
    """A trigger must have a callback; the run that follows does the work."""


def _is_alone() -> bool:
    return selection.code_of(selection.ALONE) == YES


def _look_alone() -> None:
    selection.remember(selection.ALONE, value=YES)


def _look_along(code: str) -> None:
    """Go back to the led screen in the run that follows; who was let in once need not be let in again."""
    selection.leave(selection.ALONE)
    this_session.keep(_STATE, value=_Following(code=code, organisation="", moves=BEHIND))


def _end(*, saying: str = "") -> None:
    selection.leave(selection.FOLLOWS, selection.ALONE)
    this_session.keep(_STATE, value=_Over(saying) if saying else None)


def _say_what_happened(page: Page) -> None:
    """Until one goes elsewhere: the browser may have told of the same move twice, and draw the screen once more."""
    state = this_session.kept(_STATE)
    if not isinstance(state, _Over):
        return
    if state.place in (None, led_address.place_here(page)):
        st.info(plain(state.saying))
    else:
        this_session.keep(_STATE, value=None)
