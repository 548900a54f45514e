"""Beheer: what each role may do."""

import pandas as pd
import streamlit as st

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
    with st.container(key="tabel-rechten"):
        st.table(_table(), width="content", border="horizontal")


def _table() -> pd.DataFrame:
    """A row per action and a column per role; pandas, for its index becomes the heading of each row."""
    rows = [_row(action) for action in Action]
    index = pd.Index([people_words.ACTIONS[action] for action in Action], name=people_words.ACTION)
    return pd.DataFrame(rows, index=index)


def _row(action: Action) -> dict[str, str]:
    return {
        name: people_words.YES if action in ALLOWED[role] else people_words.NO
        for role, name in people_words.ROLES.items()
    }
