"""Secretarismodus: one person types for the whole table, and each answer stands in the name of who said it."""

import streamlit as st

from dashboard.components.keeping import keep_typed
from dashboard.components.name_warning import warn_of_names
from dashboard.data import story as data
from dashboard.data.reader import Reader
from dashboard.data.story import Speaker, Story
from dashboard.texts import writing_down as words
from data_models import access
from data_models.access import Action
from data_models.tables.stories import PERSPECTIVES

NOBODY = Speaker("", "")  # who writes down, but has not said yet for whom
FORM = "opschrijven"  # whose words are written; kept until something of theirs is shared


def choose_speaker(reader: Reader, *, story: Story, signature: str) -> Speaker | None:
    """Whose words are being typed: None for one's own, `NOBODY` until an organisation and a perspective are chosen."""
    if reader.actor is None or not access.may(reader.actor, Action.WRITE_DOWN):
        return None
    waiting = data.speakers(story, signature=signature)
    with st.container(key="opschrijven", gap="small"):
        keep_typed(FORM, actor=reader.actor)
        if not st.toggle(words.TOGGLE, value=bool(waiting), key="opschrijven-aan", help=words.HELP):
            return None
        organisation = _choose_organisation(reader, waiting=[one.organisation for one in waiting])
        chosen = next((one.perspective for one in waiting if one.organisation == organisation), None)
        perspective = st.selectbox(
            words.PERSPECTIVE,
            PERSPECTIVES,
            index=None if chosen is None else PERSPECTIVES.index(chosen),
            placeholder=words.CHOOSE,
            key=f"opschrijven-perspectief-{organisation}",
        )
        if not organisation or perspective is None:
            st.caption(words.FIRST)
            return NOBODY
        return Speaker(organisation, perspective)


def _choose_organisation(reader: Reader, *, waiting: list[str]) -> str:
    """One of the region's parties, or another organisation that is typed."""
    names = list(dict.fromkeys((*waiting, *data.parties(reader))))
    chosen = st.selectbox(
        words.ORGANISATION,
        [*names, words.OTHER],
        index=0 if waiting else None,
        placeholder=words.CHOOSE,
        key="opschrijven-organisatie",
    )
    if chosen != words.OTHER:
        return chosen or ""
    typed = " ".join(st.text_input(words.OTHER_ORGANISATION, max_chars=120, key="opschrijven-andere").split())
    warn_of_names(typed, reader=reader)
    return typed
