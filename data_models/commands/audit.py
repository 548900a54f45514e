"""The audit trail: every command leaves one line here, in its own transaction."""

from sqlalchemy.orm import Session

from data_models.access import Actor, role_codes
from data_models.tables.audit import AuditLine

PROJECT_ROLE = "project"  # the seed and the command line: whoever can run them owns the database


def record(
    session: Session,
    *,
    actor: Actor | None,
    action: str,
    subject_kind: str,
    subject_id: int,
    from_version: int,
    to_version: int,
    detail: str,
) -> None:
    """Write who did what to which version of which thing; an actor of None is the project itself."""
    session.add(
        AuditLine(
            person_id=actor.person_id if actor else None,
            person_name=actor.name if actor else "",
            role=role_codes(actor) if actor else PROJECT_ROLE,
            region_id=actor.region_id if actor else None,
            action=action,
            subject_kind=subject_kind,
            subject_id=subject_id,
            from_version=from_version,
            to_version=to_version,
            detail=detail,
        )
    )
    session.flush()
