"""The order in which things of a region stand: the last place, and one place up or down."""

from typing import Literal, TypeVar

from sqlalchemy import func, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from data_models.access import Action, Actor
from data_models.commands import chain
from data_models.commands.chain import ChainRefusedError
from data_models.commands.permission import permit, row_of
from data_models.tables import Ambition, Issue, SocietalResult

Direction = Literal["up", "down"]
Ordered = Issue | Ambition | SocietalResult
Below = TypeVar("Below", Ambition, SocietalResult)


def last_place(session: Session, within: InstrumentedAttribute[int], *, number: int) -> int:
    """The place after everything that belongs to the same, what was taken away included: that may come back."""
    table = within.class_
    return (session.scalar(select(func.max(table.position)).where(within == number)) or 0) + 1


def move(
    session: Session,
    table: type[Ordered],
    *,
    number: int,
    within: InstrumentedAttribute[int],
    direction: Direction,
    actor: Actor,
    kind: str,
) -> None:
    """Put it one place up or down among its neighbours that stand; at the end it stays where it is.

    The words and their version stay: who is changing them meanwhile is not in the way.
    """
    row = row_of(session, table, number=number, actor=actor, action=Action.SET_NORMS)
    permit(session, actor=actor, action=Action.SET_NORMS, region_id=row.region_id)
    if row.removed_at is not None:
        raise ChainRefusedError("removed_already")
    beside = select(table.id).where(within == getattr(row, within.key), table.removed_at.is_(None))
    order = list(session.scalars(beside.order_by(table.position, table.id).with_for_update()))
    at = order.index(number)
    to = at - 1 if direction == "up" else at + 1
    if not 0 <= to < len(order):
        return
    order[at], order[to] = order[to], order[at]
    for position, one in enumerate(order, start=1):
        session.execute(update(table).where(table.id == one, table.position != position).values(position=position))
    session.refresh(row)
    chain.record(session, actor=actor, action=f"move_{kind}", subject=row, kind=kind, from_version=row.version)


def put_below(
    session: Session,
    table: type[Below],
    *,
    number: int,
    within: InstrumentedAttribute[int],
    parent: int,
    seen_parent: int,
    at: int | None,
    actor: Actor,
) -> tuple[Below, int]:
    """Put it below another parent that stands, last or at a place; answers it, and the place that it had.

    Refused when it was taken away, or stands by now under another parent than the person saw.
    """
    row = row_of(session, table, number=number, actor=actor, action=Action.SET_NORMS, lock=True)
    permit(session, actor=actor, action=Action.SET_NORMS, region_id=row.region_id)
    if row.removed_at is not None:
        raise ChainRefusedError("removed_already")
    if getattr(row, within.key) != seen_parent:
        raise ChainRefusedError("moved_already")
    before = row.position
    place = last_place(session, within, number=parent) if at is None else at
    session.execute(update(table).where(table.id == number).values({within.key: parent, "position": place}))
    session.refresh(row)
    return row, before
