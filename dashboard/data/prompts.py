"""The prompts under each question: those of the region, asked once for each change of a story."""

import streamlit as st

from dashboard.data.reader import Reader
from data_models import database
from data_models.access import Actor, region_read
from data_models.queries import prompts as queries
from data_models.queries.prompts import PromptsFacts

MOST_REGIONS = 20


def prompts(reader: Reader, *, question: int) -> PromptsFacts:
    """Those of the reader's region; none, in version 0, when it wrote none."""
    known = _of_region(reader.epoch, region_read(reader.actor) or 0, reader.stories, _asker=reader.actor)
    return known.get(question, PromptsFacts((), 0))


def prompts_for_invited(token_hash: str) -> dict[int, PromptsFacts]:
    """Those of the region that invited by this token, by question."""
    with database.reading() as session:
        return queries.prompts_for_invited(session, token_hash=token_hash)


@st.cache_resource(max_entries=MOST_REGIONS, show_spinner=False)
def _of_region(epoch: str, region_id: int, stories: int, *, _asker: Actor | None) -> dict[int, PromptsFacts]:
    with database.reading(asker=_asker) as session:
        return queries.prompts(session, asker=_asker)
