"""Topic versions: a number per topic and region that goes up with every change, so that caches know."""

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from data_models.tables.audit import TopicVersion

PUBLIC = 0  # the region number of what everybody may see


def bump(session: Session, *, topic: str, region_id: int = PUBLIC) -> None:
    """Raise the version of a topic ("figures", "norms", "plans", "stories", "areas") in a region by one."""
    first = {"topic": topic, "region_id": region_id, "version": 1}
    key = [TopicVersion.topic, TopicVersion.region_id]
    following = {"version": TopicVersion.version + 1}
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    session.execute(insert(TopicVersion).values(first).on_conflict_do_update(index_elements=key, set_=following))
