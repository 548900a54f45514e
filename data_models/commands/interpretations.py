"""The joint interpretation: written down together, changed from the version that was seen, put back as it was."""

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import audit, topics
from data_models.commands.drafts import DraftConflictError, take_draft
from data_models.commands.permission import permit, row_of
from data_models.commands.pictures import picture_id
from data_models.facts import PictureSubject
from data_models.personal_data import refuse_personal_data
from data_models.quoting import is_quoted
from data_models.tables import Contribution, JointInterpretation, JointQuote, JointVersion, Picture
from data_models.tables.declaration import now


class JointConflictError(DraftConflictError):
    """Someone else changed the joint interpretation after the version that was seen; `text` is what stands."""


class JointRefusedError(ValueError):
    """It cannot be done with this joint interpretation; `fault` names why, for the screen to put into words."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


def save_joint(
    session: Session,
    *,
    actor: Actor,
    picture: PictureSubject,
    question: int,
    seen_version: int,
    subject: str,
    draft_version: int,
) -> tuple[int, int]:
    """Make the draft what the parties say together, from the version the person saw (0: none).

    Answers its id and its version; the same words make no new one: what was confirmed stays confirmed.
    """
    permit(session, actor=actor, action=Action.COMPOSE_JOINT)
    text = (take_draft(session, actor=actor, subject=subject, draft_version=draft_version) or "").strip()
    if not text:
        raise JointRefusedError("text_missing")
    refuse_personal_data(text)
    about = picture_id(session, actor=actor, subject=picture)
    of_question = (JointInterpretation.picture_id == about, JointInterpretation.question == question)
    joint = session.scalars(select(JointInterpretation).where(*of_question).with_for_update()).one_or_none()
    if seen_version != (joint.version if joint else 0):
        raise JointConflictError(text=joint.text if joint else "", version=joint.version if joint else 0)
    if joint is None:
        joint = JointInterpretation(picture_id=about, question=question, text="")
        session.add(joint)
    elif joint.text == text:
        return joint.id, joint.version
    _replace(session, joint, text=text, actor=actor)
    record(session, joint, actor=actor, action="save_joint", from_version=seen_version)
    return joint.id, joint.version


def put_back_joint(session: Session, *, actor: Actor, interpretation_id: int, seen_version: int) -> int:
    """Put back the words from before the last change, as a new version; before the first there were none."""
    joint = seen_joint(
        session,
        actor=actor,
        action=Action.COMPOSE_JOINT,
        interpretation_id=interpretation_id,
        seen_version=seen_version,
    )
    earlier = (
        select(JointVersion.text)
        .where(JointVersion.interpretation_id == interpretation_id, JointVersion.version < seen_version)
        .order_by(JointVersion.version.desc())
        .limit(1)
    )
    _replace(session, joint, text=session.scalar(earlier) or "", actor=actor)
    record(session, joint, actor=actor, action="put_back_joint", from_version=seen_version)
    return joint.version


def seen_joint(
    session: Session, *, actor: Actor, action: Action, interpretation_id: int, seen_version: int
) -> JointInterpretation:
    """The joint interpretation as the person saw it, which nobody can change until this is done."""
    joint = row_of(session, JointInterpretation, number=interpretation_id, actor=actor, action=action, lock=True)
    region_id = session.scalars(select(Picture.region_id).where(Picture.id == joint.picture_id)).one()
    permit(session, actor=actor, action=action, region_id=region_id)
    if joint.version != seen_version:
        raise JointConflictError(text=joint.text, version=joint.version)
    return joint


def record(
    session: Session, joint: JointInterpretation, *, actor: Actor, action: str, from_version: int, detail: str = ""
) -> None:
    """Write the audit line of something that was done with a joint interpretation, and let screens know."""
    audit.record(
        session,
        actor=actor,
        action=action,
        subject_kind="joint_interpretation",
        subject_id=joint.id,
        from_version=from_version,
        to_version=joint.version,
        detail=detail,
    )
    topics.bump(session, topic="stories", region_id=actor.region_id)


def _replace(session: Session, joint: JointInterpretation, *, text: str, actor: Actor) -> None:
    """Put these words in it, as a version of their own, with which contributions they quote."""
    joint.text, joint.updated_by, joint.updated_at = text, actor.person_id, now()
    try:
        session.flush()
    except IntegrityError as elsewhere:  # somebody else wrote the first words at the same moment
        raise JointConflictError(text="", version=0) from elsewhere
    session.add(
        JointVersion(
            interpretation_id=joint.id,
            version=joint.version,
            text=text,
            organisation=actor.organisation,
            changed_by=actor.person_id,
            changed_at=joint.updated_at,
        )
    )
    told = select(Contribution.id, Contribution.text).where(
        Contribution.picture_id == joint.picture_id,
        Contribution.state == "shared",
        Contribution.visibility != "circle",
    )
    quoted = {number for number, said in session.execute(told) if is_quoted(said, among=text)}
    quoted |= _quoted_still(session, joint, text=text)
    session.add_all(
        JointQuote(interpretation_id=joint.id, version=joint.version, contribution_id=number)
        for number in sorted(quoted)
    )
    session.flush()


def _quoted_still(session: Session, joint: JointInterpretation, *, text: str) -> set[int]:
    """What was quoted in the version before and withdrawn since: its words are gone, whose they were still stands."""
    before = (
        select(Contribution.id, Contribution.organisation)
        .join(JointQuote, JointQuote.contribution_id == Contribution.id)
        .where(
            JointQuote.interpretation_id == joint.id,
            JointQuote.version == joint.version - 1,
            Contribution.state != "shared",
        )
    )
    return {number for number, organisation in session.execute(before) if organisation in text}
