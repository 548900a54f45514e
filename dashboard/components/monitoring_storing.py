"""Storing what was agreed about the monitoring, and saying why not when that cannot be."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.orm import Session

from dashboard.components.chain_storing import stored_or_told
from dashboard.components.monitoring_form import fault
from data_models.access import Actor

Answer = TypeVar("Answer")


def stored(
    write: Callable[[Session], Answer], *, actor: Actor, place: str, conflict: str, subject: str = ""
) -> Answer | None:
    """What the command answers; None when nothing was stored, and then it is said at this place why not."""
    return stored_or_told(write, actor=actor, place=place, conflict=conflict, said=fault, subject=subject)
