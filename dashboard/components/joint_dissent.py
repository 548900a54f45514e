"""What a party sees otherwise than the joint interpretation: shown beside it, written and withdrawn by who signs."""

from functools import partial

import streamlit as st

from dashboard import this_session
from dashboard.components import joint_storing as storing
from dashboard.components.long_text import show_text
from dashboard.components.story_sharing import Writing, warning_of_names
from dashboard.components.writing import write_answer
from dashboard.data import joint as data
from dashboard.data.joint import Together
from dashboard.data.reader import Reader
from dashboard.formatting import day, plain
from dashboard.texts import joint as words
from data_models.access import Actor
from data_models.queries.interpretations import DissentFacts, JointFacts


def show_views(joint: JointFacts) -> None:
    """Every view that stands, in the words of its party; of a withdrawn one that it was."""
    for view in joint.views:
        if view.state == "withdrawn":
            st.caption(plain(words.DISSENT_WITHDRAWN.format(party=view.party)))
            continue
        with st.container(key=f"zienswijze-{view.id}", gap="xsmall"):
            st.caption(plain(_heading(view, joint=joint)))
            show_text(view.text, whole=words.WHOLE, key=f"zienswijze-{view.id}")


def offer_dissent(reader: Reader, *, together: Together, joint: JointFacts) -> None:
    """For each party that the reader signs for: write down what it sees otherwise, or withdraw that."""
    actor = reader.actor
    if actor is None or joint.region_id != actor.region_id:
        return
    for party_id, party in together.signs_for.items():
        standing = next((one for one in joint.views if (one.party_id, one.state) == (party_id, "standing")), None)
        if standing is not None:
            _offer_withdrawing(standing, actor=actor, question=joint.question)
            continue
        subject = data.dissent(joint, party_id=party_id)
        if this_session.is_open(subject):
            _write(reader, actor=actor, together=together, joint=joint, party=(party_id, party))
        else:
            st.button(
                (words.DISSENT_GO_ON if subject in together.drafts else words.DISSENT).format(party=plain(party)),
                key=f"anders-{joint.id}-{party_id}",
                type="tertiary",
                on_click=partial(this_session.open_version, subject, version=joint.version),
            )


def _heading(view: DissentFacts, *, joint: JointFacts) -> str:
    template = words.DISSENTING_VIEW if view.of_version == joint.version else words.DISSENTING_VIEW_BEFORE
    on = day(view.created_at)
    return template.format(party=view.party, day=on, version=view.of_version)


def _write(reader: Reader, *, actor: Actor, together: Together, joint: JointFacts, party: tuple[int, str]) -> None:
    party_id, name = party
    subject = data.dissent(joint, party_id=party_id)
    draft = together.drafts.get(subject)
    shared = write_answer(
        actor=actor,
        subject=subject,
        label=words.DISSENT_LABEL.format(party=name),
        placeholder=words.DISSENT_PLACEHOLDER,
        draft=draft,
        alone=True,
        generation=this_session.generation(subject),
        refusals=this_session.refusals(subject),
        warning=warning_of_names(reader, draft=draft),
        key=f"zienswijze-veld-{joint.id}-{party_id}",
    )
    st.button(
        words.STOP_WRITING,
        key=f"zienswijze-sluiten-{joint.id}-{party_id}",
        type="tertiary",
        on_click=partial(this_session.close, subject),
    )
    if shared is not None:
        writing = Writing(reader=reader, actor=actor, subject=subject, question=joint.question)
        storing.store_dissent(writing, shared, joint=joint, party_id=party_id)


def _offer_withdrawing(view: DissentFacts, *, actor: Actor, question: int) -> None:
    with st.popover(words.WITHDRAW, type="tertiary", key=f"zienswijze-intrekken-{view.id}"):
        st.text(words.WITHDRAW_EXPLAINED)
        st.button(
            words.WITHDRAW_CERTAIN,
            key=f"zienswijze-zeker-{view.id}",
            on_click=partial(storing.withdraw_dissent, view, actor=actor, question=question),
        )
