"""Sharing what was written: what stands in a draft becomes an answer, or it is said why not and every word stays."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy.orm import Session

from dashboard import outages, this_session
from dashboard.components.contributions import place_of
from dashboard.components.news import draw_again
from dashboard.components.writing import Shared
from dashboard.components.writing_down import FORM
from dashboard.data import story as data
from dashboard.data.names import looks_like_names
from dashboard.data.reader import Reader
from dashboard.data.story import Speaker
from dashboard.texts import personal_data as personal_words
from dashboard.texts import sign_in as sign_in_words
from dashboard.texts import story as words
from data_models import database
from data_models.access import Actor, NotAllowedError
from data_models.commands import stories as commands
from data_models.commands.drafts import DraftConflictError
from data_models.commands.permission import SignedOutError
from data_models.facts import ContributionFacts, DraftFacts, PictureSubject
from data_models.outages import FAILURES
from data_models.personal_data import PersonalDataError, personal_data


@dataclass(frozen=True, slots=True)
class Writing:
    """Who writes about what."""

    reader: Reader
    actor: Actor
    subject: str
    question: int
    speaker: Speaker | None = None  # whose words they are; None: one's own


def warning_of_names(reader: Reader, *, draft: DraftFacts | None) -> str:
    """What is said of names in a draft that somebody tried to share; empty when nothing is."""
    if draft is None or not this_session.refusals(_these_words(draft.subject, text=draft.text)):
        return ""
    return personal_words.names_in_story(looks_like_names(reader, text=draft.text))


def share(writing: Writing, shared: Shared, *, picture: PictureSubject) -> None:
    """Share what stands in the draft as a new answer."""

    def command(session: Session) -> None:
        if writing.speaker is not None:
            commands.write_down_contribution(
                session,
                actor=writing.actor,
                picture=picture,
                question=writing.question,
                subject=writing.subject,
                draft_version=shared.version,
                organisation=writing.speaker.organisation,
                perspective=writing.speaker.perspective,
                recognition=shared.recognition,
                valuation=shared.valuation,
                visibility=shared.visibility,
            )
            return
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

    _carry_out(command, writing=writing, anyway=shared.anyway, good=words.SHARED[shared.visibility])


def change(writing: Writing, shared: Shared, *, contribution: ContributionFacts, seen: int) -> None:
    """Put what stands in the draft in the place of an answer of which the version `seen` was changed."""

    def command(session: Session) -> None:
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

    _carry_out(command, writing=writing, anyway=shared.anyway, good=words.CHANGED)


def _carry_out(command: Callable[[Session], None], *, writing: Writing, anyway: bool, good: str) -> None:
    """Share what stands in the draft, unless it holds personal data; a refusal keeps every word."""
    if names_somebody(writing, anyway=anyway):
        this_session.refuse(writing.subject)
        draw_again()
    problem = _problem_with(command, writing=writing)
    if problem:
        this_session.refuse(writing.subject)
        this_session.tell(problems=[problem], place=place_of(writing.question))
    else:
        this_session.close(writing.subject)
        this_session.next_generation(writing.subject)
        if writing.speaker is not None:
            this_session.end_typing(FORM)
        this_session.tell(good=good, place=place_of(writing.question))
    draw_again()


def names_somebody(writing: Writing, *, anyway: bool) -> bool:
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


def _problem_with(command: Callable[[Session], None], *, writing: Writing) -> str:
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
