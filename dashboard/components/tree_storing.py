"""Storing a change of the tree, saying what came of it, and the way back; what was typed is never lost."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from sqlalchemy.orm import Session

from dashboard import this_session
from dashboard.components.calm import telling_outages
from dashboard.components.happened import tell_refused
from dashboard.formatting import plain
from dashboard.texts import ambitions as words
from dashboard.texts import personal_data as personal_words
from dashboard.texts import sign_in as sign_in_words
from data_models import database
from data_models.access import Actor, NotAllowedError
from data_models.commands import ambitions, observations, results
from data_models.commands.chain import ChainConflictError, ChainRefusedError
from data_models.commands.ordering import Direction
from data_models.personal_data import PersonalDataError

PLACE = "boom"  # above the tree, where is said what happened
Answer = TypeVar("Answer")
Typed = Mapping[str, object]  # what a command is given of what was typed

_ADD: dict[str, Callable[..., int]] = {
    "issue": ambitions.add_issue,
    "ambition": ambitions.add_ambition,
    "result": results.add_result,
    "observation": observations.add_observation,
}
_CHANGE: dict[str, Callable[..., int]] = {
    "issue": ambitions.change_issue,
    "ambition": ambitions.change_ambition,
    "result": results.change_result,
    "indicators": results.choose_result_indicators,
    "observation": observations.change_observation,
}
_REMOVE: dict[str, Callable[..., int]] = {
    "issue": ambitions.remove_issue,
    "ambition": ambitions.remove_ambition,
    "result": results.remove_result,
    "observation": observations.remove_observation,
}
_PUT_BACK: dict[str, Callable[..., int]] = {
    "issue": ambitions.put_back_issue,
    "ambition": ambitions.put_back_ambition,
    "result": results.put_back_result,
    "observation": observations.put_back_observation,
}
_MOVE: dict[str, Callable[..., None]] = {
    "issue": ambitions.move_issue,
    "ambition": ambitions.move_ambition,
    "result": results.move_result,
}
_PUT_BELOW: dict[str, tuple[str, Callable[..., int]]] = {  # with what it stands below
    "ambition": ("issue", ambitions.put_ambition_below),
    "result": ("ambition", results.put_result_below),
}
_NAMED = {"indicators": "result"}  # what a command calls the number it is about
_BACK: dict[Direction, Direction] = {"up": "down", "down": "up"}
_CLASHED = "botste-"


def clashed(subject: str) -> bool:
    """Whether somebody else changed this while it was being typed."""
    return bool(this_session.kept(_CLASHED + subject))


def close(subject: str) -> None:
    """Stop changing this."""
    this_session.close(subject)
    this_session.keep(_CLASHED + subject, value=False)


def add(kind: str, *, typed: Typed, texts: tuple[str, ...], actor: Actor, subject: str, **parent: int) -> bool:
    """Add one below its parent; whether it was stored."""
    write = partial(_ADD[kind], actor=actor, **typed, **parent)
    number = _stored(write, actor=actor, place=subject, texts=texts)
    if number is None:
        return False
    undo = partial(remove, kind, number=number, version=1, actor=actor)
    this_session.tell(good=words.DONE["add"], place=PLACE, undo=undo)
    return True


def change(
    kind: str,
    *,
    number: int,
    current: int,
    before: Typed,
    typed: Typed,
    texts: tuple[str, ...],
    actor: Actor,
    subject: str,
) -> bool:
    """Change one from the version that was seen when its form was opened; whether it was stored."""
    seen = this_session.opened_version(subject, current=current)
    write = partial(_CHANGE[kind], actor=actor, seen_version=seen, **_number(kind, number), **typed)
    version = _stored(write, actor=actor, place=subject, subject=subject, texts=texts)
    if version is None:
        return False
    undo = partial(_change_back, kind, number=number, version=version, before=before, actor=actor)
    this_session.tell(good=words.DONE["change"], place=PLACE, undo=undo)
    return True


def remove(kind: str, *, number: int, version: int, actor: Actor) -> None:
    """Take one away from the version that is on the screen, with the way back."""
    write = partial(_REMOVE[kind], actor=actor, seen_version=version, **_number(kind, number))
    after = _stored(write, actor=actor, place=PLACE)
    if after is not None:
        undo = partial(_put_back, kind, number=number, version=after, actor=actor)
        this_session.tell(good=words.DONE["remove"], place=PLACE, undo=undo)


def move(kind: str, *, number: int, direction: Direction, actor: Actor) -> None:
    """Put one a place up or down, with the way back."""

    def write(session: Session) -> bool:
        _MOVE[kind](session, actor=actor, direction=direction, **_number(kind, number))
        return True

    if _stored(write, actor=actor, place=PLACE):
        undo = partial(move, kind, number=number, direction=_BACK[direction], actor=actor)
        this_session.tell(good=words.DONE["move"], place=PLACE, undo=undo)


def put_below(kind: str, *, number: int, parent: int, seen: int, actor: Actor, at: int | None = None) -> None:
    """Move it to another ambition or issue, with the way back to the place that it had."""
    above, command = _PUT_BELOW[kind]
    about = {**_number(kind, number), **_number(above, parent), f"seen_{above}": seen}
    before = _stored(partial(command, actor=actor, at=at, **about), actor=actor, place=PLACE)
    if before is not None:
        undo = partial(put_below, kind, number=number, parent=seen, seen=parent, actor=actor, at=before)
        this_session.tell(good=words.DONE["move"], place=PLACE, undo=undo)


def link(norm_id: int, *, result_id: int | None, seen: int | None, actor: Actor, place: str) -> None:
    """Say to which result a norm belongs, with the way back."""

    def write(session: Session) -> bool:
        results.link_norm(session, actor=actor, norm_id=norm_id, result_id=result_id, seen_result=seen)
        return True

    if _stored(write, actor=actor, place=place):
        undo = partial(link, norm_id, result_id=seen, seen=result_id, actor=actor, place=place)
        this_session.tell(good=words.DONE["unlink" if result_id is None else "link"], place=place, undo=undo)


def _put_back(kind: str, *, number: int, version: int, actor: Actor) -> None:
    write = partial(_PUT_BACK[kind], actor=actor, seen_version=version, **_number(kind, number))
    if _stored(write, actor=actor, place=PLACE) is not None:
        this_session.tell(good=words.DONE["put_back"], place=PLACE)


def _change_back(kind: str, *, number: int, version: int, before: Typed, actor: Actor) -> None:
    write = partial(_CHANGE[kind], actor=actor, seen_version=version, **_number(kind, number), **before)
    if _stored(write, actor=actor, place=PLACE) is not None:
        this_session.tell(good=words.DONE["back"], place=PLACE)


def _number(kind: str, number: int) -> dict[str, int]:
    return {f"{_NAMED.get(kind, kind)}_id": number}


def said(fault: str) -> str:
    """What is wrong, in a sentence."""
    return words.FAULTS[fault].format(
        most=ambitions.LONGEST, most_noticed=observations.LONGEST, most_indicators=results.MOST_INDICATORS
    )


def _stored(
    write: Callable[[Session], Answer],
    *,
    actor: Actor,
    place: str,
    subject: str = "",
    texts: tuple[str, ...] = (),
) -> Answer | None:
    """What the command answers; None when nothing was stored, and then it is said why not.

    What was typed in a form that cannot be drawn any more is said with it.
    """
    with telling_outages(place):
        try:
            with database.writing(actor=actor) as session:
                return write(session)
        except ChainConflictError as conflict:
            if subject:
                this_session.open_version(subject, version=conflict.current_version)
                this_session.keep(_CLASHED + subject, value=True)
            this_session.tell(problems=[words.CONFLICT], place=place)
        except ChainRefusedError as refused:
            gone = refused.fault == "removed_already" or refused.fault.endswith("_unknown")
            kept = [sign_in_words.TYPED.format(text=plain(text)) for text in texts if gone and text.strip()]
            this_session.tell(problems=[said(refused.fault), *kept], place=PLACE if gone else place)
        except PersonalDataError as refused:
            found = personal_words.found(refused.kinds)
            this_session.tell(problems=[personal_words.FOUND.format(found=found)], place=place)
        except NotAllowedError as refused:
            tell_refused(refused, typed=texts)
    return None
