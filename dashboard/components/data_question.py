"""What an import must know first: a sheet, a period, or what each column means."""

from dataclasses import replace

import streamlit as st

from dashboard import this_session
from dashboard.components.calm import telling_outages
from dashboard.components.data_mapping import type_mapping
from dashboard.components.data_preview import close
from dashboard.components.happened import say_what_happened
from dashboard.components.keeping import keep_typed
from dashboard.components.table import show_table
from dashboard.data.reader import Reader
from dashboard.formatting import plain
from dashboard.importing import jobs
from dashboard.importing.jobs import JobState
from dashboard.importing.report import Report
from dashboard.sources.reader import Answers, Question
from dashboard.texts import data as words
from data_models.access import Actor

_PLACE = "vraag"


def ask(state: JobState, *, reader: Reader, actor: Actor) -> None:
    """Ask what the file does not say itself, with the likeliest answer filled in; then read on."""
    report = state.report
    if report is None or report.question is None:
        return
    question = report.question
    st.header(words.QUESTION, anchor=False)
    if state.request.file_name:
        st.caption(words.ABOUT_FILE.format(file=plain(state.request.file_name)))
    st.text(question.sentence)
    given = state.request.answers
    problems: tuple[str, ...]
    if question.about == "mapping":
        _show_sample(report)
        with st.container(key="smal-kolommen"):
            keep_typed(f"{_PLACE}-{state.id}", actor=actor)
            mapping, problems = type_mapping(reader, report=report, key=f"kolommen-{state.id}")
        answers = replace(given, mapping=mapping)
    else:
        with st.container(key="smal-antwoord"):
            keep_typed(f"{_PLACE}-{state.id}", actor=actor)
            text = _type(question, key=f"antwoord-{state.id}-{question.about}")
        problems = () if text else (words.PERIOD_MISSING,)
        answers = replace(given, sheet=text) if question.about == "sheet" else replace(given, period=text)
    say_what_happened(_PLACE)  # beside the button, which is far below the heading when there are many columns
    with st.container(key="beslissen", horizontal=True):
        if st.button(words.GO_ON, type="primary", key="verder"):
            if problems:
                this_session.tell(problems=problems, place=_PLACE)
            else:
                with telling_outages(_PLACE):
                    _answer(state, actor=actor, answers=answers)
            st.rerun()
        st.button(words.CANCEL, key="stoppen", on_click=_leave, args=(state,))


def _answer(state: JobState, *, actor: Actor, answers: Answers) -> None:
    """Read again with the answers, or say that it is too late for them."""
    if not jobs.answer(state.id, person_id=actor.person_id, region_id=actor.region_id, answers=answers):
        this_session.tell(problems=[words.TOO_LATE], place="inlezen")
    this_session.end_typing(f"{_PLACE}-{state.id}")


def _type(question: Question, *, key: str) -> str:
    """The answer: chosen when there is a choice, else typed."""
    label = words.ANSWER_SHEET if question.about == "sheet" else words.ANSWER_PERIOD
    if question.options:
        options = list(question.options)
        index = options.index(question.suggestion) if question.suggestion in options else 0
        return st.radio(label, options, index=index, format_func=plain, key=key)
    return st.text_input(label, question.suggestion, help=words.ANSWER_PERIOD_HELP, key=key).strip()


def _show_sample(report: Report) -> None:
    if report.question is None or not report.sample:
        return
    st.text(words.MAPPING_INTRODUCTION)
    st.caption(words.FIRST_ROWS)
    columns = zip(report.question.header, zip(*report.sample, strict=True), strict=True)
    show_table(
        [{words.COLUMN_NAME: name, words.FIRST_CELLS: words.BETWEEN_CELLS.join(cells)} for name, cells in columns],
        key="tabel-norm-eerste-regels",
    )


def _leave(state: JobState) -> None:
    close(state)
    this_session.end_typing(f"{_PLACE}-{state.id}")
    this_session.tell(good=words.CANCELLED, place="inlezen")
