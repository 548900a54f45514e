"""What an import would change, what is wrong with it, and what it changed."""

from collections.abc import Sequence

import streamlit as st

from dashboard import navigation, selection
from dashboard.components.figure import show_table
from dashboard.formatting import count, plain
from dashboard.importing import jobs, summary
from dashboard.importing.jobs import JobState
from dashboard.importing.report import ChangedFigure, Outcome, Report
from dashboard.texts import data as words
from data_models.access import Actor

MOST_NOTES = 6  # shown at once; the rest folds


def show_refused(report: Report) -> None:
    """Every problem, with where it is and what to do."""
    st.header(words.REFUSED, anchor=False)
    if report.read:
        st.text(report.read)
    st.error(words.REFUSED_INTRODUCTION)
    with st.container(key="problemen", gap="xsmall"):
        for sentence in report.refused:
            st.text(sentence)
    st.download_button(
        words.DOWNLOAD_PROBLEMS,
        "\n".join(report.refused),
        file_name=words.PROBLEMS_FILE,
        mime="text/plain",
        on_click="ignore",
        key="problemen-bewaren",
    )


def show_preview(report: Report, *, state: JobState, actor: Actor) -> None:
    """What was read and what would change, with the button that stores it."""
    st.header(words.PREVIEW if report.can_be_stored else words.NOTHING_CHANGED_TITLE, anchor=False)
    st.text(report.read)
    if report.warnings:
        st.warning("\n\n".join([f"**{words.WARNINGS}**", *map(plain, report.warnings)]))
    if not report.can_be_stored:
        st.info(summary.nothing(report))
    if report.can_be_stored or report.gone:
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
            jobs.confirm(state.id, person_id=actor.person_id, region_id=actor.region_id, remove_gone=remove_gone)
            st.rerun()
        st.button(
            words.DO_NOT_STORE if report.can_be_stored or report.gone else words.AGAIN,
            key="niet-opslaan",
            on_click=_leave,
            args=(state,),
        )


def show_outcome(outcome: Outcome) -> None:
    """What was stored, or why nothing was."""
    if outcome.problem:
        st.error(outcome.problem)
        return
    st.header(words.STORED_TITLE if outcome.changed_anything else words.NOTHING_CHANGED_TITLE, anchor=False)
    st.success("\n\n".join(summary.stored(outcome)))
    st.page_link(navigation.OVERVIEW, label=words.TO_OVERVIEW, query_params=selection.address())
    if outcome.changed_anything:
        st.caption(words.UNDO_HINT)


def _show_counts(report: Report) -> None:
    show_table([{name: count(getattr(report, kind)) for kind, name in words.COUNTS.items()}], key="tabel-telling")


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
    jobs.cancel(state.id, person_id=state.request.person_id, region_id=state.request.region_id)
    selection.close_job()
    selection.tell(good=words.NOT_STORED, place="inlezen")
