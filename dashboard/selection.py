"""What is chosen — area, indicator, comparison — in the URL: the only home of session state.

The URL is the truth. What a URL leaves out comes from what was chosen before in this session, else from the default, and
is written back into it, so that every address reproduces its screen and Back undoes a choice (docs/adr/0005).
"""

from collections.abc import Sequence

import streamlit as st

_WIDGET = "kies-"  # before a parameter's name: the key of the widget that chooses it
_BEFORE = "gekozen-"  # before a parameter's name: what this session chose last

AREA = "gebied"
INDICATOR = "indicator"
REFERENCE = "vergelijk"
MEASURE = "toon"
BREAKDOWN = "uitsplitsing"
INTERVAL = "onzekerheid"
FILTER = "filter"
YEAR = "jaar"

_EVERYWHERE = (AREA, INDICATOR, REFERENCE)  # parameters that every page's address keeps


def chosen(parameter: str, *, options: Sequence[str], default: str) -> str:
    """The option that is chosen: from the URL, else from before, else the default; the URL then says so too."""
    written = st.query_params.get(parameter)
    before = st.session_state.get(_BEFORE + parameter)
    value = next((option for option in (written, before) if option in options), default)
    remember(parameter, value=value)
    return value


def optional(parameter: str, *, options: Sequence[str], default: str) -> str:
    """As `chosen`, for a choice of one screen: the default stays out of the URL, and leaving the page forgets it."""
    written = st.query_params.get(parameter)
    return written if written in options else default


def remember(parameter: str, *, value: str) -> None:
    """Keep a choice for this session, and in the URL."""
    st.session_state[_BEFORE + parameter] = value
    if st.query_params.get(parameter) != value:
        st.query_params[parameter] = value


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
