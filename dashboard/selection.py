"""What is chosen — area, indicator, comparison — in the URL: the only home of session state.

The URL is the truth. What a URL leaves out comes from what was chosen before in this session, else from the default,
and is written back into it, so that every address reproduces its screen and Back undoes a choice (docs/adr/0005).
"""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

import streamlit as st

from data_models.facts import NormFacts

_WIDGET = "kies-"  # before a parameter's name: the key of the widget that chooses it
_AT_WORK = "gekozen-regio-nu"  # the code of the region that the last screen was about
_UNWRITTEN = "nog-in-het-adres"  # choices of this run that the URL does not tell yet
_BEFORE = "gekozen-"  # before a parameter's name: what this session chose last

AREA = "gebied"
INDICATOR = "indicator"
REFERENCE = "vergelijk"
MEASURE = "toon"
BREAKDOWN = "uitsplitsing"
INTERVAL = "onzekerheid"
FILTER = "filter"
YEAR = "jaar"
SECTION = "onderdeel"
GROUP = "groep"
ORDER = "volgorde"
VIEW = "weergave"
SOURCE = "bron"
JOB = "inlezen"
REGION = "regio"

_EVERYWHERE = (AREA, INDICATOR, REFERENCE, REGION)  # parameters that every page's address keeps


def chosen(parameter: str, *, options: Container[str], default: str) -> str:
    """The option that is chosen: from the URL, else from before, else the default; the URL then says so too."""
    written = st.query_params.get(parameter)
    before: str | None = st.session_state.get(_BEFORE + parameter)
    value = next((option for option in (written, before) if option is not None and option in options), default)
    remember(parameter, value=value)
    return value


def optional(parameter: str, *, options: Container[str], default: str) -> str:
    """As `chosen`, for a choice of one screen: the default stays out of the URL, and leaving the page forgets it."""
    written = st.query_params.get(parameter)
    return written if written is not None and written in options else default


def region(*, options: Container[str], default: str) -> str:
    """The region that was chosen: from the URL, else from before; the default follows the area and is not kept."""
    for named in (st.query_params.get(REGION), st.session_state.get(_BEFORE + REGION)):
        if named is not None and named in options:
            remember(REGION, value=named)
            st.session_state[_AT_WORK] = str(named)
            return str(named)
    st.session_state[_AT_WORK] = default
    return default


def region_at_work() -> str:
    """The region that was chosen last, or that followed from the area; empty when there was nothing to choose."""
    return str(st.session_state.get(_AT_WORK, ""))


def job() -> str:
    """The import that is under way: the one the URL names, else the last of this session; empty when there is none."""
    named = st.query_params.get(JOB) or str(st.session_state.get(_BEFORE + JOB, ""))
    if named:
        remember(JOB, value=named)
    return named


def open_job(job_id: str) -> None:
    """From now on this import is under way."""
    remember(JOB, value=job_id)


def close_job() -> None:
    """No import is under way any more."""
    st.session_state.pop(_BEFORE + JOB, None)
    st.session_state.get(_UNWRITTEN, {}).pop(JOB, None)
    st.query_params.pop(JOB, None)


def remember(parameter: str, *, value: str) -> None:
    """Keep a choice for this session; `write_down` puts it in the URL."""
    st.session_state[_BEFORE + parameter] = value
    if st.query_params.get(parameter) != value:
        st.session_state.setdefault(_UNWRITTEN, {})[parameter] = value


def write_down() -> None:
    """At the end of a run: put in the URL what it left out, all at once, for each writing is a step of Back."""
    unwritten = st.session_state.pop(_UNWRITTEN, None)
    if unwritten:
        st.query_params.update(unwritten)


def widget_key(parameter: str, *, value: object) -> str:
    """The key for the widget that chooses this parameter, which will show the value."""
    key = _WIDGET + parameter
    if st.session_state.get(key) != value:
        st.session_state[key] = value
    return key


def write_to_url(parameter: str, default: str = "") -> None:
    """When the widget changed: put what it says into the URL, or take it out when it is the default."""
    value = st.session_state[_WIDGET + parameter]
    spelled = "ja" if value is True else "nee" if value is False else value
    if spelled is None or spelled == default:
        st.query_params.pop(parameter, None)
    else:
        st.query_params[parameter] = spelled


def address(**changes: str) -> dict[str, str]:
    """The parameters that a link to another page takes along, with these changes."""
    kept = {name: st.session_state.get(_BEFORE + name) for name in _EVERYWHERE}
    return {name: value for name, value in {**kept, **changes}.items() if value}


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
    return said


_OPENED = "open-"
_GENERATION = "keer-"
_REFUSALS = "geweigerd-"


def open_version(subject: str, *, version: int) -> None:
    """Begin to change something, from the version that is on the screen."""
    st.session_state[_OPENED + subject] = version


def is_open(subject: str) -> bool:
    """Whether this is being changed."""
    return _OPENED + subject in st.session_state


def opened_version(subject: str, *, current: int) -> int:
    """The version that the change began from."""
    return int(st.session_state.get(_OPENED + subject, current))


def close(subject: str) -> None:
    """Stop changing this."""
    st.session_state.pop(_OPENED + subject, None)


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


_KEPT = "bewaard-"
_NOT_SIGNED_IN = "aanmelden"  # the parameter with which dashboard/coming_back.py says so


def keep(name: str, *, value: object) -> None:
    """Keep something of this session that no address tells, such as who is signed in."""
    st.session_state[_KEPT + name] = value


def kept(name: str) -> object:
    """What was kept under this name; None when nothing was."""
    return st.session_state.get(_KEPT + name)


def has_failed_to_sign_in() -> bool:
    """Whether the browser just came back from signing in without success; said once."""
    return st.query_params.pop(_NOT_SIGNED_IN, None) is not None


def forget_everything() -> None:
    """Forget all that this session chose."""
    st.session_state.clear()


_HELD = "vastgehouden"
_FAILED = "mislukt"
_OWN = (_WIDGET, _UNWRITTEN, _BEFORE, _FORM, _TOLD, _OPENED, _GENERATION, _REFUSALS, _HELD, _FAILED, _KEPT)


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
