"""The region one works in: which one an area belongs to, and who of it is signed in."""

import streamlit as st

from dashboard.data.reader import HASHED, MOST_ENTRIES, Reader
from data_models import database
from data_models.facts import AreaFacts
from data_models.queries import regions, sign_ins
from data_models.queries.sign_ins import Present


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def holding(reader: Reader, *, area: AreaFacts, region_ids: tuple[int, ...]) -> int | None:
    """The region that holds this area; the smallest when several do, for one that names no areas is about them all."""
    with database.reading() as session:
        own = {one: regions.own_areas(session, region_id=one) for one in region_ids}
    found = [one for one in region_ids if area.code in own[one]]
    return min(found, key=lambda one: len(own[one]), default=None)


def present(reader: Reader) -> list[Present]:
    """Who of the reader's region is signed in now, asked afresh."""
    if reader.actor is None:
        return []
    with database.reading(asker=reader.actor) as session:
        return sign_ins.present(session, asker=reader.actor)
