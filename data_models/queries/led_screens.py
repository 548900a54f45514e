"""The screen that a code stands for: where it is now, and nothing else of who leads it."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from data_models.tables import LedScreen
from data_models.tables.declaration import now


@dataclass(frozen=True, slots=True)
class LedFacts:
    """Where a led screen is: its page and choices as an address spells them; `moves` goes up with each change."""

    code: str
    organisation: str
    page: str
    choices: str
    moves: int


def is_live() -> ColumnElement[bool]:
    """Of a led screen: nobody stopped it, and its time is not over."""
    return and_(LedScreen.ended_at.is_(None), LedScreen.ends_at > now())


def led_screen(session: Session, *, code: str) -> LedFacts | None:
    """The live screen with exactly this code, whoever asks; None when there is none."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.set_config("tev.code", code, True)))
    columns = (LedScreen.code, LedScreen.organisation, LedScreen.page, LedScreen.choices, LedScreen.moves)
    row = session.execute(select(*columns).where(LedScreen.code == code, is_live())).one_or_none()
    return None if row is None else LedFacts(*row)
