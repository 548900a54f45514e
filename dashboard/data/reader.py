"""For whom a screen is drawn and of which moment: the key of every cache."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from data_models import database
from data_models.access import Actor
from data_models.queries import topics
from data_models.queries.regions import fictional_regions

MOST_ENTRIES = 400  # per cached question: about a morning's choices of a full meeting


@dataclass(frozen=True, slots=True)
class Reader:
    """Who asks (None: everybody) and the versions of what they may see, read once a run."""

    actor: Actor | None
    epoch: str
    figures: int
    norms: int
    stories: int

    @property
    def key(self) -> tuple[str, int, str, int, int]:
        """What a cached answer depends on besides the question; stories are asked afresh and are not in it."""
        region, role = (self.actor.region_id, str(self.actor.role)) if self.actor else (0, "")
        return (self.epoch, region, role, self.figures, self.norms)


@st.cache_resource(max_entries=2, show_spinner=False)
def _fictional_regions(epoch: str) -> tuple[int, ...]:
    """The regions whose norms and stories are examples for everybody; they come with the seed and stay."""
    with database.reading() as session:
        return tuple(fictional_regions(session))


def read_as(actor: Actor | None) -> Reader:
    """The reader of this run: one query that tells whether anything changed."""
    examples = _fictional_regions(str(database.database_url()))
    regions = {*examples, *((actor.region_id,) if actor else ())}
    with database.reading() as session:
        versions = topics.versions(session, region_ids=regions)
    everywhere = (topics.PUBLIC, *sorted(regions))
    return Reader(
        actor=actor,
        epoch=versions.epoch,
        figures=sum(versions.of("figures", region_id=region) for region in everywhere),
        norms=sum(versions.of("norms", region_id=region) for region in everywhere),
        stories=sum(versions.of("stories", region_id=region) for region in everywhere),
    )


HASHED: dict[type | str, Callable[..., object]] = {Reader: lambda reader: reader.key}
