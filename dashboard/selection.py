"""What is chosen — area, indicator, comparison — in the URL; what else a session keeps is in `this_session`.

The URL is the truth. What a URL leaves out comes from what was chosen before in this session, else from the default,
and is written back into it, so that every address reproduces its screen and Back undoes a choice (docs/adr/0005).
"""

import time
from collections.abc import Container, Iterable, Mapping
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.address_bar import AddressBar

_WIDGET = "kies-"  # before a parameter's name: the key of the widget that chooses it
_AT_WORK = "gekozen-regio-nu"  # the code of the region that the last screen was about
_UNWRITTEN = "nog-in-het-adres"  # choices of this run that the URL does not tell yet
_BEFORE = "gekozen-"  # before a parameter's name: what this session chose last
_TAKEN = "gekozen-op-dit-scherm"  # what each choice of this screen stands on in this run
_SHOWN_ON = "getoond-op-"  # before a parameter's name: the page on which its widget was drawn last
_BAR = "adresbalk"  # what this session wrote in the URL
KEYS = (_WIDGET, _AT_WORK, _UNWRITTEN, _BEFORE, _SHOWN_ON, _BAR)  # beginnings of what this module keeps in the session

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
PICTURE = "beeld"
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
INVITATION = "uitnodiging"  # the token of who was invited, on their own page only
CODE = "code"  # as an address on a telephone names what it wants to follow

_BETWEEN = ","  # the codes of several choices
_LED = "opnieuw"  # in a link to the screen that it stands on: it counts, also when one came from that address
_NOT_SIGNED_IN = "aanmelden"  # how dashboard/coming_back.py says that signing in did not succeed
_BY_DATA = (YEAR, GROUP, GROUP_YEAR, FIRST_GROUP, SECOND_GROUP, PARTNERSHIP)  # what they stand on follows from figures
OF_THIS_SCREEN = (LEADS, FOLLOWS, ALONE, CODE, INVITATION)  # who looks along: no part of what is looked at
_EVERYWHERE = (AREA, INDICATOR, REFERENCE, REGION, LEADS, FOLLOWS, ALONE)  # parameters that every page's address keeps


def chosen(parameter: str, *, options: Container[str], default: str) -> str:
    """The option that is chosen: from the URL, else from before, else the default; the URL then says so too."""
    written = _url().get(parameter)
    before: str | None = st.session_state.get(_BEFORE + parameter)
    value = next((option for option in (written, before) if option is not None and option in options), default)
    remember(parameter, value=value)
    return value


def optional(parameter: str, *, options: Container[str], default: str) -> str:
    """As `chosen`, for a choice of one screen: the default stays out of the URL, and leaving the page forgets it."""
    written = _url().get(parameter)
    value = written if written is not None and written in options else default
    st.session_state.setdefault(_TAKEN, {})[parameter] = value
    return value


def several(parameter: str, *, options: Iterable[str]) -> list[str]:
    """Those options of one screen that the URL names, in the order of the options; the URL has commas between them."""
    written = _url().get(parameter, "").split(",")
    return [option for option in options if option in written]


def typed(parameter: str) -> str:
    """What was typed in a field of one screen, as the URL has it; empty when there is nothing."""
    return str(_url().get(parameter, "")).strip()


def in_order(parameter: str, *, options: Container[str], most: int) -> list[str]:
    """As `several`, in the order in which they were chosen, and at most so many."""
    written = (_url().get(parameter) or "").split(_BETWEEN)
    return [option for option in dict.fromkeys(written) if option in options][:most]


def written(parameter: str) -> list[str]:
    """The codes that the URL has for a choice of several, whether or not they can be chosen."""
    return [code for code in (st.query_params.get(parameter) or "").split(_BETWEEN) if code]


def region(*, options: Container[str], default: str) -> str:
    """The region that was chosen: from the URL, else from before; the default follows the area and is not kept."""
    for named in (_url().get(REGION), st.session_state.get(_BEFORE + REGION)):
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
    named = _url().get(JOB) or str(st.session_state.get(_BEFORE + JOB, ""))
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
    _write({JOB: ""})


def remember(parameter: str, *, value: str) -> None:
    """Keep a choice for this session; `write_down` puts it in the URL."""
    st.session_state[_BEFORE + parameter] = value
    if _bar().now().get(parameter) != value:
        st.session_state.setdefault(_UNWRITTEN, {})[parameter] = value


def begin() -> None:
    """At the start of a run: nothing is chosen on this screen yet, and the URL says what was asked for."""
    st.session_state[_TAKEN] = {}
    _url()


def everything() -> dict[str, str]:
    """Each choice of this screen so far; also those that the URL leaves out and that other figures would change.

    What the URL says of a choice that cannot be, is not passed on; nor who looks along.
    """
    taken = st.session_state.get(_TAKEN, {})
    written = {**_url(), **st.session_state.get(_UNWRITTEN, {})}
    kept = {name: taken.get(name, value) for name, value in written.items()}
    whole = {**{name: taken.get(name) for name in _BY_DATA}, **kept}
    return {name: value for name, value in whole.items() if value and name not in OF_THIS_SCREEN}


def full_address() -> str:
    """The address that shows this screen as it is now; empty when nobody looks through a browser."""
    place = st.context.url
    return f"{place}?{urlencode(everything())}" if place else ""


def write_down() -> None:
    """At the end of a run: put in the URL what it left out, all at once, for each writing is a step of Back."""
    known = _url()
    unwritten = st.session_state.pop(_UNWRITTEN, None)
    if unwritten:
        _put({**known, **unwritten})


def widget_key(parameter: str, *, value: object) -> str:
    """The key for the widget that chooses this parameter, which will show the value.

    The browser is told it when it changed, and on every other page: there it begins with the first option again.
    """
    key, run = _WIDGET + parameter, get_script_run_ctx()
    page = run.page_script_hash if run else ""
    if st.session_state.get(key) != value or st.session_state.get(_SHOWN_ON + parameter) != page:
        st.session_state[key] = value
    st.session_state[_SHOWN_ON + parameter] = page
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
    """Have these in the URL, and out of it what is empty, as one step of Back, when the run of this choice begins.

    With what a run that was broken off by this choice had still to write: else that would be a step of its own.
    Nothing is sent to the browser yet: sending, while another click waits, would break off the other callbacks.
    """
    _bar().ask({**st.session_state.pop(_UNWRITTEN, {}), **choices})


def _bar() -> AddressBar:
    """What this session wrote in the URL, beside what the browser knew of it when it asked for this run."""
    bar: AddressBar = st.session_state.setdefault(_BAR, AddressBar())
    run, told = get_script_run_ctx(), st.query_params.to_dict()
    if run is not None:
        led = told.pop(_LED, "") != ""
        back = run.is_history_navigation or run.context_info is None  # or nobody looks through a browser
        bar.hear(told, page=run.page_script_hash, led=led, back=back, stays=_EVERYWHERE, at=time.monotonic())
    return bar


def _url() -> dict[str, str]:
    """What the URL says, with every choice that the browser did not know yet; the browser then learns it."""
    counts = _bar().now()
    if counts != st.query_params.to_dict():
        _put(counts)
    return counts


def _put(counts: dict[str, str]) -> None:
    _bar().write(counts, at=time.monotonic())
    st.query_params.from_dict(counts)


def together(options: Iterable[str]) -> str:
    """Several choices as the URL writes them."""
    return _BETWEEN.join(options)


def address(**changes: str) -> dict[str, str]:
    """The parameters that a link to another page takes along, with these changes."""
    kept = {name: st.session_state.get(_BEFORE + name) for name in _EVERYWHERE}
    return {name: value for name, value in {**kept, **changes}.items() if value}


def here(address: Mapping[str, str]) -> dict[str, str]:
    """These parameters for a link to the screen that it stands on: it leads there, also when one just came from it."""
    return {**address, _LED: "ja"}


def asked_address() -> dict[str, str]:
    """As `address`, before the screen knows whether what the URL asks can be."""
    asked = {name: _url().get(name) for name in _EVERYWHERE}
    return {**address(), **{name: value for name, value in asked.items() if value}}


def has_failed_to_sign_in() -> bool:
    """Whether the browser just came back from signing in without success; said once."""
    failed = _NOT_SIGNED_IN in _url()
    if failed:
        _write({_NOT_SIGNED_IN: ""})
    return failed


def code_of(parameter: str) -> str:
    """The code under which this screen leads or follows: of the URL, else of this session; empty when it does not."""
    return str(_url().get(parameter) or st.session_state.get(_BEFORE + parameter, ""))


def leave(*parameters: str) -> None:
    """These are chosen no more, here and on every screen."""
    for parameter in parameters:
        st.session_state.pop(_BEFORE + parameter, None)
        st.session_state.get(_UNWRITTEN, {}).pop(parameter, None)
    if any(parameter in _bar().now() for parameter in parameters):
        _write(dict.fromkeys(parameters, ""))


def start_afresh() -> None:
    """Before going where somebody else leads: nothing that this screen had still to write counts any more."""
    st.session_state.pop(_UNWRITTEN, None)
    st.session_state.pop(_BAR, None)
