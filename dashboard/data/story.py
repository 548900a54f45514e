"""The story beside a figure: asked afresh, because others are writing while one looks.

A story is drawn with as many questions to the database however much was written; only the counts, which all of an
organisation see alike, are kept until the next change.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

import streamlit as st

from dashboard.data import joint
from dashboard.data.joint import Together
from dashboard.data.reader import Reader
from data_models import database
from data_models.access import Actor, role_codes
from data_models.facts import ContributionFacts, DraftFacts, PictureSubject, periods_of
from data_models.queries import answers, members, sign_ins, stories
from data_models.queries.agreements import AgreementFacts, agreements_of_picture
from data_models.queries.answers import TallyFacts
from data_models.queries.stories import ContributionVersionFacts
from data_models.tables.stories import EDITED_CONTRIBUTION, PERSPECTIVES, RECOGNITIONS

QUESTIONS = (1, 2, 3, 4)
NEWEST = 5  # answers of a question that are shown at first
MORE = 20  # answers that are added each time somebody asks for more
MOST_CIRCLES = 200  # stories that are open at once, for each organisation that looks
MOST_EARLIER = 50  # answers of a question about an earlier period
RECOGNISED, VALUED = 1, 3  # the questions that are also answered by choosing


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says at the table what somebody else types."""

    organisation: str
    perspective: str

    @property
    def code(self) -> str:
        """How the subject of a draft names who speaks."""
        return f"{self.perspective}:{self.organisation}"


@dataclass(frozen=True, slots=True)
class Voice:
    """What an organisation chose: each choice with how many of its answers chose it, in the order of the choices."""

    organisation: str
    choices: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier period about which the question was answered, and how often."""

    signature: str
    period: str
    count: int


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered to one question: the newest, the oldest of them first, and how many there are."""

    shown: tuple[ContributionFacts, ...] = ()
    count: int = 0  # that stand
    organisations: int = 0
    hidden: int = 0  # that are not shown, the withdrawn ones too
    voices: tuple[Voice, ...] = ()
    earlier: tuple[Earlier, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """The answers to each question about a picture, and one's own drafts by subject."""

    answers: Mapping[int, Answers]
    not_heard: tuple[str, ...]
    together: Together  # what the parties say with one voice
    drafts: Mapping[str, DraftFacts] = field(default_factory=dict)
    agreements: tuple[AgreementFacts, ...] = ()  # that came from it


def new_answer(picture: PictureSubject, *, question: int, speaker: Speaker | None = None) -> str:
    """The subject of the draft of a new answer: one's own, or what a speaker says at the table."""
    own = f"{picture.signature}#{question}"
    return own if speaker is None else f"{own}@{speaker.code}"


def speakers(story: Story, *, signature: str) -> list[Speaker]:
    """Of whom the reader wrote something down about a picture that is not shared yet, the last one first."""
    drafts = sorted(story.drafts.values(), key=lambda draft: draft.updated_at, reverse=True)
    said = [draft.subject.partition("@")[2] for draft in drafts if draft.subject.startswith(f"{signature}#")]
    split = [one.partition(":") for one in dict.fromkeys(said) if one]
    return [Speaker(organisation, perspective) for perspective, _, organisation in split if perspective in PERSPECTIVES]


def parties(reader: Reader) -> list[str]:
    """The parties of the reader's region, by name."""
    if reader.actor is None:
        return []
    with database.reading(asker=reader.actor) as session:
        return list(members.parties(session, asker=reader.actor).values())


def edited_answer(contribution_id: int) -> str:
    """The subject of the draft that changes a contribution."""
    return f"{EDITED_CONTRIBUTION}{contribution_id}"


def story(
    reader: Reader, *, picture: PictureSubject, more: Mapping[int, int] | None = None, opened: Collection[str] = ()
) -> Story:
    """The story of a picture as this reader may see it, with so many `more` answers of a question than the newest.

    What the reader is changing stays in sight: their drafts, and what they opened (subjects of drafts).
    """
    actor = reader.actor
    most = {question: NEWEST + (more or {}).get(question, 0) for question in QUESTIONS}
    with database.reading(asker=actor) as session:
        beginnings = (f"{picture.signature}#", EDITED_CONTRIBUTION)
        drafts = stories.drafts_about(session, actor=actor, beginnings=beginnings) if actor else {}
        agreed = agreements_of_picture(session, asker=actor, picture=picture)
        shown = answers.newest(session, asker=actor, picture=picture, most=most, besides=_edited((*drafts, *opened)))
    counted = _counted(reader.epoch, reader.stories, _circle(actor), picture.signature, _asker=actor, _picture=picture)
    heard = {one.perspective for one in counted if (one.signature, one.state) == (picture.signature, "shared")}
    return Story(
        answers={
            question: _answers(
                [one for one in shown if one.question == question],
                counted=[one for one in counted if one.question == question],
                signature=picture.signature,
            )
            for question in QUESTIONS
        },
        not_heard=tuple(one for one in PERSPECTIVES if one not in heard and one != "overig"),
        together=joint.together(reader, picture=picture),
        drafts=drafts,
        agreements=tuple(agreed),
    )


def _circle(actor: Actor | None) -> tuple[int, str, str | int]:
    """Who read the same answers: they of one organisation with the same roles, and who has none alone."""
    return (actor.region_id, role_codes(actor), actor.organisation or actor.person_id) if actor else (0, "", "")


@st.cache_resource(max_entries=MOST_CIRCLES, show_spinner=False)
def _counted(
    epoch: str,
    stories: int,
    circle: tuple[int, str, str | int],
    signature: str,
    *,
    _asker: Actor | None,
    _picture: PictureSubject,
) -> list[TallyFacts]:
    """The answers about a picture, counted once after each change for all who see the same."""
    with database.reading(asker=_asker) as session:
        return answers.tally(session, asker=_asker, picture=_picture)


def _edited(subjects: Iterable[str]) -> list[int]:
    """The ids of the contributions that these drafts change."""
    changing = (subject for subject in subjects if subject.startswith(EDITED_CONTRIBUTION))
    numbers = (subject.removeprefix(EDITED_CONTRIBUTION) for subject in changing)
    return [int(number) for number in numbers if number.isdecimal()]


def _answers(shown: list[ContributionFacts], *, counted: list[TallyFacts], signature: str) -> Answers:
    now = [one for one in counted if one.signature == signature]
    standing = [one for one in now if one.state == "shared"]
    earlier = Counter[str]()
    for one in counted:
        if one.signature != signature:
            earlier[one.signature] += one.count
    return Answers(
        shown=tuple(shown),
        count=sum(one.count for one in standing),
        organisations=len({one.organisation for one in standing}),
        hidden=max(0, sum(one.count for one in now) - len(shown)),
        voices=_voices(standing),
        earlier=tuple(
            Earlier(signature=one, period=periods_of(one), count=earlier[one])
            for one in sorted(earlier, key=periods_of, reverse=True)
        ),
    )


def _voices(standing: list[TallyFacts]) -> tuple[Voice, ...]:
    """Who chose what, organisation by organisation in the order of their names; nothing is added up over them."""
    chosen: dict[str, Counter[str]] = {}
    for one in standing:
        choice = one.recognition or str(one.valuation or "")
        if choice:
            chosen.setdefault(one.organisation, Counter())[choice] += one.count
    order = {choice: place for place, choice in enumerate((*RECOGNITIONS, "1", "2", "3", "4", "5"))}
    return tuple(
        Voice(organisation, {choice: choices[choice] for choice in sorted(choices, key=lambda one: order[one])})
        for organisation, choices in sorted(chosen.items(), key=lambda one: one[0].casefold())
    )


def earlier_answers(
    reader: Reader, *, picture: PictureSubject, question: int, earlier: Earlier
) -> list[ContributionFacts]:
    """What was answered to a question about an earlier period, the newest of it."""
    with database.reading(asker=reader.actor) as session:
        return answers.newest(
            session,
            asker=reader.actor,
            picture=picture,
            most={question: MOST_EARLIER},
            signature=earlier.signature,
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


def goes_on(reader: Reader, *, now: Reader) -> bool:
    """Whether only the story can have changed since the screen was drawn: no norm did, and nobody's rights."""
    if (now.epoch, now.norms) != (reader.epoch, reader.norms):
        return False
    if reader.actor is None:
        return True
    with database.reading(asker=reader.actor) as session:
        return sign_ins.still_is(session, actor=reader.actor)
