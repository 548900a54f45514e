"""Whether somebody still may: asked within the transaction that writes, of what the database says at that moment."""

from typing import Protocol, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models import access
from data_models.access import Action, Actor, NotAllowedError
from data_models.queries import people
from data_models.tables import SignIn, Table
from data_models.tables.declaration import now

Row = TypeVar("Row", bound=Table)


class Right(Protocol):
    """What lets somebody act later than they asked: a signed link or token, or a job that was begun for them."""

    @property
    def person_id(self) -> int:
        """Who asked."""

    @property
    def region_id(self) -> int:
        """In which region."""

    @property
    def sign_in_id(self) -> int | None:
        """Their sign-in at that moment; None in local mode."""


class SignedOutError(NotAllowedError):
    """The person signed out, or signed in too long ago: nothing is done in their name until they sign in again."""


def permit(session: Session, *, actor: Actor, action: Action, region_id: int | None = None) -> None:
    """Raise `NotAllowedError` unless the actor may do this, by the roles they have now; every command begins with it.

    In their own region unless another is named. `SignedOutError` when their sign-in was ended or expired.
    """
    access.require(actor, action, region_id=region_id)
    refuse_signed_out(session, actor=actor, action=action)
    current = people.actor(session, person_id=actor.person_id, region_id=actor.region_id)
    if current is None:
        raise NotAllowedError(actor, action, actor.region_id)
    access.require(current, action, region_id=region_id)


def holder(session: Session, *, right: Right, action: Action) -> Actor:
    """Who holds this right, in the roles they have now; the command that they come for asks `permit` itself.

    Raises `SignedOutError` when their sign-in was ended or expired, `NotAllowedError` when they have no role left.
    """
    nobody = Actor(right.person_id, "", "", "", frozenset(), right.region_id, right.sign_in_id)
    refuse_signed_out(session, actor=nobody, action=action)
    actor = people.actor(session, person_id=right.person_id, region_id=right.region_id, sign_in_id=right.sign_in_id)
    if actor is None:
        raise NotAllowedError(nobody, action, right.region_id)
    return actor


def row_of(session: Session, table: type[Row], *, number: int, actor: Actor, action: Action, lock: bool = False) -> Row:
    """The row that a command is about, by its id, with `lock` until the transaction ends; `permit` comes after it.

    Raises `NotAllowedError` when it is not there: a row of another region cannot be told from none (docs/adr/0013).
    """
    row = session.get(table, number, with_for_update=lock or None)
    if row is None:
        raise NotAllowedError(actor, action, actor.region_id)
    return row


def refuse_signed_out(session: Session, *, actor: Actor, action: Action) -> None:
    """Raise `SignedOutError` when the actor's sign-in does not count any more; in local mode there is none."""
    if actor.sign_in_id is None:
        return
    counts = (SignIn.id == actor.sign_in_id) & SignIn.ended_at.is_(None) & (SignIn.expires_at > now())
    if session.scalar(select(SignIn.id).where(counts)) is None:
        raise SignedOutError(actor, action, actor.region_id)
