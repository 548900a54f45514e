"""Pictures (beelden) as people find them: of several figures in a list, and which figure was not discussed again."""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import Session

from data_models.access import Actor, region_read
from data_models.facts import FigureSubject, PictureSubject, periods_of
from data_models.queries.interpretations import seen_pictures
from data_models.tables import (
    Area,
    Breakdown,
    Confirmation,
    Contribution,
    Indicator,
    JointInterpretation,
    JointVersion,
    Period,
    Picture,
    PictureFigure,
)


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """Several figures that mean something together: of the last period that was spoken of."""

    figures: tuple[FigureSubject, ...]
    title: str
    period: str
    answers: int  # shared, in all periods


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """Of which period a figure's joint interpretation was confirmed last, and of which it was spoken last."""

    confirmed: int  # position of the period
    confirmed_period: str
    spoken: int


def together(session: Session, *, asker: Actor | None, area: str) -> list[PictureFacts]:
    """The pictures of several figures about an area that have a title or were spoken of, by title; each set once."""
    several = (
        select(PictureFigure.picture_id)
        .join(Area, Area.id == PictureFigure.area_id)
        .where(Area.code == area, PictureFigure.position > 1)
    )
    told = (
        select(Contribution.picture_id, func.count().label("answers"))
        .where(Contribution.state == "shared", Contribution.visibility != "circle")
        .group_by(Contribution.picture_id)
        .subquery()
    )
    question = (
        select(Picture.signature, Picture.subject, Picture.title, told.c.answers)
        .outerjoin(told, told.c.picture_id == Picture.id)
        .where(seen_pictures(asker), Picture.id.in_(several))
        .order_by(Picture.signature)
    )
    of_subject: defaultdict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for signature, subject, title, answers in session.execute(question):
        of_subject[subject].append((signature, title, answers or 0))
    found = []
    for rows in of_subject.values():
        title = next((title for _, title, _ in reversed(rows) if title), "")
        answers = sum(count for _, _, count in rows)
        if title or answers:
            last = rows[-1][0]
            found.append(PictureFacts(figures_of(last), title, periods_of(last), answers))
    return sorted(found, key=lambda one: (not one.title, one.title.casefold()))


def title_of(session: Session, *, asker: Actor | None, picture: PictureSubject) -> tuple[str, str]:
    """The title of this picture, and the one to show: its own, else that of the same figures in another period."""
    question = (
        select(Picture.signature, Picture.title)
        .where(seen_pictures(asker), Picture.subject == picture.subject)
        .order_by(Picture.signature, Picture.region_id == region_read(asker))  # of two regions the asker's own counts
    )
    titles = dict(session.execute(question).all())
    own = titles.get(picture.signature, "")
    return own, own or next((title for title in reversed(titles.values()) if title), "")


def figures_of(signature: str) -> tuple[FigureSubject, ...]:
    """The figures that a picture's signature spells."""
    return tuple(FigureSubject(*part.split("|")) for part in signature.split(" + "))


def spoken_of(session: Session, *, asker: Actor | None, area: str) -> dict[str, SpokenOf]:
    """Each indicator of an area with a confirmed joint interpretation: when that was, and when it was spoken of last.

    Pictures of one figure about everybody; a confirmation counts while the words it was of still stand.
    """
    joint = (
        select(JointInterpretation.id)
        .where(JointInterpretation.picture_id == Picture.id, JointInterpretation.text != "")
        .correlate(Picture)
    )
    holding = joint.join(Confirmation, Confirmation.interpretation_id == JointInterpretation.id).join(
        JointVersion,
        (JointVersion.interpretation_id == Confirmation.interpretation_id)
        & (JointVersion.version == Confirmation.version)
        & (JointVersion.text == JointInterpretation.text),
    )
    answered = (
        exists()
        .where(
            Contribution.picture_id == Picture.id, Contribution.state == "shared", Contribution.visibility != "circle"
        )
        .correlate(Picture)
    )
    question = (
        select(Indicator.code, Period.position, Period.code, holding.exists())
        .select_from(Picture)
        .join(PictureFigure, PictureFigure.picture_id == Picture.id)
        .join(Indicator, Indicator.id == PictureFigure.indicator_id)
        .join(Breakdown, Breakdown.id == PictureFigure.breakdown_id)
        .join(Period, Period.id == PictureFigure.period_id)
        .join(Area, Area.id == PictureFigure.area_id)
        .where(
            seen_pictures(asker),
            Area.code == area,
            Breakdown.code == "",
            Picture.signature.not_like("% + %"),
            or_(joint.exists(), answered),
        )
        .order_by(Indicator.code, Period.position)
    )
    found: dict[str, SpokenOf] = {}
    last: dict[str, int] = {}
    for code, position, period, is_confirmed in session.execute(question):
        last[code] = position
        if is_confirmed:
            found[code] = SpokenOf(position, period, position)
    return {code: SpokenOf(one.confirmed, one.confirmed_period, last[code]) for code, one in found.items()}
