"""Praktijkverhalen: choosing which stories one sees, reading them, and telling one."""

import streamlit as st

from dashboard import navigation, selection, this_session
from dashboard.components import practice_storing as storing
from dashboard.components.choosing import choose_optional
from dashboard.components.happened import say_what_happened
from dashboard.components.identity import ask_who, show_who
from dashboard.components.practice_card import show_words
from dashboard.components.practice_writing import Abouts, show_kept, write_change, write_new
from dashboard.data import catalogue
from dashboard.data import practice as data
from dashboard.data.practice import Practice
from dashboard.data.reader import Reader
from dashboard.formatting import counted, day, plain
from dashboard.texts import practice as words
from data_models import access
from data_models.access import Action
from data_models.facts import AreaFacts
from data_models.queries.practice import PracticeFacts

LONGEST = 60  # characters of what is searched
AT_ONCE = 20  # stories that are drawn before somebody asks for more


def show_title(area: AreaFacts) -> None:
    """The area's name as the title, and what there is to read."""
    st.title(words.TITLE.format(area=area.name), anchor=False)
    st.text(words.INTRODUCTION)
    if area.fictional:
        st.caption(words.EXAMPLE_REGION)


def choose_stories(found: Practice, *, reader: Reader) -> list[PracticeFacts]:
    """Choose a kind, a theme and words to search by; what is left of the stories, with how many that are."""
    if not found.stories:
        return []
    with st.container(key="praktijk-keuzes", horizontal=True, vertical_alignment="bottom", gap="small"):
        kind = choose_optional(selection.KIND, label=words.KIND, options=words.KIND_FILTERS, default="")
        theme = _choose_theme(found, reader=reader)
        typed = _choose_words()
    left = data.shown(found.stories, kind=kind, theme=theme, typed=typed)
    total = counted(len(found.stories), forms=words.COUNT)
    if not (kind or theme or typed):
        st.caption(total)
        return left
    if not left:
        st.info(words.NOTHING_LEFT)
    st.caption(words.SHOWN.format(shown=len(left), total=total))
    st.page_link(navigation.PRACTICE, label=words.SHOW_ALL, query_params=selection.here(selection.address()))
    return left


def _choose_theme(found: Practice, *, reader: Reader) -> str:
    told = {one.theme for one in found.stories}
    names = {code: name for code, name in catalogue.themes(reader).items() if code in told}
    options = {"": words.ALL_THEMES, **names}
    value = selection.optional(selection.THEME, options=options, default="")
    st.selectbox(
        words.THEME,
        list(options),
        format_func=options.__getitem__,
        key=selection.widget_key(selection.THEME, value=value),
        on_change=selection.write_to_url,
        args=(selection.THEME,),
    )
    return value


def _choose_words() -> str:
    typed = selection.typed(selection.SEARCH)
    st.text_input(
        words.SEARCH,
        key=selection.widget_key(selection.SEARCH, value=typed),
        placeholder=words.SEARCH_EXAMPLE,
        type="search",
        max_chars=LONGEST,
        on_change=selection.write_to_url,
        args=(selection.SEARCH,),
    )
    return typed


def show_stories(left: list[PracticeFacts], *, found: Practice, reader: Reader, area: AreaFacts) -> None:
    """The stories, the newest first and not all at once, each with what its author may do with it."""
    say_what_happened(storing.PLACE)
    if not found.stories:
        st.info(words.NONE if reader.hears(fictional=area.fictional) else words.FOR_WHO_TAKES_PART)
    abouts = _abouts(reader, area=area)
    more = "praktijk-meer"
    most = AT_ONCE * (1 + this_session.opened_version(more, current=0))
    with st.container(key="smal-verhalen"):
        for one in left[:most]:
            with st.container(border=True, key=f"praktijkverhaal-{one.id}", gap="xsmall"):
                _show(one, found=found, reader=reader, abouts=abouts)
    if len(left) > most:
        st.button(
            words.MORE,
            key=more,
            on_click=this_session.open_version,
            args=(more,),
            kwargs={"version": most // AT_ONCE},
        )


def _abouts(reader: Reader, *, area: AreaFacts) -> Abouts:
    return Abouts(area, catalogue.indicators(reader), catalogue.themes(reader))


def _show(one: PracticeFacts, *, found: Practice, reader: Reader, abouts: Abouts) -> None:
    if one.state != "shared":
        organisation = one.organisation or words.NO_ORGANISATION
        gone = words.EXPIRED if one.state == "expired" else words.WITHDRAWN
        st.caption(plain(gone.format(kind=words.KINDS[one.kind], organisation=organisation)))
        return
    subject = data.edited(one.id)
    actor = reader.actor
    may_change = actor is not None and one.editable and access.may(actor, Action.CONTRIBUTE)
    if actor is not None and may_change and this_session.is_open(subject):
        with st.container(key=f"smal-{subject}"):
            write_change(one, reader=reader, actor=actor, abouts=abouts, draft=found.drafts.get(subject))
        return
    show_words(one)
    if one.indicator:
        link = words.TO_FIGURE.format(indicator=one.indicator_name)
        about = {selection.INDICATOR: one.indicator, selection.AREA: one.area or abouts.area.code}
        st.page_link(navigation.FIGURE, label=plain(link), width="stretch", query_params=selection.address(**about))
    if one.version > 1:
        with st.expander(words.VERSIONS, key=f"praktijk-versies-{one.id}", on_change="rerun") as folded:
            if folded.open:
                _show_versions(one, reader=reader)
    if actor is None or not may_change:
        return
    with st.container(horizontal=True, gap="small", key=f"{subject}-knoppen"):
        st.button(
            words.EDIT,
            key=f"{subject}-wijzigen",
            type="tertiary",
            on_click=this_session.open_version,
            args=(subject,),
            kwargs={"version": one.version},
        )
        with st.popover(words.WITHDRAW, type="tertiary", key=f"{subject}-intrekken"):
            st.text(words.WITHDRAW_EXPLAINED)
            st.button(words.WITHDRAW_CERTAIN, key=f"{subject}-zeker", on_click=storing.withdraw, args=(one, actor))


def _show_versions(one: PracticeFacts, *, reader: Reader) -> None:
    for version in data.versions(reader, story_id=one.id)[1:]:
        on = day(version.changed_at)
        st.caption(plain(words.VERSION_LINE.format(version=version.version, day=on, title=version.title)))
        st.text(version.text)


def offer_telling(found: Practice, *, reader: Reader, area: AreaFacts) -> None:
    """The form for a story of one's own, folded; open when one is being written, or for a figure one came from."""
    actor = reader.actor
    if actor is None:
        return
    show_who(actor)
    draft = found.drafts.get(data.NEW)
    if not access.may(actor, Action.CONTRIBUTE):
        show_kept(draft)
        return
    opened = not found.stories or draft is not None or bool(selection.typed(selection.ABOUT))
    with st.expander(words.WRITE, expanded=opened, key="praktijk-vertellen"), st.container(key="smal-praktijk"):
        write_new(reader, actor=actor, abouts=_abouts(reader, area=area), draft=draft)


def invite_to_tell(reader: Reader) -> None:
    """Below the stories, for who only reads so far: how to tell one."""
    if reader.actor is None:
        st.text(words.SIGN_IN_FIRST)
        ask_who()
