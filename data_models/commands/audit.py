"""The audit trail: every command leaves one line here, in its own transaction."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from data_models.access import Action, Actor, role_codes
from data_models.commands.permission import permit
from data_models.tables.audit import AuditLine

PROJECT_ROLE = "project"  # the seed and the command line: whoever can run them owns the database
MOST_NAMED = 20  # things of a longer list that a line names


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
    region_id: int | None = None,
    role: str = PROJECT_ROLE,
) -> None:
    """Write who did what to which version of which thing; an actor of None is the project itself, or as `role` says.

    The line belongs to the actor's region, and what the project did to the region it did it for (None: to none).
    `detail` names things (a file, codes of areas) and holds no words of the program, and nothing that people wrote.
    """
    session.add(
        AuditLine(
            person_id=actor.person_id if actor else None,
            person_name=actor.name if actor else "",
            role=role_codes(actor) if actor else role,
            region_id=actor.region_id if actor else region_id,
            action=action,
            subject_kind=subject_kind,
            subject_id=subject_id,
            from_version=from_version,
            to_version=to_version,
            detail=detail,
        )
    )
    session.flush()


def shortened(names: Sequence[str]) -> str:
    """The names as a `detail`: all of them, or the first `MOST_NAMED` and how many more there are."""
    more = [f"+{len(names) - MOST_NAMED}"] if len(names) > MOST_NAMED else []
    return ", ".join([*names[:MOST_NAMED], *more])


def note_download(session: Session, *, actor: Actor, detail: str) -> None:
    """Write that somebody takes the audit trail along; `detail` is what they chose of it, as the address says it."""
    permit(session, actor=actor, action=Action.READ_AUDIT)
    record(
        session,
        actor=actor,
        action="download_audit",
        subject_kind="audit",
        subject_id=actor.region_id,
        from_version=0,
        to_version=0,
        detail=detail,
    )
