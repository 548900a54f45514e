"""What an import would change, what is wrong with it, and what it changed."""

from collections.abc import Sequence

import streamlit as st

from dashboard import navigation, selection, this_session
from dashboard.components.table import show_table
from dashboard.formatting import count, plain
from dashboard.importing import jobs, summary
from dashboard.importing.jobs import JobState
from dashboard.importing.report import ChangedFigure, Outcome, Report
from dashboard.texts import data as words
from data_models.access import Actor

MOST_NOTES = 6  # shown at once; the rest folds
MOST_PROBLEMS = 20  # shown at once: more is not mended at one go; the rest folds


def show_refused(report: Report, *, state: JobState) -> None:
    """Every problem, with where it is and what to do; above them what to do with them all."""
    st.header(words.REFUSED, anchor=False)
    if report.read:
        st.text(report.read)
    elif report.file_name:
        st.text(words.ABOUT_FILE.format(file=report.file_name))
    st.error(words.REFUSED_ONE if len(report.refused) == 1 else words.REFUSED_MANY)
    with st.container(key="beslissen", horizontal=True):
        st.button(words.AGAIN, key="opnieuw", on_click=close, args=(state,))
        st.download_button(
            words.DOWNLOAD_PROBLEMS,
            "\n".join(report.refused),
            file_name=words.PROBLEMS_FILE,
            mime="text/plain",
            on_click="ignore",
            key="problemen-bewaren",
        )
    _show_problems(report.refused[:MOST_PROBLEMS], key="problemen")
    if rest := report.refused[MOST_PROBLEMS:]:
        with st.expander(words.MORE_PROBLEMS.format(count=count(len(rest)))):
            _show_problems(rest, key="problemen-rest")


def _show_problems(sentences: Sequence[str], *, key: str) -> None:
    with st.container(key=key, gap="xsmall"):
        for sentence in sentences:
            st.text(sentence)


def show_preview(report: Report, *, state: JobState, actor: Actor) -> None:
    """What was read and what would change, with the button that stores it."""
    st.header(words.PREVIEW if report.can_be_stored else words.NOTHING_CHANGED_TITLE, anchor=False)
    st.text(report.read)
    if report.warnings:
        st.warning("\n\n".join([f"**{words.WARNINGS}**", *map(plain, report.warnings)]))
    if not report.can_be_stored:
        st.info(summary.nothing(report))
    if report.can_be_stored:
        _show_counts(report)
    decision = st.container(key="beslissen", horizontal=True)
    _show_sentences(words.MOVED, report.moved)
    _show_examples(report, kinds=("changed", "new"))
    remove_gone = _choose_gone(report)
    _show_withheld(report)
    _show_sentences(words.NOTES, report.notes)
    with decision:
        # Not a callback: that would get what the last run read.
        may_store = report.can_be_stored or remove_gone
        if may_store and st.button(words.STORE, type="primary", key="opslaan"):
            if not jobs.confirm(
                state.id, person_id=actor.person_id, region_id=actor.region_id, remove_gone=remove_gone
            ):
                this_session.tell(problems=[words.TOO_LATE], place="inlezen")
            st.rerun()
        if may_store:
            st.button(words.DO_NOT_STORE, key="niet-opslaan", on_click=_leave, args=(state,))
        else:
            st.button(words.AGAIN, key="opnieuw", on_click=close, args=(state,))


def show_outcome(outcome: Outcome, *, state: JobState) -> None:
    """What was stored, or why nothing was, and where one goes from there."""
    if outcome.problem:
        show_failed(outcome.problem, state=state)
        return
    st.header(words.STORED_TITLE if outcome.changed_anything else words.NOTHING_CHANGED_TITLE, anchor=False)
    st.success("\n\n".join(summary.stored(outcome)))
    if outcome.changed_anything:
        st.text(words.UNDO_HINT)
    with st.container(key="beslissen", horizontal=True, vertical_alignment="center"):
        st.button(words.AGAIN, key="opnieuw", on_click=close, args=(state,))
        st.page_link(navigation.OVERVIEW, label=words.TO_OVERVIEW, query_params=selection.address())


def show_failed(sentence: str, *, state: JobState) -> None:
    """What went wrong, and the way to begin anew."""
    st.header(words.FAILED, anchor=False)
    st.error(sentence)
    st.button(words.AGAIN, key="opnieuw", on_click=close, args=(state,))


def close(state: JobState) -> None:
    """Leave this import: it is forgotten, and one chooses a source and a file again."""
    jobs.cancel(state.id, person_id=state.request.person_id, region_id=state.request.region_id)
    selection.close_job()


def _show_counts(report: Report) -> None:
    """How many figures change, and what saving does to those that are not in the file."""
    if report.boundaries:
        st.text(words.BOUNDARIES_ARE_REPLACED)
    if report.new or report.changed or report.unchanged:
        show_table([{name: count(getattr(report, kind)) for kind, name in words.COUNTS.items()}], key="tabel-telling")
    if report.gone:
        st.caption(words.GONE_STAYS_SHORT)


def _choose_gone(report: Report) -> bool:
    """What is no longer in the file, and whether it is to be taken out."""
    if not report.gone:
        return False
    with st.expander(words.EXAMPLES["gone"].format(count=count(report.gone))):
        st.text(words.GONE_STAYS)
        _show_changes(report.examples_gone, kind="gone", total=report.gone)
        return st.toggle(
            words.REMOVE_GONE.format(count=count(report.gone)), help=words.REMOVE_GONE_HELP, key="verwijder"
        )


def _show_examples(report: Report, *, kinds: Sequence[str]) -> None:
    totals = {"changed": report.changed, "new": report.new}
    examples = {"changed": report.examples_changed, "new": report.examples_new}
    for kind in kinds:
        if examples[kind]:
            with st.expander(words.EXAMPLES[kind].format(count=count(totals[kind])), expanded=kind == "changed"):
                _show_changes(examples[kind], kind=kind, total=totals[kind])


def _show_changes(changes: Sequence[ChangedFigure], *, kind: str, total: int) -> None:
    if total > len(changes):
        st.caption(words.SOME_OF.format(shown=count(len(changes)), count=count(total)))
    show_table([_row(one, kind=kind) for one in changes], key=f"tabel-norm-{kind}")


def _row(one: ChangedFigure, *, kind: str) -> dict[str, str]:
    row = {
        words.INDICATOR: one.indicator,
        words.AREA: one.area,
        words.PERIOD: one.period,
        words.GROUP: one.group,
    }
    if kind != "new":
        row[words.BEFORE] = one.before
    if kind != "gone":
        row[words.AFTER] = one.after
    return row


def _show_withheld(report: Report) -> None:
    if not report.withheld:
        return
    with st.expander(words.WITHHELD.format(count=count(report.withheld_total))):
        st.text(words.WITHHELD_INTRODUCTION)
        if report.withheld_total > len(report.withheld):
            shown = count(len(report.withheld))
            st.caption(words.SOME_OF.format(shown=shown, count=count(report.withheld_total)))
        rows = [
            {
                words.INDICATOR: one.indicator,
                words.AREA: one.area,
                words.PERIOD: one.period,
                words.GROUP: one.group,
                words.REASON: one.reason,
            }
            for one in report.withheld
        ]
        show_table(rows, key="tabel-norm-niet-getoond")


def _show_sentences(heading: str, sentences: Sequence[str]) -> None:
    if not sentences:
        return
    with st.expander(f"{heading} ({count(len(sentences))})", expanded=len(sentences) <= MOST_NOTES):
        for sentence in sentences:
            st.text(sentence)


def _leave(state: JobState) -> None:
    close(state)
    this_session.tell(good=words.NOT_STORED, place="inlezen")
