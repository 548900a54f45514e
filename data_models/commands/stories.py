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
from data_models.tables.stories import PERSPECTIVES

LONGEST_NAME = 120  # characters of an organisation
REMOVABLE_FOR = timedelta(days=1)  # after that a withdrawn contribution leaves "ingetrokken"


class ContributionConflictError(DraftConflictError):
    """Someone else changed the contribution after the version that was seen; `text` and `version` are what stands."""


class WithdrawnError(Exception):
    """The contribution was withdrawn: nobody would read what is changed in it, so the draft stays a draft."""


class NothingToShareError(ValueError):
    """There is neither a text nor a choice to share."""


class NobodySaidSoError(ValueError):
    """What is written down for somebody else names no organisation, or a perspective that is none."""


class NotOwnCircleError(ValueError):
    """The circle is that of another organisation: who wrote it down could not read it back."""


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
        text=_something(text, recognition=recognition, valuation=valuation),
    )
    return _added(session, actor=actor, contribution=contribution, action="share_contribution")


def write_down_contribution(
    session: Session,
    *,
    actor: Actor,
    picture: PictureSubject,
    question: int,
    subject: str,
    draft_version: int,
    organisation: str,
    perspective: str,
    recognition: str = "",
    valuation: int | None = None,
    visibility: str = "region",
) -> int:
    """Make the draft what this organisation said at the table, written down by the actor's own; answer its id.

    Its colleagues may change and withdraw it, and so may who wrote it down. The circle of another organisation is not
    the writer's: what was said at a table is at least for the region.
    """
    permit(session, actor=actor, action=Action.WRITE_DOWN)
    who = " ".join(organisation.split())
    if not who or len(who) > LONGEST_NAME or perspective not in PERSPECTIVES:
        raise NobodySaidSoError(organisation)
    if visibility == "circle":
        raise NotOwnCircleError(organisation)
    refuse_personal_data(who)
    text = take_draft(session, actor=actor, subject=subject, draft_version=draft_version)
    contribution = Contribution(
        picture_id=picture_id(session, actor=actor, subject=picture),
        question=question,
        person_id=actor.person_id,
        organisation=who,
        perspective=perspective,
        visibility=visibility,
        recognition=recognition,
        valuation=valuation,
        text=_something(text, recognition=recognition, valuation=valuation),
        written_down_by=actor.organisation,
    )
    return _added(session, actor=actor, contribution=contribution, action="write_down_contribution")


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
    answer = contribution.text if text is None else text
    contribution.text = _something(answer, recognition=recognition, valuation=valuation)
    contribution.recognition, contribution.valuation = recognition, valuation
    is_theirs = access.are_colleagues(actor, organisation=contribution.organisation)
    if contribution.written_down_by and visibility == "circle" and not is_theirs:
        raise NotOwnCircleError(contribution.organisation)
    contribution.visibility = visibility
    if contribution.person_id == actor.person_id and not contribution.written_down_by:
        contribution.shows_name = shows_name
    contribution.updated_at = now()
    session.flush()
    _keep_version(session, contribution=contribution, actor=actor)
    _record(session, actor=actor, action="edit_contribution", contribution=contribution, from_version=seen_version)
    return contribution.version


def withdraw_contribution(session: Session, *, actor: Actor, contribution_id: int, seen_version: int) -> None:
    """Withdraw a contribution: within a day nothing of it stays, after that "ingetrokken" and its versions do."""
    contribution = _seen(session, actor=actor, contribution_id=contribution_id, seen_version=seen_version)
    is_recent = now() - contribution.created_at < REMOVABLE_FOR
    contribution.state, contribution.updated_at = "withdrawn", now()
    contribution.removed = is_recent
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


def _something(text: str | None, *, recognition: str, valuation: int | None) -> str:
    """What was typed, as it is kept; refused when nothing was chosen beside it either, or when it tells of a person."""
    answer = (text or "").strip()
    if not answer and not recognition and valuation is None:
        raise NothingToShareError
    refuse_personal_data(answer)
    return answer


def _added(session: Session, *, actor: Actor, contribution: Contribution, action: str) -> int:
    session.add(contribution)
    session.flush()
    _keep_version(session, contribution=contribution, actor=actor)
    _record(session, actor=actor, action=action, contribution=contribution, from_version=0)
    return contribution.id


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
