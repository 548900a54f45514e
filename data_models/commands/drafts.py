"""What people are typing and nobody else sees yet: kept at every pause, and taken when it is shared."""

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands.permission import permit
from data_models.facts import DraftFacts
from data_models.tables import Draft
from data_models.tables.declaration import now

LONGEST = 5_000  # characters of one answer


class TooLongError(ValueError):
    """The text has more than `LONGEST` characters."""


class DraftConflictError(Exception):
    """The draft was saved elsewhere after the version that was seen; `text` and `version` are what stands."""

    def __init__(self, *, text: str, version: int) -> None:
        super().__init__(f"version {version} stands")
        self.text = text
        self.version = version


def save_draft(
    session: Session, *, actor: Actor, subject: str, text: str, seen_version: int, base_version: int
) -> DraftFacts:
    """Keep what someone is typing; the text that already stands makes no new version, wherever it was typed on."""
    permit(session, actor=actor, action=Action.CONTRIBUTE)
    if len(text) > LONGEST:
        raise TooLongError(len(text))
    draft = _draft(session, actor=actor, subject=subject)
    if draft is None and seen_version:
        raise DraftConflictError(text="", version=0)  # it was shared meanwhile, from another window
    if draft is None:
        draft = Draft(person_id=actor.person_id, region_id=actor.region_id, subject=subject, version=0)
        draft.text, draft.base_version = "", base_version
        session.add(draft)
    elif draft.text == text:
        draft.base_version = base_version
        return _facts(draft)
    elif draft.version != seen_version:
        raise DraftConflictError(text=draft.text, version=draft.version)
    draft.text, draft.base_version = text, base_version
    draft.version += 1
    draft.updated_at = now()
    try:
        session.flush()
    except IntegrityError as elsewhere:  # the same draft was begun in another window at the same moment
        raise DraftConflictError(text="", version=0) from elsewhere
    return _facts(draft)


def take_draft(session: Session, *, actor: Actor, subject: str, draft_version: int) -> str | None:
    """The text of the draft in the version that was shared; the draft is gone with it. None: nothing was typed."""
    draft = _draft(session, actor=actor, subject=subject)
    if draft is None and draft_version:
        raise DraftConflictError(text="", version=0)  # it was shared meanwhile, from another window
    if draft is None:
        return None
    if draft.version != draft_version:
        raise DraftConflictError(text=draft.text, version=draft.version)
    text = draft.text
    session.delete(draft)
    session.flush()
    return text


def _draft(session: Session, *, actor: Actor, subject: str) -> Draft | None:
    question = select(Draft).where(
        Draft.person_id == actor.person_id, Draft.region_id == actor.region_id, Draft.subject == subject
    )
    return session.scalars(question.with_for_update()).one_or_none()


def _facts(draft: Draft) -> DraftFacts:
    return DraftFacts(
        subject=draft.subject,
        text=draft.text,
        base_version=draft.base_version,
        version=draft.version,
        updated_at=draft.updated_at,
    )
