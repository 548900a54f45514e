"""Remembering which column of a kind of file means what."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import audit, topics
from data_models.commands.permission import permit
from data_models.personal_data import refuse_personal_data
from data_models.tables import ColumnMapping
from data_models.tables.declaration import now


def remember(
    session: Session,
    *,
    actor: Actor | None,
    signature: str,
    name: str,
    source: str,
    mapping: str,
    region_id: int | None,
) -> int:
    """Keep the mapping (JSON) for files with this header in this region, and answer its version.

    An actor of None is the project itself, `region_id` None what the project remembers. The mapping that stands makes
    no new version.
    """
    if actor:
        permit(session, actor=actor, action=Action.IMPORT_FIGURES, region_id=region_id)
    refuse_personal_data(name)
    question = select(ColumnMapping).where(
        ColumnMapping.signature == signature, ColumnMapping.region_id.is_not_distinct_from(region_id)
    )
    known = session.scalars(question.with_for_update()).one_or_none()
    if known is not None and (known.name, known.source, known.mapping) == (name, source, mapping):
        return known.version
    from_version = known.version if known else 0
    if known is None:
        known = ColumnMapping(region_id=region_id, signature=signature)
        session.add(known)
    known.name, known.source, known.mapping = name, source, mapping
    known.updated_by, known.updated_at = actor.person_id if actor else None, now()
    session.flush()
    audit.record(
        session,
        actor=actor,
        action="remember_mapping",
        subject_kind="column_mapping",
        subject_id=known.id,
        from_version=from_version,
        to_version=known.version,
        detail=name,
        region_id=region_id,
    )
    topics.bump(session, topic="sources", region_id=region_id or topics.PUBLIC)
    return known.version
