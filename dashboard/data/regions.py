"""Regio en gebieden: what the region is about, asked afresh, as one moment saw it."""

from dataclasses import dataclass

from dashboard.data.reader import Reader
from data_models import database
from data_models.access import Actor
from data_models.compositions import Known, Place
from data_models.facts import AreaFacts
from data_models.queries import compositions, region_areas, regions, topics
from data_models.queries.compositions import ChangeFacts
from data_models.queries.region_areas import PartyFacts
from data_models.queries.regions import RegionFacts

MOST_CHANGES = 5  # shown


@dataclass(frozen=True, slots=True)
class RegionView:
    """A region with its areas and parties, what compositions are, and the versions of both."""

    actor: Actor
    region: RegionFacts
    version: int
    areas_version: int
    known: Known
    own: frozenset[str]  # codes of what it may change
    named: tuple[Place, ...]
    parties: tuple[PartyFacts, ...]
    changes: tuple[ChangeFacts, ...]
    last: ChangeFacts | None

    def places(self, kind: str, *, own: bool = True) -> dict[Place, AreaFacts]:
        """The areas of a kind that still exist, by name: the region's, or all that are as real as it."""
        return {
            place: area
            for place, area in self.known.areas.items()
            if area.kind == kind
            and area.valid_until is None
            and area.fictional == self.region.fictional
            and (not own or area.code in self.own)
        }


def view(reader: Reader) -> RegionView | None:
    """The reader's region; None for who acts in none."""
    if reader.actor is None:
        return None
    region_id = reader.actor.region_id
    with database.reading(asker=reader.actor) as session:
        region = regions.region(session, region_id=region_id)
        if region is None:
            return None
        versions = topics.versions(session)
        return RegionView(
            actor=reader.actor,
            region=region,
            version=versions.of(region_areas.TOPIC, region_id=region_id),
            areas_version=versions.of("areas"),
            known=compositions.known(session),
            own=regions.own_areas(session, region_id=region_id),
            named=tuple(region_areas.areas(session, region_id=region_id)),
            parties=tuple(region_areas.parties(session, region_id=region_id)),
            changes=tuple(compositions.changes(session, region_id=region_id, limit=MOST_CHANGES)),
            last=compositions.last_standing(session, region_id=region_id),
        )


def what_stays(reader: Reader, *, place: Place) -> tuple[int, int]:
    """How many norms and pictures with a story of the reader's region are about an area."""
    if reader.actor is None:
        return 0, 0
    with database.reading(asker=reader.actor) as session:
        return region_areas.what_stays(session, asker=reader.actor, place=place)
