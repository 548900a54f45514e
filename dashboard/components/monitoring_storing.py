"""Storing what was agreed about the monitoring, and saying why not when that cannot be."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.orm import Session

from dashboard import this_session
from dashboard.components.calm import telling_outages
from dashboard.components.monitoring_form import fault
from dashboard.texts import personal_data as personal_words
from data_models import database
from data_models.access import Actor
from data_models.commands.chain import ChainConflictError, ChainRefusedError
from data_models.personal_data import PersonalDataError

Answer = TypeVar("Answer")


def stored(
    write: Callable[[Session], Answer], *, actor: Actor, place: str, conflict: str, subject: str = ""
) -> Answer | None:
    """What the command answers; None when nothing was stored, and then it is said at this place why not."""
    with telling_outages(place):
        try:
            with database.writing(actor=actor) as session:
                return write(session)
        except ChainConflictError as other:
            if subject:
                this_session.open_version(subject, version=other.current_version)
            this_session.tell(problems=[conflict], place=place)
        except ChainRefusedError as refused:
            this_session.tell(problems=[fault(refused.fault)], place=place)
        except PersonalDataError as refused:
            found = personal_words.found(refused.kinds)
            this_session.tell(problems=[personal_words.FOUND.format(found=found)], place=place)
    return None
