"""Stories as a screen shows them: the answers to a picture, their versions, and one's own drafts."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, false, func, or_, select
from sqlalchemy.orm import Session

from data_models import access
from data_models.access import Action, Actor
from data_models.facts import ContributionFacts, DraftFacts, PictureSubject, periods_of
from data_models.tables import (
    Area,
    Breakdown,
    Contribution,
    ContributionVersion,
    Draft,
    Indicator,
    Person,
    Picture,
    PictureFigure,
    Region,
)


@dataclass(frozen=True, slots=True)
class ContributionVersionFacts:
    """A contribution as it stood."""

    version: int
    recognition: str
    valuation: int | None
    text: str
    changed_at: datetime


def visible(asker: Actor | None, *, besides: Collection[int] = ()) -> ColumnElement[bool]:
    """Stories are a region's own, within a circle the organisation's own; the fictional region's are for everyone.

    Every question joins contributions and their pictures. What was removed on the day itself is for nobody, except
    that it was there for those who were changing it (`besides`, ids).
    """
    fictional = Picture.region_id.in_(select(Region.id).where(Region.fictional))
    open_to_all = Contribution.visibility != "circle"
    stands = or_(Contribution.removed.is_(False), Contribution.id.in_(besides))
    if asker is None or not access.may(asker, Action.READ_STORIES):
        return and_(stands, fictional, open_to_all)
    return and_(stands, or_(Picture.region_id == asker.region_id, fictional), or_(open_to_all, _of_circle(asker)))


def _of_circle(asker: Actor | None) -> ColumnElement[bool]:
    """Of the asker's organisation; who has none is alone in the circle (`access.are_colleagues`)."""
    if asker is None:
        return false()
    of_organisation = Contribution.organisation == asker.organisation
    return of_organisation if asker.organisation else and_(of_organisation, Contribution.person_id == asker.person_id)


def contributions(session: Session, *, asker: Actor | None, picture: PictureSubject) -> list[ContributionFacts]:
    """The answers about a picture in every period, the oldest first; withdrawn ones without their text."""
    return told(session, asker=asker, about=Picture.subject == picture.subject)


def contributions_about(session: Session, *, asker: Actor | None, indicator: str, area: str) -> list[ContributionFacts]:
    """The answers about every picture that a figure is in, alone or with others, in every period."""
    pictures = (
        select(PictureFigure.picture_id)
        .join(Indicator, Indicator.id == PictureFigure.indicator_id)
        .join(Area, Area.id == PictureFigure.area_id)
        .join(Breakdown, Breakdown.id == PictureFigure.breakdown_id)
        .where(Indicator.code == indicator, Area.code == area, Breakdown.code == "")
    )
    return told(session, asker=asker, about=Picture.id.in_(pictures))


def told(
    session: Session, *, asker: Actor | None, about: ColumnElement[bool], besides: Collection[int] = ()
) -> list[ContributionFacts]:
    """Those answers that somebody may see, of each question the oldest first."""
    question = (
        select(Contribution, Picture.signature, Person.name)
        .join(Picture, Picture.id == Contribution.picture_id)
        .outerjoin(Person, Person.id == Contribution.person_id)
        .where(visible(asker, besides=besides), about)
        .order_by(Contribution.question, Contribution.created_at, Contribution.id)
    )
    return [
        ContributionFacts(
            id=row.id,
            question=row.question,
            period=periods_of(signature),
            organisation=row.organisation,
            perspective=row.perspective,
            name=name if row.shows_name and name else "",
            on_behalf_of=row.on_behalf_of,
            recognition=row.recognition,
            valuation=row.valuation,
            visibility=row.visibility,
            text=row.text if row.state == "shared" else "",
            state=row.state,
            version=row.version,
            created_at=row.created_at,
            updated_at=row.updated_at,
            editable=asker is not None
            and row.state == "shared"
            and (row.person_id == asker.person_id or access.are_colleagues(asker, organisation=row.organisation)),
            written_down_by=row.written_down_by,
        )
        for row, signature, name in session.execute(question)
    ]


def versions(session: Session, *, asker: Actor | None, contribution_id: int) -> list[ContributionVersionFacts]:
    """How a contribution was before, the newest first; what it said within the circle is the circle's own for good."""
    open_to_all = ContributionVersion.visibility != "circle"
    question = (
        select(ContributionVersion)
        .join(Contribution, Contribution.id == ContributionVersion.contribution_id)
        .join(Picture, Picture.id == Contribution.picture_id)
        .where(visible(asker), Contribution.id == contribution_id, Contribution.state == "shared")
        .where(or_(open_to_all, _of_circle(asker)))
        .order_by(ContributionVersion.version.desc())
    )
    return [
        ContributionVersionFacts(
            version=row.version,
            recognition=row.recognition,
            valuation=row.valuation,
            text=row.text,
            changed_at=row.changed_at,
        )
        for row in session.scalars(question)
    ]


def own_draft(session: Session, *, actor: Actor, subject: str) -> DraftFacts | None:
    """What the person was typing about this subject."""
    return own_drafts(session, actor=actor, subjects=[subject]).get(subject)


def own_drafts(session: Session, *, actor: Actor, subjects: Sequence[str]) -> dict[str, DraftFacts]:
    """What the person was typing about each of these subjects, in one query."""
    return _drafts(session, actor=actor, about=Draft.subject.in_(subjects))


def drafts_about(session: Session, *, actor: Actor, beginnings: Sequence[str]) -> dict[str, DraftFacts]:
    """What the person was typing about each subject that begins so, in one query."""
    begins = [Draft.subject.startswith(one, autoescape=True) for one in beginnings]
    return _drafts(session, actor=actor, about=or_(*begins))


def _drafts(session: Session, *, actor: Actor, about: ColumnElement[bool]) -> dict[str, DraftFacts]:
    question = select(Draft).where(Draft.person_id == actor.person_id, Draft.region_id == actor.region_id, about)
    return {
        draft.subject: DraftFacts(
            subject=draft.subject,
            text=draft.text,
            base_version=draft.base_version,
            version=draft.version,
            updated_at=draft.updated_at,
        )
        for draft in session.scalars(question)
    }


def last_discussed(session: Session, *, asker: Actor | None, area: str) -> dict[str, date]:
    """The day of the last answer about each indicator of an area, by the indicator's code."""
    question = (
        select(Indicator.code, func.max(Contribution.created_at))
        .join(PictureFigure, PictureFigure.indicator_id == Indicator.id)
        .join(Picture, Picture.id == PictureFigure.picture_id)
        .join(Contribution, Contribution.picture_id == Picture.id)
        .join(Area, Area.id == PictureFigure.area_id)
        .where(visible(asker), Area.code == area, Contribution.state == "shared")
        .group_by(Indicator.code)
    )
    return {code: moment.date() for code, moment in session.execute(question)}


def answers_by_indicator(session: Session, *, asker: Actor | None) -> dict[str, int]:
    """How many shared answers there are about each indicator, by its code."""
    question = (
        select(Indicator.code, func.count(Contribution.id.distinct()))
        .join(PictureFigure, PictureFigure.indicator_id == Indicator.id)
        .join(Picture, Picture.id == PictureFigure.picture_id)
        .join(Contribution, Contribution.picture_id == Picture.id)
        .where(visible(asker), Contribution.state == "shared")
        .group_by(Indicator.code)
    )
    return dict(session.execute(question).all())
