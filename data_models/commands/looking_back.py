"""Looking back at an earlier joint interpretation now that there is a new figure: was it right?"""

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from data_models.access import Action, Actor, NotAllowedError
from data_models.commands import audit, topics
from data_models.commands.drafts import DraftConflictError, take_draft
from data_models.commands.permission import permit, row_of
from data_models.commands.pictures import picture_id
from data_models.facts import PictureSubject
from data_models.personal_data import refuse_personal_data
from data_models.tables import JointInterpretation, LookingBack, Picture
from data_models.tables.declaration import now
from data_models.tables.stories import RECOGNITIONS


class LookingBackConflictError(DraftConflictError):
    """The same person answered or changed it elsewhere after the version that was seen."""


class LookingBackRefusedError(ValueError):
    """It cannot be said; `fault` names why, for the screen to put into words."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


def look_back(
    session: Session,
    *,
    actor: Actor,
    picture: PictureSubject,
    interpretation_id: int,
    of_version: int,
    answer: str,
    seen_version: int,
) -> int:
    """Say of an earlier joint interpretation whether it was right, in place of what one said before; answer its id.

    `picture` is the one with the new figure, `seen_version` that of one's own earlier answer (0: none).
    """
    permit(session, actor=actor, action=Action.CONTRIBUTE)
    if answer not in RECOGNITIONS:
        raise LookingBackRefusedError("answer_unknown")
    earlier = row_of(session, JointInterpretation, number=interpretation_id, actor=actor, action=Action.CONTRIBUTE)
    before = row_of(session, Picture, number=earlier.picture_id, actor=actor, action=Action.CONTRIBUTE)
    permit(session, actor=actor, action=Action.CONTRIBUTE, region_id=before.region_id)
    about = picture_id(session, actor=actor, subject=picture)
    if before.id == about or before.subject != picture.subject:
        raise LookingBackRefusedError("not_earlier")
    own = select(LookingBack).where(
        LookingBack.picture_id == about,
        LookingBack.interpretation_id == interpretation_id,
        LookingBack.person_id == actor.person_id,
    )
    said = session.scalars(own.with_for_update()).one_or_none()
    if seen_version != (said.version if said else 0):
        raise LookingBackConflictError(text=said.text if said else "", version=said.version if said else 0)
    if said is None:
        said = LookingBack(picture_id=about, interpretation_id=interpretation_id, person_id=actor.person_id, text="")
        session.add(said)
    said.organisation, said.perspective = actor.organisation, actor.perspective
    said.of_version, said.answer, said.updated_at = of_version, answer, now()
    try:
        session.flush()
    except IntegrityError as elsewhere:  # in another window at the same moment
        raise LookingBackConflictError(text="", version=0) from elsewhere
    _record(session, said, actor=actor, action="look_back", from_version=seen_version)
    return said.id


def explain_looking_back(
    session: Session, *, actor: Actor, looking_back_id: int, seen_version: int, subject: str, draft_version: int
) -> int:
    """Put the draft beside one's own answer, as why it is so; answer the new version."""
    said = _own(session, actor=actor, looking_back_id=looking_back_id, seen_version=seen_version)
    text = (take_draft(session, actor=actor, subject=subject, draft_version=draft_version) or "").strip()
    refuse_personal_data(text)
    said.text, said.updated_at = text, now()
    session.flush()
    _record(session, said, actor=actor, action="explain_looking_back", from_version=seen_version)
    return said.version


def take_back_looking_back(session: Session, *, actor: Actor, looking_back_id: int, seen_version: int) -> None:
    """Take one's own answer away: nothing of it stays but the audit line."""
    said = _own(session, actor=actor, looking_back_id=looking_back_id, seen_version=seen_version)
    _record(session, said, actor=actor, action="take_back_looking_back", from_version=seen_version)
    session.delete(said)
    session.flush()


def _own(session: Session, *, actor: Actor, looking_back_id: int, seen_version: int) -> LookingBack:
    said = row_of(session, LookingBack, number=looking_back_id, actor=actor, action=Action.CONTRIBUTE, lock=True)
    region_id = session.scalars(select(Picture.region_id).where(Picture.id == said.picture_id)).one()
    permit(session, actor=actor, action=Action.CONTRIBUTE, region_id=region_id)
    if said.person_id != actor.person_id:
        raise NotAllowedError(actor, Action.CONTRIBUTE, region_id)
    if said.version != seen_version:
        raise LookingBackConflictError(text=said.text, version=said.version)
    return said


def _record(session: Session, said: LookingBack, *, actor: Actor, action: str, from_version: int) -> None:
    audit.record(
        session,
        actor=actor,
        action=action,
        subject_kind="looking_back",
        subject_id=said.id,
        from_version=from_version,
        to_version=said.version,
        detail="",
    )
    topics.bump(session, topic="stories", region_id=actor.region_id)
