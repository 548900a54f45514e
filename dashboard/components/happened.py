"""What the last thing done led to, said once at the place where it was done, with the way back."""

import streamlit as st

from dashboard import this_session
from dashboard.components.keeping import tell_what_ended
from dashboard.formatting import plain
from dashboard.texts import choosing as words
from dashboard.texts import sign_in as sign_in_words
from data_models.access import NotAllowedError
from data_models.commands.permission import SignedOutError

EVERYWHERE = "overal"  # the place above the screen, for what no part of it told itself


def say_what_happened(place: str = "") -> None:
    """All that stood in the way of what was done at this place, in one box; or that it is done."""
    told = this_session.told(place)
    if told.problems:
        st.error("\n\n".join(told.problems))
    if told.good:
        st.success(told.good)
        tell_what_ended()
    if told.undo:
        st.button(words.UNDO, key=f"{place}-ongedaan", on_click=told.undo)


def tell_refused(refused: NotAllowedError, *, typed: tuple[str, ...] = ()) -> None:
    """Say above the screen that nothing was stored, with what was typed: its field may be gone at the next run."""
    ended = isinstance(refused, SignedOutError)
    sentence = sign_in_words.SIGNED_OUT_REFUSED if ended else sign_in_words.ROLE_REFUSED
    kept = [sign_in_words.TYPED.format(text=plain(text)) for text in typed if text.strip()]
    this_session.tell(problems=[sentence, *kept], place=EVERYWHERE)
