"""The right side of Cijfer en verhaal: the four questions, what people answered, and the place to answer."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

import streamlit as st
from sqlalchemy.orm import Session

from dashboard import outages, this_session
from dashboard.components.calm import looking_on
from dashboard.components.contributions import place_of, show_contribution
from dashboard.components.happened import say_what_happened
from dashboard.components.identity import ask_who, show_who
from dashboard.components.writing import Shared, write_answer
from dashboard.data import story as data
from dashboard.data.names import looks_like_names
from dashboard.data.reader import Reader
from dashboard.data.story import Story
from dashboard.texts import personal_data as personal_words
from dashboard.texts import sign_in as sign_in_words
from dashboard.texts import story as words
from data_models import access, database
from data_models.access import Action, Actor, NotAllowedError
from data_models.commands import stories as commands
from data_models.commands.drafts import DraftConflictError
from data_models.commands.permission import SignedOutError
from data_models.facts import ContributionFacts, DraftFacts, PictureSubject
from data_models.outages import FAILURES
from data_models.personal_data import PersonalDataError, personal_data

CHOICES: dict[int, Literal["none", "recognition", "valuation"]] = {1: "recognition", 3: "valuation"}
LOOK_AGAIN = 3  # seconds: what others share must be seen within that time


def show_story(reader: Reader, *, picture: PictureSubject | None, fictional: bool) -> None:
    """The whole story of a figure; a figure without a period has none yet."""
    st.header(words.HEADING, anchor=False)
    if picture is None:
        st.info(words.NO_FIGURE)
        return
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
            _show_question(reader, story=story, picture=picture, question=number)
    _look_again(reader)


@st.fragment(run_every=LOOK_AGAIN)
def _look_again(reader: Reader) -> None:
    """Draw the screen anew when someone shared something; what is being typed is not touched by it."""
    with looking_on():
        if data.changed_since(reader):
            st.rerun()


def _show_question(reader: Reader, *, story: Story, picture: PictureSubject, question: int) -> None:
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
    say_what_happened(place_of(question))
    if reader.actor is None:
        return
    subject = data.new_answer(picture, question=question)
    if not access.may(reader.actor, Action.CONTRIBUTE):
        _show_kept(story.drafts.get(subject))
        return
    writing = _Writing(reader=reader, actor=reader.actor, subject=subject, question=question)
    shared = write_answer(
        actor=reader.actor,
        subject=subject,
        label=words.ANSWER,
        placeholder=words.PLACEHOLDERS[question],
        draft=story.drafts.get(subject),
        choice=CHOICES.get(question, "none"),
        generation=this_session.generation(subject),
        refusals=this_session.refusals(subject),
        warning=_warning(reader, draft=story.drafts.get(subject)),
        key=f"antwoord-{question}",
    )
    if shared is not None:
        _share(writing, shared, picture=picture)


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
        warning=_warning(reader, draft=draft),
        key=f"wijzig-{contribution.id}",
    )
    if shared is not None:
        writing = _Writing(reader=reader, actor=actor, subject=subject, question=contribution.question)
        _change(writing, shared, contribution, seen)


def _warning(reader: Reader, *, draft: DraftFacts | None) -> str:
    """What is said of names in a draft that somebody tried to share; empty when nothing is."""
    if draft is None or not this_session.refusals(_these_words(draft.subject, text=draft.text)):
        return ""
    return personal_words.names_in_story(looks_like_names(reader, text=draft.text))


@dataclass(frozen=True, slots=True)
class _Writing:
    """Who writes about what."""

    reader: Reader
    actor: Actor
    subject: str
    question: int


def _share(writing: _Writing, shared: Shared, *, picture: PictureSubject) -> None:
    def share(session: Session) -> None:
        commands.share_contribution(
            session,
            actor=writing.actor,
            picture=picture,
            question=writing.question,
            subject=writing.subject,
            draft_version=shared.version,
            recognition=shared.recognition,
            valuation=shared.valuation,
            visibility=shared.visibility,
            shows_name=shared.shows_name,
        )

    _carry_out(share, writing=writing, anyway=shared.anyway, good=words.SHARED)


def _change(writing: _Writing, shared: Shared, contribution: ContributionFacts, seen: int) -> None:
    def change(session: Session) -> None:
        commands.edit_contribution(
            session,
            actor=writing.actor,
            contribution_id=contribution.id,
            seen_version=seen,
            subject=writing.subject,
            draft_version=shared.version,
            recognition=shared.recognition,
            valuation=shared.valuation,
            visibility=shared.visibility,
            shows_name=shared.shows_name,
        )

    _carry_out(change, writing=writing, anyway=shared.anyway, good=words.CHANGED)


def _carry_out(command: Callable[[Session], None], *, writing: _Writing, anyway: bool, good: str) -> None:
    """Share what stands in the draft, unless it holds personal data; a refusal keeps every word."""
    if _names_somebody(writing, anyway=anyway):
        this_session.refuse(writing.subject)
        st.rerun()
    problem = _problem_with(command, writing=writing)
    if problem:
        this_session.refuse(writing.subject)
        this_session.tell(problems=[problem], place=place_of(writing.question))
    else:
        this_session.close(writing.subject)
        this_session.next_generation(writing.subject)
        this_session.tell(good=good, place=place_of(writing.question))
    st.rerun()


def _names_somebody(writing: _Writing, *, anyway: bool) -> bool:
    """Whether the draft seems to name somebody, of which its writer was not told yet; from now on they are."""
    text = data.own_draft(writing.actor, subject=writing.subject)
    if personal_data(text) or not looks_like_names(writing.reader, text=text):
        return False
    words_typed = _these_words(writing.subject, text=text)
    if anyway and this_session.refusals(words_typed):
        return False
    this_session.refuse(words_typed)
    return True


def _these_words(subject: str, *, text: str) -> str:
    """What is typed about the subject now: other words are refused anew."""
    return f"{subject}#{sha256(text.encode('utf-8', 'replace')).hexdigest()}"


def _problem_with(command: Callable[[Session], None], *, writing: _Writing) -> str:
    """Carry out the command, and say why that could not be; empty when it is done."""
    try:
        with database.writing(actor=writing.actor) as session:
            command(session)
    except PersonalDataError as refused:
        return personal_words.FOUND.format(found=personal_words.found(refused.kinds))
    except commands.ContributionConflictError as conflict:
        this_session.open_version(writing.subject, version=conflict.version)
        return words.CONFLICT
    except DraftConflictError:
        return words.DRAFT_MOVED_ON
    except commands.NothingToShareError:
        return words.NOTHING_TO_SHARE
    except commands.WithdrawnError:
        return words.WITHDRAWN_MEANWHILE
    except SignedOutError:
        return sign_in_words.SIGNED_OUT_REFUSED
    except NotAllowedError:
        return sign_in_words.ROLE_REFUSED
    except FAILURES as error:
        if sentence := outages.sentence(error):
            return sentence
        raise
    return ""
