"""The answers to a picture as people who write together see them: counted, and of each question the newest."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from data_models.access import Actor
from data_models.facts import ContributionFacts, PictureSubject
from data_models.queries.stories import told, visible
from data_models.tables import Contribution, Picture


@dataclass(frozen=True, slots=True)
class TallyFacts:
    """How many answers are alike in all this; `signature` is the picture of their period."""

    signature: str
    question: int
    organisation: str
    perspective: str
    state: str
    recognition: str
    valuation: int | None
    count: int


def tally(session: Session, *, asker: Actor | None, picture: PictureSubject) -> list[TallyFacts]:
    """The answers about a picture in every period, counted by who said what; in one query, without their texts."""
    alike = (
        Picture.signature,
        Contribution.question,
        Contribution.organisation,
        Contribution.perspective,
        Contribution.state,
        Contribution.recognition,
        Contribution.valuation,
    )
    question = (
        select(*alike, func.count())
        .join(Picture, Picture.id == Contribution.picture_id)
        .where(visible(asker), Picture.subject == picture.subject)
        .group_by(*alike)
        .order_by(*alike)
    )
    return [TallyFacts(*row) for row in session.execute(question)]


def newest(
    session: Session,
    *,
    asker: Actor | None,
    picture: PictureSubject,
    most: Mapping[int, int],
    besides: Collection[int] = (),
    signature: str = "",
) -> list[ContributionFacts]:
    """The `most` newest answers of each question about a picture, the oldest of them first, and those with these ids.

    `signature` names the picture of another period.
    """
    latest = (Contribution.created_at.desc(), Contribution.id.desc())
    ranked = (
        select(
            Contribution.id,
            Contribution.question,
            func.row_number().over(partition_by=Contribution.question, order_by=latest).label("place"),
        )
        .join(Picture, Picture.id == Contribution.picture_id)
        .where(
            visible(asker, besides=besides),
            Picture.subject == picture.subject,
            Picture.signature == (signature or picture.signature),
        )
        .subquery()
    )
    wanted = [and_(ranked.c.question == number, ranked.c.place <= count) for number, count in most.items()]
    chosen = select(ranked.c.id).where(or_(*wanted, ranked.c.id.in_(besides)))
    return told(session, asker=asker, about=Contribution.id.in_(chosen), besides=besides)
