"""Gegevens: which region one acts in, what was brought in, where figures come from, and what is not shown."""

import streamlit as st

from dashboard.data.reader import HASHED, MOST_ENTRIES, Reader
from data_models import database
from data_models.queries import agenda as agenda_queries
from data_models.queries import catalogue, imports, own_figures, regions
from data_models.queries import sources as source_queries
from data_models.queries.agenda import AgendaFacts
from data_models.queries.imports import BatchFacts
from data_models.queries.own_figures import WithheldFacts
from data_models.queries.regions import RegionFacts
from data_models.queries.sources import SourceOverview

MOST_BATCHES = 30  # imports shown
MOST_WITHHELD = 300  # figures shown; more would not be read


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def region(reader: Reader) -> RegionFacts | None:
    """The region that the reader acts in."""
    if reader.actor is None:
        return None
    with database.reading(asker=reader.actor) as session:
        return regions.region(session, region_id=reader.actor.region_id)


def batches(reader: Reader) -> list[BatchFacts]:
    """The last imports, asked afresh: they are few, and one waits for them."""
    with database.reading(asker=reader.actor) as session:
        return imports.batches(session, asker=reader.actor, limit=MOST_BATCHES)


def last_undoable(reader: Reader) -> BatchFacts | None:
    """The import that the reader could undo."""
    if reader.actor is None:
        return None
    with database.reading(asker=reader.actor) as session:
        return imports.last_undoable(session, region_id=reader.actor.region_id, person_id=reader.actor.person_id)


def agenda(reader: Reader) -> list[AgendaFacts]:
    """The data-ontwikkelagenda, asked afresh."""
    with database.reading(asker=reader.actor) as session:
        return agenda_queries.items(session, asker=reader.actor)


@st.cache_resource(max_entries=4, show_spinner=False, hash_funcs=HASHED)
def themes(reader: Reader) -> dict[str, str]:
    """The name of every theme by its code, in the order of the screens."""
    with database.reading(asker=reader.actor) as session:
        return catalogue.themes(session)


def overview(reader: Reader) -> list[SourceOverview]:
    """Every source with what hangs on it, asked afresh: its totals are kept, so it reads no figures."""
    with database.reading(asker=reader.actor) as session:
        return source_queries.overview(session, asker=reader.actor)


def withheld(reader: Reader) -> list[WithheldFacts]:
    """The figures of registrations about the areas of the reader's region that are not shown: one more than fits."""
    if reader.actor is None:
        return []
    with database.reading(asker=reader.actor) as session:
        own = regions.own_areas(session, region_id=reader.actor.region_id)
        return own_figures.withheld(session, asker=reader.actor, areas=own, limit=MOST_WITHHELD + 1)
