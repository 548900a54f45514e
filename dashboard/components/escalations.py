"""Op andere tafels: what a region put on other tables, why, who decided that, and what was answered."""

from functools import partial

import streamlit as st

from dashboard import this_session
from dashboard.components import escalation_forms as forms
from dashboard.components.escalation_line import where
from dashboard.components.happened import say_what_happened
from dashboard.data.agreements import Agreed
from dashboard.data.reader import Reader
from dashboard.formatting import counted, day, plain
from dashboard.texts import agreements as agreement_words
from dashboard.texts import escalations as words
from data_models import access
from data_models.access import Action, Actor
from data_models.commands.chain import one_line
from data_models.facts import AreaFacts
from data_models.queries.agreements import EscalationFacts


def show_escalations(found: Agreed, *, reader: Reader, area: AreaFacts) -> None:
    """What lies on other tables, those without an answer first, and the form that adds something."""
    st.text(words.INTRODUCTION)
    say_what_happened(forms.PLACE)
    if found.escalations:
        told = counted(len(found.escalations), forms=words.COUNT)
        waiting = sum(not one.reply for one in found.escalations)
        st.caption(words.COUNT_WAITING.format(count=told, waiting=waiting) if waiting else told)
    else:
        st.info(words.NONE if reader.hears(fictional=area.fictional) else agreement_words.FOR_WHO_TAKES_PART)
    for escalation in found.escalations:
        with st.container(border=True, key=f"kader-agendering-{escalation.id}", gap="xsmall"):
            _show(escalation, found=found, reader=reader)
    with st.container(key="smal-nieuw-agendering"):
        st.header(words.ADD_TITLE, anchor=False)
        if reader.actor is None:
            st.text(words.SIGN_IN_FIRST)
        elif access.may(reader.actor, Action.MAKE_AGREEMENTS):
            forms.add(found, reader=reader, actor=reader.actor)
        else:
            st.info(words.MAY_NOT)


def _show(escalation: EscalationFacts, *, found: Agreed, reader: Reader) -> None:
    st.markdown(words.HEADING.format(matter=plain(one_line(escalation.matter))))
    st.caption(
        plain(
            words.LINE.format(where=where(escalation), kind=forms.kind_of(escalation.kind), day=day(escalation.sent_on))
        )
    )
    st.text(words.REASON_LINE.format(reason=escalation.reason))
    st.text(words.ADDRESSEE_LINE.format(addressee=escalation.addressee, decided_by=escalation.decided_by))
    if escalation.agreement:
        st.text(words.OF_AGREEMENT.format(what=escalation.agreement))
    if escalation.replied_on:
        st.text(words.REPLY_LINE.format(day=day(escalation.replied_on), reply=escalation.reply))
    else:
        st.text(words.NO_REPLY)
    say_what_happened(forms.place_of(escalation))
    actor = reader.actor
    if actor and access.may(actor, Action.MAKE_AGREEMENTS, region_id=escalation.region_id):
        _offer_change(escalation, found=found, reader=reader, actor=actor)


def _offer_change(escalation: EscalationFacts, *, found: Agreed, reader: Reader, actor: Actor) -> None:
    """The button that unfolds what can be done with it, and then the choice and its form."""
    subject = forms.place_of(escalation)
    if not this_session.is_open(subject):
        st.button(
            words.CHANGE,
            key=f"{subject}-bijwerken",
            on_click=this_session.open_version,
            args=(subject,),
            kwargs={"version": 0},
        )
        return
    options = {
        words.TO_REPLY: partial(forms.reply, escalation, reader=reader, actor=actor, close=subject),
        words.TO_CHANGE: partial(forms.change, escalation, found=found, reader=reader, actor=actor, close=subject),
        words.TO_REMOVE: partial(forms.remove, escalation, actor=actor),
    }
    with st.container(key=f"smal-{subject}"):
        chosen = st.selectbox(words.WHAT_TO_DO, list(options), filter_mode="contains", key=f"{subject}-keuze")
        if chosen in options:
            options[chosen]()
        st.button(words.CLOSE, key=f"{subject}-sluiten", on_click=this_session.close, args=(subject,))
