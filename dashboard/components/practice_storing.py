"""Storing a story from practice: what stands in a draft is shared, or it is said why not and every word stays."""

from collections.abc import Callable

import streamlit as st
from sqlalchemy.orm import Session

from dashboard import this_session
from dashboard.components.calm import telling_outages
from dashboard.components.story_sharing import Writing, names_somebody
from dashboard.components.writing import Shared
from dashboard.data.names import looks_like_names
from dashboard.texts import personal_data as personal_words
from dashboard.texts import practice as words
from data_models import database
from data_models.access import Actor
from data_models.commands import practice as commands
from data_models.commands.drafts import LONGEST, DraftConflictError
from data_models.commands.practice import LONGEST_TITLE, PracticeProposal
from data_models.personal_data import PersonalDataError
from data_models.queries.practice import PracticeFacts

PLACE = "praktijkverhalen"  # above the list, where is said what happened


def share(writing: Writing, shared: Shared, *, proposal: PracticeProposal) -> None:
    """Share what stands in the draft as a new story."""

    def command(session: Session) -> None:
        commands.share_practice_story(
            session,
            actor=writing.actor,
            proposal=proposal,
            subject=writing.subject,
            draft_version=shared.version,
        )

    _carry_out(command, writing=writing, shared=shared, title=proposal.title, good=words.SHARED)


def change(writing: Writing, shared: Shared, *, proposal: PracticeProposal, one: PracticeFacts, seen: int) -> None:
    """Put what stands in the draft in the place of a story of which the version `seen` was changed."""

    def command(session: Session) -> None:
        commands.edit_practice_story(
            session,
            actor=writing.actor,
            story_id=one.id,
            seen_version=seen,
            proposal=proposal,
            subject=writing.subject,
            draft_version=shared.version,
        )

    _carry_out(command, writing=writing, shared=shared, title=proposal.title, good=words.CHANGED)


def withdraw(one: PracticeFacts, actor: Actor) -> None:
    """Withdraw a story from the version that is on the screen."""
    removed: list[bool] = []

    def command(session: Session) -> None:
        gone = commands.withdraw_practice_story(session, actor=actor, story_id=one.id, seen_version=one.version)
        removed.append(gone)

    if _done(command, actor=actor, place=PLACE):
        this_session.tell(good=words.REMOVED_NOW if removed[0] else words.WITHDRAWN_NOW, place=PLACE)


def _carry_out(command: Callable[[Session], None], *, writing: Writing, shared: Shared, title: str, good: str) -> None:
    """Share it, unless it seems to name somebody of which the writer was not told yet; a refusal keeps every word."""
    asks = names_somebody(writing, anyway=shared.anyway) or _title_names(writing, title=title, anyway=shared.anyway)
    if not asks and _done(command, actor=writing.actor, place=writing.subject, subject=writing.subject):
        this_session.close(writing.subject)
        this_session.next_generation(writing.subject)
        this_session.tell(good=good, place=PLACE)
    else:
        this_session.refuse(writing.subject)
    st.rerun()


def _title_names(writing: Writing, *, title: str, anyway: bool) -> bool:
    """Whether the title seems to name somebody; asked once more, it is shared all the same."""
    names = looks_like_names(writing.reader, text=title)
    told = f"{writing.subject}#kop#{title}"
    if not names or anyway or this_session.refusals(told):
        return False
    this_session.refuse(told)
    this_session.tell(problems=[personal_words.names_in_story(names)], place=writing.subject)
    return True


def _done(command: Callable[[Session], None], *, actor: Actor, place: str, subject: str = "") -> bool:
    """Whether it was written; else it is said at this place why not."""
    problem = ""
    written = False
    with telling_outages(place):
        try:
            with database.writing(actor=actor) as session:
                command(session)
            written = True
        except PersonalDataError as refused:
            problem = personal_words.FOUND.format(found=personal_words.found(refused.kinds))
        except commands.PracticeConflictError as conflict:
            if subject:
                this_session.open_version(subject, version=conflict.version)
            problem = words.CONFLICT
        except DraftConflictError:
            problem = words.DRAFT_MOVED_ON
        except commands.PracticeRefusedError as refused:
            problem = words.FAULTS[refused.fault].format(most=LONGEST_TITLE, longest=LONGEST)
    if problem:
        this_session.tell(problems=[problem], place=place)
    return written
