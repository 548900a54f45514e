"""The tree on Ambities en normen: from issue to norm, read from left to right and edited in place."""

from collections.abc import Sequence

import streamlit as st

from dashboard import navigation, selection, this_session
from dashboard.components import tree_storing
from dashboard.components.happened import say_what_happened
from dashboard.components.observations import show_observations
from dashboard.components.tree_forms import (
    Node,
    begin,
    change_in_place,
    offer_adding,
    show_left_behind,
    subject_of,
)
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
_NUDGED = "boom-duwtje"
Branch = IssueFacts | AmbitionFacts | ResultFacts


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
    with st.container(key="boom", gap="medium"):
        for issue in tree.issues:
            _show_issue(issue, beside=tree.issues, reader=reader, area=area, views=views, editing=editing)
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
        st.page_link(navigation.NORMS, label=words.SEE_EXAMPLE, query_params=example)


def _show_issue(
    issue: IssueFacts,
    *,
    beside: Sequence[IssueFacts],
    reader: Reader,
    area: AreaFacts,
    views: Sequence[NormView],
    editing: Actor | None,
) -> None:
    with st.container(key=f"boom-tak-{issue.id}"):
        with st.container(key=f"boom-knoop-vraagstuk-{issue.id}", gap="xsmall"):
            st.caption(words.ISSUE)
            if not _changes("issue", node=issue, reader=reader, editing=editing):
                st.text(issue.matter)
                for template, said in ((words.FOR_WHOM_LINE, issue.for_whom), (words.WHY_NOW_LINE, issue.why_now)):
                    if said:
                        st.caption(template.format(who=plain(said), why=plain(said)))
                _offer_menu("issue", node=issue, beside=beside, editing=editing)
        with st.container(key=f"boom-onder-vraagstuk-{issue.id}", gap="medium"):
            if not issue.ambitions:
                st.caption(words.NO_AMBITION)
            for ambition in issue.ambitions:
                _show_ambition(ambition, beside=issue.ambitions, reader=reader, area=area, views=views, editing=editing)
            if editing:
                offer_adding("ambition", parent=issue.id, reader=reader, actor=editing)


def _show_ambition(
    ambition: AmbitionFacts,
    *,
    beside: Sequence[AmbitionFacts],
    reader: Reader,
    area: AreaFacts,
    views: Sequence[NormView],
    editing: Actor | None,
) -> None:
    with st.container(key=f"boom-twijg-{ambition.id}"):
        with st.container(key=f"boom-knoop-ambitie-{ambition.id}", gap="xsmall"):
            st.caption(words.AN_AMBITION)
            if not _changes("ambition", node=ambition, reader=reader, editing=editing):
                st.text(ambition.text)
                _offer_menu("ambition", node=ambition, beside=beside, editing=editing)
        with st.container(key=f"boom-onder-ambitie-{ambition.id}", gap="medium"):
            if not ambition.results:
                st.caption(words.NO_RESULT)
            for result in ambition.results:
                _show_result(result, beside=ambition.results, reader=reader, area=area, views=views, editing=editing)
            if editing:
                offer_adding("result", parent=ambition.id, reader=reader, actor=editing)


def _show_result(
    result: ResultFacts,
    *,
    beside: Sequence[ResultFacts],
    reader: Reader,
    area: AreaFacts,
    views: Sequence[NormView],
    editing: Actor | None,
) -> None:
    with st.container(key=f"boom-blad-{result.id}"):
        with st.container(key=f"boom-knoop-resultaat-{result.id}", gap="xsmall"):
            kind = words.KINDS_IN_SHORT[result.kind]
            st.caption(words.TARGET_GROUP_LINE.format(kind=kind, group=plain(result.target_group)))
            if not _changes("result", node=result, reader=reader, editing=editing):
                st.text(result.text)
                sheet = selection.address(**{selection.AREA: area.code, selection.RESULT: str(result.id)})
                st.page_link(navigation.RESULT, label=words.SHEET, width="stretch", query_params=sheet)
                _offer_menu("result", node=result, beside=beside, editing=editing)
        with st.container(key=f"boom-onder-resultaat-{result.id}", gap="xsmall"):
            if not _changes("indicators", node=result, reader=reader, editing=editing):
                _show_indicators(result, reader=reader, area=area, views=views)
            show_observations(result, reader=reader)


def _show_indicators(result: ResultFacts, *, reader: Reader, area: AreaFacts, views: Sequence[NormView]) -> None:
    followed = data.followed(reader, result=result, views=views, area=area)
    if not followed:
        st.caption(words.NO_INDICATOR)
    for one in followed:
        figure = selection.address(**{selection.AREA: area.code, selection.INDICATOR: one.indicator.code})
        st.page_link(navigation.FIGURE, label=plain(one.indicator.short_name), width="stretch", query_params=figure)
        for view in one.norms:
            st.text(words.NORM_LINE.format(norm=view.title, state=view.state))
            st.caption(plain(view.progress))
        if not one.norms:
            st.caption(plain(words.NO_NORM_HERE.format(area=area.name)))
        if one.elsewhere:
            st.caption(plain(one.elsewhere))


def _changes(kind: str, *, node: Node, reader: Reader, editing: Actor | None) -> bool:
    """The form, when this is being changed; whether it is."""
    if editing is None or not this_session.is_open(subject_of(kind, number=node.id)):
        return False
    change_in_place(kind, node=node, reader=reader, actor=editing)
    return True


def _offer_menu(kind: str, *, node: Branch, beside: Sequence[Branch], editing: Actor | None) -> None:
    """What can be done with it, under one button; a place up or down only where there is one."""
    if editing is None or node.region_id != editing.region_id:
        return
    indicators = [words.CHOOSE_INDICATORS] if kind == "result" else []
    up = [words.UP] if node.id != beside[0].id else []
    down = [words.DOWN] if node.id != beside[-1].id else []
    chosen = st.menu_button(
        words.MENU_OF[kind],
        [words.CHANGE, *indicators, *up, *down, words.REMOVE],
        key=f"boom-menu-{kind}-{node.id}",
        type="tertiary",
    )
    if chosen is None:
        return
    if chosen in (words.CHANGE, words.CHOOSE_INDICATORS):
        opened = "indicators" if chosen == words.CHOOSE_INDICATORS else kind
        this_session.open_version(subject_of(opened, number=node.id), version=node.version)
    elif chosen == words.REMOVE:
        tree_storing.remove(kind, number=node.id, version=node.version, actor=editing)
    else:
        tree_storing.move(kind, number=node.id, direction="up" if chosen == words.UP else "down", actor=editing)
    st.rerun()
