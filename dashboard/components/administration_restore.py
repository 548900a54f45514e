"""Beheer: how far a copy is, what is in a file, and the word that puts it back."""

from datetime import datetime
from zlib import crc32

import streamlit as st

from dashboard import this_session
from dashboard.components.happened import say_what_happened
from dashboard.components.table import show_table
from dashboard.copying import jobs
from dashboard.copying.jobs import Outcome, State
from dashboard.data import copies
from dashboard.formatting import count, moment, plain
from dashboard.texts import copies as words
from data_models.access import Actor

EVERY = 1.0  # seconds between two looks at how far it is
_PLACE = "terugzetten"


@st.fragment(run_every=EVERY)
def show_progress(shown: State) -> None:
    """How far it is, looked at every second until there is something else to show."""
    state = jobs.state()
    if state is None or not state.at_work or state.request != shown.request:
        st.rerun()
    st.subheader(words.BUSY[state.request.kind], anchor=False)
    progress = state.progress
    if progress is None or not progress.total:
        st.progress(0.0, text=words.STARTING)
    else:
        stage = words.STAGES[progress.stage]
        said = words.STAGE_OF.format(stage=stage, done=count(progress.done), total=count(progress.total))
        st.progress(min(progress.done / progress.total, 1.0), text=said)
    st.caption(words.MAY_LEAVE)


def show_failed(state: State) -> None:
    """Why it is not done."""
    st.error(plain(state.failed))
    st.button(words.GO_ON, key="kopie-verder", on_click=jobs.put_away)


def show_look(state: State, *, outcome: Outcome, actor: Actor) -> None:
    """What is in the file beside what stands now, and the word to type.

    The button belongs to this file: when another beheerder has another one looked at meanwhile, a click finds it gone.
    """
    st.subheader(words.WHAT_TITLE, anchor=False)
    st.text(state.request.called)
    made = moment(datetime.fromisoformat(outcome.made_at))
    show_table(_rows(outcome, made=made), key="tabel-norm-kopie")
    st.warning(words.WARNING.format(moment=made))
    say_what_happened(_PLACE)
    with st.container(key="smal-terugzetten"):
        typed = st.text_input(words.TYPE_WORD, key="terugzetten-woord", autocomplete="off")
    with st.container(horizontal=True, key="terugzetten-knoppen"):
        shown = crc32(repr((state.request, outcome)).encode())
        if st.button(words.PUT_BACK, type="primary", key=f"terugzetten-{shown}"):
            if typed.strip() != words.WORD:
                this_session.tell(problems=[words.WRONG_WORD], place=_PLACE)
            else:
                request = state.request
                jobs.start(jobs.RESTORE, actor=actor, file=request.file, called=request.called)
            st.rerun()
        st.button(words.NOT_NOW, key="niet-terugzetten", on_click=jobs.put_away)


def _rows(outcome: Outcome, *, made: str) -> list[dict[str, str]]:
    now = copies.content_now()
    facts = {
        "made": (made, words.MOMENT_NOW),
        "regions": (", ".join(outcome.regions), ", ".join(now.regions)),
        **{name: (count(outcome.counts.get(name, 0)), count(now.counts[name])) for name in now.counts},
    }
    return [
        {words.FACT: words.ROWS[name], words.IN_THE_FILE: there, words.NOW: here}
        for name, (there, here) in facts.items()
    ]
