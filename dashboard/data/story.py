"""The story beside a figure: asked afresh, because others are writing while one looks."""

from dataclasses import dataclass

from dashboard.data.reader import Reader, read_now
from data_models import database
from data_models.access import Actor
from data_models.facts import ContributionFacts, DraftFacts, PictureSubject
from data_models.queries import stories
from data_models.queries.stories import ContributionVersionFacts
from data_models.tables.stories import PERSPECTIVES

QUESTIONS = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Story:
    """The answers about a figure: of its latest period, and of earlier ones; with one's own drafts by subject."""

    now: tuple[ContributionFacts, ...]
    earlier: tuple[ContributionFacts, ...]
    not_heard: tuple[str, ...]
    drafts: dict[str, DraftFacts]


def new_answer(picture: PictureSubject, *, question: int) -> str:
    """The subject of the draft of a new answer."""
    return f"{picture.signature}#{question}"


def edited_answer(contribution_id: int) -> str:
    """The subject of the draft that changes a contribution."""
    return f"contribution:{contribution_id}"


def story(reader: Reader, *, picture: PictureSubject) -> Story:
    """The story of a figure as this reader may see it."""
    with database.reading(asker=reader.actor) as session:
        found = stories.contributions(session, asker=reader.actor, picture=picture)
        subjects = [new_answer(picture, question=question) for question in QUESTIONS]
        subjects += [edited_answer(one.id) for one in found]
        drafts = stories.own_drafts(session, actor=reader.actor, subjects=subjects) if reader.actor else {}
    now = tuple(one for one in found if one.period == picture.period)
    heard = {one.perspective for one in now if one.state == "shared"}
    return Story(
        now=now,
        earlier=tuple(one for one in found if one.period != picture.period),
        not_heard=tuple(one for one in PERSPECTIVES if one not in heard and one != "overig"),
        drafts=drafts,
    )


def own_draft(actor: Actor, *, subject: str) -> str:
    """The text that the person was typing about this subject; empty when there is none."""
    with database.reading(asker=actor) as session:
        draft = stories.own_draft(session, actor=actor, subject=subject)
    return draft.text if draft else ""


def versions(reader: Reader, *, contribution_id: int) -> list[ContributionVersionFacts]:
    """How a contribution was before."""
    with database.reading(asker=reader.actor) as session:
        return stories.versions(session, asker=reader.actor, contribution_id=contribution_id)


def _goes_on(session: Session, *, reader: Reader, now: Reader) -> bool:
    """Whether the story can be drawn for the reader of a moment ago: nobody's rights or norms changed meanwhile."""
    actor = reader.actor
    if (now.epoch, now.norms) != (reader.epoch, reader.norms):
        return False
    return actor is None or sign_ins.still_is(session, actor=actor)
