"""Praktijkverhalen: the stories from practice of a region, asked afresh, because others are writing while one looks."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.calculations.finding import is_found
from dashboard.data.reader import Reader
from dashboard.formatting import day
from dashboard.texts import practice as words
from dashboard.texts.searching import ALIKE
from data_models import database
from data_models.facts import AreaFacts, DraftFacts, IndicatorFacts
from data_models.queries import practice as queries
from data_models.queries import stories as story_queries
from data_models.queries.practice import PracticeFacts, PracticeVersionFacts
from data_models.tables.practice import EDITED_STORY

NEW = "praktijk#nieuw"  # the subject of the draft of a new story
GEMS, BOTTLENECKS = "parel", "knelpunt"  # as the address spells them
KINDS = {GEMS: "gem", BOTTLENECKS: "bottleneck"}


@dataclass(frozen=True, slots=True)
class Practice:
    """The stories of a region that the reader may see, the newest first, with the reader's own drafts by subject."""

    stories: tuple[PracticeFacts, ...]
    drafts: dict[str, DraftFacts]


@dataclass(frozen=True, slots=True)
class Beside:
    """The stories that go with a figure: of its area or of the whole region, and how many there are elsewhere in it."""

    here: tuple[PracticeFacts, ...]
    elsewhere: int


def edited(story_id: int) -> str:
    """The subject of the draft that changes a story."""
    return f"{EDITED_STORY}{story_id}"


def practice(reader: Reader, *, area: AreaFacts) -> Practice:
    """All stories of the reader's region, or of the example region when the area is invented."""
    with database.reading(asker=reader.actor) as session:
        found = queries.stories(session, asker=reader.actor, fictional=area.fictional)
        subjects = [NEW, *(edited(one.id) for one in found if one.editable)]
        drafts = (
            story_queries.own_drafts(session, actor=reader.actor, subjects=subjects) if reader.actor is not None else {}
        )
    return Practice(tuple(found), drafts)


def shown(found: Sequence[PracticeFacts], *, kind: str = "", theme: str = "", typed: str = "") -> list[PracticeFacts]:
    """Those of one kind and theme, in which every word stands that was typed; what is empty asks for nothing."""
    return [
        one
        for one in found
        if (not kind or one.kind == KINDS[kind])
        and (not theme or one.theme == theme)
        and (not typed or is_found(typed, among=_words(one), alike=ALIKE))
    ]


def _words(one: PracticeFacts) -> tuple[str, ...]:
    return (one.title, one.text, one.organisation, one.theme_name, one.indicator_name, one.area_name)


def beside(reader: Reader, *, area: AreaFacts, indicator: IndicatorFacts) -> Beside:
    """The stories that go with a figure of an area."""
    with database.reading(asker=reader.actor) as session:
        found = queries.stories(session, asker=reader.actor, fictional=area.fictional, indicator=indicator.code)
    told = [one for one in found if one.state == "shared"]
    here = tuple(one for one in told if one.area in ("", area.code))
    return Beside(here, len(told) - len(here))


def versions(reader: Reader, *, story_id: int) -> list[PracticeVersionFacts]:
    """How a story was before."""
    with database.reading(asker=reader.actor) as session:
        return queries.versions(session, asker=reader.actor, story_id=story_id)


def author(one: PracticeFacts) -> str:
    """Who tells it, on which day, and when it was changed."""
    template = words.AUTHOR_NAMED if one.name else words.AUTHOR
    who = template.format(
        name=one.name, organisation=one.organisation or words.NO_ORGANISATION, perspective=one.perspective
    )
    line = words.BY.format(author=who, day=day(one.created_at))
    if one.version == 1:
        return line
    changed = day(one.updated_at)
    return words.CHANGED_ON.format(line=line, day=changed, version=one.version)
