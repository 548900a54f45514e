"""What the columns of a kind of file mean, remembered once somebody confirmed it."""

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from dashboard.importing.report import Asker
from dashboard.sources.columns.mapping import ColumnMapping, header_signature, mapping_as_json, mapping_from_json
from data_models import database
from data_models.access import Actor
from data_models.commands import mappings as commands
from data_models.queries import mappings


def recalled(
    engine: Engine, *, header: tuple[str, ...], asker: Asker | None, region_id: int | None
) -> ColumnMapping | None:
    """The mapping that this region confirmed before for a file with this header."""
    if not header:
        return None
    with database.reading(engine, asker=asker) as session:
        found = mappings.remembered(session, signature=header_signature(header), region_id=region_id)
    if found is None:
        return None
    try:
        return mapping_from_json(found.mapping)
    except ValueError:  # kept by another version of this program
        return None


def remember(
    session: Session,
    *,
    actor: Actor | None,
    region_id: int | None,
    mapping: ColumnMapping,
    header: tuple[str, ...],
    name: str,
    source: str,
) -> None:
    """Keep what was confirmed, for the next file with this header."""
    commands.remember(
        session,
        actor=actor,
        signature=header_signature(header),
        name=name,
        source=source,
        mapping=mapping_as_json(mapping),
        region_id=region_id,
    )
