"""The title of a beeld, with which it stands in the list of the region."""

from functools import partial

import streamlit as st

from dashboard import this_session
from dashboard.components.calm import telling_outages
from dashboard.components.happened import say_what_happened
from dashboard.components.keeping import keep_typed
from dashboard.components.name_warning import save_button, warn_of_names
from dashboard.data import pictures as data
from dashboard.data.reader import Reader
from dashboard.formatting import plain
from dashboard.texts import personal_data as personal_words
from dashboard.texts import picture as words
from data_models import access, database
from data_models.access import Action, Actor
from data_models.commands import pictures as commands
from data_models.commands.pictures import PictureConflictError, TitleTooLongError
from data_models.facts import PictureSubject
from data_models.personal_data import PersonalDataError

_PLACE = "beeld-titel"


def offer_title(reader: Reader, *, picture: PictureSubject) -> None:
    """A field for the title, for who writes for all."""
    actor = reader.actor
    if actor is None or not access.may(actor, Action.COMPOSE_JOINT):
        return
    subject = f"{_PLACE}-{picture.signature}"
    own, shown = data.title_of(reader, picture=picture)
    say_what_happened(_PLACE)
    with st.expander(words.NAME_IT, key=_PLACE):
        keep_typed(subject, actor=actor)
        typed = st.text_input(
            words.NAME_IT,
            shown,
            max_chars=commands.LONGEST_TITLE,
            placeholder=words.NAME_PLACEHOLDER,
            help=words.NAME_HELP,
            key=f"{subject}-{this_session.generation(subject)}",
        )
        warn_of_names(typed, reader=reader)
        if save_button(words.NAME, texts=(typed,), reader=reader, key="beeld-titel-bewaren", kind="secondary"):
            if _name(typed, actor=actor, picture=picture, seen=own):
                this_session.next_generation(subject)
            st.rerun()


def _name(typed: str, *, actor: Actor, picture: PictureSubject, seen: str) -> bool:
    good = words.NAMED if typed.strip() else words.UNNAMED
    undo = partial(_name_back, " ".join(typed.split()), seen, actor=actor, picture=picture)
    return _written(typed, actor=actor, picture=picture, seen=seen, good=good) and _tell(good, undo=undo)


def _name_back(now: str, before: str, *, actor: Actor, picture: PictureSubject) -> None:
    _written(before, actor=actor, picture=picture, seen=now, good=words.NAMED_BACK)


def _tell(good: str, *, undo: partial[None]) -> bool:
    this_session.tell(good=good, place=_PLACE, undo=undo)
    return True


def _written(title: str, *, actor: Actor, picture: PictureSubject, seen: str, good: str) -> bool:
    """Whether the title was given; else it is said why not, and what was typed stays."""
    problem = ""
    with telling_outages(_PLACE):
        try:
            with database.writing(actor=actor) as session:
                commands.name_picture(session, actor=actor, picture=picture, title=title, seen_title=seen)
        except PictureConflictError as conflict:
            now = plain(conflict.title)
            problem = words.CONFLICT.format(title=now) if now else words.CONFLICT_NONE
        except TitleTooLongError:
            problem = words.TOO_LONG.format(most=commands.LONGEST_TITLE)
        except PersonalDataError as refused:
            problem = personal_words.FOUND.format(found=personal_words.found(refused.kinds))
        else:
            this_session.tell(good=good, place=_PLACE)
            return True
    if problem:
        this_session.tell(problems=[problem], place=_PLACE)
    return False
