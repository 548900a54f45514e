"""Beheer: its title, and the part of it that is chosen."""

from collections.abc import Callable

import streamlit as st

from dashboard import selection
from dashboard.components.administration_audit import show_audit
from dashboard.components.administration_copy import show_copy
from dashboard.components.administration_people import show_people
from dashboard.components.administration_region import show_region
from dashboard.components.administration_retention import show_retention
from dashboard.components.administration_rights import show_rights
from dashboard.components.administration_sign_in import show_sign_in
from dashboard.components.choosing import choose_optional
from dashboard.components.identity import ask_who
from dashboard.data import sources
from dashboard.data.reader import Reader
from dashboard.texts import administration as words
from data_models import access
from data_models.access import Action

FIRST = "mensen"
_SECTIONS: dict[str, tuple[Callable[[Reader], None], Action]] = {
    FIRST: (show_people, Action.MANAGE_PEOPLE),
    "rechten": (show_rights, Action.MANAGE_PEOPLE),
    "regio": (show_region, Action.MANAGE_REGION),
    "bewaren": (show_retention, Action.MANAGE_REGION),
    "logboek": (show_audit, Action.READ_AUDIT),
    "kopie": (show_copy, Action.COPY_EVERYTHING),
    "aanmelden": (show_sign_in, Action.MANAGE_PEOPLE),
}


def show_title(reader: Reader) -> None:
    """What the page is for, and for who manages it which region it is about."""
    st.title(words.TITLE, anchor=False)
    st.text(words.INTRODUCTION)
    actor = reader.actor
    manages = actor is not None and any(access.may(actor, action) for _, action in _SECTIONS.values())
    if manages and (region := sources.region(reader)) is not None:
        st.caption(words.FOR_REGION.format(region=region.name))


def choose_section() -> str:
    """Choose a part of the page."""
    return choose_optional(selection.SECTION, label=words.SECTION, options=words.SECTIONS, default=FIRST)


def show_section(name: str, *, reader: Reader) -> None:
    """Show that part, to whom may see it."""
    show, action = _SECTIONS[name]
    if reader.actor is None:
        ask_who()
    elif access.may(reader.actor, action):
        show(reader)
    else:
        st.info(words.NOT_YOURS)
