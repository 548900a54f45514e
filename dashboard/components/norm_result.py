"""To which societal result a norm belongs: said, and chosen where the norm is shown."""

import streamlit as st

from dashboard.components import tree_storing
from dashboard.components.happened import say_what_happened
from dashboard.data.norms import NormView
from dashboard.formatting import plain
from dashboard.texts import ambitions as words
from data_models import access
from data_models.access import Action, Actor
from data_models.queries.ambitions import Tree

_NONE = 0  # no result has this number


def choose_result(view: NormView, *, tree: Tree, actor: Actor | None) -> None:
    """The result as a line; for who sets norms a choice, stored as soon as it is made, with the way back."""
    norm = view.facts
    results = {one.id: one.text for one in tree.results if one.region_id == norm.region_id}
    if actor is None or not results or not access.may(actor, Action.SET_NORMS, region_id=norm.region_id):
        if norm.result_id in results:
            st.caption(plain(words.RESULT_LINE.format(result=results[norm.result_id])))
        return
    place = f"norm-resultaat-{norm.id}"
    names = {_NONE: words.NO_RESULT_OF_NORM, **results}
    seen = norm.result_id if norm.result_id in results else _NONE
    with st.container(key=f"smal-{place}"):
        chosen = st.selectbox(
            words.RESULT_OF_NORM,
            list(names),
            index=list(names).index(seen),
            format_func=names.__getitem__,
            key=f"{place}-{seen}",
        )
        if chosen != seen:
            tree_storing.link(norm.id, result_id=chosen or None, seen=norm.result_id, actor=actor, place=place)
            st.rerun()
        say_what_happened(place)
