"""Verhaal meenemen: the figure with its story as one page, to print or to send."""

from datetime import datetime
from functools import partial

import streamlit as st

from dashboard import selection
from dashboard.data import story_to_take as data
from dashboard.data.reader import Reader
from dashboard.data.story_to_take import Compared
from dashboard.texts import story_taking as words
from data_models import access
from data_models.access import Action
from data_models.facts import PictureSubject

_OPEN = "verhaal-meenemen"


def offer_story_to_take(reader: Reader, *, picture: PictureSubject) -> None:
    """Folded below a story; the files are made when somebody asks for one."""
    with st.container(key=_OPEN):
        folded = st.expander(words.TITLE, on_change="rerun", key=f"{_OPEN}-{picture.signature}")
    if folded.open:
        with folded:
            _show_files(reader, picture=picture)


def _show_files(reader: Reader, *, picture: PictureSubject) -> None:
    st.text(words.INTRODUCTION)
    audience = _choose_audience(reader)
    chosen = selection.everything()
    compared = Compared(
        reference=chosen.get(selection.REFERENCE, ""),
        others=tuple(chosen.get(selection.OTHERS, "").split(",")),
    )
    make = partial(
        data.file,
        reader,
        picture=picture,
        compared=compared,
        audience=audience,
        address=selection.full_address(),
        today=datetime.now().astimezone().date(),
    )
    for kind, label in words.KINDS.items():
        st.download_button(
            label,
            partial(make, kind=kind),
            file_name=data.file_name(reader, picture=picture, kind=kind),
            mime=words.MIME[kind],
            key=f"{_OPEN}-{kind}",
            on_click="ignore",
            width="stretch",
        )


def _choose_audience(reader: Reader) -> str:
    """For whom the page is; who may read nothing of the region can only take what everybody sees."""
    if reader.actor is None or not access.may(reader.actor, Action.READ_STORIES):
        return "region"
    audience = st.radio(
        words.AUDIENCE, list(words.AUDIENCES), format_func=words.AUDIENCES.__getitem__, key=f"{_OPEN}-voor-wie"
    )
    st.caption(words.AUDIENCE_MEANS[audience])
    return audience
