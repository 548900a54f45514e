"""The tables beside a figure: the wijken of a gemeente, and all gemeenten of one year."""

import streamlit as st

from dashboard.data import catalogue
from dashboard.data.reader import HASHED, MOST_ENTRIES, Reader
from dashboard.data.rows import table_row
from dashboard.formatting import alphabetical
from dashboard.texts import figure as words
from data_models import database
from data_models.facts import AreaFacts, IndicatorFacts
from data_models.queries import figures as figure_queries

DISTRICT_KINDS = ("district", "neighbourhood")


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def districts(reader: Reader, *, area: AreaFacts, indicator: IndicatorFacts) -> dict[str, tuple[dict[str, str], ...]]:
    """The wijken of an area by year, the last year first; alphabetical within a year."""
    parts = [part for part, _ in catalogue.parts(reader, area=area) if part.kind in DISTRICT_KINDS]
    with database.reading(asker=reader.actor) as session:
        found = figure_queries.series_by_area(session, asker=reader.actor, areas=parts, indicator=indicator.code)
    by_year: dict[str, list[dict[str, str]]] = {}
    for part, figure in sorted(found, key=lambda pair: alphabetical(pair[0].name)):
        by_year.setdefault(figure.period, []).append(
            table_row(words.AREA, part.name, figure=figure, indicator=indicator)
        )
    return {period: tuple(rows) for period, rows in sorted(by_year.items(), reverse=True)}


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def municipalities(reader: Reader, *, indicator: IndicatorFacts, period: str) -> tuple[dict[str, str], ...]:
    """Nederland, and then all gemeenten of one period, alphabetically."""
    with database.reading(asker=reader.actor) as session:
        found = figure_queries.of_period(session, asker=reader.actor, indicator=indicator.code, period=period)
    kinds = {one.code: one.kind for one in catalogue.areas(reader)}
    found.sort(key=lambda pair: (kinds[pair[1].area] != "country", alphabetical(pair[0])))
    return tuple(table_row(words.AREA, name, figure=figure, indicator=indicator) for name, figure in found)


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def periods(reader: Reader, *, indicator: IndicatorFacts) -> tuple[str, ...]:
    """The periods in which the country or a gemeente has this figure, the last first."""
    with database.reading(asker=reader.actor) as session:
        return tuple(figure_queries.periods(session, asker=reader.actor, indicator=indicator.code))
