"""Storing agreements, what goes to another table and the tables; saying what came of it, and the way back."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from sqlalchemy.orm import Session

from dashboard import this_session
from dashboard.components.chain_storing import stored_or_told
from dashboard.components.happened import say_what_happened
from dashboard.components.name_warning import save_button
from dashboard.components.news import draw_again
from dashboard.data.reader import Reader
from dashboard.texts import agreements as words
from data_models.access import Actor
from data_models.commands import agreements, escalations, talk_tables
from data_models.commands.agreeing import FIRST_YEAR, LAST_YEAR
from data_models.commands.chain import LONGEST_NAME

Answer = TypeVar("Answer")
Write = Callable[[Session], int]
Back = Callable[[int], Write]  # of what was stored, by the number that its command answered


def said(fault: str) -> str:
    """What is wrong, in a sentence."""
    return words.FAULTS[fault].format(
        most=agreements.LONGEST,
        most_sent=escalations.LONGEST,
        most_table=talk_tables.LONGEST,
        most_name=LONGEST_NAME,
        first=FIRST_YEAR,
        last=LAST_YEAR,
    )


def stored(
    write: Callable[[Session], Answer],
    *,
    actor: Actor,
    place: str,
    subject: str = "",
    typed: tuple[str, ...] = (),
) -> Answer | None:
    """What the command answers; None when nothing was stored, and then it is said at this place why not.

    `subject` is what is being changed: after a conflict it goes on from the version that stands now.
    """
    return stored_or_told(
        write, actor=actor, place=place, conflict=words.CONFLICT, said=said, subject=subject, typed=typed
    )


def done(
    write: Write,
    *,
    actor: Actor,
    subject: str,
    place: str,
    good: str,
    back: Back | None = None,
    undone: str = words.UNDONE,
    typed: tuple[str, ...] = (),
) -> bool:
    """Whether it was stored; then `good` is said at `place`, with the way back that `back` makes of what was answered.

    What went wrong is said at `subject`, beside what was typed.
    """
    answer = stored(write, actor=actor, place=subject, subject=subject, typed=typed)
    if answer is None:
        return False
    undo = partial(_undo, back(answer), actor=actor, place=place, undone=undone) if back else None
    this_session.tell(good=good, place=place, undo=undo)
    return True


def offer_to_save(
    label: str,
    *,
    subject: str,
    faults: Sequence[str],
    save: Callable[[], bool],
    texts: tuple[str, ...],
    reader: Reader,
    close: str = "",
) -> None:
    """What happened before, and the button that saves; `close` is the part of the screen that is folded in after it."""
    say_what_happened(subject)
    if not save_button(label, texts=texts, reader=reader, key=f"{subject}-bewaren"):
        return
    if faults:
        this_session.tell(problems=[said(fault) for fault in faults], place=subject)
    elif save():
        this_session.next_generation(subject)
        this_session.close(subject)
        if close:
            this_session.close(close)
    draw_again()


def opened(subject: str, *, version: int) -> str:
    """Begin to change something from the version on the screen, if that was not begun yet; answers the widgets' key."""
    if not this_session.is_open(subject):
        this_session.open_version(subject, version=version)
    return f"{subject}-{this_session.generation(subject)}"


def remove(
    command: Callable[..., int], *, put_back: Callable[..., int], actor: Actor, place: str, good: str, again: str
) -> None:
    """Take something away from the version that is on the screen, with the way back; the commands know of which."""
    after = stored(partial(command, actor=actor), actor=actor, place=place)
    if after is None:
        return
    undo = partial(_undo, partial(put_back, actor=actor, seen_version=after), actor=actor, place=place, undone=again)
    this_session.tell(good=good, place=place, undo=undo)


def _undo(write: Write, *, actor: Actor, place: str, undone: str) -> None:
    if stored(write, actor=actor, place=place) is not None:
        this_session.tell(good=undone, place=place)
