"""The second half of an import: all of it is stored, or nothing."""

from sqlalchemy import Engine

from dashboard.importing import failures, summary
from dashboard.importing.asking import who_asks
from dashboard.importing.prepared import Prepared
from dashboard.importing.remembering import remember
from dashboard.importing.report import Outcome
from dashboard.texts import importing as words
from data_models import database
from data_models.access import NotAllowedError
from data_models.commands.boundaries import register_boundaries
from data_models.commands.permission import SignedOutError
from data_models.commands.publishing import StaleComparisonError, publish
from data_models.commands.undoing import ChangedSinceError, NothingToUndoError, undo_last


class NothingPreparedError(Exception):
    """What was prepared was refused or asks something: there is nothing to store."""


def store(engine: Engine, prepared: Prepared, *, remove_gone: bool = False) -> Outcome:
    """Store what the preview showed, by whoever asked for it; the outcome's problem says why nothing was stored.

    Figures, areas, boundaries and the mapping are of one transaction. When figures were changed since the preview,
    nothing is stored.
    """
    if prepared.figures is None or prepared.batch is None:
        raise NothingPreparedError(prepared.request.file_name)
    try:
        return _stored(engine, prepared, remove_gone=remove_gone)
    except StaleComparisonError:
        return Outcome(problem=words.STALE)
    except SignedOutError:
        return Outcome(problem=words.SIGNED_OUT)
    except NotAllowedError:
        return Outcome(problem=words.NOT_ALLOWED)
    except failures.NOT_PUBLISHED as error:
        return Outcome(problem=failures.not_published(error))


def undo(engine: Engine, *, region_id: int | None) -> str:
    """Undo the last import of public figures or of this region, by the project itself; answers what happened."""
    try:
        with database.staging(engine) as session:
            undone = undo_last(session, actor=None, region_id=region_id)
    except NothingToUndoError:
        return words.NOTHING_TO_UNDO
    except ChangedSinceError:
        return words.CANNOT_UNDO
    return summary.undone(undone)


def _stored(engine: Engine, prepared: Prepared, *, remove_gone: bool) -> Outcome:
    request, batch, figures = prepared.request, prepared.batch, prepared.figures
    if batch is None or figures is None:
        raise NothingPreparedError(request.file_name)
    with database.staging(engine, actor=request.asker) as session:
        actor = who_asks(session, request)
        published = publish(
            session,
            actor=actor,
            figures=figures,
            connector=request.source,
            file_name=batch.file_name,
            file_sha256=batch.sha256,
            region_id=batch.region_id,
            summary=batch.summary,
            areas=batch.areas,
            remove_gone=remove_gone,
            expected_version=prepared.report.figures_version,
        )
        if batch.mapping is not None:
            remember(
                session,
                actor=actor,
                region_id=request.region_id,
                mapping=batch.mapping,
                header=batch.header,
                name=batch.file_name,
                source=request.source,
            )
        outlines = 0
        if batch.boundaries:
            outlines = register_boundaries(session, actor=actor, boundaries=batch.boundaries, source=request.source)
    return Outcome(
        new=published.new,
        changed=published.changed,
        unchanged=published.unchanged,
        gone=published.gone,
        areas=published.areas_added,
        boundaries=outlines,
    )
