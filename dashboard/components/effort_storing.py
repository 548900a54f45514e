"""Storing a change of the chain, saying what came of it, and the way back."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from sqlalchemy.orm import Session

from dashboard import this_session
from dashboard.components.chain_storing import stored_or_told
from dashboard.texts import efforts as words
from data_models.access import Actor
from data_models.commands import efforts, goals, yields
from data_models.commands.chain import LONGEST, LONGEST_NAME
from data_models.commands.measuring import FIRST_YEAR

PLACE = "keten"  # above the list, where is said what happened
Answer = TypeVar("Answer")

_Commands = dict[str, Callable[..., int]]
ADD: _Commands = {"goal": goals.add_goal, "effort": efforts.add_effort, "yield": yields.add_yield}
CHANGE: _Commands = {"goal": goals.change_goal, "effort": efforts.change_effort, "yield": yields.change_yield}
REMOVE: _Commands = {"goal": goals.remove_goal, "effort": efforts.remove_effort, "yield": yields.remove_yield}
PUT_BACK: _Commands = {"goal": goals.put_back_goal, "effort": efforts.put_back_effort, "yield": yields.put_back_yield}
Proposal = goals.GoalProposal | efforts.EffortProposal | yields.YieldProposal


def said(fault: str) -> str:
    """What is wrong, in a sentence."""
    return words.FAULTS[fault].format(most=LONGEST, most_name=LONGEST_NAME, first=FIRST_YEAR)


def stored(
    write: Callable[[Session], Answer], *, actor: Actor, place: str, subject: str = "", typed: tuple[str, ...] = ()
) -> Answer | None:
    """What the command answers; None when nothing was stored, and then it is said at this place why not."""
    return stored_or_told(
        write, actor=actor, place=place, conflict=words.CONFLICT, said=said, subject=subject, typed=typed
    )


def add(kind: str, *, proposal: Proposal, actor: Actor, place: str, **about: int) -> bool:
    """Add a goal, an activity or what it yields; whether it was stored."""
    number = stored(partial(ADD[kind], actor=actor, proposal=proposal, **about), actor=actor, place=place)
    if number is None:
        return False
    undo = partial(remove, kind, number=number, version=1, actor=actor)
    this_session.tell(good=words.ADDED[kind], place=PLACE, undo=undo)
    return True


def change(
    kind: str, *, number: int, before: Proposal, proposal: Proposal, actor: Actor, subject: str, current: int
) -> bool:
    """Change one from the version that was seen when its form was opened; whether it was stored."""
    version = _changed(
        kind,
        number=number,
        version=this_session.opened_version(subject, current=current),
        proposal=proposal,
        actor=actor,
        place=subject,
        subject=subject,
    )
    if version is None:
        return False
    undo = partial(_change_back, kind, number=number, version=version, proposal=before, actor=actor)
    this_session.tell(good=words.CHANGED, place=PLACE, undo=undo)
    return True


def remove(kind: str, *, number: int, version: int, actor: Actor) -> None:
    """Take one away from the version that is on the screen, with the way back."""
    write = partial(REMOVE[kind], actor=actor, seen_version=version, **{f"{kind}_id": number})
    after = stored(write, actor=actor, place=PLACE)
    if after is not None:
        undo = partial(_put_back, kind, number=number, version=after, actor=actor)
        this_session.tell(good=words.REMOVED, place=PLACE, undo=undo)


def _put_back(kind: str, *, number: int, version: int, actor: Actor) -> None:
    write = partial(PUT_BACK[kind], actor=actor, seen_version=version, **{f"{kind}_id": number})
    if stored(write, actor=actor, place=PLACE) is not None:
        this_session.tell(good=words.PUT_BACK, place=PLACE)


def _change_back(kind: str, *, number: int, version: int, proposal: Proposal, actor: Actor) -> None:
    if _changed(kind, number=number, version=version, proposal=proposal, actor=actor, place=PLACE) is not None:
        this_session.tell(good=words.CHANGED_BACK, place=PLACE)


def _changed(
    kind: str, *, number: int, version: int, proposal: Proposal, actor: Actor, place: str, subject: str = ""
) -> int | None:
    write = partial(CHANGE[kind], actor=actor, seen_version=version, proposal=proposal, **{f"{kind}_id": number})
    return stored(write, actor=actor, place=place, subject=subject)
