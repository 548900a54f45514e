"""The versions by which caches know that something changed."""

from dataclasses import dataclass

from sqlalchemy import Integer, String, literal, select, union_all
from sqlalchemy.orm import Session

from data_models.tables.audit import Setting, TopicVersion

PUBLIC = 0  # the region number of what everybody may see
EPOCH = "epoch"  # the setting that is new after a restore


@dataclass(frozen=True, slots=True)
class TopicVersions:
    """The database's epoch (empty when it was never set) and the version of each (topic, region)."""

    epoch: str
    numbers: dict[tuple[str, int], int]

    def of(self, topic: str, *, region_id: int = PUBLIC) -> int:
        """The version of a topic in a region; 0 when nothing was ever changed there."""
        return self.numbers.get((topic, region_id), 0)

    def summed(self, topic: str) -> int:
        """A number that changes when the topic changes anywhere."""
        return sum(version for (name, _), version in self.numbers.items() if name == topic)


def versions(session: Session) -> TopicVersions:
    """The epoch and every topic's version in every region, read in one query."""
    topics = select(TopicVersion.topic, TopicVersion.region_id, TopicVersion.version, literal("", String()))
    epoch = select(Setting.name, literal(-1, Integer()), literal(0, Integer()), Setting.value).where(
        Setting.name == EPOCH
    )
    rows = session.execute(union_all(topics, epoch)).all()
    return TopicVersions(
        epoch=next((value for _, region_id, _, value in rows if region_id < PUBLIC), ""),
        numbers={(topic, region_id): version for topic, region_id, version, _ in rows if region_id >= PUBLIC},
    )
