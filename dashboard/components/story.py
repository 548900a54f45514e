"""The right side of Cijfer en verhaal: the four questions, what people answered, and the place to answer."""

from typing import Literal

import streamlit as st

from dashboard import this_session
from dashboard.components.calm import looking_on
from dashboard.components.contributions import place_of, show_contribution
from dashboard.components.happened import say_what_happened
from dashboard.components.identity import ask_who, show_who
from dashboard.components.story_sharing import Writing, change, share, warning_of_names
from dashboard.components.writing import Shared, write_answer
from dashboard.data import story as data
from dashboard.data.reader import Reader
from dashboard.data.story import Story
from dashboard.texts import story as words
from data_models import access
from data_models.access import Action, Actor
from data_models.facts import ContributionFacts, DraftFacts, PictureSubject

CHOICES: dict[int, Literal["none", "recognition", "valuation"]] = {1: "recognition", 3: "valuation"}
LOOK_AGAIN = 3  # seconds: what others share must be seen within that time


def show_story(reader: Reader, *, picture: PictureSubject | None, fictional: bool) -> None:
    """The whole story of a figure; a figure without a period has none yet."""
    st.header(words.HEADING, anchor=False)
    if picture is None:
        st.info(words.NO_FIGURE)
        return
    _draw_story(reader, picture=picture, fictional=fictional)
    _look_again(reader)


@st.fragment
def _draw_story(reader: Reader, *, picture: PictureSubject, fictional: bool) -> None:
    """Who writes and who was not heard, the four questions, and what comes of them; drawn anew without the chart."""
    if fictional:
        st.caption(words.EXAMPLE)
    if reader.actor is None:
        ask_who()
    else:
        show_who(reader.actor)
    story = data.story(reader, picture=picture)
    not_heard = words.NOT_HEARD.format(perspectives=", ".join(story.not_heard))
    st.caption(not_heard if story.not_heard else words.EVERYBODY_HEARD)
    for number, question in words.QUESTIONS.items():
        with st.container(border=True, key=place_of(number)):
            st.markdown(f"**{words.NUMBERED.format(number=number, question=question)}**")
            _show_answers(reader, story=story, question=number)
            say_what_happened(place_of(number))
            _offer_to_answer(reader, story=story, picture=picture, question=number)


@st.fragment(run_every=LOOK_AGAIN)
def _look_again(reader: Reader) -> None:
    """Draw the screen anew when someone shared something; what is being typed is not touched by it."""
    with looking_on():
        if data.changed_since(reader):
            st.rerun()


def _show_answers(reader: Reader, *, story: Story, question: int) -> None:
    """What people answered to a question, now and about earlier periods."""
    answers = [one for one in story.now if one.question == question]
    if not answers:
        st.caption(words.NOBODY_YET)
    for contribution in answers:
        edited = data.edited_answer(contribution.id)
        draft = story.drafts.get(edited)
        if this_session.is_open(edited) and contribution.editable and reader.actor:
            _edit(reader, actor=reader.actor, contribution=contribution, draft=draft)
            continue
        show_contribution(reader, contribution=contribution, question=question)
        if draft and not contribution.editable:
            st.text(words.DRAFT_LEFT.format(text=draft.text))
    earlier = [one for one in story.earlier if one.question == question]
    for period in sorted({one.period for one in earlier}, reverse=True):
        with st.expander(words.EARLIER.format(period=period)):
            for contribution in (one for one in earlier if one.period == period):
                show_contribution(reader, contribution=contribution, question=question, may_change=False)


def _offer_to_answer(reader: Reader, *, story: Story, picture: PictureSubject, question: int) -> None:
    """The field for one's own answer, for who may write."""
    if reader.actor is None:
        return
    subject = data.new_answer(picture, question=question)
    if not access.may(reader.actor, Action.CONTRIBUTE):
        _show_kept(story.drafts.get(subject))
        return
    writing = Writing(reader=reader, actor=reader.actor, subject=subject, question=question)
    shared = write_answer(
        actor=reader.actor,
        subject=subject,
        label=words.ANSWER,
        placeholder=words.PLACEHOLDERS[question],
        draft=story.drafts.get(subject),
        choice=CHOICES.get(question, "none"),
        generation=this_session.generation(subject),
        refusals=this_session.refusals(subject),
        warning=warning_of_names(reader, draft=story.drafts.get(subject)),
        key=f"antwoord-{question}",
    )
    if shared is not None:
        share(writing, shared, picture=picture)


def _show_kept(draft: DraftFacts | None) -> None:
    """Say that the role only reads, with what was written while it still counted."""
    st.caption(words.NOT_ALLOWED)
    if draft is not None:
        st.text(words.DRAFT_KEPT.format(text=draft.text))


def _edit(reader: Reader, *, actor: Actor, contribution: ContributionFacts, draft: DraftFacts | None) -> None:
    """Change a contribution; the version that was opened travels along until it is shared."""
    subject = data.edited_answer(contribution.id)
    opened = this_session.opened_version(subject, current=contribution.version)
    seen = max(opened, draft.base_version) if draft else opened  # the field saves which version its writer chose from
    st.button(words.STOP_EDITING, key=f"stop-{contribution.id}", on_click=this_session.close, args=(subject,))
    if seen != contribution.version:
        st.warning(words.CONFLICT)
        st.text(words.CONFLICT_NOW.format(text=contribution.text))
    shared = write_answer(
        actor=actor,
        subject=subject,
        label=words.ANSWER,
        placeholder=words.PLACEHOLDERS[contribution.question],
        draft=draft,
        initial=contribution.text,
        base_version=contribution.version,
        choice=CHOICES.get(contribution.question, "none"),
        chosen=Shared(
            version=0,
            recognition=contribution.recognition,
            valuation=contribution.valuation,
            visibility=contribution.visibility,
            shows_name=bool(contribution.name),
        ),
        generation=this_session.generation(subject),
        refusals=this_session.refusals(subject),
        warning=warning_of_names(reader, draft=draft),
        key=f"wijzig-{contribution.id}",
    )
    if shared is not None:
        writing = Writing(reader=reader, actor=actor, subject=subject, question=contribution.question)
        change(writing, shared, contribution=contribution, seen=seen)
