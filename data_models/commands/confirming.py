"""A party confirms a joint interpretation through who signs for it, or says beside it what it sees otherwise."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands.adopting import CLOCK, today
from data_models.commands.drafts import take_draft
from data_models.commands.interpretations import JointConflictError, JointRefusedError, record, seen_joint
from data_models.commands.permission import permit, row_of
from data_models.commands.stories import REMOVABLE_FOR
from data_models.personal_data import refuse_personal_data
from data_models.queries import members
from data_models.tables import Confirmation, DissentingView, JointInterpretation, JointVersion, Party, Picture
from data_models.tables.declaration import now


def confirm_interpretation(
    session: Session, *, actor: Actor, interpretation_id: int, seen_version: int, party_id: int
) -> None:
    """Confirm the words that the person saw, for a party that the person signs for."""
    joint = _signed(session, actor=actor, interpretation_id=interpretation_id, seen_version=seen_version)
    _refuse_other_party(session, actor=actor, party_id=party_id)
    if not joint.text:
        raise JointRefusedError("nothing_stands")
    same_words = (
        select(Confirmation.version)
        .join(
            JointVersion,
            (JointVersion.interpretation_id == Confirmation.interpretation_id)
            & (JointVersion.version == Confirmation.version),
        )
        .where(
            Confirmation.interpretation_id == interpretation_id,
            Confirmation.party_id == party_id,
            JointVersion.text == joint.text,
        )
    )
    if session.scalars(same_words).first() is not None:
        raise JointRefusedError("confirmed_already")
    session.add(
        Confirmation(
            interpretation_id=interpretation_id,
            party_id=party_id,
            version=seen_version,
            signatory_id=actor.person_id,
        )
    )
    session.flush()
    _record(session, joint, actor=actor, action="confirm_interpretation", party_id=party_id)


def undo_confirmation(
    session: Session, *, actor: Actor, interpretation_id: int, seen_version: int, party_id: int
) -> None:
    """Take back a confirmation of today; others may have built on one of an earlier day."""
    joint = _signed(session, actor=actor, interpretation_id=interpretation_id, seen_version=seen_version)
    _refuse_other_party(session, actor=actor, party_id=party_id)
    of_party = (Confirmation.interpretation_id == interpretation_id, Confirmation.party_id == party_id)
    last = session.scalars(select(Confirmation).where(*of_party).order_by(Confirmation.version.desc())).first()
    if last is None:
        raise JointRefusedError("not_confirmed")
    if last.confirmed_at.astimezone(CLOCK).date() != today():
        raise JointRefusedError("confirmed_before_today")
    session.delete(last)
    session.flush()
    _record(session, joint, actor=actor, action="undo_confirmation", party_id=party_id)


def add_dissenting_view(
    session: Session,
    *,
    actor: Actor,
    interpretation_id: int,
    seen_version: int,
    party_id: int,
    subject: str,
    draft_version: int,
) -> int:
    """Make the draft what a party sees otherwise, beside the words that the person saw; answer its id."""
    joint = _signed(session, actor=actor, interpretation_id=interpretation_id, seen_version=seen_version)
    _refuse_other_party(session, actor=actor, party_id=party_id)
    text = (take_draft(session, actor=actor, subject=subject, draft_version=draft_version) or "").strip()
    if not text:
        raise JointRefusedError("text_missing")
    refuse_personal_data(text)
    standing = select(DissentingView.id).where(
        DissentingView.interpretation_id == interpretation_id,
        DissentingView.party_id == party_id,
        DissentingView.state == "standing",
    )
    if session.scalars(standing).first() is not None:
        raise JointRefusedError("dissents_already")
    view = DissentingView(
        interpretation_id=interpretation_id,
        party_id=party_id,
        of_version=seen_version,
        text=text,
        signatory_id=actor.person_id,
    )
    session.add(view)
    session.flush()
    _record(session, joint, actor=actor, action="add_dissenting_view", party_id=party_id)
    return view.id


def withdraw_dissenting_view(session: Session, *, actor: Actor, view_id: int, seen_version: int) -> None:
    """Withdraw what a party saw otherwise: within a day its words go too, after that "ingetrokken" stays."""
    view = row_of(session, DissentingView, number=view_id, actor=actor, action=Action.CONFIRM_JOINT, lock=True)
    joint = row_of(
        session, JointInterpretation, number=view.interpretation_id, actor=actor, action=Action.CONFIRM_JOINT
    )
    _permit(session, actor=actor, joint=joint)
    _refuse_other_party(session, actor=actor, party_id=view.party_id)
    if view.version != seen_version:
        raise JointConflictError(text=view.text, version=view.version)
    if view.state == "withdrawn":
        raise JointRefusedError("withdrawn_already")
    is_recent = now() - view.created_at < REMOVABLE_FOR
    view.state, view.updated_at = "withdrawn", now()
    view.text = "" if is_recent else view.text
    session.flush()
    _record(session, joint, actor=actor, action="withdraw_dissenting_view", party_id=view.party_id)


def _signed(session: Session, *, actor: Actor, interpretation_id: int, seen_version: int) -> JointInterpretation:
    return seen_joint(
        session,
        actor=actor,
        action=Action.CONFIRM_JOINT,
        interpretation_id=interpretation_id,
        seen_version=seen_version,
    )


def _permit(session: Session, *, actor: Actor, joint: JointInterpretation) -> None:
    region_id = session.scalars(select(Picture.region_id).where(Picture.id == joint.picture_id)).one()
    permit(session, actor=actor, action=Action.CONFIRM_JOINT, region_id=region_id)


def _refuse_other_party(session: Session, *, actor: Actor, party_id: int) -> None:
    if party_id not in members.signs_for(session, asker=actor):
        raise JointRefusedError("not_your_party")


def _record(session: Session, joint: JointInterpretation, *, actor: Actor, action: str, party_id: int) -> None:
    name = session.scalars(select(Party.name).where(Party.id == party_id)).one()
    record(session, joint, actor=actor, action=action, from_version=joint.version, detail=name)
