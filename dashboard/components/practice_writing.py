"""The form of a story from practice: what is typed is kept while one types, and shared when one says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from dashboard import selection, this_session
from dashboard.components import practice_storing as storing
from dashboard.components.happened import say_what_happened
from dashboard.components.keeping import keep_typed
from dashboard.components.name_warning import warn_of_names
from dashboard.components.story_sharing import Writing, warning_of_names
from dashboard.components.writing import NOTHING_CHOSEN, Shared, write_answer
from dashboard.data import practice as data
from dashboard.data.reader import Reader
from dashboard.texts import choosing as choosing_words
from dashboard.texts import practice as words
from data_models.access import Actor
from data_models.commands.practice import LONGEST_TITLE, PracticeProposal
from data_models.facts import AreaFacts, DraftFacts, IndicatorFacts
from data_models.queries.practice import PracticeFacts


@dataclass(frozen=True, slots=True)
class Abouts:
    """What a story can be about: the area of the screen, the indicators that there are, and the themes by code."""

    area: AreaFacts
    indicators: Sequence[IndicatorFacts]
    themes: Mapping[str, str]


def write_new(reader: Reader, *, actor: Actor, abouts: Abouts, draft: DraftFacts | None) -> None:
    """The form of a new story; a link from a figure has chosen that figure."""
    subject = data.NEW
    generation = this_session.generation(subject)
    asked = selection.optional(selection.ABOUT, options=[one.code for one in abouts.indicators], default="")
    start = PracticeProposal(kind="", title="", indicator=asked, area=abouts.area.code)
    proposal = _choose(start, abouts=abouts, reader=reader, subject=subject, key=f"{subject}-{generation}", others={})
    shared = _write(reader, actor=actor, subject=subject, draft=draft, key="praktijk-tekst")
    say_what_happened(subject)
    if shared is not None:
        writing = Writing(reader=reader, actor=actor, subject=subject, question=0)
        storing.share(writing, shared, proposal=_with_choices(proposal, shared))


def write_change(one: PracticeFacts, *, reader: Reader, actor: Actor, abouts: Abouts, draft: DraftFacts | None) -> None:
    """The form that changes a story; the version that was opened travels along until it is shared."""
    subject = data.edited(one.id)
    opened = this_session.opened_version(subject, current=one.version)
    seen = max(opened, draft.base_version) if draft else opened
    start = PracticeProposal(kind=one.kind, title=one.title, theme=one.theme, indicator=one.indicator, area=one.area)
    others = {one.area: one.area_name} if one.area else {}
    proposal = _choose(start, abouts=abouts, reader=reader, subject=subject, key=subject, others=others)
    if seen != one.version:
        st.warning(words.CONFLICT)
        st.text(words.CONFLICT_NOW.format(text=one.text))
    shared = _write(reader, actor=actor, subject=subject, draft=draft, key=f"praktijk-tekst-{one.id}", one=one)
    say_what_happened(subject)
    st.button(words.STOP_EDITING, key=f"{subject}-sluiten", on_click=this_session.close, args=(subject,))
    if shared is not None:
        writing = Writing(reader=reader, actor=actor, subject=subject, question=0)
        storing.change(writing, shared, proposal=_with_choices(proposal, shared), one=one, seen=seen)


def _with_choices(proposal: PracticeProposal, shared: Shared) -> PracticeProposal:
    return replace(proposal, visibility=shared.visibility, shows_name=shared.shows_name)


def _choose(
    start: PracticeProposal, *, abouts: Abouts, reader: Reader, subject: str, key: str, others: Mapping[str, str]
) -> PracticeProposal:
    """What stands around the words: kind, figure or theme, place, title."""
    kinds = list(words.KIND_CHOICES)
    kind = st.radio(
        words.WHAT,
        kinds,
        index=kinds.index(start.kind) if start.kind else None,
        format_func=words.KIND_CHOICES.__getitem__,
        horizontal=True,
        key=f"{key}-soort",
    )
    figures = {"": words.NO_FIGURE, **{one.code: one.short_name for one in abouts.indicators}}
    places = {**others, abouts.area.code: abouts.area.name, "": words.WHOLE_REGION}
    with st.container(key=f"{key}-waarbij", horizontal=True, vertical_alignment="bottom", gap="small"):
        indicator = st.selectbox(
            words.ABOUT_FIGURE,
            list(figures),
            index=list(figures).index(start.indicator) if start.indicator in figures else 0,
            format_func=figures.__getitem__,
            filter_mode="contains",
            key=f"{key}-cijfer",
        )
        theme = _choose_theme(start.theme, abouts=abouts, key=key) if not indicator else ""
        area = st.selectbox(
            words.ABOUT_AREA,
            list(places),
            index=list(places).index(start.area) if start.area in places else 0,
            format_func=places.__getitem__,
            key=f"{key}-gebied",
        )
    with st.container(key=f"{key}-kop-vak"):
        keep_typed(subject, actor=reader.actor)
        title = st.text_input(
            words.HEADLINE,
            start.title,
            max_chars=LONGEST_TITLE,
            placeholder=words.HEADLINE_PLACEHOLDER,
            key=f"{key}-kop",
        )
        warn_of_names(title, reader=reader)
    return PracticeProposal(kind or "", title, theme=theme, indicator=indicator or "", area=area or "")


def _choose_theme(start: str, *, abouts: Abouts, key: str) -> str:
    themes = list(abouts.themes)
    chosen = st.selectbox(
        words.ABOUT_THEME,
        themes,
        index=themes.index(start) if start in themes else None,
        format_func=abouts.themes.__getitem__,
        placeholder=choosing_words.SEARCH,
        key=f"{key}-thema",
    )
    return chosen or ""


def _write(
    reader: Reader,
    *,
    actor: Actor,
    subject: str,
    draft: DraftFacts | None,
    key: str,
    one: PracticeFacts | None = None,
) -> Shared | None:
    """The field for the words; it starts with the draft, else with what stands."""
    chosen = replace(NOTHING_CHOSEN, visibility=one.visibility, shows_name=bool(one.name)) if one else NOTHING_CHOSEN
    return write_answer(
        actor=actor,
        subject=subject,
        label=words.STORY,
        placeholder=words.PLACEHOLDER,
        draft=draft,
        initial=one.text if one else "",
        base_version=one.version if one else 0,
        chosen=chosen,
        generation=this_session.generation(subject),
        refusals=this_session.refusals(subject),
        warning=warning_of_names(reader, draft=draft),
        key=key,
    )


def show_kept(draft: DraftFacts | None) -> None:
    """Say that the role only reads, with what was written while it still counted."""
    st.info(words.MAY_NOT)
    if draft is not None:
        st.text(words.DRAFT_KEPT.format(text=draft.text))
