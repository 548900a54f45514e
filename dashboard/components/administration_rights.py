"""Beheer: what each role may do."""

import streamlit as st

from dashboard.components.table import show_table
from dashboard.data.reader import Reader
from dashboard.texts import administration as words
from dashboard.texts import people as people_words
from data_models.access import ALLOWED, Action


def show_rights(_: Reader) -> None:
    """Show what each role may do."""
    st.header(words.SECTIONS["rechten"], anchor=False)
    st.text(people_words.RIGHTS)
    st.subheader(people_words.RIGHTS_ROLES, anchor=False)
    lines = ((name, people_words.ROLE_LINES[role]) for role, name in people_words.ROLES.items())
    st.markdown("\n".join(people_words.ROLE_AND_LINE.format(role=name, line=line) for name, line in lines))
    st.subheader(people_words.RIGHTS_TABLE, anchor=False)
    show_table([_row(action) for action in Action], key="tabel-rechten")


def _row(action: Action) -> dict[str, str]:
    return {people_words.ACTION: people_words.ACTIONS[action]} | {
        name: people_words.YES if action in ALLOWED[role] else people_words.NO
        for role, name in people_words.ROLES.items()
    }
