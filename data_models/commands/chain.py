"""What every change of what a region writes has in common: from issue to result, from goal to yield, and agreements."""

from typing import Protocol, TypeVar

from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from data_models.access import Action, Actor
from data_models.commands import audit, topics
from data_models.commands.permission import permit, row_of
from data_models.tables import (
    Agreement,
    Ambition,
    Effort,
    EffortYield,
    Escalation,
    ExpectedFigure,
    Goal,
    Issue,
    Observation,
    SocietalResult,
    TalkTable,
)
from data_models.tables.declaration import now

LONGEST = 300  # characters of a goal, an activity or what it yields: what a box of the picture can hold
LONGEST_NAME = 120  # characters of an organisation, a unit or a source

Link = (
    Goal
    | Effort
    | EffortYield
    | ExpectedFigure
    | Issue
    | Ambition
    | SocietalResult
    | Observation
    | Agreement
    | TalkTable
    | Escalation
)
Row = TypeVar("Row", bound=Link)


class ChainRefusedError(ValueError):
    """It cannot be stored; `fault` names what is wrong, for the screen to put into words."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


class ChainConflictError(Exception):
    """Someone else changed it after the version the person saw."""

    def __init__(self, seen_version: int, current_version: int) -> None:
        super().__init__(f"version {seen_version} was seen, version {current_version} is current")
        self.seen_version = seen_version
        self.current_version = current_version


class _Numbered(Protocol):
    @property
    def id(self) -> int: ...

    @property
    def version(self) -> int: ...


def seen(
    session: Session,
    table: type[Row],
    *,
    actor: Actor,
    number: int,
    seen_version: int,
    action: Action = Action.SET_NORMS,
) -> Row:
    """The row of the actor's own region, as the person saw it; raises `ChainConflictError` when it became another."""
    found = row_of(session, table, number=number, actor=actor, action=action)
    permit(session, actor=actor, action=action, region_id=found.region_id)
    if found.version != seen_version:
        raise ChainConflictError(seen_version, found.version)
    return found


def standing(
    session: Session,
    table: type[Row],
    *,
    actor: Actor,
    number: int,
    seen_version: int,
    action: Action = Action.SET_NORMS,
) -> Row:
    """As `seen`; raises `ChainRefusedError` when it was taken away."""
    found = seen(session, table, actor=actor, number=number, seen_version=seen_version, action=action)
    if found.removed_at is not None:
        raise ChainRefusedError("removed_already")
    return found


def set_removed(
    session: Session,
    table: type[Row],
    *,
    actor: Actor,
    number: int,
    seen_version: int,
    removed: bool,
    action: Action = Action.SET_NORMS,
) -> Row:
    """Take it away, or put it back, from the version the person saw."""
    found = seen(session, table, actor=actor, number=number, seen_version=seen_version, action=action)
    if (found.removed_at is not None) == removed:
        raise ChainRefusedError("removed_already" if removed else "not_removed")
    found.removed_at = now() if removed else None
    touch(found, actor=actor)
    flush_seen(session, seen_version=seen_version)
    return found


def touch(link: Link, *, actor: Actor) -> None:
    """Say who changed it last, and when."""
    link.updated_by, link.updated_at = actor.person_id, now()


def flush_seen(session: Session, *, seen_version: int) -> None:
    """Write it, unless somebody else was first."""
    try:
        session.flush()
    except StaleDataError as stale:
        raise ChainConflictError(seen_version, seen_version + 1) from stale


def record(session: Session, *, actor: Actor, action: str, subject: _Numbered, kind: str, from_version: int) -> None:
    """The audit line of a change, in which words that people wrote stay out; and tell every screen of it."""
    audit.record(
        session,
        actor=actor,
        action=action,
        subject_kind=kind,
        subject_id=subject.id,
        from_version=from_version,
        to_version=subject.version,
        detail="",
    )
    topics.bump(session, topic="plans", region_id=actor.region_id)


def one_line(text: str) -> str:
    """What was typed, without line breaks and doubled spaces."""
    return " ".join(text.split())
