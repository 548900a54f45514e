"""Moving a result to another ambition, or an ambition to another issue."""

import streamlit as st

from dashboard import this_session
from dashboard.components import tree_storing
from dashboard.components.tree_forms import subject_of
from dashboard.formatting import plain
from dashboard.texts import ambitions as words
from data_models.access import Actor
from data_models.queries.ambitions import Tree


def other_places(kind: str, *, number: int, tree: Tree) -> dict[int, str]:
    """What else of the same region it can stand below, by id; an issue stands below nothing."""
    at = tree.parent_of(kind, number=number)
    return {one: text for one, text in tree.parents_for(kind).items() if at is not None and one != at}


def offer_placing(kind: str, *, number: int, tree: Tree, actor: Actor) -> None:
    """When that was chosen in its menu: the choice of another place, and the button that moves it there."""
    subject = subject_of(f"{kind}-plaats", number=number)
    if not this_session.is_open(subject):
        return
    places, at = other_places(kind, number=number, tree=tree), tree.parent_of(kind, number=number)
    if not places or at is None:
        this_session.close(subject)
        return
    with st.container(key=f"smal-{subject}", gap="small"):
        parent = st.radio(  # and no list that folds: what people wrote is too long for its line
            words.BELOW_WHICH[kind],
            list(places),
            format_func=lambda number: plain(places[number]),
            key=f"{subject}-keuze",
        )
        with st.container(horizontal=True, key=f"{subject}-knoppen"):
            if st.button(words.PLACE, type="primary", key=f"{subject}-verplaatsen") and parent is not None:
                tree_storing.put_below(kind, number=number, parent=parent, seen=at, actor=actor)
                this_session.close(subject)
                st.rerun()
            st.button(words.LEAVE, key=f"{subject}-sluiten", on_click=this_session.close, args=(subject,))
