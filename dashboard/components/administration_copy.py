"""Beheer: a copy of everything, and putting it back."""

from datetime import datetime

import streamlit as st

from dashboard import copy_right, this_session
from dashboard.components.administration_restore import show_failed, show_look, show_progress
from dashboard.components.data_uploader import say_in_dutch
from dashboard.components.happened import say_what_happened
from dashboard.copying import jobs, kept
from dashboard.copying.jobs import State
from dashboard.copying.kept import KeptCopy
from dashboard.data import copies
from dashboard.data.reader import Reader
from dashboard.formatting import byte_size, count, moment, plain
from dashboard.texts import administration as section_words
from dashboard.texts import copies as words
from data_models.access import Actor

MOST_MEGABYTES = 90  # as large as a file in the browser may be
_PLACE = "kopie"


def show_copy(reader: Reader) -> None:
    """Show what is under way, or the ways to make a copy and to put one back; or who may."""
    st.header(section_words.SECTIONS["kopie"], anchor=False)
    if reader.actor is None:
        return
    with st.container(key="leesbreedte"):
        st.text(words.INTRODUCTION)
        others = copies.regions_of_others(reader.actor)
        if others is None or others:
            named = ", ".join(map(plain, others or ()))
            st.info(words.NOT_EVERY_REGION.format(regions=named) if others else words.NO_REAL_REGION)
            _show_command_line()
            return
        say_what_happened(_PLACE)
        state = jobs.state()
        if state is not None and state.at_work:
            show_progress(state)
        elif state is not None and state.request.kind == jobs.LOOK and state.outcome is not None:
            show_look(state, outcome=state.outcome, actor=reader.actor)
        else:
            if state is not None:
                _show_done(state)
            _show_everything(reader.actor)


def _show_everything(actor: Actor) -> None:
    """Make a copy, what is kept on the server, and put a file back."""
    st.subheader(words.MAKE_TITLE, anchor=False)
    made = copies.last_made()
    for one in made:
        st.text(words.LAST[one.action].format(moment=moment(one.at), who=one.by or words.ON_THE_COMMAND_LINE))
    if not made:
        st.text(words.NEVER_COPIED)
    st.text(words.MAKE_HOW)
    st.caption(f"{words.PERSONAL_ON_SCREEN} {words.SIGN_INS}")
    st.button(words.MAKE, type="primary", key="kopie-maken", on_click=_start, args=(jobs.COPY, actor))
    st.subheader(words.KEPT_TITLE, anchor=False)
    st.text(words.KEPT_HOW)
    found = kept.copies()
    if not found:
        st.text(words.NONE_KEPT)
    for copy in found:
        _show_kept(copy, actor=actor)
    st.subheader(words.PUT_BACK_TITLE, anchor=False)
    st.text(words.PUT_BACK_HOW)
    _choose_file(actor)
    _show_command_line()


def _show_kept(one: KeptCopy, *, actor: Actor) -> None:
    name = words.KINDS[one.kind].format(moment=moment(one.made_at))
    with st.container(border=True, key=f"kopie-{one.path.stem}"):
        st.text(words.KEPT_LINE.format(name=name, size=byte_size(one.size)))
        with st.container(horizontal=True):
            st.link_button(words.DOWNLOAD, copy_right.link(one.path.name, actor=actor))
            st.button(
                words.CHOOSE,
                key=f"terug-{one.path.stem}",
                on_click=_start,
                args=(jobs.LOOK, actor),
                kwargs={"file": one.path.name, "called": name},
            )


def _choose_file(actor: Actor) -> None:
    with st.container(key="kopie-bestand"), st.container(key="bestand"):
        file = st.file_uploader(
            words.FILE, key=f"kopie-{this_session.generation(_PLACE)}", max_upload_size=MOST_MEGABYTES
        )
        say_in_dutch()
    st.caption(words.FILE_LIMIT)
    if st.button(words.LOOK, key="kopie-nakijken"):
        if file is None:
            this_session.tell(problems=[words.NO_FILE], place=_PLACE)
        elif jobs.start(jobs.LOOK, actor=actor, called=file.name, upload=file.getvalue()):
            this_session.next_generation(_PLACE)  # the file leaves this server's memory
        else:
            this_session.tell(problems=[words.ALREADY_BUSY], place=_PLACE)
        st.rerun()


def _start(kind: str, actor: Actor, file: str = "", called: str = "") -> None:
    if not jobs.start(kind, actor=actor, file=file, called=called):
        this_session.tell(problems=[words.ALREADY_BUSY], place=_PLACE)


def _show_done(state: State) -> None:
    """What came of the last thing done, until somebody goes on."""
    outcome = state.outcome
    if outcome is None:
        show_failed(state)
        return
    made = moment(datetime.fromisoformat(outcome.made_at))
    sentence = words.COPY_READY if state.request.kind == jobs.COPY else words.RESTORED
    st.success(sentence.format(moment=made, rows=count(outcome.rows), size=byte_size(outcome.size)))
    st.button(words.GO_ON, key="kopie-verder", on_click=jobs.put_away)


def _show_command_line() -> None:
    st.text(words.COMMAND_LINE)
    st.code(words.COMMANDS, language=None)
