"""Quoting an answer: its words are put in the field of the joint interpretation, with whose they are."""

from uuid import uuid4

import streamlit as st

from dashboard import this_session
from dashboard.data import joint as data
from dashboard.data.joint import Together
from dashboard.data.reader import Reader
from dashboard.texts import joint as words
from data_models import access
from data_models.access import Action
from data_models.facts import ContributionFacts
from data_models.queries.interpretations import JointFacts
from data_models.quoting import quotation


def may_compose(reader: Reader, *, joint: JointFacts | None) -> bool:
    """Whether the reader may write this joint interpretation, or begin one."""
    if reader.actor is None:
        return False
    return access.may(reader.actor, Action.COMPOSE_JOINT, region_id=joint.region_id if joint else None)


def offer_quote(reader: Reader, *, together: Together, contribution: ContributionFacts) -> None:
    """Say that an answer was quoted, or offer to put its words in the joint interpretation."""
    if contribution.id in together.quoted:
        st.caption(words.QUOTED)
        return
    joint = together.now.get(contribution.question)
    if not data.may_be_quoted(contribution) or not may_compose(reader, joint=joint):
        return
    subject = data.joint_words(together.picture, question=contribution.question)
    st.button(
        words.QUOTE,
        key=f"aanhalen-{contribution.id}",
        type="tertiary",
        on_click=_quote,
        args=(contribution, subject),
        kwargs={"version": joint.version if joint else 0},
    )


def begin_writing(subject: str, *, version: int) -> None:
    """Open the field, from the version that is on the screen."""
    if not this_session.is_open(subject):
        this_session.open_version(subject, version=version)


def quotation_name(subject: str) -> str:
    """Under which name is kept what is to be quoted in this draft."""
    return f"aanhaling-{subject}"


def _quote(contribution: ContributionFacts, subject: str, *, version: int) -> None:
    template = words.QUOTATION_OF_GROUP if contribution.on_behalf_of else words.QUOTATION
    said = template.format(
        words=quotation(contribution.text),
        organisation=contribution.organisation or words.NO_ORGANISATION,
        group=contribution.on_behalf_of,
    )
    begin_writing(subject, version=version)
    this_session.keep(quotation_name(subject), value=(uuid4().hex[:8], said))
