"""What can be chosen: areas and indicators."""

import streamlit as st

from dashboard.data.reader import HASHED, MOST_ENTRIES, Reader
from data_models import database
from data_models.facts import AnnotationFacts, AreaFacts, IndicatorFacts, SourceFacts
from data_models.queries import catalogue


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=HASHED)
def areas(reader: Reader) -> tuple[AreaFacts, ...]:
    """Every area, by name."""
    with database.reading() as session:
        return tuple(catalogue.areas(session))


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=HASHED)
def indicators(reader: Reader) -> tuple[IndicatorFacts, ...]:
    """Every indicator, by theme."""
    with database.reading() as session:
        return tuple(catalogue.indicators(session))


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=HASHED)
def annotations(reader: Reader) -> tuple[AnnotationFacts, ...]:
    """Every break and event."""
    with database.reading() as session:
        return tuple(catalogue.annotations(session))


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=HASHED)
def sources(reader: Reader) -> tuple[SourceFacts, ...]:
    """Every source."""
    with database.reading() as session:
        return tuple(catalogue.sources(session))


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def wholes(reader: Reader, *, area: AreaFacts) -> tuple[tuple[AreaFacts, float], ...]:
    """What an area is part of, with the share of it that belongs there."""
    with database.reading() as session:
        return tuple(catalogue.wholes(session, area=area))


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def parts(reader: Reader, *, area: AreaFacts) -> tuple[tuple[AreaFacts, float], ...]:
    """What an area consists of, with the share of each part that belongs to it."""
    with database.reading() as session:
        return tuple(catalogue.parts(session, area=area))
