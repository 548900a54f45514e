"""Cijfers inlezen: choose a source and a file, see how far it is, answer what is asked, look, and confirm."""

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard import selection, this_session
from dashboard.components.calm import telling_outages
from dashboard.components.data_preview import show_failed, show_outcome, show_preview, show_refused
from dashboard.components.data_question import ask
from dashboard.components.data_uploader import say_in_dutch
from dashboard.components.happened import say_what_happened
from dashboard.components.identity import ask_who, show_who
from dashboard.data.reader import Reader
from dashboard.formatting import count, plain
from dashboard.importing import jobs
from dashboard.importing.jobs import JobState
from dashboard.importing.opening_source import ANY_SOURCE
from dashboard.importing.report import Progress, Request
from dashboard.sources.connectors import CONNECTORS
from dashboard.texts import data as words
from dashboard.texts import sources as source_words
from data_models import access
from data_models.access import Action, Actor

EVERY = 1.0  # seconds between two looks at how far an import is
MOST_MEGABYTES = 90
BOUNDARIES = "grenzen"
ANY_TABLE = "cbs-odata"
_PLACE = "inlezen"  # where what happened is said


def show_importing(reader: Reader) -> None:
    """The way from a file to figures, at the step where it is."""
    if reader.actor is None:
        st.text(words.SIGN_IN_FIRST)
        ask_who()
        return
    if not access.may(reader.actor, Action.IMPORT_FIGURES):
        st.info(words.MAY_NOT)
        return
    say_what_happened(_PLACE)
    job_id = selection.job()
    state = jobs.state(job_id, person_id=reader.actor.person_id, region_id=reader.actor.region_id) if job_id else None
    if state is not None:
        _show(state, reader=reader, actor=reader.actor)
        return
    if job_id:
        st.info(words.GONE_JOB)
        selection.close_job()
    with st.container(key="smal-kiezen"):
        _choose(reader.actor)


def _show(state: JobState, *, reader: Reader, actor: Actor) -> None:
    """The import at the step where it is."""
    report = state.report
    if state.at_work:
        _show_progress(state.id, actor)
    elif report is not None and report.question is not None:
        ask(state, reader=reader, actor=actor)
    elif report is not None and not report.refused and state.outcome is None and not state.failed:
        show_preview(report, state=state, actor=actor)
    elif state.failed:
        show_failed(state.failed, state=state)
    elif state.outcome is not None:
        show_outcome(state.outcome, state=state)
    elif report is not None:
        show_refused(report, state=state)


def _choose(actor: Actor) -> None:
    """Choose what is read in, then the file, or let the source's own service answer."""
    show_who(actor)
    st.header(words.CHOOSE, anchor=False)
    names = {
        ANY_SOURCE: words.ANY_SOURCE,
        **{code: _capitalised(source_words.SOURCE_NAMES[code]) for code in CONNECTORS},
    }
    source = selection.optional(selection.SOURCE, options=names, default=ANY_SOURCE)
    st.selectbox(
        words.SOURCE,
        list(names),
        format_func=names.__getitem__,
        key=selection.widget_key(selection.SOURCE, value=source),
        on_change=selection.write_to_url,
        args=(selection.SOURCE, ANY_SOURCE),
        filter_mode="contains",
    )
    what, link, publisher = words.SOURCES_TO_READ[source]
    st.text(what)
    if link:
        st.link_button(words.SOURCE_LINK, link)
    st.header(words.FILE, anchor=False)
    with st.container(key="bestand"):
        file = st.file_uploader(
            words.FILE_LABEL,
            key=f"bestand-{source}-{this_session.generation(_PLACE)}",
            max_upload_size=MOST_MEGABYTES,
        )
        say_in_dutch()
    st.caption(words.FILE_LIMITS_GEOJSON if source == BOUNDARIES else words.FILE_LIMITS)
    if st.button(words.READ, type="primary", key="lezen"):
        _read(file, source=source, actor=actor)
    if source in CONNECTORS and CONNECTORS[source].fetch is not None:
        st.text(words.OR_FETCH)
        table = st.text_input(words.TABLE, help=words.TABLE_HELP, key="tabel") if source == ANY_TABLE else ""
        if st.button(words.FETCH.format(publisher=publisher), key="ophalen"):
            _fetch(table.strip(), source=source, actor=actor)


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]


def _read(file: UploadedFile | None, *, source: str, actor: Actor) -> None:
    if file is None:
        this_session.tell(problems=[words.NO_FILE], place=_PLACE)
    else:
        request = _request(source, actor=actor, file_name=file.name)
        with telling_outages(_PLACE):
            selection.open_job(jobs.start(request, upload=file.getvalue()))
            this_session.next_generation(_PLACE)  # the file leaves this server's memory
    st.rerun()


def _fetch(table: str, *, source: str, actor: Actor) -> None:
    if source == ANY_TABLE and not table:
        this_session.tell(problems=[words.TABLE_MISSING], place=_PLACE)
    else:
        request = _request(source, actor=actor, table=table)
        with telling_outages(_PLACE):
            selection.open_job(jobs.start(request))
    st.rerun()


def _request(source: str, *, actor: Actor, file_name: str = "", table: str = "") -> Request:
    return Request(
        source,
        file_name=file_name,
        person_id=actor.person_id,
        region_id=actor.region_id,
        sign_in_id=actor.sign_in_id,
        table=table,
    )


@st.fragment(run_every=EVERY)
def _show_progress(job_id: str, actor: Actor) -> None:
    """How far it is, looked at every second until there is something else to show."""
    state = jobs.state(job_id, person_id=actor.person_id, region_id=actor.region_id)
    if state is None or not state.at_work:
        st.rerun()
    name = state.request.file_name or source_words.SOURCE_NAMES[state.request.source]
    st.header(words.BUSY_STORING if state.storing else words.BUSY.format(file=plain(name)), anchor=False)
    progress = state.progress or Progress("starting")
    st.progress(_part(progress), text=_said(progress))
    st.caption(words.CAN_LEAVE)
    if not state.storing and st.button(words.CANCEL, key="stoppen"):
        if jobs.cancel(job_id, person_id=actor.person_id, region_id=actor.region_id):
            selection.close_job()
            this_session.tell(good=words.CANCELLED, place=_PLACE)
        st.rerun()


def _part(progress: Progress) -> float:
    """How much of the bar is full: the stages in their order, and within one as far as it is known."""
    stages = list(words.STAGES)
    within = progress.done / progress.total if progress.total else 0.0
    return min((stages.index(progress.stage) + within) / len(stages), 1.0)


def _said(progress: Progress) -> str:
    stage = words.STAGES[progress.stage]
    if progress.total:
        return words.STAGE_OF.format(stage=stage, done=count(progress.done), total=count(progress.total))
    return words.STAGE_SO_FAR.format(stage=stage, done=count(progress.done)) if progress.done else stage
