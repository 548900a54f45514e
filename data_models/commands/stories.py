"""What people do with stories: share a draft, edit what was shared, withdraw it; nothing is overwritten unseen."""

from datetime import timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from data_models import access
from data_models.access import Action, Actor, NotAllowedError
from data_models.commands import audit, topics
from data_models.commands.drafts import DraftConflictError, take_draft
from data_models.commands.permission import permit, row_of
from data_models.commands.pictures import picture_id
from data_models.facts import PictureSubject
from data_models.personal_data import refuse_personal_data
from data_models.tables import Contribution, ContributionVersion, Picture
from data_models.tables.declaration import now

REMOVABLE_FOR = timedelta(days=1)  # after that a withdrawn contribution leaves "ingetrokken"


class ContributionConflictError(DraftConflictError):
    """Someone else changed the contribution after the version that was seen; `text` and `version` are what stands."""


class WithdrawnError(Exception):
    """The contribution was withdrawn: nobody would read what is changed in it, so the draft stays a draft."""


class NothingToShareError(ValueError):
    """There is neither a text nor a choice to share."""


def share_contribution(
    session: Session,
    *,
    actor: Actor,
    picture: PictureSubject,
    question: int,
    subject: str,
    draft_version: int,
    recognition: str = "",
    valuation: int | None = None,
    visibility: str = "region",
    shows_name: bool = False,
) -> int:
    """Make the draft a contribution that the region can read, and answer its id; the draft is gone."""
    permit(session, actor=actor, action=Action.CONTRIBUTE)
    text = take_draft(session, actor=actor, subject=subject, draft_version=draft_version)
    answer = (text or "").strip()
    if not answer and not recognition and valuation is None:
        raise NothingToShareError
    refuse_personal_data(answer)
    contribution = Contribution(
        picture_id=picture_id(session, actor=actor, subject=picture),
        question=question,
        person_id=actor.person_id,
        organisation=actor.organisation,
        perspective=actor.perspective,
        shows_name=shows_name,
        visibility=visibility,
        recognition=recognition,
        valuation=valuation,
        text=answer,
    )
    session.add(contribution)
    session.flush()
    _keep_version(session, contribution=contribution, actor=actor)
    _record(session, actor=actor, action="share_contribution", contribution=contribution, from_version=0)
    return contribution.id


def edit_contribution(
    session: Session,
    *,
    actor: Actor,
    contribution_id: int,
    seen_version: int,
    subject: str,
    draft_version: int,
    recognition: str = "",
    valuation: int | None = None,
    visibility: str = "region",
    shows_name: bool = False,
) -> int:
    """Replace a contribution by what was typed, from the version the person saw, and answer its new version.

    The author may, and a colleague of the same organisation; the earlier version is kept. Without a draft the text
    stays as it is. Whether a name is shown only its owner decides.
    """
    contribution = _seen(session, actor=actor, contribution_id=contribution_id, seen_version=seen_version)
    text = take_draft(session, actor=actor, subject=subject, draft_version=draft_version)
    answer = contribution.text if text is None else text.strip()
    if not answer and not recognition and valuation is None:
        raise NothingToShareError
    refuse_personal_data(answer)
    contribution.text, contribution.visibility = answer, visibility
    contribution.recognition, contribution.valuation = recognition, valuation
    if contribution.person_id == actor.person_id:
        contribution.shows_name = shows_name
    contribution.updated_at = now()
    session.flush()
    _keep_version(session, contribution=contribution, actor=actor)
    _record(session, actor=actor, action="edit_contribution", contribution=contribution, from_version=seen_version)
    return contribution.version


def withdraw_contribution(session: Session, *, actor: Actor, contribution_id: int, seen_version: int) -> None:
    """Withdraw a contribution: within a day its text goes too, after that "ingetrokken" stays and the versions do."""
    contribution = _seen(session, actor=actor, contribution_id=contribution_id, seen_version=seen_version)
    is_recent = now() - contribution.created_at < REMOVABLE_FOR
    contribution.state, contribution.updated_at = "withdrawn", now()
    contribution.text = "" if is_recent else contribution.text
    session.flush()
    if is_recent:
        kept = ContributionVersion.contribution_id == contribution_id
        session.execute(update(ContributionVersion).where(kept).values(text=""))
    _keep_version(session, contribution=contribution, actor=actor)
    _record(session, actor=actor, action="withdraw_contribution", contribution=contribution, from_version=seen_version)


def _seen(session: Session, *, actor: Actor, contribution_id: int, seen_version: int) -> Contribution:
    contribution = row_of(
        session, Contribution, number=contribution_id, actor=actor, action=Action.CONTRIBUTE, lock=True
    )
    region_id = session.scalars(select(Picture.region_id).where(Picture.id == contribution.picture_id)).one()
    permit(session, actor=actor, action=Action.CONTRIBUTE, region_id=region_id)
    is_own = contribution.person_id == actor.person_id
    if not is_own and not access.are_colleagues(actor, organisation=contribution.organisation):
        raise NotAllowedError(actor, Action.CONTRIBUTE, region_id)
    if contribution.version != seen_version:
        raise ContributionConflictError(text=contribution.text, version=contribution.version)
    if contribution.state == "withdrawn":
        raise WithdrawnError(contribution_id)
    return contribution


def _keep_version(session: Session, *, contribution: Contribution, actor: Actor) -> None:
    session.add(
        ContributionVersion(
            contribution_id=contribution.id,
            version=contribution.version,
            recognition=contribution.recognition,
            valuation=contribution.valuation,
            visibility=contribution.visibility,
            text=contribution.text,
            state=contribution.state,
            changed_by=actor.person_id,
        )
    )


def _record(session: Session, *, actor: Actor, action: str, contribution: Contribution, from_version: int) -> None:
    audit.record(
        session,
        actor=actor,
        action=action,
        subject_kind="contribution",
        subject_id=contribution.id,
        from_version=from_version,
        to_version=contribution.version,
        detail="",
    )
    topics.bump(session, topic="stories", region_id=actor.region_id)
