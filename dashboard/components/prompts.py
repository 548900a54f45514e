"""Prompts under a question: what helps to answer it, and for who may the way to write those of the region."""

import streamlit as st

from dashboard import this_session
from dashboard.components.calm import telling_outages
from dashboard.components.happened import say_what_happened
from dashboard.components.keeping import keep_typed
from dashboard.components.name_warning import save_button, warn_of_names
from dashboard.components.news import draw_again
from dashboard.data import prompts as data
from dashboard.data.reader import Reader
from dashboard.formatting import plain
from dashboard.texts import personal_data as personal_words
from dashboard.texts import prompts as words
from data_models import access, database
from data_models.access import Action, Actor
from data_models.commands import prompts as commands
from data_models.personal_data import PersonalDataError
from data_models.queries.prompts import PromptsFacts


def show_prompts_to_invited(known: PromptsFacts | None, *, question: int) -> None:
    """The prompts as the region that invites wrote them, folded."""
    with st.expander(words.TITLE, key=f"hulpvragen-{question}"):
        _show_lines(known or PromptsFacts((), 0), question=question)


def show_prompts(reader: Reader, *, question: int) -> None:
    """The prompts, folded; open while they are being changed."""
    known = data.prompts(reader, question=question)
    subject = f"hulpvragen-{question}"
    editing = this_session.is_open(subject)
    say_what_happened(subject)
    key = f"{subject}-{'open' if editing else 'dicht'}"
    folded = st.expander(words.TITLE, expanded=editing, key=key, on_change="rerun")
    if not folded.open:
        return
    with folded:
        _show_lines(known, question=question)
        if known.lines:
            st.caption(words.OF_REGION)
        if reader.actor is not None and access.may(reader.actor, Action.EDIT_PROMPTS):
            if editing:
                _edit(known, reader=reader, actor=reader.actor, question=question)
            else:
                st.button(
                    words.EDIT,
                    key=f"{subject}-wijzigen",
                    type="tertiary",
                    on_click=this_session.open_version,
                    args=(subject,),
                    kwargs={"version": known.version},
                )


def _show_lines(known: PromptsFacts, *, question: int) -> None:
    st.markdown("\n".join(f"- {plain(line)}" for line in known.lines or words.PROMPTS[question]))


def _edit(known: PromptsFacts, *, reader: Reader, actor: Actor, question: int) -> None:
    subject = f"hulpvragen-{question}"
    with st.container(key=f"{subject}-formulier"):
        keep_typed(subject, actor=actor)
        standing = "\n".join(known.lines or words.PROMPTS[question])
        typed = st.text_area(words.FIELD, standing, max_chars=commands.LONGEST, key=f"{subject}-tekst")
        warn_of_names(typed, reader=reader)
        with st.container(horizontal=True):
            if save_button(words.SAVE, texts=(typed,), reader=reader, key=f"{subject}-bewaren"):
                _save(typed, known=known, actor=actor, question=question)
                draw_again()
            if known.lines and st.button(words.BACK, key=f"{subject}-standaard"):
                _save("", known=known, actor=actor, question=question)
                draw_again()
            st.button(words.STOP, key=f"{subject}-sluiten", on_click=this_session.close, args=(subject,))


def _save(typed: str, *, known: PromptsFacts, actor: Actor, question: int) -> None:
    """Save them over the version that was opened, or say why not; what was typed stays."""
    subject = f"hulpvragen-{question}"
    seen = this_session.opened_version(subject, current=known.version)
    with telling_outages(subject):
        try:
            with database.writing(actor=actor) as session:
                commands.change_prompts(session, actor=actor, question=question, seen_version=seen, text=typed)
        except commands.PromptsConflictError as conflict:
            this_session.open_version(subject, version=conflict.version)
            stands = " / ".join(conflict.text.splitlines() or words.PROMPTS[question])
            this_session.tell(problems=[words.CONFLICT.format(text=plain(stands))], place=subject)
        except commands.PromptsRefusedError as refused:
            said = words.FAULTS[refused.fault].format(most=commands.LONGEST, most_lines=commands.MOST)
            this_session.tell(problems=[said], place=subject)
        except PersonalDataError as refused:
            found = personal_words.found(refused.kinds)
            this_session.tell(problems=[personal_words.FOUND.format(found=found)], place=subject)
        else:
            this_session.close(subject)
            this_session.tell(good=words.SAVED if typed.strip() else words.SAVED_STANDARD, place=subject)
