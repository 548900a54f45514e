"""What was done with what an invited person sent, and how they change or withdraw it."""

import streamlit as st

from dashboard import this_session
from dashboard.components.calm import telling_outages
from dashboard.components.happened import say_what_happened
from dashboard.formatting import day, moment, plain
from dashboard.texts import invited as words
from dashboard.texts import story as story_words
from dashboard.texts.writing import VALUATIONS
from data_models import database
from data_models.commands import invited as commands
from data_models.queries.invitations import InvitationFacts, InvitedAnswerFacts
from data_models.tables.invitations import ON_BEHALF

PLACE = "uitgenodigd"
NOTHING = InvitedAnswerFacts("", "", None, 0)


def show_over(found: InvitationFacts) -> None:
    """That it can be answered no more, with what was written and never sent."""
    st.info(words.WITHDRAWN_BY_INVITER if found.is_withdrawn else words.ENDED.format(day=day(found.ends_at)))
    if any(one.text for one in found.answers.values()):
        st.text(words.YOUR_WORDS)
        _show_answers(found)


def show_outcome(found: InvitationFacts, *, token_hash: str) -> None:
    """What was done with what they sent, and how to change or withdraw it."""
    sending = found.sending
    if sending is None:
        return
    with st.container(border=True, key="uitgenodigd-stand"):
        st.text(words.SENT.format(moment=moment(sending.sent_at)))
        decided = day(sending.decided_at) if sending.decided_at else ""
        st.markdown(f"**{plain(words.STATES[sending.state].format(day=decided))}**")
        if sending.reason:
            st.text(sending.reason)
    say_what_happened(PLACE)
    if found.answers:
        st.header(words.YOUR_ANSWERS, anchor=False)
        _show_answers(found)
    with st.container(horizontal=True, key="uitgenodigd-knoppen"):
        if sending.state == "waiting" and found.lives:
            st.button(words.FETCH_BACK, key="uitgenodigd-terug", on_click=_fetch_back, args=(token_hash,))
        if sending.state in ("waiting", "shown"):
            with st.popover(words.WITHDRAW, type="tertiary", key="uitgenodigd-intrekken"):
                st.text(words.WITHDRAW_EXPLAINED)
                args = (token_hash, sending.version)
                st.button(words.WITHDRAW_CERTAIN, key="uitgenodigd-trek-in", on_click=_withdraw, args=args)


def _show_answers(found: InvitationFacts) -> None:
    group = found.answers.get(ON_BEHALF, NOTHING).text
    if group:
        st.text(words.ON_BEHALF.format(group=group))
    for number, question in story_words.QUESTIONS.items():
        answer = found.answers.get(number, NOTHING)
        chosen = VALUATIONS.get(str(answer.valuation), answer.recognition)
        if not answer.text and not chosen:
            continue
        with st.container(border=True, gap="xsmall"):
            st.caption(story_words.NUMBERED.format(number=number, question=question))
            for said in (chosen, answer.text):
                if said:
                    st.text(said)
            for came_of, said in ((answer.quoted, words.QUOTED), (answer.agreed, words.AGREED)):
                if came_of:
                    st.caption(said)


def _fetch_back(token_hash: str) -> None:
    with telling_outages(PLACE):
        try:
            with database.writing() as session:
                commands.fetch_back(session, token_hash=token_hash)
        except (commands.SentError, commands.NotInvitedError):
            this_session.tell(problems=[words.TOO_LATE], place=PLACE)
        else:
            this_session.tell(good=words.FETCHED_BACK, place=PLACE)


def _withdraw(token_hash: str, version: int) -> None:
    with telling_outages(PLACE):
        try:
            with database.writing() as session:
                commands.withdraw(session, token_hash=token_hash, seen_version=version)
        except (commands.SentError, commands.NotInvitedError):
            this_session.tell(problems=[words.TOO_LATE], place=PLACE)
