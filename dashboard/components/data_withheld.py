"""Niet getoond: which figures of the region's own registrations are withheld, why, and what one can do instead."""

import streamlit as st

from dashboard.components.identity import ask_who
from dashboard.components.table import show_table
from dashboard.data import catalogue, sources
from dashboard.data.reader import Reader
from dashboard.data.sources import MOST_WITHHELD
from dashboard.formatting import count
from dashboard.importing.previewing import group_name, why
from dashboard.texts import data as words
from data_models import access
from data_models.access import Action


def show_withheld(reader: Reader) -> None:
    """For who prepares figures: what is not shown, without the numbers, which are kept nowhere."""
    st.header(words.WITHHELD_TITLE, anchor=False)
    st.text(words.WITHHELD_WHY)
    if reader.actor is None:
        st.text(words.SIGN_IN_FOR_WITHHELD)
        ask_who()
        return
    if not access.may(reader.actor, Action.IMPORT_FIGURES):
        st.info(words.MAY_NOT)
        return
    hidden = sources.withheld(reader)
    if not hidden:
        st.info(words.NO_WITHHELD)
        return
    indicators = {one.code: one for one in catalogue.indicators(reader)}
    if len(hidden) > MOST_WITHHELD:
        st.caption(words.FIRST_WITHHELD.format(count=count(MOST_WITHHELD)))
    rows = [
        {
            words.INDICATOR: indicators[one.indicator].short_name,
            words.AREA: one.area_name,
            words.PERIOD: one.period,
            words.GROUP: group_name(one.breakdown),
            words.REASON: why(one.reason, indicator=indicators[one.indicator]),
        }
        for one in hidden[:MOST_WITHHELD]
    ]
    show_table(rows, key="tabel-norm-verborgen")
    st.header(words.WITHHELD_ADVICE_TITLE, anchor=False)
    st.markdown(words.WITHHELD_ADVICE)
