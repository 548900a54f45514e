"""The tabs beside the table: wijken, and all gemeenten."""

from collections.abc import Callable

import streamlit as st

from dashboard import selection
from dashboard.components.choosing import choose_optional
from dashboard.components.table import show_table
from dashboard.data import neighbours
from dashboard.data.reader import Reader
from dashboard.texts import figure as words
from data_models.facts import AreaFacts, IndicatorFacts


def other_tabs(reader: Reader, *, area: AreaFacts, indicator: IndicatorFacts) -> dict[str, Callable[[], None]]:
    """Each tab by its name, made when it is opened."""

    def show_districts() -> None:
        by_year = neighbours.districts(reader, area=area, indicator=indicator)
        if not by_year:
            st.text(words.NO_DISTRICTS)
            return
        year = _choose_year(tuple(by_year))
        st.caption(words.DISTRICTS_NOTE)
        show_table(by_year[year], key="tabel-wijken")

    def show_municipalities() -> None:
        periods = neighbours.periods(reader, indicator=indicator)
        if not periods:
            st.text(words.NO_MUNICIPALITIES)
            return
        year = _choose_year(periods)
        st.caption(words.MUNICIPALITIES_NOTE)
        show_table(neighbours.municipalities(reader, indicator=indicator, period=year), key="tabel-gemeenten")

    others = {words.DISTRICTS: show_districts} if area.kind == "municipality" else {}
    return others if area.fictional else {**others, words.MUNICIPALITIES: show_municipalities}


def _choose_year(years: tuple[str, ...]) -> str:
    return choose_optional(selection.YEAR, label=words.YEAR, options={year: year for year in years}, default=years[0])
