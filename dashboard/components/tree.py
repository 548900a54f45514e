"""The tree on Ambities en normen: from issue to norm, read from left to right and edited in place."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from dashboard import navigation, selection, this_session
from dashboard.components import tree_storing
from dashboard.components.happened import say_what_happened
from dashboard.components.observations import show_observations
from dashboard.components.tree_forms import Node, begin, change_in_place, offer_adding, show_left_behind, subject_of
from dashboard.components.tree_placing import offer_placing, other_places
from dashboard.data import ambitions as data
from dashboard.data.norms import NormView
from dashboard.data.reader import Reader
from dashboard.formatting import plain
from dashboard.texts import ambitions as words
from data_models import access
from data_models.access import Action, Actor
from data_models.facts import AreaFacts
from data_models.queries.ambitions import AmbitionFacts, IssueFacts, ResultFacts, Tree

EXAMPLE_AREA = "VG0001"  # Waterdam of the fictional region
_PLACES = {  # how a branch and its own box are called in the stylesheet
    "issue": ("tak", "vraagstuk"),
    "ambition": ("twijg", "ambitie"),
    "result": ("blad", "resultaat"),
}
_NUDGED = "boom-duwtje"
Branch = IssueFacts | AmbitionFacts | ResultFacts


@dataclass(frozen=True, slots=True)
class _Screen:
    """What every branch needs to be drawn; `editing` is who changes it now, if anybody does."""

    reader: Reader
    area: AreaFacts
    views: Sequence[NormView]
    tree: Tree
    editing: Actor | None


def show_tree(reader: Reader, *, area: AreaFacts, views: Sequence[NormView]) -> Tree:
    """The whole tree, and for who may the ways to change it; answers it, for what else the screen asks of it."""
    tree = data.tree(reader, area=area)
    editor = reader.actor if reader.actor and access.may(reader.actor, Action.SET_NORMS) else None
    begin()
    st.header(words.TITLE, anchor=False)
    st.text(words.INTRODUCTION)
    say_what_happened(tree_storing.PLACE)
    editing = editor if editor and (not tree.issues or _choose_editing()) else None
    if tree.lacks_substance and editor:
        _nudge()
    on = _Screen(reader, area, views, tree, editing)
    with st.container(key="boom", gap="medium"):
        for issue in tree.issues:
            _show_branch("issue", node=issue, beside=tree.issues, on=on)
    if not tree.issues:
        _show_beginning(reader, area=area, editor=editor)
    elif editing:
        offer_adding("issue", parent=0, reader=reader, actor=editing)
    show_left_behind()
    return tree


def _choose_editing() -> bool:
    shown = selection.optional(selection.EDITING, options=["ja"], default="nee") == "ja"
    return st.toggle(
        words.EDIT,
        key=selection.widget_key(selection.EDITING, value=shown),
        help=words.EDIT_HELP,
        on_change=selection.write_to_url,
        args=(selection.EDITING, "nee"),
    )


def _nudge() -> None:
    """Said once in a session, until somebody says it is understood."""
    if this_session.kept(_NUDGED):
        return
    st.info(words.NUDGE)
    st.button(words.NUDGE_SEEN, key=_NUDGED, on_click=this_session.keep, args=(_NUDGED,), kwargs={"value": True})


def _show_beginning(reader: Reader, *, area: AreaFacts, editor: Actor | None) -> None:
    if reader.actor is None and not area.fictional:
        st.text(words.SIGN_IN_FIRST)  # below, the form of a norm asks who it is
    else:
        st.info(words.EMPTY_REGION if editor else words.EMPTY_TO_READ)
    if editor:
        offer_adding("issue", parent=0, reader=reader, actor=editor, opened=True)
    if not area.fictional:
        example = selection.address(**{selection.AREA: EXAMPLE_AREA})
        st.page_link(navigation.NORMS, label=words.SEE_EXAMPLE, query_params=selection.here(example))


def _show_branch(kind: str, *, node: Branch, beside: Sequence[Branch], on: _Screen) -> None:
    """An issue, ambition or result with all that is below it."""
    branch, name = _PLACES[kind]
    with st.container(key=f"boom-{branch}-{node.id}"):
        with st.container(key=f"boom-knoop-{name}-{node.id}", gap="xsmall"):
            st.caption(_called(node))
            if not _changes(kind, node=node, on=on):
                _show_words(node, area=on.area)
                _offer_menu(kind, node=node, beside=beside, on=on)
        with st.container(key=f"boom-onder-{name}-{node.id}", gap="xsmall" if kind == "result" else "medium"):
            if isinstance(node, IssueFacts):
                _show_below("ambition", branches=node.ambitions, parent=node, on=on)
            elif isinstance(node, AmbitionFacts):
                _show_below("result", branches=node.results, parent=node, on=on)
            else:
                if not _changes("indicators", node=node, on=on):
                    _show_indicators(node, on=on)
                show_observations(node, reader=on.reader)


def _show_below(kind: str, *, branches: Sequence[Branch], parent: Branch, on: _Screen) -> None:
    if not branches:
        st.caption(words.NONE_BELOW[kind])
    for node in branches:
        _show_branch(kind, node=node, beside=branches, on=on)
    if on.editing:
        offer_adding(kind, parent=parent.id, reader=on.reader, actor=on.editing)


def _called(node: Branch) -> str:
    if isinstance(node, IssueFacts):
        return words.ISSUE
    if isinstance(node, AmbitionFacts):
        return words.AN_AMBITION
    return words.TARGET_GROUP_LINE.format(kind=words.KINDS_IN_SHORT[node.kind], group=plain(node.target_group))


def _show_words(node: Branch, *, area: AreaFacts) -> None:
    if isinstance(node, IssueFacts):
        st.text(node.matter)
        for template, said in ((words.FOR_WHOM_LINE, node.for_whom), (words.WHY_NOW_LINE, node.why_now)):
            if said:
                st.caption(template.format(who=plain(said), why=plain(said)))
        return
    st.text(node.text)
    if isinstance(node, ResultFacts):
        sheet = selection.address(**{selection.AREA: area.code, selection.RESULT: str(node.id)})
        st.page_link(navigation.RESULT, label=words.SHEET, width="stretch", query_params=sheet)


def _show_indicators(result: ResultFacts, *, on: _Screen) -> None:
    followed = data.followed(on.reader, result=result, views=on.views, area=on.area)
    if not followed:
        st.caption(words.NO_INDICATOR)
    for one in followed:
        figure = selection.address(**{selection.AREA: on.area.code, selection.INDICATOR: one.indicator.code})
        st.page_link(navigation.FIGURE, label=plain(one.indicator.short_name), width="stretch", query_params=figure)
        for view in one.norms:
            st.text(words.NORM_LINE.format(norm=view.title, state=view.state))
            st.caption(plain(view.progress))
        if not one.norms:
            st.caption(plain(words.NO_NORM_HERE.format(area=on.area.name)))
        if one.elsewhere:
            st.caption(plain(one.elsewhere))


def _changes(kind: str, *, node: Node, on: _Screen) -> bool:
    """The form, when this is being changed; whether it is."""
    if on.editing is None or not this_session.is_open(subject_of(kind, number=node.id)):
        return False
    change_in_place(kind, node=node, reader=on.reader, actor=on.editing)
    return True


def _offer_menu(kind: str, *, node: Branch, beside: Sequence[Branch], on: _Screen) -> None:
    """What can be done with it, under one button; another place only where there is one."""
    editing = on.editing
    if editing is None or node.region_id != editing.region_id:
        return
    offer_placing(kind, number=node.id, tree=on.tree, actor=editing)
    indicators = [words.CHOOSE_INDICATORS] if kind == "result" else []
    up = [words.UP] if node.id != beside[0].id else []
    down = [words.DOWN] if node.id != beside[-1].id else []
    elsewhere = [words.ELSEWHERE[kind]] if other_places(kind, number=node.id, tree=on.tree) else []
    chosen = st.menu_button(
        words.MENU_OF[kind],
        [words.CHANGE, *indicators, *up, *down, *elsewhere, words.REMOVE],
        key=f"boom-menu-{kind}-{node.id}",
        type="tertiary",
    )
    if chosen is None:
        return
    opens = {words.CHANGE: kind, words.CHOOSE_INDICATORS: "indicators", words.ELSEWHERE.get(kind): f"{kind}-plaats"}
    if chosen in opens:
        this_session.open_version(subject_of(opens[chosen], number=node.id), version=node.version)
    elif chosen == words.REMOVE:
        tree_storing.remove(kind, number=node.id, version=node.version, actor=editing)
    else:
        tree_storing.move(kind, number=node.id, direction="up" if chosen == words.UP else "down", actor=editing)
    st.rerun()
