"""What people do with stories from practice: share a draft, change what was shared, withdraw it."""

from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from data_models import access
from data_models.access import Action, Actor, NotAllowedError
from data_models.commands import audit, topics
from data_models.commands.chain import one_line
from data_models.commands.drafts import LONGEST, DraftConflictError, take_draft
from data_models.commands.permission import permit, row_of
from data_models.commands.stories import REMOVABLE_FOR
from data_models.personal_data import refuse_personal_data
from data_models.tables import Area, Indicator, PracticeStory, PracticeStoryVersion, Region, Theme
from data_models.tables.declaration import now
from data_models.tables.practice import PRACTICE_KINDS
from data_models.tables.stories import VISIBILITIES

LONGEST_TITLE = 120  # characters: two lines on a slide


@dataclass(frozen=True, slots=True)
class PracticeProposal:
    """What somebody fills in beside the words of the story; indicator and area are codes, or empty for none.

    `theme` counts where there is no indicator: a figure has its own.
    """

    kind: str
    title: str
    theme: str = ""
    indicator: str = ""
    area: str = ""
    visibility: str = "region"
    shows_name: bool = False


class PracticeRefusedError(ValueError):
    """It cannot be stored; `fault` names what is wrong, for the screen to put into words."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


class PracticeConflictError(DraftConflictError):
    """Someone else changed the story after the version that was seen; `text` and `version` are what stands."""


def faults(proposal: PracticeProposal) -> list[str]:
    """What is wrong beside the words of the story, each by its name; an empty list when nothing is."""
    found = []
    if proposal.kind not in PRACTICE_KINDS:
        found.append("kind_missing")
    if not proposal.theme and not proposal.indicator:
        found.append("theme_missing")
    if not proposal.title.strip():
        found.append("title_missing")
    if len(one_line(proposal.title)) > LONGEST_TITLE:
        found.append("title_too_long")
    if proposal.visibility not in VISIBILITIES:
        found.append("visibility_unknown")
    return found


def share_practice_story(
    session: Session, *, actor: Actor, proposal: PracticeProposal, subject: str, draft_version: int
) -> int:
    """Make the draft a story that the region can read, and answer its id; the draft is gone."""
    permit(session, actor=actor, action=Action.CONTRIBUTE)
    text = take_draft(session, actor=actor, subject=subject, draft_version=draft_version)
    told = PracticeStory(
        region_id=actor.region_id,
        person_id=actor.person_id,
        organisation=actor.organisation,
        perspective=actor.perspective,
    )
    _fill(session, told, proposal=proposal, text=text or "")
    told.shows_name = proposal.shows_name
    session.add(told)
    session.flush()
    _keep_version(session, told, actor=actor)
    _record(session, actor=actor, action="share_practice_story", told=told, from_version=0)
    return told.id


def edit_practice_story(
    session: Session,
    *,
    actor: Actor,
    story_id: int,
    seen_version: int,
    proposal: PracticeProposal,
    subject: str,
    draft_version: int,
) -> int:
    """Replace a story by what was typed, from the version the person saw, and answer its new version.

    The author may, and a colleague of the same organisation; the earlier version is kept. Without a draft the words
    stay as they are. Whether a name is shown only its owner decides.
    """
    told = _seen(session, actor=actor, story_id=story_id, seen_version=seen_version)
    text = take_draft(session, actor=actor, subject=subject, draft_version=draft_version)
    _fill(session, told, proposal=proposal, text=told.text if text is None else text)
    if told.person_id == actor.person_id:
        told.shows_name = proposal.shows_name
    told.updated_at = now()
    session.flush()
    _keep_version(session, told, actor=actor)
    _record(session, actor=actor, action="edit_practice_story", told=told, from_version=seen_version)
    return told.version


def withdraw_practice_story(session: Session, *, actor: Actor, story_id: int, seen_version: int) -> bool:
    """Withdraw a story, and answer whether nothing of it is left: so it is within a day, later "ingetrokken" stays."""
    told = _seen(session, actor=actor, story_id=story_id, seen_version=seen_version)
    is_recent = now() - told.created_at < REMOVABLE_FOR
    told.updated_at = now()
    told.state = "removed" if is_recent else "withdrawn"
    if is_recent:
        told.title = told.text = ""
    session.flush()
    if is_recent:
        kept = PracticeStoryVersion.story_id == story_id
        session.execute(update(PracticeStoryVersion).where(kept).values(title="", text=""))
    _record(session, actor=actor, action="withdraw_practice_story", told=told, from_version=seen_version)
    return is_recent


def _fill(session: Session, told: PracticeStory, *, proposal: PracticeProposal, text: str) -> None:
    found = faults(proposal)
    if not text.strip():
        found.append("text_missing")
    if len(text) > LONGEST:
        found.append("text_too_long")
    if found:
        raise PracticeRefusedError(found[0])
    refuse_personal_data(proposal.title, text)
    with session.no_autoflush:
        indicator_id, theme_id = _placed(session, proposal=proposal)
        area_id = _area(session, code=proposal.area, region_id=told.region_id) if proposal.area else None
    told.indicator_id, told.theme_id, told.area_id = indicator_id, theme_id, area_id
    told.kind, told.visibility = proposal.kind, proposal.visibility
    told.title, told.text = one_line(proposal.title), text.strip()


def _placed(session: Session, *, proposal: PracticeProposal) -> tuple[int | None, int]:
    """The figure that it is about, if any, and its theme: that of the figure, else the one that was chosen."""
    if proposal.indicator:
        of_figure = select(Indicator.id, Indicator.theme_id).where(Indicator.code == proposal.indicator)
        known = session.execute(of_figure).one_or_none()
        if known is None:
            raise PracticeRefusedError("indicator_unknown")
        return known.id, known.theme_id
    theme_id = session.scalar(select(Theme.id).where(Theme.code == proposal.theme))
    if theme_id is None:
        raise PracticeRefusedError("theme_missing")
    return None, theme_id


def _area(session: Session, *, code: str, region_id: int) -> int:
    """The area as it is now; an invented story is about an invented area, a real one about a real area."""
    fictional = select(Region.fictional).where(Region.id == region_id).scalar_subquery()
    newest = select(Area.id).where(Area.code == code, Area.fictional == fictional).order_by(Area.valid_from.desc())
    area_id = session.scalar(newest.limit(1))
    if area_id is None:
        raise PracticeRefusedError("area_unknown")
    return area_id


def _seen(session: Session, *, actor: Actor, story_id: int, seen_version: int) -> PracticeStory:
    told = row_of(session, PracticeStory, number=story_id, actor=actor, action=Action.CONTRIBUTE, lock=True)
    permit(session, actor=actor, action=Action.CONTRIBUTE, region_id=told.region_id)
    if told.person_id != actor.person_id and not access.are_colleagues(actor, organisation=told.organisation):
        raise NotAllowedError(actor, Action.CONTRIBUTE, told.region_id)
    if told.state != "shared":
        raise PracticeRefusedError("withdrawn_already")
    if told.version != seen_version:
        raise PracticeConflictError(text=told.text, version=told.version)
    return told


def _keep_version(session: Session, told: PracticeStory, *, actor: Actor) -> None:
    session.add(
        PracticeStoryVersion(
            region_id=told.region_id,
            story_id=told.id,
            version=told.version,
            title=told.title,
            text=told.text,
            visibility=told.visibility,
            changed_by=actor.person_id,
        )
    )


def _record(session: Session, *, actor: Actor, action: str, told: PracticeStory, from_version: int) -> None:
    audit.record(
        session,
        actor=actor,
        action=action,
        subject_kind="practice_story",
        subject_id=told.id,
        from_version=from_version,
        to_version=told.version,
        detail="",
    )
    topics.bump(session, topic="stories", region_id=actor.region_id)
