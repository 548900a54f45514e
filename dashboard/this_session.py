"""What this session keeps besides what was chosen: forms being filled in, what is to be said once, and what is held."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

import streamlit as st

from dashboard import selection
from data_models.facts import NormFacts

_FORM = "formulier-"
_TOLD = "gezegd"


@dataclass(frozen=True, slots=True)
class Form:
    """A form that is being filled in: `seen` is what stood when it was opened, `key` starts its widgets' keys."""

    name: str
    key: str
    seen: NormFacts | None

    def clear(self) -> None:
        """Start anew, with empty widgets and what stands then."""
        st.session_state.pop(_FORM + self.name, None)
        end_typing(self.name)

    def see_anew(self) -> None:
        """Keep what is typed, and take what stands now as seen."""
        number, _ = st.session_state[_FORM + self.name]
        st.session_state[_FORM + self.name] = (number, None)


@dataclass(frozen=True, slots=True)
class Told:
    """What the last thing done led to, to be said once."""

    problems: tuple[str, ...] = ()
    good: str = ""
    place: str = ""  # the part of the screen that says it; empty: the screen itself
    undo: Callable[[], None] | None = None


def form(name: str, *, seen: NormFacts | None) -> Form:
    """The form of this name; what was seen when it was opened is kept until it is cleared."""
    key = _FORM + name
    kept = st.session_state.get(key)
    if kept is None:
        kept = (uuid4().hex[:8], seen)
    elif kept[1] is None or (seen is not None and kept[1].id != seen.id):
        kept = (kept[0], seen)
    st.session_state[key] = kept
    return Form(name=name, key=f"{name}-{kept[0]}", seen=kept[1])


def tell(
    *, problems: Sequence[str] = (), good: str = "", place: str = "", undo: Callable[[], None] | None = None
) -> None:
    """Say this at the next run, at this place on the screen; with the way to undo it, where there is one."""
    st.session_state[_TOLD] = Told(problems=tuple(problems), good=good, place=place, undo=undo)


def told(place: str = "") -> Told:
    """What is to be said at this place; it is said once."""
    said: Told = st.session_state.get(_TOLD, Told())
    if said.place != place:
        return Told(place=place)
    st.session_state.pop(_TOLD, None)
    st.session_state[_SAID] = said
    return said


_SAID = "net-gezegd"
_FOR_NEWS = "om-nieuws"


def draw_for_news() -> None:
    """What is drawn next is drawn because somebody else changed something, not for what was done here."""
    st.session_state[_FOR_NEWS] = True


def begin_to_say() -> bool:
    """Before something is drawn: what was said last is over, unless nothing was done here since; then it stays.

    Answers that: whether it is drawn for what somebody else changed.
    """
    said = st.session_state.pop(_SAID, None)
    for_news = bool(st.session_state.pop(_FOR_NEWS, False))
    if for_news and said is not None:
        st.session_state.setdefault(_TOLD, said)
    return for_news


def has_told(place: str) -> bool:
    """Whether something is to be said at this place."""
    said: Told | None = st.session_state.get(_TOLD)
    return said is not None and said.place == place


_OPENED = "open-"
_GENERATION = "keer-"
_REFUSALS = "geweigerd-"


def open_version(subject: str, *, version: int) -> None:
    """Begin to change something, from the version that is on the screen."""
    st.session_state[_OPENED + subject] = version


def is_open(subject: str) -> bool:
    """Whether this is being changed."""
    return _OPENED + subject in st.session_state


def is_anything_open(beginnings: tuple[str, ...]) -> bool:
    """Whether something is being changed of which the name begins so."""
    return any(
        isinstance(key, str) and key.startswith(tuple(_OPENED + one for one in beginnings)) for key in st.session_state
    )


def opened(beginning: str) -> list[str]:
    """Everything that is being changed of which the name begins so."""
    opens = _OPENED + beginning
    return [str(key).removeprefix(_OPENED) for key in st.session_state if str(key).startswith(opens)]


def opened_version(subject: str, *, current: int) -> int:
    """The version that the change began from."""
    return int(st.session_state.get(_OPENED + subject, current))


def close(subject: str) -> None:
    """Stop changing this."""
    st.session_state.pop(_OPENED + subject, None)
    end_typing(subject)


def generation(subject: str) -> str:
    """Which of the texts about this subject is being typed: after sharing it is the next, and the field is empty."""
    return str(st.session_state.get(_GENERATION + subject, 0))


def refusals(subject: str) -> int:
    """How many times what was typed about this subject could not be shared."""
    return int(st.session_state.get(_REFUSALS + subject, 0))


def refuse(subject: str) -> None:
    """What was typed about this subject could not be shared: the field may be shared again."""
    st.session_state[_REFUSALS + subject] = refusals(subject) + 1


def next_generation(subject: str) -> None:
    """What was typed about this subject has been shared."""
    st.session_state[_GENERATION + subject] = int(generation(subject)) + 1
    end_typing(subject)


_ROUND = "ronde-"
_ENDED = "afgerond"
_REMEMBERED = 40  # rounds that ended: more than are filled in between two looks of a browser


def typing_round(form: str) -> str:
    """Which filling in of this form is going on; the next begins when this one was stored or given up."""
    key = _ROUND + form
    if key not in st.session_state:
        st.session_state[key] = uuid4().hex[:8]
    return str(st.session_state[key])


def end_typing(form: str) -> None:
    """What was typed in this form was stored or given up: no device needs to keep it any longer."""
    ended = st.session_state.pop(_ROUND + form, None)
    if ended is not None:
        st.session_state[_ENDED] = (*ended_rounds(), str(ended))[-_REMEMBERED:]


def ended_rounds() -> tuple[str, ...]:
    """The rounds of typing that ended in this session, the last ones."""
    return tuple(st.session_state.get(_ENDED, ()))


_KEPT = "bewaard-"


def keep(name: str, *, value: object) -> None:
    """Keep something of this session that no address tells, such as who is signed in."""
    st.session_state[_KEPT + name] = value


def kept(name: str) -> object:
    """What was kept under this name; None when nothing was."""
    return st.session_state.get(_KEPT + name)


def taken(name: str) -> object:
    """What was kept under this name, once; None when nothing was."""
    return st.session_state.pop(_KEPT + name, None)


def forget_everything() -> None:
    """Forget all that this session chose."""
    st.session_state.clear()


_HELD = "vastgehouden"
_FAILED = "mislukt"
_OWN = (*selection.KEYS, _FORM, _TOLD, _OPENED, _GENERATION, _REFUSALS, _ROUND, _ENDED, _HELD, _FAILED, _KEPT)


def typed() -> dict[str, str | float | date]:
    """What stands in the fields of the screen, by their key."""
    return {
        key: value
        for key, value in st.session_state.items()
        if isinstance(key, str) and isinstance(value, str | float | date) and not key.startswith(_OWN)
    }


def give_back(values: Mapping[str, str | float | date]) -> None:
    """Put this in the fields again, before they are drawn."""
    for key, value in values.items():
        st.session_state.setdefault(key, value)


def hold() -> None:
    """Keep what is typed in fields that cannot be drawn now: a field that is not drawn is emptied by Streamlit."""
    st.session_state[_HELD] = {**st.session_state.get(_HELD, {}), **typed()}


def restore() -> None:
    """Before anything is drawn: give back what was held, except what was changed since."""
    for key, value in st.session_state.get(_HELD, {}).items():
        if st.session_state.get(key, value) == value:
            st.session_state[key] = value


def let_go() -> None:
    """Everything was drawn: nothing need be held."""
    st.session_state.pop(_HELD, None)
    st.session_state.pop(_FAILED, None)


def fails_again() -> bool:
    """Whether the run before this one failed too; asking counts this one."""
    before = bool(st.session_state.get(_FAILED))
    st.session_state[_FAILED] = not before
    return before
