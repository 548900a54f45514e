"""One contribution as others read it: the organisation and perspective, the words as they were typed, its versions."""

from contextlib import nullcontext
from html import escape

import streamlit as st

from dashboard import this_session
from dashboard.components.agreement_making import offer_agreement
from dashboard.components.calm import telling_outages
from dashboard.components.joint_quoting import offer_quote
from dashboard.components.long_text import LONG, show_text
from dashboard.data import story as data
from dashboard.data.joint import Together
from dashboard.data.reader import Reader
from dashboard.formatting import day, plain
from dashboard.texts import retention as retention_words
from dashboard.texts import story as words
from dashboard.texts.writing import VALUATIONS
from data_models import database
from data_models.commands import stories as commands
from data_models.commands.agreements import OF
from data_models.facts import ContributionFacts


def place_of(question: int) -> str:
    """The part of the screen that a question has."""
    return f"vraag-{question}"


def show_contribution(
    reader: Reader, *, contribution: ContributionFacts, together: Together | None = None, may_change: bool = True
) -> None:
    """The contribution; nothing in it is interpreted as Markdown."""
    if contribution.state == "withdrawn":
        st.caption(plain(words.WITHDRAWN.format(organisation=_organisation(contribution))))
        return
    if contribution.state == "expired":
        st.caption(plain(retention_words.SHOWN_EXPIRED.format(organisation=_organisation(contribution))))
        return
    is_long = len(contribution.text) > LONG
    said = "" if is_long else f'<div class="stem">{escape(contribution.text)}</div>'
    st.html(f'<p class="stem-van">{_heading(contribution)}</p>{said}')
    if is_long:
        show_text(contribution.text, whole=words.WHOLE, key=str(contribution.id))
    if contribution.version > 1:
        _show_versions(reader, contribution=contribution)
    if may_change:
        key = f"bij-stem-{contribution.id}"
        several = contribution.editable or contribution.question == OF  # one way alone needs no row of its own
        with st.container(horizontal=True, gap="small", key=key) if several else nullcontext():
            _offer_changes(reader, contribution=contribution)
            if together is not None:
                offer_quote(reader, together=together, contribution=contribution)
            offer_agreement(reader, contribution=contribution)


def _organisation(contribution: ContributionFacts) -> str:
    return contribution.organisation or words.NO_ORGANISATION


def _heading(contribution: ContributionFacts) -> str:
    """Whose voice it is, what they chose, and how the words came here: one line, as HTML."""
    template = words.VOICE_NAMED if contribution.name else words.VOICE
    author = template.format(
        name=escape(contribution.name),
        organisation=escape(_organisation(contribution)),
        perspective=contribution.perspective,
    )
    if contribution.on_behalf_of:
        author = words.ON_BEHALF.format(author=author, group=escape(contribution.on_behalf_of))
    if contribution.recognition:
        author = words.RECOGNISED.format(author=author, recognition=contribution.recognition)
    if contribution.valuation is not None:
        author = words.VALUED.format(author=author, valuation=VALUATIONS[str(contribution.valuation)])
    if contribution.written_down_by:
        author = words.WRITTEN_DOWN.format(author=author, writer=escape(contribution.written_down_by))
    if contribution.visibility in words.SEEN_BY:
        author = words.FOR_WHOM.format(author=author, seen_by=words.SEEN_BY[contribution.visibility])
    if contribution.version > 1:
        author = words.EDITED.format(author=author, day=day(contribution.updated_at), version=contribution.version)
    return author


def _show_versions(reader: Reader, *, contribution: ContributionFacts) -> None:
    folded = st.expander(words.VERSIONS, key=f"versies-{contribution.id}", on_change="rerun")
    if not folded.open:
        return
    with folded:
        for version in data.versions(reader, contribution_id=contribution.id):
            st.caption(words.VERSION_LINE.format(version=version.version, day=day(version.changed_at)))
            st.text(version.text)


def _offer_changes(reader: Reader, *, contribution: ContributionFacts) -> None:
    """To change or withdraw it, for who wrote it and colleagues."""
    if not contribution.editable:
        return
    subject = data.edited_answer(contribution.id)
    st.button(
        words.EDIT,
        key=f"wijzig-knop-{contribution.id}",
        type="tertiary",
        on_click=this_session.open_version,
        args=(subject,),
        kwargs={"version": contribution.version},
    )
    with st.popover(words.WITHDRAW, type="tertiary", key=f"intrekken-{contribution.id}"):
        st.text(words.WITHDRAW_EXPLAINED)
        st.button(
            words.WITHDRAW_CERTAIN,
            key=f"trek-bijdrage-in-{contribution.id}",
            on_click=_withdraw,
            args=(reader, contribution),
        )


def _withdraw(reader: Reader, contribution: ContributionFacts) -> None:
    if reader.actor is None:
        return
    place = place_of(contribution.question)
    with telling_outages(place):
        try:
            with database.writing(actor=reader.actor) as session:
                commands.withdraw_contribution(
                    session, actor=reader.actor, contribution_id=contribution.id, seen_version=contribution.version
                )
        except commands.ContributionConflictError:
            this_session.tell(problems=[words.CONFLICT], place=place)
        except commands.WithdrawnError:
            this_session.tell(good=words.WITHDRAWN_NOW, place=place)
        else:
            this_session.tell(good=words.WITHDRAWN_NOW, place=place)
