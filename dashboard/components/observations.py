"""What people notice of a result, beside its figures: to read, to add, and to change what is one's own."""

import streamlit as st

from dashboard import this_session
from dashboard.components import tree_storing
from dashboard.components.tree_forms import change_in_place, new_subject, offer_adding, subject_of
from dashboard.data.reader import Reader
from dashboard.formatting import counted, day, plain
from dashboard.texts import ambitions as words
from data_models import access
from data_models.access import Action
from data_models.queries.ambitions import ObservationFacts, ResultFacts


def show_observations(result: ResultFacts, *, reader: Reader) -> None:
    """Folded under how many there are; open while somebody writes in it."""
    told = counted(len(result.observations), forms=words.NOTICED) if result.observations else words.NOTHING_NOTICED
    subjects = [subject_of("observation", number=one.id) for one in result.observations]
    writing = any(map(this_session.is_open, [*subjects, new_subject("observation", parent=result.id)]))
    with st.expander(told, expanded=writing, key=f"boom-merkbaar-{result.id}"):
        for noticed in result.observations:
            _show(noticed, reader=reader)
        actor = reader.actor
        if actor and access.may(actor, Action.CONTRIBUTE, region_id=result.region_id):
            offer_adding("observation", parent=result.id, reader=reader, actor=actor)


def show_words(noticed: ObservationFacts) -> None:
    """What was noticed, and which organisation says so."""
    st.text(noticed.text)
    st.caption(
        words.OBSERVATION_BY.format(
            kind=words.OBSERVATION_KINDS[noticed.kind],
            organisation=plain(noticed.organisation) or words.NO_ORGANISATION,
            day=day(noticed.created_at),
        )
    )


def _show(noticed: ObservationFacts, *, reader: Reader) -> None:
    subject = subject_of("observation", number=noticed.id)
    actor = reader.actor
    may_change = actor is not None and noticed.editable and access.may(actor, Action.CONTRIBUTE)
    with st.container(key=f"boom-merk-{noticed.id}", gap="xsmall"):
        if actor and may_change and this_session.is_open(subject):
            change_in_place("observation", node=noticed, reader=reader, actor=actor)
            return
        show_words(noticed)
        if not actor or not may_change:
            return
        with st.container(horizontal=True, key=f"{subject}-keuzes"):
            st.button(
                words.CHANGE,
                key=f"{subject}-wijzigen",
                type="tertiary",
                on_click=this_session.open_version,
                args=(subject,),
                kwargs={"version": noticed.version},
            )
            st.button(
                words.REMOVE,
                key=f"{subject}-weg",
                type="tertiary",
                on_click=tree_storing.remove,
                args=("observation",),
                kwargs={"number": noticed.id, "version": noticed.version, "actor": actor},
            )
