"""Which region an area belongs to, for who works in several."""

import streamlit as st

from dashboard.data.reader import HASHED, MOST_ENTRIES, Reader
from data_models import database
from data_models.facts import AreaFacts
from data_models.queries import regions


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def holding(reader: Reader, *, area: AreaFacts, region_ids: tuple[int, ...]) -> int | None:
    """The region that holds this area; the smallest when several do, for one that names no areas is about them all."""
    with database.reading() as session:
        own = {one: regions.own_areas(session, region_id=one) for one in region_ids}
    found = [one for one in region_ids if area.code in own[one]]
    return min(found, key=lambda one: len(own[one]), default=None)
