"""Storing what hangs together from issue to agreement, or saying at its place why that could not be."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.orm import Session

from dashboard import this_session
from dashboard.components.calm import telling_outages
from dashboard.components.happened import tell_refused
from dashboard.texts import personal_data as personal_words
from data_models import database
from data_models.access import Actor, NotAllowedError
from data_models.commands.chain import ChainConflictError, ChainRefusedError
from data_models.personal_data import PersonalDataError

Answer = TypeVar("Answer")


def stored_or_told(
    write: Callable[[Session], Answer],
    *,
    actor: Actor,
    place: str,
    conflict: str,
    said: Callable[[str], str],
    subject: str = "",
    typed: tuple[str, ...] = (),
) -> Answer | None:
    """What the command answers; None when nothing was stored, and then it is said at this place why not.

    `conflict` says that somebody else was first, `said` what a fault is in words. `subject` is what is being changed:
    after a conflict it goes on from the version that stands now.
    """
    with telling_outages(place):
        try:
            with database.writing(actor=actor) as session:
                return write(session)
        except ChainConflictError as found:
            if subject:
                this_session.open_version(subject, version=found.current_version)
            this_session.tell(problems=[conflict], place=place)
        except ChainRefusedError as refused:
            this_session.tell(problems=[said(refused.fault)], place=place)
        except PersonalDataError as refused:
            kinds = personal_words.found(refused.kinds)
            this_session.tell(problems=[personal_words.FOUND.format(found=kinds)], place=place)
        except NotAllowedError as refused:
            tell_refused(refused, typed=typed)
    return None
