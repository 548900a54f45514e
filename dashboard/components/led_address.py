"""What of an address goes along from who leads to who follows: the page, and choices; never what somebody typed."""

from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl, urlencode

import streamlit as st
from streamlit.navigation.page import Page

from dashboard import selection
from data_models.queries.led_screens import LedFacts

_STAYS = (*selection.OF_THIS_SCREEN, selection.SEARCH, selection.JOB)  # typed, or of one person's own imports
_OURS = frozenset(  # every parameter that this program knows, by the names of selection
    value
    for name, value in vars(selection).items()
    if name.isupper() and not name.startswith("_") and isinstance(value, str) and value not in _STAYS
)


def choices_here() -> str:
    """The choices of this screen that go along, as a query."""
    return urlencode(_known(selection.everything()))


def choices_kept() -> str:
    """The choices that a link to any other page would take along, as a query."""
    return urlencode(_known(selection.address()))


def place_here(page: Page) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The page and what the URL says now, apart from who looks along: it differs when somebody chose something."""
    chosen = {name: value for name, value in st.query_params.to_dict().items() if name not in selection.OF_THIS_SCREEN}
    return page.url_path, tuple(sorted(chosen.items()))


def target(screen: LedFacts, *, pages: Sequence[Page]) -> tuple[Page, dict[str, str]] | None:
    """The page of ours and its parameters where the led screen is; None when it is none of these pages."""
    page = next((one for one in pages if one.url_path == screen.page), None)
    return None if page is None else (page, _known(dict(parse_qsl(screen.choices))))


def _known(choices: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in choices.items() if name in _OURS}
