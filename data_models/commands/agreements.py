"""What people do with agreements: make one, change it, say how far it is, take it away; every version is kept."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models import access
from data_models.access import Action, Actor, NotAllowedError
from data_models.commands import agreeing, chain, topics
from data_models.commands.agreeing import FIRST_YEAR, LAST_YEAR
from data_models.commands.chain import LONGEST_NAME, ChainConflictError, ChainRefusedError, one_line
from data_models.commands.permission import permit, row_of
from data_models.commands.pictures import picture_id
from data_models.facts import PictureSubject
from data_models.personal_data import refuse_personal_data
from data_models.tables import Agreement, AgreementVersion, Contribution, Picture
from data_models.tables.agreements import AGREEMENT_STATES
from data_models.tables.declaration import now

LONGEST = 500  # characters of what is agreed, and of what is said at a step: it must be read at a glance
OF = 4  # the question of which an answer becomes an agreement: what could be better


@dataclass(frozen=True, slots=True)
class AgreementProposal:
    """What somebody wants to agree: who does what, by when."""

    what: str
    organisation: str
    due_on: date | None


def faults(proposal: AgreementProposal) -> list[str]:
    """What is wrong with it, each by its name; an empty list when nothing is."""
    found = []
    if not proposal.what.strip():
        found.append("what_missing")
    if not proposal.organisation.strip():
        found.append("organisation_missing")
    if proposal.due_on is None:
        found.append("due_missing")
    elif not FIRST_YEAR <= proposal.due_on.year <= LAST_YEAR:
        found.append("day_impossible")
    if len(proposal.what.strip()) > LONGEST or len(one_line(proposal.organisation)) > LONGEST_NAME:
        found.append("text_too_long")
    return found


def make_agreement(
    session: Session,
    *,
    actor: Actor,
    proposal: AgreementProposal,
    picture: PictureSubject | None = None,
    contribution_id: int | None = None,
) -> int:
    """Keep an agreement of the actor's region, with the beeld or the answer that it came from, and answer its id."""
    permit(session, actor=actor, action=Action.MAKE_AGREEMENTS)
    made = Agreement(region_id=actor.region_id, state="open", created_by=actor.person_id)
    _fill(made, proposal=proposal, actor=actor)
    if contribution_id is not None:
        made.contribution_id = contribution_id
        made.picture_id = _picture_of_answer(session, actor=actor, contribution_id=contribution_id)
    elif picture is not None:
        made.picture_id = picture_id(session, actor=actor, subject=picture)
    session.add(made)
    session.flush()
    _record(session, actor=actor, action="make_agreement", agreement=made, from_version=0)
    return made.id


def change_agreement(
    session: Session, *, actor: Actor, agreement_id: int, seen_version: int, proposal: AgreementProposal
) -> int:
    """Change what, who or when, from the version the person saw, and answer its new version."""
    changed = agreeing.standing(session, Agreement, actor=actor, number=agreement_id, seen_version=seen_version)
    _fill(changed, proposal=proposal, actor=actor)
    changed.note = ""
    chain.flush_seen(session, seen_version=seen_version)
    _record(session, actor=actor, action="change_agreement", agreement=changed, from_version=seen_version)
    return changed.version


def step_agreement(
    session: Session, *, actor: Actor, agreement_id: int, seen_version: int, state: str, note: str
) -> int:
    """Say how far it is, from the version the person saw, and answer its new version; what stops says why.

    Who makes agreements may, and whoever is of the organisation that does it.
    """
    agreement = _standing_for_who_does(session, actor=actor, number=agreement_id, seen_version=seen_version)
    wrong = step_faults(state, note=note, standing=agreement.state)
    if wrong:
        raise ChainRefusedError(wrong[0])
    refuse_personal_data(note)
    agreement.state, agreement.note = state, note.strip()
    chain.touch(agreement, actor=actor)
    chain.flush_seen(session, seen_version=seen_version)
    _record(session, actor=actor, action="step_agreement", agreement=agreement, from_version=seen_version)
    return agreement.version


def step_faults(state: str, *, note: str, standing: str) -> list[str]:
    """What is wrong with a step from where it stands, each by its name; an empty list when nothing is."""
    found = []
    if state not in AGREEMENT_STATES:
        found.append("state_unknown")
    if state == "stopped" and not note.strip():
        found.append("why_missing")
    elif state == standing and not note.strip():
        found.append("nothing_said")
    if len(note.strip()) > LONGEST:
        found.append("text_too_long")
    return found


def remove_agreement(session: Session, *, actor: Actor, agreement_id: int, seen_version: int) -> int:
    """Take an agreement away that should not have been there, and answer its new version; it can be put back."""
    return _set_removed(session, actor=actor, number=agreement_id, seen_version=seen_version, removed=True)


def put_back_agreement(session: Session, *, actor: Actor, agreement_id: int, seen_version: int) -> int:
    """Undo taking it away, and answer its new version."""
    return _set_removed(session, actor=actor, number=agreement_id, seen_version=seen_version, removed=False)


def undo_step(session: Session, *, actor: Actor, agreement_id: int, seen_version: int) -> int:
    """Undo the last change or step: what stood before stands again, as a new version, which is answered.

    Whoever is of the organisation that does it undoes steps only, not what others agreed.
    """
    agreement = _standing_for_who_does(session, actor=actor, number=agreement_id, seen_version=seen_version)
    kept = AgreementVersion.agreement_id == agreement_id, AgreementVersion.version == seen_version - 1
    before = session.scalars(select(AgreementVersion).where(*kept)).one_or_none()
    if before is None or before.removed:
        raise ChainRefusedError("nothing_to_undo")
    agreed = (before.what, before.organisation, before.due_on)
    if agreed != (agreement.what, agreement.organisation, agreement.due_on):
        access.require(actor, Action.MAKE_AGREEMENTS, region_id=agreement.region_id)
    agreement.what, agreement.organisation, agreement.due_on = agreed
    agreement.state, agreement.note = before.state, before.note
    chain.touch(agreement, actor=actor)
    chain.flush_seen(session, seen_version=seen_version)
    _record(session, actor=actor, action="undo_agreement_step", agreement=agreement, from_version=seen_version)
    return agreement.version


def _picture_of_answer(session: Session, *, actor: Actor, contribution_id: int) -> int:
    """The beeld of an answer that the actor can read: of their region, shared, and of their circle if it is of one."""
    question = (
        select(Contribution)
        .join(Picture, Picture.id == Contribution.picture_id)
        .where(Contribution.id == contribution_id, Picture.region_id == actor.region_id, Contribution.question == OF)
    )
    answer = session.scalars(question).one_or_none()
    if answer is None or answer.state != "shared":
        raise ChainRefusedError("answer_unknown")
    is_own = answer.person_id == actor.person_id or access.are_colleagues(actor, organisation=answer.organisation)
    if answer.visibility == "circle" and not is_own:
        raise ChainRefusedError("answer_unknown")
    return answer.picture_id


def _standing_for_who_does(session: Session, *, actor: Actor, number: int, seen_version: int) -> Agreement:
    """The agreement as the person saw it, for who makes agreements or is of the organisation that does it."""
    found = row_of(session, Agreement, number=number, actor=actor, action=Action.CONTRIBUTE)
    makes = access.may(actor, Action.MAKE_AGREEMENTS)
    permit(
        session,
        actor=actor,
        action=Action.MAKE_AGREEMENTS if makes else Action.CONTRIBUTE,
        region_id=found.region_id,
    )
    if not makes and not access.are_colleagues(actor, organisation=found.organisation):
        raise NotAllowedError(actor, Action.MAKE_AGREEMENTS, found.region_id)
    if found.version != seen_version:
        raise ChainConflictError(seen_version, found.version)
    if found.removed_at is not None:
        raise ChainRefusedError("removed_already")
    return found


def _set_removed(session: Session, *, actor: Actor, number: int, seen_version: int, removed: bool) -> int:
    row = agreeing.set_removed(
        session, Agreement, actor=actor, number=number, seen_version=seen_version, removed=removed
    )
    action = "remove_agreement" if removed else "put_back_agreement"
    _record(session, actor=actor, action=action, agreement=row, from_version=seen_version)
    return row.version


def _fill(agreement: Agreement, *, proposal: AgreementProposal, actor: Actor) -> None:
    wrong = faults(proposal)
    if wrong or proposal.due_on is None:
        raise ChainRefusedError(wrong[0])
    refuse_personal_data(proposal.what, proposal.organisation)
    agreement.what, agreement.organisation = proposal.what.strip(), one_line(proposal.organisation)
    agreement.due_on = proposal.due_on
    chain.touch(agreement, actor=actor)


def _record(session: Session, *, actor: Actor, action: str, agreement: Agreement, from_version: int) -> None:
    """The version that is kept, the audit line, and the versions by which screens know."""
    session.add(
        AgreementVersion(
            region_id=agreement.region_id,
            agreement_id=agreement.id,
            version=agreement.version,
            what=agreement.what,
            organisation=agreement.organisation,
            due_on=agreement.due_on,
            state=agreement.state,
            note=agreement.note,
            removed=agreement.removed_at is not None,
            changed_by=actor.person_id,
            changed_at=now(),
        )
    )
    agreeing.record(session, actor=actor, action=action, subject=agreement, kind="agreement", from_version=from_version)
    if agreement.picture_id is not None:
        topics.bump(session, topic="stories", region_id=agreement.region_id)
