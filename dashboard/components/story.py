"""The right side of Cijfer en verhaal: the four questions, what people answered, and the place to answer.

The story is drawn anew by itself: chart and choices stay as they are when somebody shares something.
"""

import streamlit as st

from dashboard import this_session, turns
from dashboard.components.agreement_making import show_agreements
from dashboard.components.calm import drawing_a_part
from dashboard.components.contributions import place_of
from dashboard.components.happened import EVERYWHERE, say_what_happened
from dashboard.components.identity import ask_who, show_who
from dashboard.components.invitations import offer_invitation
from dashboard.components.joint import show_joint, show_not_again
from dashboard.components.last_time import show_last_time
from dashboard.components.news import watch_for_news
from dashboard.components.prompts import show_prompts
from dashboard.components.story_answers import more_of, show_answers
from dashboard.components.story_sharing import Writing, share, warning_of_names
from dashboard.components.story_taking import offer_story_to_take
from dashboard.components.story_ways import STORY, offer_questions, question_place
from dashboard.components.voices import show_voices
from dashboard.components.waiting import show_waiting
from dashboard.components.writing import CHOICES, write_answer
from dashboard.components.writing_down import NOBODY, choose_speaker
from dashboard.data import news
from dashboard.data import story as data
from dashboard.data.reader import Reader, read_now
from dashboard.data.story import Speaker, Story
from dashboard.texts import story as words
from dashboard.texts import writing_down as writing_down_words
from data_models import access
from data_models.access import Action
from data_models.facts import DraftFacts, PictureSubject
from data_models.tables.stories import EDITED_CONTRIBUTION

_WHOLE = "verhaal-met-het-scherm"


def show_story(reader: Reader, *, picture: PictureSubject | None, fictional: bool) -> None:
    """The whole story of a figure; a figure without a period has none yet."""
    st.header(words.HEADING, anchor=STORY)
    if picture is None:
        st.info(words.NO_FIGURE)
        return
    this_session.keep(_WHOLE, value=True)
    _draw_story(reader, picture=picture, fictional=fictional)


@st.fragment
def _draw_story(reader: Reader, *, picture: PictureSubject, fictional: bool) -> None:
    """Draw the story with the screen, and by itself when somebody changes it."""
    by_itself = not this_session.taken(_WHOLE)
    for_news = by_itself and this_session.begin_to_say()
    if by_itself and this_session.has_told(EVERYWHERE):
        st.rerun()  # it is said above the screen
    with drawing_a_part(by_itself=by_itself), turns.in_turn(waits=for_news):
        now = read_now().seen_by(reader.actor) if by_itself else reader
        if by_itself and not data.goes_on(reader, now=now):
            st.rerun()  # something else on the screen changed too
        opened = this_session.opened(EDITED_CONTRIBUTION)
        story = data.story(now, picture=picture, more=more_of(picture), opened=opened)
        lost = _close_what_was_withdrawn(story)
        _show_parts(now, story=story, picture=picture, fictional=fictional)
    watch_for_news(news.seen(now, topics=("norms", "stories", "agreements")), key="nieuws", once_more=lost)


def _close_what_was_withdrawn(story: Story) -> bool:
    """Whether somebody withdrew what the reader was just changing: its last words are saved while it is drawn."""
    open_still = [
        data.edited_answer(one.id)
        for answers in story.answers.values()
        for one in answers.shown
        if not one.editable and this_session.is_open(data.edited_answer(one.id))
    ]
    for subject in open_still:
        this_session.close(subject)
    return bool(open_still)


def _show_parts(reader: Reader, *, story: Story, picture: PictureSubject, fictional: bool) -> None:
    """Who writes and who was not heard, the four questions, and what comes of them."""
    reads = reader.hears(fictional=fictional)
    with st.container(key="verhaal-kop", gap="xsmall"):
        if fictional:
            st.caption(words.EXAMPLE)
        if reader.actor is None:
            ask_who()
        else:
            show_who(reader.actor)
        not_heard = words.NOT_HEARD.format(perspectives=", ".join(story.not_heard))
        st.caption((not_heard if story.not_heard else words.EVERYBODY_HEARD) if reads else words.FOR_WHO_TAKES_PART)
        offer_invitation(reader, picture=picture)
        show_waiting(reader, picture=picture)
        show_not_again(story.together, spoken=any(one.count for one in story.answers.values()))
        speaker = choose_speaker(reader, story=story, signature=picture.signature)
    if reads:
        offer_questions(story)
    for number, question in words.QUESTIONS.items():
        with st.container(border=True, key=place_of(number)):
            name = words.NUMBERED.format(number=number, question=question)
            st.subheader(name, anchor=question_place(number))
            show_prompts(reader, question=number)
            show_last_time(reader, together=story.together, question=number)
            show_voices(story.answers[number].voices, question=number)
            with st.container(key=f"antwoorden-{number}"):
                if reads:
                    show_answers(reader, story=story, picture=picture, question=number)
            with st.container(key=f"antwoorden-op-{number}"):
                say_what_happened(place_of(number))
                _offer_to_answer(reader, story=story, picture=picture, question=number, speaker=speaker)
            show_joint(reader, together=story.together, question=number)
    if reads:
        show_agreements(story.agreements)
    offer_story_to_take(reader, picture=picture)


def _offer_to_answer(
    reader: Reader, *, story: Story, picture: PictureSubject, question: int, speaker: Speaker | None
) -> None:
    """The field for one's own answer, or for that of who speaks at the table; for who may write."""
    if reader.actor is None or speaker == NOBODY:
        return
    subject = data.new_answer(picture, question=question, speaker=speaker)
    if not access.may(reader.actor, Action.CONTRIBUTE):
        _show_kept(story.drafts.get(subject))
        return
    writing = Writing(reader=reader, actor=reader.actor, subject=subject, question=question, speaker=speaker)
    of_speaker = {"organisation": speaker.organisation, "perspective": speaker.perspective} if speaker else {}
    shared = write_answer(
        actor=reader.actor,
        subject=subject,
        label=writing_down_words.ANSWER_OF.format(**of_speaker) if speaker else words.ANSWER,
        placeholder=writing_down_words.PLACEHOLDER if speaker else words.PLACEHOLDERS[question],
        draft=story.drafts.get(subject),
        choice=CHOICES.get(question, "none"),
        speaks_for=writing_down_words.VISIBILITIES if speaker else None,
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
