"""What is typed in a form stays on the device on which it is typed, until it is stored or given up (docs/adr/0022).

A browser sends Streamlit what is typed in a field only when somebody leaves that field. The script of the shell,
dashboard/typed_words.js, keeps every word of a marked form; these marks tell it which form, whose, and what ended.
"""

import json
from html import escape

import streamlit as st

from dashboard import local_identity, sign_in, this_session
from dashboard.components import signed_in
from data_models.access import Actor


def keep_typed(form: str, *, actor: Actor | None, unsaved: bool = False) -> None:
    """Mark the container in which this is called as a form: its fields keep what this person types in them.

    `form` tells this form from every other one of the region: the subject that `this_session` knows it by, of which
    `close`, `next_generation` or `Form.clear` says that it was stored or given up; else call `this_session.end_typing`.
    With `unsaved`, what stands in the fields was stored nowhere either, and is kept too.
    """
    if actor is not None:
        kept = {"form": f"{actor.region_id}-{form}", "round": this_session.typing_round(form), "who": actor.person_id}
        _mark({**kept, "unsaved": unsaved, "ended": this_session.ended_rounds()})


def tell_who_types() -> None:
    """At the end of every screen: whose words may be shown that were typed before in a form that is not open now."""
    _mark({"here": _who(), "ended": this_session.ended_rounds()})


def tell_what_ended() -> None:
    """Where something was just stored: in a part that is drawn by itself, the end of the screen does not say it."""
    if ended := this_session.ended_rounds():
        _mark({"ended": ended})


def _who() -> int:
    """The number of the person at work, 0 when nobody is known."""
    if sign_in.is_configured():
        found = signed_in.who()
        return found.person_id if found else 0
    return local_identity.read(st.context.cookies.get(local_identity.COOKIE)) or 0


def _mark(content: dict[str, object]) -> None:
    st.html(f'<span data-getypt="{escape(json.dumps(content), quote=True)}"></span>')
