"""What was said together of the figure before, beside the new one: was it right?"""

from functools import partial

import streamlit as st

from dashboard import this_session
from dashboard.components import joint_storing as storing
from dashboard.components.happened import say_what_happened
from dashboard.components.joint_dissent import show_views
from dashboard.components.long_text import show_text
from dashboard.components.story_sharing import Writing, warning_of_names
from dashboard.components.writing import write_answer
from dashboard.data import joint as data
from dashboard.data.joint import Together
from dashboard.data.reader import Reader
from dashboard.formatting import plain
from dashboard.texts import joint as words
from data_models import access
from data_models.access import Action, Actor
from data_models.queries.interpretations import JointFacts, LookingBackFacts


def show_last_time(reader: Reader, *, together: Together, question: int) -> None:
    """The earlier words, who confirmed them, what people say of them now, and the way to say it oneself."""
    joint = together.before.get(question)
    if joint is None:
        return
    with st.container(key=f"vorige-keer-{question}", gap="xsmall"):
        st.caption(plain(words.LAST_TIME[question].format(period=joint.period)))
        show_text(joint.text, whole=words.WHOLE, key=f"vorige-keer-{joint.id}")
        parties = ", ".join(one.party for one in joint.confirmed)
        st.caption(plain(words.STOOD.format(parties=parties)) if parties else words.STOOD_UNCONFIRMED)
        show_views(joint)
        st.markdown(f"**{words.WAS_IT_RIGHT[question]}**")
        _show_answers(joint)
        say_what_happened(storing.place_of_last_time(question))
        if reader.actor and access.may(reader.actor, Action.CONTRIBUTE, region_id=joint.region_id):
            _offer_answer(reader, actor=reader.actor, together=together, joint=joint)


def _show_answers(joint: JointFacts) -> None:
    """Who says what, one line per answer and never counted; why, below it."""
    for answer, name in words.ANSWERS.items():
        said = [one.organisation or words.NO_ORGANISATION for one in joint.looking_backs if one.answer == answer]
        if said:
            st.text(words.SAID.format(answer=name, organisations=", ".join(dict.fromkeys(said))))
    for one in joint.looking_backs:
        if one.text:
            organisation = one.organisation or words.NO_ORGANISATION
            st.text(words.SAID_WHY.format(organisation=organisation, answer=words.ANSWERS[one.answer], text=one.text))
    if any(one.of_version != joint.version for one in joint.looking_backs):
        st.caption(words.SAID_CHANGED)


def _offer_answer(reader: Reader, *, actor: Actor, together: Together, joint: JointFacts) -> None:
    own = data.own_answer(joint, actor=actor)
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"klopte-{joint.question}"):
        for answer, name in words.ANSWERS.items():
            st.button(
                name,
                key=f"klopte-{joint.id}-{answer}",
                type="primary" if own and own.answer == answer else "secondary",
                on_click=partial(storing.say_if_right, actor, picture=together.picture, joint=joint, answer=answer),
            )
        if own is not None:
            has_draft = data.explanation(own) in together.drafts
            _offer_more(own, actor=actor, question=joint.question, has_draft=has_draft)
    if own is None:
        return
    st.caption(words.YOU_SAID.format(answer=words.ANSWERS[own.answer]))
    subject = data.explanation(own)
    if this_session.is_open(subject):
        _explain(reader, own, actor=actor, together=together, question=joint.question)


def _offer_more(own: LookingBackFacts, *, actor: Actor, question: int, has_draft: bool) -> None:
    label = words.EXPLAIN_GO_ON if has_draft else words.EXPLAIN_ANEW if own.text else words.EXPLAIN
    st.button(
        label,
        key=f"toelichten-{own.id}",
        type="tertiary",
        on_click=partial(this_session.open_version, data.explanation(own), version=own.version),
    )
    st.button(
        words.TAKE_BACK,
        key=f"weghalen-{own.id}",
        type="tertiary",
        on_click=partial(storing.take_answer_back, own, actor=actor, question=question),
    )


def _explain(reader: Reader, own: LookingBackFacts, *, actor: Actor, together: Together, question: int) -> None:
    subject = data.explanation(own)
    draft = together.drafts.get(subject)
    shared = write_answer(
        actor=actor,
        subject=subject,
        label=words.EXPLAIN_LABEL,
        placeholder=words.EXPLAIN_PLACEHOLDER,
        draft=draft,
        initial=own.text,
        base_version=own.version,
        alone=True,
        generation=this_session.generation(subject),
        refusals=this_session.refusals(subject),
        warning=warning_of_names(reader, draft=draft),
        key=f"toelichting-{own.id}",
    )
    st.button(
        words.STOP_WRITING,
        key=f"toelichting-sluiten-{own.id}",
        type="tertiary",
        on_click=partial(this_session.close, subject),
    )
    if shared is not None:
        writing = Writing(reader=reader, actor=actor, subject=subject, question=question)
        storing.store_explanation(writing, shared, said=own)
