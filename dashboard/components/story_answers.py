"""What people answered to a question: the newest, as many earlier ones as somebody asks for, and of earlier periods."""

import streamlit as st

from dashboard import this_session
from dashboard.components.agreement_making import show_made_of
from dashboard.components.contributions import show_contribution
from dashboard.components.story_sharing import Writing, change, warning_of_names
from dashboard.components.writing import CHOICES, Shared, write_answer
from dashboard.data import story as data
from dashboard.data.reader import Reader
from dashboard.data.story import Answers, Story
from dashboard.formatting import plain
from dashboard.texts import story as words
from dashboard.texts import writing_down as writing_down_words
from data_models.access import Actor
from data_models.facts import ContributionFacts, DraftFacts, PictureSubject

_MORE = "meer-antwoorden-"


def more_of(picture: PictureSubject) -> dict[int, int]:
    """How many answers of each question this session wants to see besides the newest."""
    asked = {question: this_session.kept(_name(picture, question=question)) for question in data.QUESTIONS}
    return {question: count for question, count in asked.items() if isinstance(count, int)}


def show_answers(reader: Reader, *, story: Story, picture: PictureSubject, question: int) -> None:
    """The answers to a question about this picture, the newest last, and those about earlier periods."""
    answers = story.answers[question]
    _show_count(answers, picture=picture, question=question)
    for contribution in answers.shown:
        edited = data.edited_answer(contribution.id)
        draft = story.drafts.get(edited)
        if this_session.is_open(edited) and contribution.editable and reader.actor:
            _edit(reader, actor=reader.actor, contribution=contribution, draft=draft)
            continue
        show_contribution(reader, contribution=contribution, together=story.together)
        show_made_of(reader, contribution=contribution, agreements=story.agreements)
        if draft and not contribution.editable:
            st.text(words.DRAFT_LEFT.format(text=draft.text))
    for earlier in answers.earlier:
        name = words.EARLIER.format(period=earlier.period, count=earlier.count)
        folded = st.expander(name, key=f"eerder-{question}-{earlier.signature}", on_change="rerun")
        if not folded.open:
            continue
        with folded:
            found = data.earlier_answers(reader, picture=picture, question=question, earlier=earlier)
            if len(found) < earlier.count:
                st.caption(words.EARLIER_MOST.format(shown=len(found), count=earlier.count))
            for contribution in found:
                show_contribution(reader, contribution=contribution, may_change=False)


def _name(picture: PictureSubject, *, question: int) -> str:
    return f"{_MORE}{picture.signature}#{question}"


def _show_count(answers: Answers, *, picture: PictureSubject, question: int) -> None:
    """How many answers there are, of how many organisations, and the way to those that are not shown."""
    if not answers.shown:
        st.caption(words.NOBODY_YET)
        return
    name = _name(picture, question=question)
    asked = more_of(picture).get(question, 0)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"hoeveel-{question}"):
        if answers.count == 1:
            st.caption(words.ONE_ANSWER)
        elif answers.count:
            template = words.ANSWERS if answers.organisations > 1 else words.ANSWERS_OF_ONE
            st.caption(template.format(count=answers.count, organisations=answers.organisations))
        if answers.hidden:
            st.button(
                words.SHOW_MORE.format(hidden=answers.hidden),
                key=f"meer-{question}",
                type="tertiary",
                on_click=this_session.keep,
                args=(name,),
                kwargs={"value": asked + data.MORE},
            )
        if asked:
            st.button(
                words.SHOW_LESS,
                key=f"minder-{question}",
                type="tertiary",
                on_click=this_session.keep,
                args=(name,),
                kwargs={"value": None},
            )


def _edit(reader: Reader, *, actor: Actor, contribution: ContributionFacts, draft: DraftFacts | None) -> None:
    """Change a contribution; the version that was opened travels along until it is shared."""
    subject = data.edited_answer(contribution.id)
    opened = this_session.opened_version(subject, current=contribution.version)
    seen = max(opened, draft.base_version) if draft else opened  # the field saves which version its writer chose from
    if contribution.organisation != actor.organisation:
        st.caption(
            plain(words.AUTHOR.format(organisation=contribution.organisation, perspective=contribution.perspective))
        )
    st.button(words.STOP_EDITING, key=f"stop-{contribution.id}", on_click=this_session.close, args=(subject,))
    if seen != contribution.version:
        st.warning(words.CONFLICT)
        st.text(words.CONFLICT_NOW.format(text=contribution.text))
    is_for_others = contribution.written_down_by and contribution.organisation != actor.organisation
    shared = write_answer(
        actor=actor,
        subject=subject,
        label=words.ANSWER,
        placeholder=words.PLACEHOLDERS[contribution.question],
        draft=draft,
        initial=contribution.text,
        base_version=contribution.version,
        choice=CHOICES.get(contribution.question, "none"),
        speaks_for=writing_down_words.VISIBILITIES if is_for_others else None,
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
