"""Stories from practice in the matrix: what each region has, how each command and query is asked, and what is typed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models.access import Actor
from data_models.commands import drafts, practice
from data_models.commands.practice import PracticeProposal
from data_models.queries import practice as queries
from data_models.tables import PracticeStory, PracticeStoryVersion, Theme

PROPOSAL = PracticeProposal(kind="gem", title="Vroeg erbij", indicator="jeugdzorg", area="GM0034")
OF_THE_REGION = replace(PROPOSAL, area="")
DRAFT = "jeugdzorg||GM0034|2024#1"  # what everybody of the matrix is typing
NUMBER = "Bel 06-12345678"
TYPED = {  # columns that people fill with words of their own, and the argument that is refused
    "practice_stories.title": "practice.proposal.title",
    "practice_stories.text": "practice.subject",  # a subject says which draft holds the words
    "practice_story_versions.title": "practice.proposal.title",
    "practice_story_versions.text": "practice.subject",
}
NOT_TYPED = {
    "practice_stories.kind": "chosen from a list",
    "practice_stories.visibility": "chosen from a list",
    "practice_story_versions.visibility": "chosen from a list",
    "practice_stories.state": "a code",
    "practice_stories.organisation": "of the person, refused there",
    "practice_stories.perspective": "chosen from a list",
}


@dataclass(frozen=True, slots=True)
class PracticeRows:
    """The story of one region that stands."""

    story: int


class There(Protocol):
    """What there is of a region."""

    @property
    def practice(self) -> PracticeRows: ...


class Room(Protocol):
    """Where a command is tried, and by whom."""

    @property
    def session(self) -> Session: ...

    @property
    def anna(self) -> Actor: ...


Does = Callable[[Session, Actor, There], object]
Asks = Callable[[Session, Actor | None, object], object]


def fill(session: Session, *, region_id: int, mark: str, speaker: int, indicator_id: int) -> PracticeRows:
    """Write a story of a region with its mark in every text, and one that was removed."""
    theme = session.scalars(select(Theme.id).order_by(Theme.id)).first()
    made = []
    for state in ("shared", "removed"):
        told = PracticeStory(
            region_id=region_id,
            kind="gem",
            theme_id=theme,
            indicator_id=indicator_id,
            area_id=None,
            title=mark,
            text=mark,
            person_id=speaker,
            organisation=mark,
            perspective="gemeente",
            visibility="region",
            state=state,
        )
        session.add(told)
        session.flush()
        session.add(
            PracticeStoryVersion(
                region_id=region_id,
                story_id=told.id,
                version=1,
                title=mark,
                text=mark,
                visibility="region",
                changed_by=speaker,
            )
        )
        made.append(told.id)
    session.flush()
    return PracticeRows(made[0])


def _write(session: Session, actor: Actor, *, text: str) -> str:
    """Type it, and answer the draft's subject."""
    drafts.save_draft(session, actor=actor, subject="praktijk", text=text, seen_version=0, base_version=0)
    return "praktijk"


def _share(session: Session, actor: Actor, *, proposal: PracticeProposal = PROPOSAL, text: str = "Het lukte.") -> int:
    subject = _write(session, actor, text=text)
    return practice.share_practice_story(session, actor=actor, proposal=proposal, subject=subject, draft_version=1)


def _edit(
    session: Session,
    actor: Actor,
    *,
    story_id: int,
    proposal: PracticeProposal = PROPOSAL,
    text: str = "Het lukte weer.",
) -> int:
    subject = _write(session, actor, text=text)
    return practice.edit_practice_story(
        session,
        actor=actor,
        story_id=story_id,
        seen_version=1,
        proposal=proposal,
        subject=subject,
        draft_version=1,
    )


COMMANDS: dict[str, tuple[Does, bool]] = {  # whether it is given something of a region by its id
    "practice.share_practice_story": (
        lambda session, actor, _: practice.share_practice_story(
            session, actor=actor, proposal=OF_THE_REGION, subject=DRAFT, draft_version=1
        ),
        False,
    ),
    "practice.edit_practice_story": (
        lambda session, actor, there: practice.edit_practice_story(
            session,
            actor=actor,
            story_id=there.practice.story,
            seen_version=1,
            proposal=OF_THE_REGION,
            subject=DRAFT,
            draft_version=1,
        ),
        True,
    ),
    "practice.withdraw_practice_story": (
        lambda session, actor, there: practice.withdraw_practice_story(
            session, actor=actor, story_id=there.practice.story, seen_version=1
        ),
        True,
    ),
}
QUERIES: dict[str, Asks] = {
    "practice.stories": lambda session, asker, _: [
        queries.stories(session, asker=asker, fictional=fictional) for fictional in (False, True)
    ],
    "practice.versions": lambda session, asker, _: [
        queries.versions(session, asker=asker, story_id=story) for story in range(1, 7)
    ],
}
TRIED: dict[str, Callable[[Room], object]] = {
    "practice.share_practice_story.proposal.title": lambda room: _share(
        room.session, room.anna, proposal=replace(PROPOSAL, title=NUMBER)
    ),
    "practice.share_practice_story.subject": lambda room: _share(room.session, room.anna, text=NUMBER),
    "practice.edit_practice_story.proposal.title": lambda room: _edit(
        room.session,
        room.anna,
        story_id=_share(room.session, room.anna),
        proposal=replace(PROPOSAL, title=NUMBER),
    ),
    "practice.edit_practice_story.subject": lambda room: _edit(
        room.session, room.anna, story_id=_share(room.session, room.anna), text=NUMBER
    ),
}
