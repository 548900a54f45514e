"""How long a region keeps what people told it and what its parties decided, and what is older than that."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Integer, String, cast, func, or_, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from data_models.access import Action, Actor, may
from data_models.queries import old_texts
from data_models.queries.old_texts import Past
from data_models.tables import (
    Agreement,
    Contribution,
    DissentingView,
    Draft,
    Escalation,
    Invitation,
    InvitedAnswer,
    JointInterpretation,
    JointVersion,
    LookingBack,
    Observation,
    PracticeStory,
    Region,
    Retention,
    Sending,
)
from data_models.tables.practice import EDITED_STORY
from data_models.tables.stories import EDITED_CONTRIBUTION


@dataclass(frozen=True, slots=True)
class RetentionFacts:
    """What was agreed: years for what people told and for what was decided; None: nothing is, and nothing goes."""

    years: int | None
    version: int
    decision_years: int | None = None

    @property
    def is_agreed(self) -> bool:
        """Whether anything may go in time."""
        return self.years is not None or self.decision_years is not None

    def before(self, moment: datetime) -> "Moments":
        """Since when things are kept, at this moment."""
        terms = (self.years, self.decision_years)
        return Moments(*(None if years is None else years_before(moment, years=years) for years in terms))


@dataclass(frozen=True, slots=True)
class Moments:
    """Before when told and decided things go; None: they stay."""

    told: datetime | None
    decided: datetime | None = None

    def is_within(self, others: "Moments") -> bool:
        """Whether no more goes by these than by those."""
        pairs = ((self.told, others.told), (self.decided, others.decided))
        return all(one is None or (other is not None and one <= other) for one, other in pairs)


@dataclass(frozen=True, slots=True)
class Expired:
    """What would go: contributions by the year in which they were shared, and how many there are of other kinds."""

    contributions: dict[int, int] = field(default_factory=dict)
    told: dict[str, int] = field(default_factory=dict)
    decided: dict[str, int] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether anything would go."""
        return bool(self.contributions or self.told or self.decided)


def years_before(moment: datetime, *, years: int) -> datetime:
    """The same day and hour so many years earlier; of 29 February, the 28th."""
    try:
        return moment.replace(year=moment.year - years)
    except ValueError:
        return moment.replace(year=moment.year - years, day=28)


def retention(session: Session, *, asker: Actor | None) -> RetentionFacts:
    """What the asker's region agreed, for who manages it."""
    if asker is None or not may(asker, Action.MANAGE_REGION):
        return RetentionFacts(None, 0)
    return of_region(session, region_id=asker.region_id)


def of_region(session: Session, *, region_id: int) -> RetentionFacts:
    """What a region agreed; version 0 when it never did."""
    found = session.get(Retention, region_id)
    if found is None:
        return RetentionFacts(None, 0)
    return RetentionFacts(found.years, found.version, found.decision_years)


def regions_with_retention(session: Session) -> list[tuple[int, str, RetentionFacts]]:
    """The id and code of every region that agreed on a term, with its terms, by code."""
    question = select(Region.id, Region.code, Retention).join(Retention, Retention.region_id == Region.id)
    agreed = [
        (number, code, RetentionFacts(kept.years, kept.version, kept.decision_years))
        for number, code, kept in session.execute(question.order_by(Region.code))
    ]
    return [one for one in agreed if one[2].is_agreed]


def expired(session: Session, *, asker: Actor | None, before: Moments) -> Expired:
    """What of the asker's region would go, for who manages it: numbers, and no words."""
    if asker is None or not may(asker, Action.MANAGE_REGION):
        return Expired()
    return expired_of(session, region_id=asker.region_id, before=before)


def expired_of(session: Session, *, region_id: int, before: Moments) -> Expired:
    """The same, of this region: for whoever owns the database."""
    years: dict[int, int] = {}
    told: dict[str, int] = {}
    if before.told is not None:
        moments = select(Contribution.created_at)
        past = Past(region_id, before.told)
        old = old_texts.contributions(past)
        for moment in session.scalars(moments.where(old).order_by(Contribution.created_at)):
            years[moment.year] = years.get(moment.year, 0) + 1
        told = _counted(session, _told(past))
        drafts = count_drafts(session, past=past)
        told |= {"draft": drafts} if drafts else {}
    kinds = _decided(Past(region_id, before.decided)) if before.decided is not None else iter(())
    return Expired(years, told, _counted(session, kinds))


def count_drafts(session: Session, *, past: Past) -> int:
    """How many drafts were left alone since before that moment, or change what goes itself."""
    subjects = draft_subjects(session, past=past)
    if is_behind_the_wall(session):
        counted = select(func.count_old_drafts(past.before, cast(subjects, ARRAY(String)), type_=Integer))
        return session.scalars(counted).one()
    old = old_drafts(past, subjects=subjects)
    return session.scalars(select(func.count()).select_from(Draft).where(old)).one()


def draft_subjects(session: Session, *, past: Past) -> list[str]:
    """What drafts are about that change a contribution or a story that goes."""
    shared = select(Contribution.id).where(old_texts.contributions(past))
    stories = select(PracticeStory.id).where(old_texts.practice_stories(past))
    return [
        *(f"{EDITED_CONTRIBUTION}{number}" for number in session.scalars(shared)),
        *(f"{EDITED_STORY}{number}" for number in session.scalars(stories)),
    ]


def old_drafts(past: Past, *, subjects: list[str]) -> ColumnElement[bool]:
    """Of a draft: it is of this region, and was left alone since before that moment or is about one of these."""
    return (Draft.region_id == past.region_id) & or_(Draft.updated_at < past.before, Draft.subject.in_(subjects))


def is_behind_the_wall(session: Session) -> bool:
    """Whether this transaction sees no drafts but those of its person: then the database's own functions are asked."""
    if session.get_bind().dialect.name != "postgresql":
        return False
    return session.scalar(select(func.nullif(func.current_setting("tev.region", True), ""))) is not None


_Kind = tuple[str, Any, ColumnElement[bool]]


def _told(past: Past) -> Iterator[_Kind]:
    yield "practice", PracticeStory, old_texts.practice_stories(past)
    yield "invited", InvitedAnswer, old_texts.answers(past)
    yield "refusal", Sending, old_texts.refusals(past)
    yield "invitee", Invitation, old_texts.invitees(past)
    yield "observation", Observation, old_texts.observations(past)
    yield "looking_back", LookingBack, old_texts.looking_backs(past)
    yield "concept", JointInterpretation, old_texts.concepts(past)
    yield "wording", JointVersion, old_texts.wordings(past)
    yield "withdrawn_view", DissentingView, old_texts.withdrawn_views(past)


def _decided(past: Past) -> Iterator[_Kind]:
    yield "joint", JointInterpretation, old_texts.interpretations(past)
    yield "view", DissentingView, old_texts.views(past)
    yield "agreement", Agreement, old_texts.agreements(past)
    yield "escalation", Escalation, old_texts.escalations(past)


def _counted(session: Session, kinds: Iterator[_Kind]) -> dict[str, int]:
    """How many there are of each kind; of which there are none is left out."""
    counts = {
        kind: session.scalars(select(func.count()).select_from(table).where(old)).one() for kind, table, old in kinds
    }
    return {kind: count for kind, count in counts.items() if count}
