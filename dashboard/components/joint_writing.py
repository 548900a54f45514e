"""The field in which the joint interpretation is written."""

from functools import partial

import streamlit as st

from dashboard import this_session
from dashboard.components import joint_storing as storing
from dashboard.components.joint_quoting import quotation_name
from dashboard.components.story_sharing import Writing, warning_of_names
from dashboard.components.writing import write_answer
from dashboard.data import joint as data
from dashboard.data.joint import Together
from dashboard.data.reader import Reader
from dashboard.texts import joint as words
from data_models.access import Actor


def write_words(reader: Reader, *, actor: Actor, together: Together, question: int) -> None:
    """The field with the words of this question; the version that was opened travels along until it is shared."""
    subject = data.joint_words(together.picture, question=question)
    joint = together.now.get(question)
    version, text = (joint.version, joint.text) if joint else (0, "")
    draft = together.drafts.get(subject)
    opened = this_session.opened_version(subject, current=version)
    seen = max(opened, draft.base_version) if draft else opened
    st.caption(words.EXPLAINED)
    if seen != version:
        st.warning(words.CONFLICT)
        st.text(words.CONFLICT_NOW.format(text=text))
    added = this_session.kept(quotation_name(subject))
    shared = write_answer(
        actor=actor,
        subject=subject,
        label=words.LABEL,
        placeholder=words.PLACEHOLDER,
        draft=draft,
        initial=text,
        base_version=version,
        alone=True,
        added=added if isinstance(added, tuple) else None,
        generation=this_session.generation(subject),
        refusals=this_session.refusals(subject),
        warning=warning_of_names(reader, draft=draft),
        key=f"duiding-veld-{question}",
    )
    st.button(words.STOP_WRITING, key=f"duiding-sluiten-{question}", type="tertiary", on_click=partial(_stop, subject))
    if shared is not None:
        writing = Writing(reader=reader, actor=actor, subject=subject, question=question)
        storing.store_words(writing, shared, picture=together.picture, joint=joint, seen=seen)


def _stop(subject: str) -> None:
    this_session.taken(quotation_name(subject))
    this_session.close(subject)
