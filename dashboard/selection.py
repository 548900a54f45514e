"""What is chosen — area, indicator, comparison — in the URL; what else a session keeps is in `this_session`.

The URL is the truth. What a URL leaves out comes from what was chosen before in this session, else from the default,
and is written back into it, so that every address reproduces its screen and Back undoes a choice (docs/adr/0005).
"""

from collections.abc import Container, Iterable, Mapping
from urllib.parse import urlencode

import streamlit as st

_WIDGET = "kies-"  # before a parameter's name: the key of the widget that chooses it
_AT_WORK = "gekozen-regio-nu"  # the code of the region that the last screen was about
_UNWRITTEN = "nog-in-het-adres"  # choices of this run that the URL does not tell yet
_BEFORE = "gekozen-"  # before a parameter's name: what this session chose last
_TAKEN = "gekozen-op-dit-scherm"  # what each choice of this screen stands on in this run
KEYS = (_WIDGET, _AT_WORK, _UNWRITTEN, _BEFORE)  # beginnings of what this module keeps in the session

AREA = "gebied"
INDICATOR = "indicator"
REFERENCE = "vergelijk"
MEASURE = "toon"
BREAKDOWN = "uitsplitsing"
INTERVAL = "onzekerheid"
OTHERS = "ook"
TOGETHER = "samen"
FILTER = "filter"
YEAR = "jaar"
SECTION = "onderdeel"
TAB = "tabblad"
GROUP = "groep"
AREAS = "gebieden"
ORDER = "volgorde"
AGREED = "cijfers"
EDITING = "aanpassen"
RESULT = "resultaat"
VIEW = "weergave"
SOURCE = "bron"
JOB = "inlezen"
ORGANISATION = "organisatie"
OF_FIGURE = "van-cijfer"
REGION = "regio"
THEME = "thema"
SEARCH = "zoek"
GROUPS_BY = "groepen"
GROUP_YEAR = "groepsjaar"
FIRST_GROUP = "eerste"
SECOND_GROUP = "tweede"
PARTNERSHIP = "swv"
AGAINST = "tegen"
LEADS = "laat-meekijken"  # the code with which others look along with this screen
FOLLOWS = "meekijken"  # the code of the screen that is looked along with
ALONE = "zelf"  # "ja": its follower looks by themselves for a while
KIND = "soort"
ABOUT = "bij"  # the figure that a new story from practice is about, where a link from that figure says so
CODE = "code"  # as an address on a telephone names what it wants to follow

_BETWEEN = ","  # the codes of several choices
_NOT_SIGNED_IN = "aanmelden"  # how dashboard/coming_back.py says that signing in did not succeed
_BY_DATA = (YEAR, GROUP, GROUP_YEAR, FIRST_GROUP, SECOND_GROUP, PARTNERSHIP)  # what they stand on follows from figures
OF_THIS_SCREEN = (LEADS, FOLLOWS, ALONE, CODE)  # who looks along: no part of what is looked at
_EVERYWHERE = (AREA, INDICATOR, REFERENCE, REGION, LEADS, FOLLOWS, ALONE)  # parameters that every page's address keeps


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
    value = written if written is not None and written in options else default
    st.session_state.setdefault(_TAKEN, {})[parameter] = value
    return value


def several(parameter: str, *, options: Iterable[str]) -> list[str]:
    """Those options of one screen that the URL names, in the order of the options; the URL has commas between them."""
    written = st.query_params.get(parameter, "").split(",")
    return [option for option in options if option in written]


def typed(parameter: str) -> str:
    """What was typed in a field of one screen, as the URL has it; empty when there is nothing."""
    return str(st.query_params.get(parameter, "")).strip()


def in_order(parameter: str, *, options: Container[str], most: int) -> list[str]:
    """As `several`, in the order in which they were chosen, and at most so many."""
    written = (st.query_params.get(parameter) or "").split(_BETWEEN)
    return [option for option in dict.fromkeys(written) if option in options][:most]


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


def begin() -> None:
    """At the start of a run: nothing is chosen on this screen yet."""
    st.session_state[_TAKEN] = {}


def everything() -> dict[str, str]:
    """Each choice of this screen so far; also those that the URL leaves out and that other figures would change.

    What the URL says of a choice that cannot be, is not passed on; nor who looks along.
    """
    taken = st.session_state.get(_TAKEN, {})
    written = {**st.query_params.to_dict(), **st.session_state.get(_UNWRITTEN, {})}
    kept = {name: taken.get(name, value) for name, value in written.items()}
    whole = {**{name: taken.get(name) for name in _BY_DATA}, **kept}
    return {name: value for name, value in whole.items() if value and name not in OF_THIS_SCREEN}


def full_address() -> str:
    """The address that shows this screen as it is now; empty when nobody looks through a browser."""
    place = st.context.url
    return f"{place}?{urlencode(everything())}" if place else ""


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
    if isinstance(spelled, list):
        spelled = ",".join(spelled)
    _write({parameter: "" if spelled is None or spelled == default else spelled})


def write_meaning_to_url(parameter: str, meanings: Mapping[str, Mapping[str, str]]) -> None:
    """When the widget changed: put the choices that its answer stands for into the URL, as one step of Back."""
    _write(meanings[st.session_state[_WIDGET + parameter]])


def _write(choices: Mapping[str, str]) -> None:
    """Put these in the URL, and out of it what is empty, as one step of Back.

    With what a run that was broken off by this choice had still to write: else that would be a step of its own.
    """
    kept = {**st.query_params.to_dict(), **st.session_state.pop(_UNWRITTEN, {}), **choices}
    st.query_params.from_dict({name: value for name, value in kept.items() if value})


def together(options: Iterable[str]) -> str:
    """Several choices as the URL writes them."""
    return _BETWEEN.join(options)


def address(**changes: str) -> dict[str, str]:
    """The parameters that a link to another page takes along, with these changes."""
    kept = {name: st.session_state.get(_BEFORE + name) for name in _EVERYWHERE}
    return {name: value for name, value in {**kept, **changes}.items() if value}


def asked_address() -> dict[str, str]:
    """As `address`, before the screen knows whether what the URL asks can be."""
    asked = {name: st.query_params.get(name) for name in _EVERYWHERE}
    return {**address(), **{name: value for name, value in asked.items() if value}}


def has_failed_to_sign_in() -> bool:
    """Whether the browser just came back from signing in without success; said once."""
    return st.query_params.pop(_NOT_SIGNED_IN, None) is not None


def code_of(parameter: str) -> str:
    """The code under which this screen leads or follows: of the URL, else of this session; empty when it does not."""
    return str(st.query_params.get(parameter) or st.session_state.get(_BEFORE + parameter, ""))


def leave(*parameters: str) -> None:
    """These are chosen no more, here and on every screen."""
    for parameter in parameters:
        st.session_state.pop(_BEFORE + parameter, None)
        st.session_state.get(_UNWRITTEN, {}).pop(parameter, None)
        st.query_params.pop(parameter, None)


def start_afresh() -> None:
    """Before going where somebody else leads: nothing that this screen had still to write counts any more."""
    st.session_state.pop(_UNWRITTEN, None)
