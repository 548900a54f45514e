"""One agreement as people read it: who does what by when, how far it is, its figures, its log and where it was sent."""

from collections.abc import Sequence

import streamlit as st

from dashboard import navigation, selection
from dashboard.components.escalation_line import show_in_short
from dashboard.data import agreements as data
from dashboard.data.agreements import AboutFigure
from dashboard.formatting import counted, day, plain
from dashboard.texts import agreements as words
from data_models.commands.chain import one_line
from data_models.queries.agreements import AgreementFacts, EscalationFacts, StepFacts


def show_agreement(agreement: AgreementFacts) -> None:
    """What is agreed, by whom, by when and how far it is."""
    st.markdown(words.HEADING.format(what=plain(one_line(agreement.what))))
    st.caption(plain(data.line(agreement)))
    if agreement.note:
        note = words.WHY_STOPPED if agreement.state == "stopped" else words.NOTE
        st.text(note.format(note=agreement.note))


def show_whole(
    agreement: AgreementFacts, *, about: Sequence[AboutFigure], escalations: Sequence[EscalationFacts]
) -> None:
    """The agreement with the figures it came from, what these did since, where it was sent, and its log."""
    show_agreement(agreement)
    for figure in about:
        of = f"{agreement.id}-{figure.area}-{figure.indicator}-{figure.breakdown}"
        with st.container(key=f"afspraak-cijfer-{of}", gap="xsmall"):
            address = {selection.AREA: figure.area, selection.INDICATOR: figure.indicator}
            if figure.breakdown:
                address[selection.BREAKDOWN] = figure.breakdown
            st.page_link(
                navigation.FIGURE,
                label=plain(figure.name),
                width="stretch",
                query_params=selection.address(**address),
            )
            st.text(figure.since)
    for escalation in escalations:
        show_in_short(escalation)
    with st.expander(counted(len(agreement.log), forms=words.LOG), key=f"afspraak-logboek-{agreement.id}"):
        for step, before in zip(agreement.log, [*agreement.log[1:], None], strict=True):
            st.text(_line(step, before=before))


def _line(step: StepFacts, *, before: StepFacts | None) -> str:
    """A step of the log: on which day, which organisation, and what became different."""
    line = words.LOG_LINE.format(
        day=day(step.changed_at),
        organisation=step.changed_by or words.SOMEBODY,
        what=words.LOG_AND.join(_differences(step, before=before)),
    )
    said_now = step.note and (before is None or step.note != before.note)
    return words.LOG_NOTE.format(line=line, note=step.note) if said_now else line


def _differences(step: StepFacts, *, before: StepFacts | None) -> list[str]:
    if before is None:
        return [words.LOG_MADE.format(day=day(step.due_on))]
    found = []
    if step.removed != before.removed:
        found.append(words.LOG_GONE if step.removed else words.LOG_BACK)
    if step.state != before.state:
        found.append(words.LOG_STATE.format(state=words.STATES[step.state]))
    if step.due_on != before.due_on:
        found.append(words.LOG_DUE.format(before=day(before.due_on), after=day(step.due_on)))
    if step.organisation != before.organisation:
        found.append(words.LOG_ORGANISATION.format(before=before.organisation, after=step.organisation))
    if step.what != before.what:
        found.append(words.LOG_WHAT.format(before=before.what))
    return found or [words.LOG_SAID]
