"""From possibility to afspraak: an answer to question 4 becomes an agreement, which then stands under the story."""

from collections.abc import Sequence

import streamlit as st

from dashboard import navigation, selection, this_session
from dashboard.components import agreement_storing as storing
from dashboard.components.agreement_card import show_agreement
from dashboard.components.agreement_fields import type_agreement
from dashboard.components.agreement_forms import make
from dashboard.components.happened import say_what_happened
from dashboard.components.keeping import keep_typed
from dashboard.data import agreements as data
from dashboard.data.reader import Reader
from dashboard.formatting import counted
from dashboard.texts import agreements as words
from data_models import access
from data_models.access import Action, Actor
from data_models.commands.agreements import LONGEST, OF, AgreementProposal
from data_models.facts import ContributionFacts
from data_models.queries.agreements import AgreementFacts

MOST = 5  # agreements under a story: the others are on the page of all agreements
OVER = ("done", "stopped")
_PLACE = "afspraken-bij-verhaal"  # under the story, where is said what happened


def offer_agreement(reader: Reader, *, contribution: ContributionFacts) -> None:
    """The small button beside an answer that begins an agreement; for who makes agreements, at question 4 only."""
    subject = _subject(contribution)
    actor = reader.actor
    if actor is None or not _may(actor, contribution) or this_session.is_open(subject):
        return
    st.button(
        words.FROM_ANSWER,
        key=f"{subject}-open",
        type="tertiary",
        on_click=this_session.open_version,
        args=(subject,),
        kwargs={"version": contribution.version},
    )


def show_made_of(reader: Reader, *, contribution: ContributionFacts, agreements: Sequence[AgreementFacts]) -> None:
    """Below an answer to question 4: that it became an agreement, and the form while one is being made of it."""
    if contribution.question != OF:
        return
    if any(one.contribution_id == contribution.id for one in agreements):
        st.caption(words.BECAME)
    actor = reader.actor
    if actor is not None and _may(actor, contribution) and this_session.is_open(_subject(contribution)):
        with st.container(border=True, key=f"kader-{_subject(contribution)}"):
            _make(reader, actor=actor, contribution=contribution)


def show_agreements(agreements: Sequence[AgreementFacts]) -> None:
    """The agreements that came from this beeld, under its story: what goes on first, and the way to all of them."""
    with st.container(key="afspraken-bij-beeld", gap="small"):
        st.subheader(words.OF_STORY, anchor=False)
        say_what_happened(_PLACE)
        if not agreements:
            st.caption(words.NONE_OF_STORY)
        first = sorted(agreements, key=lambda one: (one.state in OVER, -one.id))
        for agreement in first[:MOST]:
            with st.container(border=True, key=f"verhaal-afspraak-{agreement.id}", gap="xsmall"):
                show_agreement(agreement)
        if len(agreements) > MOST:
            st.caption(counted(len(agreements) - MOST, forms=words.MORE_OF_STORY))
        st.page_link(
            navigation.AGREEMENTS,
            label=words.TO_AGREEMENTS,
            width="stretch",
            query_params=selection.address(),
        )


def _may(actor: Actor, contribution: ContributionFacts) -> bool:
    is_possible = contribution.question == OF and contribution.state == "shared"
    return is_possible and access.may(actor, Action.MAKE_AGREEMENTS)


def _subject(contribution: ContributionFacts) -> str:
    return f"afspraak-van-{contribution.id}"


def _make(reader: Reader, *, actor: Actor, contribution: ContributionFacts) -> None:
    subject = _subject(contribution)
    keep_typed(subject, actor=actor)
    if contribution.visibility == "circle":
        st.caption(words.FROM_CIRCLE)
    text = contribution.text if len(contribution.text) <= LONGEST else ""  # a longer one is put shorter by hand
    proposal, faults = type_agreement(
        AgreementProposal(text, "", None),
        organisations=data.organisations(reader),
        reader=reader,
        key=f"{subject}-{this_session.generation(subject)}",
    )

    def save() -> bool:
        return make(
            proposal,
            actor=actor,
            subject=subject,
            place=_PLACE,
            good=words.MADE,
            contribution_id=contribution.id,
        )

    texts = (proposal.what, proposal.organisation)
    storing.offer_to_save(words.ADD, subject=subject, faults=faults, save=save, texts=texts, reader=reader)
    st.button(words.KEEP_ANSWER, key=f"{subject}-sluiten", on_click=this_session.close, args=(subject,))
