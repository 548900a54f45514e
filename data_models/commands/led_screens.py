"""Letting others look along with one's screen: begin, go on, stop."""

import re
import secrets
from datetime import timedelta
from urllib.parse import parse_qsl

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import audit
from data_models.commands.permission import permit
from data_models.queries.led_screens import is_live
from data_models.tables import LedScreen
from data_models.tables.declaration import now

LETTERS = "BCDFGHJKMNPQRSTVWXYZ23456789"  # none that looks like another, and no vowels: a code is never a word
CODE_LENGTH = 6  # 28^6 is 480 million: too many to guess at the pace that a server lets anybody try
LASTS = timedelta(hours=4)  # longer than a meeting
LONGEST = 1_500  # characters of the choices of an address
_PAGE = re.compile(r"[a-z-]{0,40}")
_NAME = re.compile(r"[a-z-]{1,40}")


class AddressRefusedError(ValueError):
    """This is no address of ours."""


class NotLeadingError(Exception):
    """Nobody looks along with this code any more: it was stopped, or its time is over."""


def lead_screen(session: Session, *, actor: Actor, page: str, choices: str) -> str:
    """Let whoever has the code look along from this page with these choices, and answer the code.

    Who led another screen in this region leads that one no more: its row is gone, and its code stands for nothing.
    """
    permit(session, actor=actor, action=Action.LEAD_SCREENS)
    _refuse_foreign(page=page, choices=choices)
    own = LedScreen.person_id == actor.person_id, LedScreen.region_id == actor.region_id
    session.execute(delete(LedScreen).where(*own))
    led = LedScreen(
        code="".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH)),
        region_id=actor.region_id,
        person_id=actor.person_id,
        organisation=actor.organisation,
        page=page,
        choices=choices,
        ends_at=now() + LASTS,
    )
    session.add(led)
    session.flush()
    _record(session, actor=actor, action="lead_screen", number=led.id)
    return led.code


def move_screen(session: Session, *, actor: Actor, code: str, page: str, choices: str) -> int:
    """Go on to this page with these choices, and answer how often the screen moved.

    Raises `NotLeadingError`. It leaves no audit line: where somebody looked is nobody's business afterwards.
    """
    permit(session, actor=actor, action=Action.LEAD_SCREENS)
    _refuse_foreign(page=page, choices=choices)
    led = _own(session, actor=actor, code=code)
    if (led.page, led.choices) == (page, choices):
        return led.moves
    going_on = {"page": page, "choices": choices, "moves": LedScreen.moves + 1, "moved_at": now()}
    question = update(LedScreen).where(LedScreen.id == led.id).values(going_on).returning(LedScreen.moves)
    return int(session.execute(question).scalar_one())


def stop_leading(session: Session, *, actor: Actor, code: str) -> None:
    """From now on nobody looks along any more; raises `NotLeadingError` when that was so already."""
    permit(session, actor=actor, action=Action.LEAD_SCREENS)
    led = _own(session, actor=actor, code=code)
    led.ended_at = now()
    session.flush()
    _record(session, actor=actor, action="stop_leading", number=led.id)


def _own(session: Session, *, actor: Actor, code: str) -> LedScreen:
    own = LedScreen.person_id == actor.person_id, LedScreen.region_id == actor.region_id, LedScreen.code == code
    led = session.scalars(select(LedScreen).where(*own, is_live())).one_or_none()
    if led is None:
        raise NotLeadingError(code)
    return led


def _refuse_foreign(*, page: str, choices: str) -> None:
    """Raise `AddressRefusedError` unless this can be a page of ours with choices; who follows looks whether it is."""
    named = parse_qsl(choices, keep_blank_values=True)
    is_ours = _PAGE.fullmatch(page) and all(_NAME.fullmatch(name) and value.isprintable() for name, value in named)
    if not is_ours or len(choices) > LONGEST:
        raise AddressRefusedError(page)


def _record(session: Session, *, actor: Actor, action: str, number: int) -> None:
    audit.record(
        session,
        actor=actor,
        action=action,
        subject_kind="led_screen",
        subject_id=number,
        from_version=0,
        to_version=0,
        detail="",
    )
